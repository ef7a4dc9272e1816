import Foundation

/// Runs the built `mujaz`, which lies beside the test bundle.
enum Tool {
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("mujaz").path

  /// Runs `mujaz` with arguments over an input to its end.
  static func run(
    _ arguments: [String], input: some Sequence<UInt8> = [], environment: [String: String] = [:]
  ) throws -> Ended {
    let tool = try RunningTool(path, arguments, environment: environment)
    tool.send(input)
    return try tool.finish()
  }

  /// Runs a script of `sh` in a folder; `$MUJAZ` is the tool.
  static func shell(
    _ script: String, in folder: TemporaryFolder, input: some Sequence<UInt8> = []
  ) throws -> Ended {
    let tool = try RunningTool.shell(script, in: folder)
    tool.send(input)
    return try tool.finish()
  }
}

/// What is left of a process.
struct Ended {
  enum Status: Equatable {
    case code(Int32)
    case signal(Int32)
  }

  var status: Status
  var output: Data
  var errors: Data
  /// Seconds that a processor worked for it.
  var work: Double

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard output by lines, each of which has its end.
  var lines: [String] { text.components(separatedBy: "\n").dropLast() }
  /// Standard error as text.
  var message: String { String(decoding: errors, as: UTF8.self) }
}

/// A process that is fed and read by one loop over its three pipes, so that none of them can block another.
///
/// POSIX instead of Foundation's `Process`: signals are neither blocked nor ignored in the child, and it inherits no
/// pipe of a test that runs at the same time.
final class RunningTool {
  enum Failure: Error { case cannotStart(String), timedOut, ended }

  /// After so many seconds a process is killed. Far above what any test needs.
  private static let limit = 60.0
  private static let spawning = NSLock()
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  private var process: pid_t = 0
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var errors: Int32 = -1
  private var pending: ArraySlice<UInt8> = []
  private var read = (output: Data(), errors: Data())
  private var taken = 0

  static func shell(_ script: String, in folder: TemporaryFolder) throws -> RunningTool {
    try RunningTool(
      "/bin/sh", ["-c", "cd \"$FOLDER\" || exit 99; " + script],
      environment: ["MUJAZ": Tool.path, "FOLDER": folder.path])
  }

  /// `isNonBlocking`: standard input says that there is nothing yet instead of waiting.
  init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    isNonBlocking: Bool = false
  ) throws {
    Self.ignoresBrokenPipes
    let environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var argumentPointers = ([program] + arguments).map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }

    Self.spawning.lock()
    defer { Self.spawning.unlock() }
    let pipes = [try Self.pipe(), try Self.pipe(), try Self.pipe()]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let inner = [pipes[0].reading, pipes[1].writing, pipes[2].writing]
    if isNonBlocking { _ = fcntl(inner[0], F_SETFL, O_NONBLOCK) }
    for (number, descriptor) in inner.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let code = posix_spawn(
      &process, program, &actions, &attributes, &argumentPointers, &environmentPointers)
    for descriptor in inner { close(descriptor) }
    (input, output, errors) = (pipes[0].writing, pipes[1].reading, pipes[2].reading)
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    guard code == 0 else { throw Failure.cannotStart(program) }
  }

  deinit {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Queues bytes for standard input.
  func send(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// Waits until the process has taken what was sent; up to a pipe's capacity may still be unread.
  func flush() throws {
    try pump(for: Self.limit) { pending.isEmpty }
  }

  /// The next line of standard output with its end.
  func line(within seconds: Double = limit) throws -> String {
    var end: Data.Index?
    try pump(for: seconds) {
      end = read.output[taken...].firstIndex(of: UInt8(ascii: "\n"))
      return end != nil
    }
    guard let end else { throw Failure.ended }
    defer { taken = end + 1 }
    return String(decoding: read.output[taken...end], as: UTF8.self)
  }

  /// The most memory that the process has had, in bytes. What wait4 says of it begins with what this process has.
  func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.components(separatedBy: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line.flatMap { Int($0.filter(\.isNumber)) }
    guard let kilobytes else { throw Failure.ended }
    return kilobytes << 10
  }

  /// Stops listening to standard output.
  func closeOutput() {
    close(output)
    output = -1
  }

  func stop(by signal: Int32) { kill(process, signal) }

  /// Sends what is left, closes standard input where `closingInput` says so, and waits for the end.
  func finish(closingInput: Bool = true) throws -> Ended {
    if closingInput {
      try flush()
      closeInput()
    }
    try pump(for: Self.limit) { false }
    var status: Int32 = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    process = 0
    let times = [usage.ru_utime, usage.ru_stime]
    let work = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    let number = status & 0x7F
    return Ended(
      status: number == 0 ? .code(status >> 8 & 0xFF) : .signal(number), output: read.output,
      errors: read.errors, work: work)
  }

  /// Moves bytes until something has come about or the process has closed its outputs.
  private func pump(for seconds: Double, until isDone: () -> Bool) throws {
    let deadline = Date() + seconds
    while !isDone(), output >= 0 || errors >= 0 {
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else {
        kill(process, SIGKILL)
        throw Failure.timedOut
      }
      var polled = [
        pollfd(fd: pending.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, nfds_t(polled.count), Int32(left * 1000) + 1) > 0 else { continue }
      if polled[0].revents != 0 { feed() }
      if polled[1].revents != 0 { Self.drain(&output, into: &read.output) }
      if polled[2].revents != 0 { Self.drain(&errors, into: &read.errors) }
    }
  }

  private func feed() {
    let count = pending.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    if count >= 0 {
      pending.removeFirst(count)
    } else if errno != EAGAIN && errno != EINTR {
      // The process does not want any more.
      closeInput()
    }
  }

  private func closeInput() {
    pending = []
    if input >= 0 { close(input) }
    input = -1
  }

  private static func drain(_ descriptor: inout Int32, into data: inout Data) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(descriptor, &buffer, buffer.count)
    if count > 0 {
      data.append(contentsOf: buffer[..<count])
    } else if count == 0 || errno != EINTR {
      close(descriptor)
      descriptor = -1
    }
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var descriptors: [Int32] = [-1, -1]
    guard Foundation.pipe(&descriptors) == 0 else { throw Failure.cannotStart("pipe") }
    for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (descriptors[0], descriptors[1])
  }
}

/// A fresh folder, removed with the test that holds it.
final class TemporaryFolder {
  private let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("mujaz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// The bytes of a file as text.
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// All that is in it, hidden files too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// The permissions of a file.
  func permissions(of name: String) -> mode_t {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
