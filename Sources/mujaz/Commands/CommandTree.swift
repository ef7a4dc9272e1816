import ArgumentParser

/// A command and the words that name it: `mujaz`, `tm`, `import`.
struct NamedCommand {
  var words: [String]
  var type: any ParsableCommand.Type

  static var root: NamedCommand { NamedCommand(words: ["mujaz"], type: Mujaz.self) }

  /// The command with all that are below it.
  var family: [NamedCommand] { [self] + children.flatMap(\.family) }

  var children: [NamedCommand] {
    type.configuration.subcommands.map { child in
      NamedCommand(words: words + [child.configuration.commandName ?? ""], type: child)
    }
  }

  /// The words as they are typed.
  var line: String { words.joined(separator: " ") }

  /// The command that a help of the parser's is for.
  init?(help: String) {
    let usage = help.split(whereSeparator: \.isNewline).first { $0.hasPrefix("USAGE: ") }
    guard let words = usage?.split(separator: " ").dropFirst(2) else { return nil }
    self = words.reduce(.root) { command, word in
      command.children.first { $0.words.last == String(word) } ?? command
    }
  }

  private init(words: [String], type: any ParsableCommand.Type) {
    (self.words, self.type) = (words, type)
  }
}
