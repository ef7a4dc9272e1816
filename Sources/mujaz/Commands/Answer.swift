import ArgumentParser
internal import MujazPlatform

/// What a command line is answered with that asks for no work: help, a version, completions, manuals, or what is wrong with it.
struct Answer {
  let arguments: [String]

  /// The help of the whole command, for a command line without anything.
  static var bareHelp: String { help(Mujaz.helpMessage(), .ofEnvironment) }

  /// Answers what the parser has told, and ends: help goes to standard output, a wrong command line is one line on standard
  /// error.
  func end(_ error: any Error) -> Never {
    do throws(Failure) {
      try Self.print(try text(error))
      exit(0)
    } catch {
      warn(error.message)
      exit(error.code)
    }
  }

  private static func print(_ text: String) throws(Failure) {
    do throws(Failure) {
      try writeAll(STDOUT_FILENO, Array(text.utf8))
    } catch {
      throw Failure(code: error.code, message: "standard output: \(error.message)")
    }
  }

  private func text(_ error: any Error) throws(Failure) -> String {
    if arguments.first == "--generate-manual", arguments.count == 2 {
      return try Self.manuals(in: arguments[1])
    }
    let asked = HelpArguments(arguments)
    guard let name = asked.language, asked.askForHelp else {
      return try text(error, .ofEnvironment)
    }
    guard let language = HelpLanguage(rawValue: name) else {
      let names = HelpLanguage.allCases.map(\.rawValue).joined(separator: " or ")
      throw Failure(code: ExitCode.usage, message: "--language takes \(names), not '\(name)'")
    }
    if asked.rest.isEmpty { return Self.help(Mujaz.helpMessage(), language) }
    do {
      var command = try Mujaz.parseAsRoot(asked.rest)
      try command.run()
      return ""
    } catch let failure as Failure {
      throw failure
    } catch let error {
      return try text(error, language)
    }
  }

  private func text(_ error: any Error, _ language: HelpLanguage) throws(Failure) -> String {
    let code = Mujaz.exitCode(for: error)
    if code.isSuccess { return Self.help(Mujaz.fullMessage(for: error), language) }
    let words = Mujaz.message(for: error).split(whereSeparator: \.isNewline)
    throw Failure(
      code: code.rawValue,
      message: Mujaz.suggestion(for: arguments) ?? words.joined(separator: " "))
  }

  /// What the parser writes, with examples at its end, or in Arabic; whatever else it writes than help as it is.
  private static func help(_ message: String, _ language: HelpLanguage) -> String {
    guard message.hasPrefix("OVERVIEW: "), let command = NamedCommand(help: message) else {
      return message + "\n"
    }
    let page = HelpPage(of: command)
    if language == .arabic {
      return ArabicHelp(page, columns: ArabicHelp.columnsOfTerminal).text()
    }
    var text = message
    while text.last?.isNewline == true { text.removeLast() }
    text += "\n\nEXAMPLES:\n"
    for example in page.examples { text += "  \(example.line)\n      \(example.purpose)\n" }
    if command.words.count == 1 { text += "\n  Help in Arabic: mujaz --help --language ar\n" }
    return text
  }

  /// Writes the manuals of all commands into a folder; their names.
  private static func manuals(in folder: String) throws(Failure) -> String {
    var names = ""
    for command in NamedCommand.root.family {
      let manual = ManualPage(page: HelpPage(of: command))
      try OutputFile.write(Array(manual.text().utf8), to: "\(folder)/\(manual.file)")
      names += manual.file + "\n"
    }
    return names
  }
}
