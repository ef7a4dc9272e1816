import Foundation

/// A case of `Fixtures/Quotes/*.txt`: a sentence or a short article, and the quotations it holds.
///
///     === name
///     text
///     ---
///     speaker = fullest mention — verb (medium) — kind, negated: content
///
/// `= …` stands where the sentence names the speaker otherwise than the article at its fullest; `[…]` where the verb has
/// no subject; `؟` where nobody is known; `-` where there is no verb; ⏎ for a line break inside a quotation. No line
/// below `---`: no quotation. `=== name (known failure)` marks a case that is not solved yet: it must fail, so that it
/// is unmarked when it is.
public struct QuoteCase: Sendable, CustomStringConvertible {
  public var file: String
  public var name: String
  public var text: String
  /// The expected lines.
  public var quotes: [String]
  public var isKnownFailure: Bool

  public var description: String { "\(file)/\(name)" }

  public static func all() throws -> [QuoteCase] {
    try Fixtures.files(in: "Quotes", ending: "txt").flatMap(cases(in:))
  }

  public static func cases(in file: URL) throws -> [QuoteCase] {
    let marker = " (known failure)"
    var cases: [QuoteCase] = []
    var isBelow = false
    var text: [String] = []
    func finish() throws {
      guard !cases.isEmpty else { return }
      guard isBelow else {
        throw FixtureError(file.lastPathComponent, 0, "\(cases[cases.count - 1].name) has no ---")
      }
      while text.last == "" { text.removeLast() }
      cases[cases.count - 1].text = text.joined(separator: "\n")
    }
    for (number, line) in try Fixtures.text(of: file).components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("=== ") {
        try finish()
        let name = String(line.dropFirst(4))
        let isKnown = name.hasSuffix(marker)
        cases.append(
          QuoteCase(
            file: file.deletingPathExtension().lastPathComponent,
            name: isKnown ? String(name.dropLast(marker.count)) : name, text: "", quotes: [],
            isKnownFailure: isKnown))
        (isBelow, text) = (false, [])
      } else if cases.isEmpty {
        guard line.isEmpty || line.hasPrefix("#") else {
          throw FixtureError(file.lastPathComponent, number + 1, "text before the first case")
        }
      } else if line == "---" {
        isBelow = true
      } else if !isBelow {
        text.append(line)
      } else if !line.isEmpty {
        cases[cases.count - 1].quotes.append(line)
      }
    }
    try finish()
    return cases
  }
}
