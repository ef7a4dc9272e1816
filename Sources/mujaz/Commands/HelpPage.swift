import ArgumentParser

/// A command's help, taken apart.
///
/// The parser shows what it knows of options in the help alone that it writes; so that is read, in lines that nothing wraps.
struct HelpPage {
  /// An argument, an option or a subcommand.
  struct Entry {
    var label: String
    var text: String
    var values: [String] = []
    var defaultValue: String?
  }

  struct Section {
    var title: String
    var entries: [Entry] = []
  }

  let command: NamedCommand
  /// What the command does, then what else there is to say.
  private(set) var paragraphs: [String] = []
  private(set) var usage = ""
  private(set) var sections: [Section] = []
  var examples: [HelpExample] { HelpExample.all(of: command) }

  init(of command: NamedCommand) {
    self.command = command
    let help = Mujaz.helpMessage(for: command.type, columns: 1 << 16)
    for line in help.split(whereSeparator: \.isNewline) { read(line) }
  }

  /// Where the descriptions of entries begin.
  private static let margin = String(repeating: " ", count: 26)

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("OVERVIEW: ") {
      paragraphs.append(String(line.dropFirst(10)))
    } else if line.hasPrefix("USAGE: ") {
      usage = String(line.dropFirst(7))
    } else if usage.isEmpty {
      paragraphs.append(String(line))
    } else if !line.hasPrefix(" ") {
      sections.append(Section(title: String(line.dropLast())))
    } else if line.hasPrefix(Self.margin) {
      edit { $0.describe(line.dropFirst(Self.margin.count)) }
    } else if !line.hasPrefix("  See '") {
      var entry = Entry(label: "", text: "")
      let words = line.split(separator: " ")
      let label = [words[0]] + words.dropFirst().prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
      entry.label = label.joined(separator: " ")
      entry.describe(words.dropFirst(label.count).joined(separator: " ")[...])
      sections[sections.count - 1].entries.append(entry)
    }
  }

  private mutating func edit(_ change: (inout Entry) -> Void) {
    guard let section = sections.indices.last,
      let entry = sections[section].entries.indices.last
    else { return }
    change(&sections[section].entries[entry])
  }
}

extension HelpPage.Entry {
  /// Takes in a description, at whose end the parser puts values and default in brackets.
  fileprivate mutating func describe(_ description: Substring) {
    text = String(description)
    guard description.hasSuffix(")"), let bracket = description.lastIndex(of: "(") else { return }
    for part in description[bracket...].dropFirst().dropLast().split(separator: "; ") {
      if part.hasPrefix("values: ") {
        values = part.dropFirst(8).split(separator: ", ").map(String.init)
      } else if part.hasPrefix("default: ") {
        defaultValue = String(part.dropFirst(9))
      } else {
        return
      }
    }
    let end = description[..<bracket].lastIndex { $0 != " " }
    text = end.map { String(description[...$0]) } ?? ""
  }
}
