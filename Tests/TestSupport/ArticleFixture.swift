import Foundation

/// An annotated article (`Fixtures/Articles/*.article`): its text, and what is expected of every segment.
///
/// Lines are `ROLE<TAB>TEXT`; `+` carries on the line before; ‖ marks a boundary inside a line, ★ a key sentence, ↩ a
/// sentence that leans on the one before.
public struct ArticleFixture: Sendable, CustomStringConvertible {
  public struct Segment: Sendable {
    public var text: String
    public var role: String
    public var isKey: Bool
    public var leans: Bool
  }

  public var name: String
  public var title: String?
  public var text: String
  public var segments: [Segment]

  public var description: String { name }

  public static func all() throws -> [ArticleFixture] {
    try Fixtures.files(in: "Articles", ending: "article").map(ArticleFixture.init(file:))
  }

  public init(file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    segments = []
    var lines: [String] = []
    // The segment that a `+` line carries on.
    var open = false
    let source = try Fixtures.text(of: file)
    for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.hasPrefix("#") { continue }
      if line.isEmpty {
        if !lines.isEmpty { lines.append("") }
        open = false
        continue
      }
      guard let tab = line.firstIndex(of: "\t") else {
        throw FixtureError(file.lastPathComponent, number + 1, "no tab")
      }
      let role = String(line[..<tab])
      let annotated = line[line.index(after: tab)...]
      if role == "title" {
        title = String(annotated)
        continue
      }
      lines.append(annotated.filter { !"‖★↩".contains($0) })
      let pieces = annotated.split(separator: "‖", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        let trimmed = piece.trimmingCharacters(in: .whitespaces)
        let text = trimmed.filter { !"★↩".contains($0) }
        if index == 0, role == "+", open, !segments.isEmpty {
          segments[segments.count - 1].text += "\n" + text
        } else {
          segments.append(
            Segment(
              text: text, role: role == "+" ? "body" : role, isKey: trimmed.contains("★"),
              leans: trimmed.contains("↩")))
        }
      }
      open = true
    }
    while lines.last == "" { lines.removeLast() }
    text = lines.joined(separator: "\n")
  }
}
