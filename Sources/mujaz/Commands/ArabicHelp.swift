import CResources
import MujazCore
internal import MujazPlatform

/// Writes a command's help in Arabic.
///
/// What is typed stands on lines of its own and what is said of it below: terminals that order a line from right to left would
/// tear a line with both.
struct ArabicHelp {
  let page: HelpPage
  /// As wide as the terminal.
  let columns: Int
  /// The phrases by their English (`Sources/CResources/Help/arabic.tsv`).
  private let phrases: [String: String]

  init(_ page: HelpPage, columns: Int) {
    self.page = page
    self.columns = columns
    phrases = Dictionary(
      ListRows.strings(cres_help_arabic()).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }

  func text() -> String {
    var parts = page.paragraphs.map { wrapped(phrase($0), indent: 0) }
    if let first = page.paragraphs.first {
      parts[0] = wrapped(phrase("OVERVIEW") + ": " + phrase(first), indent: 0)
    }
    parts.append(title("USAGE") + line(page.usage))
    parts += page.sections.map { section in
      title(section.title) + section.entries.map(entry).joined()
    }
    let examples = page.examples.map { line($0.line) + wrapped(phrase($0.purpose), indent: 6) }
    parts.append(title("EXAMPLES") + examples.joined())
    if !page.command.children.isEmpty {
      let words = ["mujaz", "help"] + page.command.words.dropFirst() + ["<subcommand>"]
      parts.append(title("Details of a command") + line(words.joined(separator: " ")))
      parts.append(title("Help in English") + line(page.command.line + " --help --language en"))
    }
    return parts.joined(separator: "\n")
  }

  private func entry(_ entry: HelpPage.Entry) -> String {
    var notes: [String] = []
    if !entry.values.isEmpty {
      notes.append("\(phrase("values")): \(entry.values.joined(separator: ", "))")
    }
    if let value = entry.defaultValue { notes.append("\(phrase("default")): \(value)") }
    let bracket = notes.isEmpty ? "" : " (" + notes.joined(separator: "؛ ") + ")"
    return line(entry.label) + wrapped(phrase(entry.text) + bracket, indent: 6)
  }

  private func title(_ english: String) -> String { phrase(english) + ":\n" }
  private func line(_ typed: String) -> String { "  \(typed)\n" }
  private func phrase(_ english: String) -> String { phrases[english] ?? english }

  private func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, indent + last.count + 1 + word.count <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { margin + Self.ordered($0) + "\n" }.joined()
  }

  /// A line in which a left-to-right mark stands before every option: its hyphens would go to the other side.
  private static func ordered(_ line: String) -> String {
    var ordered = ""
    var previous: Character = " "
    for character in line {
      if character == "-", previous == " " { ordered.append("\u{200E}") }
      ordered.append(character)
      previous = character
    }
    return ordered
  }

  /// How many characters a line of the terminal has; eighty where there is none.
  static var columnsOfTerminal: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }
}
