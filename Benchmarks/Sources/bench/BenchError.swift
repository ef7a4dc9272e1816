import Glibc

/// Everything that can end the bench early. Each case is one line for the user.
enum BenchError: Error {
  /// The command line is wrong.
  case usage(String)
  /// A system call failed on `subject` with `code` (an `errno`).
  case system(subject: String, code: CInt)
  /// A fixture file does not have the form that `Fixture` reads.
  case fixture(path: String, line: Int, problem: String)
  /// A measured program ended with `outcome` instead of 0.
  case program(command: String, outcome: String)
  /// A measured program ended well, but what it wrote cannot be right.
  case output(command: String, problem: String)
  /// The user stopped the bench.
  case interrupted(signal: CInt)

  var message: String {
    switch self {
    case .usage(let problem): "\(problem) (see --help)"
    case .system(let subject, let code): "\(subject): \(String(cString: strerror(code)))"
    case .fixture(let path, let line, let problem): "\(path):\(line): \(problem)"
    case .program(let command, let outcome): "\(outcome): \(command)"
    case .output(let command, let problem): "\(problem): \(command)"
    case .interrupted: "stopped"
    }
  }

  /// 2, or the shell's number for a signal.
  var exitCode: CInt {
    if case .interrupted(let signal) = self { 128 + signal } else { 2 }
  }
}
