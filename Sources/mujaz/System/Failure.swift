import CSystem
import MujazPlatform

/// Exit codes (sysexits.h).
enum ExitCode {
  static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let noInput: Int32 = 66
  static let internalError: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let ioError: Int32 = 74
}

/// What ends the program: a code and one line for people.
struct Failure: Error {
  var code: Int32
  /// `FILE:LINE: what is wrong`, without the program's name.
  var message: String
}

/// Ends the process from whichever thread. Others may be at work: what exit takes down on its way they still use.
func endProcess(_ code: Int32) -> Never {
  csys_terminal_restore()
  _exit(code)
}

/// A diagnostic is one line, free of control and bidi characters whatever the data held.
func diagnostic(_ message: String) -> String {
  var line = "mujaz: "
  for scalar in message.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      line += "\u{FFFD}"
    default: line.unicodeScalars.append(scalar)
    }
  }
  return line + "\n"
}
