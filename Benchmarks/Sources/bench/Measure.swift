import Glibc

/// A program with its arguments.
struct Command {
  /// A path, or a name that is looked up in `PATH`.
  let program: String
  let arguments: [String]

  var line: String { ([program] + arguments).joined(separator: " ") }
}

/// What one run of a program took.
struct Usage {
  /// Seconds from before the start of the program until it was gone.
  let wall: Double
  /// Seconds of all its threads, user and system together.
  let cpu: Double
  /// The most memory it held at one time, in bytes.
  let peak: Int
}

extension Command {
  private static let nowhere = "/dev/null"

  /// Runs the program with nothing to read and its output thrown away, or written to a file.
  func measure(output: String? = nil) throws(BenchError) -> Usage {
    let begin = now()
    let process = try spawn(input: nil, output: output ?? Self.nowhere)
    return try wait(for: process, since: begin)
  }

  /// Runs the program on what `feed` writes into a pipe, its output thrown away.
  func measure(
    feed: (inout ByteWriter) throws(BenchError) -> Void
  ) throws(BenchError) -> Usage {
    let begin = now()
    let (reading, writing) = try closedOnExecPipe()
    var writer = ByteWriter(descriptor: writing, name: "pipe to \(program)")
    let process: pid_t
    do {
      defer { close(reading) }
      process = try spawn(input: reading, output: Self.nowhere)
    }
    var failure: BenchError?
    do throws(BenchError) {
      try feed(&writer)
      try writer.flush()
    } catch {
      failure = error
    }
    _ = consume writer  // closes the pipe: the end of the program's input
    // A program that failed breaks the pipe, and then its own end tells more than the pipe's.
    let usage = try wait(for: process, since: begin)
    if let failure { throw failure }
    return usage
  }

  /// Waits until the program is gone; throws unless it ended with 0.
  private func wait(for process: pid_t, since begin: Double) throws(BenchError) -> Usage {
    var status: CInt = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      if errno != EINTR { throw .system(subject: "wait4", code: errno) }
    }
    let wall = now() - begin
    try Interruption.check()
    let signal = status & 0x7F
    if signal != 0 { throw .program(command: line, outcome: "killed by signal \(signal)") }
    if status != 0 { throw .program(command: line, outcome: "exit status \(status >> 8)") }
    return Usage(
      wall: wall, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peak: usage.ru_maxrss * 1024)
  }

  /// Starts the program. Its errors go where those of the bench go.
  private func spawn(input: CInt?, output: String) throws(BenchError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, Self.nowhere, O_RDONLY, 0)
    }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, creating, 0o600)

    var attributes = Self.defaultSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    let code = withCStrings([program] + arguments) { arguments in
      withCStrings(Self.environment()) { environment in
        posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    if code != 0 { throw .system(subject: program, code: code) }
    return process
  }

  /// Undoes for the program what `Interruption` changed: an ignored SIGPIPE would be inherited.
  private static func defaultSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// A small environment, the same for everyone who runs the bench. `wc -w` needs the locale to see
  /// Arabic words.
  private static func environment() -> [String] {
    let names = ["PATH", "LD_LIBRARY_PATH", "TMPDIR"]
    let inherited = names.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return ["LC_ALL=C.UTF-8"] + inherited
  }
}

/// A pipe whose ends no program inherits by accident: one that held the end for writing would never
/// see the end of its own input.
private func closedOnExecPipe() throws(BenchError) -> (reading: CInt, writing: CInt) {
  var ends: [CInt] = [0, 0]
  guard pipe(&ends) == 0 else { throw .system(subject: "pipe", code: errno) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

/// Seconds of a clock that only goes forward.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1e6
}

/// Calls `body` with a null-ended array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return body(copies)
}
