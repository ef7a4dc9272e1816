import Foundation

/// A script of `sh` at a terminal of its own, typed to and looked at as by a person.
final class TerminalTool {
  enum Failure: Error { case cannotStart, timedOut }

  private static let limit = 30.0

  private let keyboard: Int32
  private var process: pid_t = 0
  /// What the terminal has shown.
  private(set) var screen = Data()

  /// Runs a script in a folder; `$MUJAZ` is the tool. The terminal controls its session.
  init(_ script: String, in folder: TemporaryFolder) throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN, which the module does not show.
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard keyboard >= 0, ioctl(keyboard, 0x4004_5431, &lock) == 0,
      ioctl(keyboard, 0x8004_5430, &number) == 0
    else { throw Failure.cannotStart }
    let name = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A session of its own (POSIX_SPAWN_SETSID), which the terminal that is opened first controls.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80))
    let line = ["sh", "-c", "cd \"$FOLDER\" || exit 99; " + script]
    let environment = ProcessInfo.processInfo.environment
      .merging([
        "MUJAZ": Tool.path, "FOLDER": folder.path,
        // At a terminal Swift's runtime would ask what is to be done about a crash.
        "SWIFT_BACKTRACE": "enable=no",
      ]) { $1 }
    var arguments = line.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    guard posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &variables) == 0
    else { throw Failure.cannotStart }
  }

  deinit {
    close(keyboard)
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Whether the kernel hands out what is typed by lines.
  private var hasLines: Bool {
    var mode = termios()
    return tcgetattr(keyboard, &mode) == 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Waits until the terminal is read without the kernel's lines.
  func waitForReading() throws { try wait { !hasLines } }

  /// Types; what is shown meanwhile is taken off the terminal, or it would block.
  func type(_ bytes: some Sequence<UInt8>) throws {
    var rest = Array(bytes)[...]
    try wait {
      let count = rest.withUnsafeBytes { buffer in
        isReady(for: POLLOUT) ? write(keyboard, buffer.baseAddress, min(buffer.count, 512)) : 0
      }
      if count > 0 { rest.removeFirst(count) }
      return rest.isEmpty
    }
  }

  func type(_ text: String) throws { try type(text.utf8) }

  /// Waits for a file that the script writes, and gives its text.
  func waitForFile(_ name: String, in folder: TemporaryFolder) throws -> String {
    var text = ""
    try wait {
      text = (try? folder.text(of: name)) ?? ""
      return text.hasSuffix("\n")
    }
    return text
  }

  /// Waits until the screen holds a text.
  func waitFor(_ text: String) throws { try wait { screen.range(of: Data(text.utf8)) != nil } }

  /// Waits for the script's end.
  func finish() throws -> Ended.Status {
    var status: Int32 = 0
    try wait { waitpid(process, &status, WNOHANG) == process }
    process = 0
    drain()
    let number = status & 0x7F
    return number == 0 ? .code(status >> 8 & 0xFF) : .signal(number)
  }

  private func wait(until isDone: () throws -> Bool) throws {
    let deadline = Date() + Self.limit
    while try !isDone() {
      drain()
      guard Date() < deadline else { throw Failure.timedOut }
      usleep(500)
    }
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while isReady(for: POLLIN) {
      let count = read(keyboard, &buffer, buffer.count)
      guard count > 0 else { return }
      screen.append(contentsOf: buffer[..<count])
    }
  }

  private func isReady(for event: Int32) -> Bool {
    var polled = pollfd(fd: keyboard, events: Int16(event), revents: 0)
    return poll(&polled, 1, 0) > 0 && polled.revents & Int16(event) != 0
  }
}
