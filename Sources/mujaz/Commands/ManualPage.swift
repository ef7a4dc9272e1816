import MujazCore

/// Writes the manual of a command: one page for each, in the macros of man(7).
struct ManualPage {
  let page: HelpPage

  /// The file that a page is looked for in.
  var file: String { page.command.words.joined(separator: "-") + ".1" }

  func text() -> String {
    let name = page.command.words.joined(separator: "-")
    let summary = page.paragraphs.first ?? ""
    var lines = [
      // No date: the same sources make the same page.
      ".TH \(Self.escaped(name.uppercased())) 1 \"\" \"mujaz \(MujazVersion.current)\" \"User Commands\"",
      ".SH NAME", Self.escaped(name) + " \\- " + Self.escaped(Self.withoutStop(summary)),
      ".SH SYNOPSIS", synopsis, ".SH DESCRIPTION",
    ]
    for (number, paragraph) in page.paragraphs.enumerated() {
      lines += (number > 0 ? [".PP"] : []) + [Self.escaped(paragraph)]
    }
    for section in page.sections {
      lines += [".SH \(section.title)"] + section.entries.flatMap(entry)
    }
    lines += [".SH EXAMPLES"]
    for example in page.examples {
      lines += [
        Self.escaped(example.purpose), ".PP", ".RS 4", ".nf", Self.escaped(example.line), ".fi",
        ".RE", ".PP",
      ]
    }
    lines.removeLast()
    lines += [".SH EXIT STATUS"] + Self.codes.flatMap { [".TP", ".B \($0)", Self.escaped($1)] }
    lines += [".SH SEE ALSO", seeAlso]
    return lines.joined(separator: "\n") + "\n"
  }

  private var synopsis: String {
    let rest = page.usage.dropFirst(page.command.line.count)
    return "\\fB\(Self.escaped(page.command.line))\\fR" + Self.escaped(String(rest))
  }

  private func entry(_ entry: HelpPage.Entry) -> [String] {
    var text = entry.text
    if !entry.values.isEmpty { text += " Values: \(entry.values.joined(separator: ", "))." }
    if let value = entry.defaultValue { text += " Default: \(value)." }
    return [".TP", Self.label(entry.label), Self.escaped(text)]
  }

  /// Names in bold, values in italics.
  private static func label(_ label: String) -> String {
    label.split(separator: " ").map { word in
      let font = word.hasPrefix("<") ? "\\fI" : "\\fB"
      let isName = !word.hasPrefix("<")
      return font + escaped(isName ? String(word) : String(word.dropFirst().dropLast())) + "\\fR"
    }.joined(separator: " ")
  }

  private var seeAlso: String {
    let others =
      page.command.words.count == 1
      ? NamedCommand.root.family.dropFirst().map(\.words)
      : [NamedCommand.root.words] + (page.command.words.count > 2 ? [["mujaz", "tm"]] : [])
        + page.command.children.map(\.words)
    return others.map { ".BR \(Self.escaped($0.joined(separator: "-"))) (1)" }
      .joined(separator: ",\n")
  }

  /// The codes that the command ends with.
  private static let codes = [
    ("0", "All went well."), ("64", "The command line is wrong."),
    ("65", "Input is no article, a package is damaged or has errors, or input was passed over."),
    ("66", "A file can't be read."), ("70", "There is no memory left."),
    ("73", "The output can't be made."), ("74", "Reading or writing has failed."),
  ]

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// A line of text, none of whose characters is a command.
  private static func escaped(_ text: String) -> String {
    let line = text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default: escaped.append(character)
      }
    }
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
