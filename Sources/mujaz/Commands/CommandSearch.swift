import ArgumentParser

/// A command that reads files and needs no option.
protocol ReadingCommand: ParsableCommand {
  /// What the parser makes of operands alone.
  ///
  /// No initializer: in one the properties are given new defaults instead of values, which only a parser can read.
  static func reading(_ files: [String]) -> Self
}

extension Mujaz {
  /// The command that a command line asks for, found with as little of the parser as will do.
  ///
  /// The parser builds all options several times over by reflection and looks their types up among the conformances of the
  /// whole program, which takes longer than the brief of an article. So it gets the subcommand alone where the first
  /// arguments name one, and is not asked at all where only operands follow. Whatever ends in no command that way (help,
  /// a version, completions, a mistake) goes the whole way: every message is the parser's own.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    let (type, rest) = subcommand(of: arguments)
    if rest.allSatisfy(isOperand), let type = type as? any ReadingCommand.Type {
      return type.reading(Array(rest))
    }
    if type != Mujaz.self, let command = try? type.parseAsRoot(Array(rest)),
      Swift.type(of: command) == type
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// The subcommand that the first arguments name, in all its words, and the arguments behind its name.
  static func subcommand(
    of arguments: [String]
  ) -> (type: any ParsableCommand.Type, rest: ArraySlice<String>) {
    var type: any ParsableCommand.Type = Mujaz.self
    var rest = arguments[...]
    while let name = rest.first,
      let next = type.configuration.subcommands.first(where: {
        $0.configuration.commandName == name
      })
    {
      type = next
      rest = rest.dropFirst()
    }
    return (type, rest)
  }

  static func isOperand(_ argument: String) -> Bool {
    argument == "-" || argument.utf8.first != UInt8(ascii: "-")
  }
}
