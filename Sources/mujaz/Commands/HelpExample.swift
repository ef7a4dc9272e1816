import CResources
import MujazCore

/// A command line that stands at the end of a command's help.
struct HelpExample {
  var line: String
  var purpose: String

  /// Those of a command (`Sources/CResources/Help/examples.tsv`).
  static func all(of command: NamedCommand) -> [HelpExample] {
    let name = command.words.dropFirst().joined(separator: " ")
    return ListRows.strings(cres_help_examples())
      .filter { $0[0] == (name.isEmpty ? command.line : name) }
      .map { HelpExample(line: $0[1], purpose: $0[2]) }
  }
}
