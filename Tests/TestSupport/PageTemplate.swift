import Foundation

/// A page of a content management system with an article to fill in (`Fixtures/Pages/articles/*.html`).
///
/// `{{title}}`, `{{author}}` and `{{site}}` stand for themselves; `{{FROM-TO BEFORE|AFTER}}` for paragraphs, each between two
/// pieces of markup (`{{2- <p>|</p>}}`: from the second on); `{{sub:WORDS}}` for a subhead.
public struct PageTemplate: Sendable, CustomStringConvertible {
  public var name: String
  private var text: String

  public var description: String { name }

  public static func all() throws -> [PageTemplate] {
    try Fixtures.files(in: "Pages/articles", ending: "html").map { file in
      PageTemplate(
        name: file.deletingPathExtension().lastPathComponent, text: try Fixtures.text(of: file))
    }
  }

  /// An article to put into pages: its headline and its paragraphs.
  public struct Content: Sendable, CustomStringConvertible {
    public var name: String
    public var title: String
    public var paragraphs: [String]
    public var description: String { name }

    /// The fixture articles that have a headline and four paragraphs or more.
    public static func all() throws -> [Content] {
      // Lists, hard-wrapped lines and weather tables are no paragraphs of a page.
      let left = ["flash", "list-like", "hard-wrapped-mail", "weather"]
      return try Fixtures.files(in: "Articles", ending: "article").compactMap { file in
        let name = file.deletingPathExtension().lastPathComponent
        guard !left.contains(name) else { return nil }
        var title: String?
        var paragraphs: [String] = []
        for line in try Fixtures.text(of: file).split(separator: "\n") where !line.hasPrefix("#") {
          let columns = line.split(separator: "\t", maxSplits: 1)
          guard columns.count == 2 else { continue }
          let text = columns[1].filter { !"‖★↩".contains($0) }
          if title == nil, columns[0] == "title" || columns[0] == "headline" { title = text }
          if columns[0] == "body" { paragraphs.append(text) }
        }
        guard let title, paragraphs.count >= 4 else { return nil }
        return Content(name: name, title: title, paragraphs: paragraphs)
      }
    }
  }

  /// The page with an article in it, and the paragraphs that a reader should get, subheads among them.
  public func filled(with content: Content) -> (page: String, paragraphs: [String]) {
    var page = ""
    var expected: [String] = []
    var rest = text[...]
    while let start = rest.range(of: "{{"),
      let end = rest.range(of: "}}", range: start.upperBound..<rest.endIndex)
    {
      page += rest[..<start.lowerBound]
      let field = String(rest[start.upperBound..<end.lowerBound])
      let isQuoted = page.hasSuffix("\"")
      rest = rest[end.upperBound...]
      switch field {
      case "title": page += Self.escaped(content.title, inQuotes: isQuoted)
      case "author": page += "نزار العبد الله"
      case "site": page += "صحيفة الضفتين"
      default:
        if field.hasPrefix("sub:") {
          let words = String(field.dropFirst(4))
          page += "<h2>\(words)</h2>"
          expected.append(words)
        } else {
          fill(field, content, &page, &expected)
        }
      }
    }
    return (page + rest, expected)
  }

  private func fill(
    _ field: String, _ content: Content, _ page: inout String, _ expected: inout [String]
  ) {
    let parts = field.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let range = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let first = (range.first ?? nil) ?? 1
    let last = min((range.last ?? nil) ?? .max, content.paragraphs.count)
    guard first <= last else { return }
    let markup = (parts.last ?? "").split(separator: "|", omittingEmptySubsequences: false)
    for paragraph in content.paragraphs[(first - 1)..<last] {
      expected.append(paragraph)
      if markup.last == "\\n" {
        page += paragraph.replacingOccurrences(of: "\"", with: "\\\"") + "\\n"
      } else {
        page +=
          (markup.first ?? "") + Self.escaped(paragraph, inQuotes: false) + (markup.last ?? "")
      }
    }
  }

  private static func escaped(_ text: String, inQuotes: Bool) -> String {
    let plain = text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
    return inQuotes ? plain.replacingOccurrences(of: "\"", with: "&quot;") : plain
  }
}
