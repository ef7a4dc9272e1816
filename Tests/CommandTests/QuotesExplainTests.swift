import Foundation
import TestSupport
import Testing

/// `mujaz quotes --explain`.
@Suite struct QuotesExplainTests {
  private static let article =
    "قال قائد المنتخب ياسين براهيمي للصحافيين إن المباراة صعبة، وأكد أهمية الفوز."

  private func record(_ options: String..., input: String = article) throws -> ExplainedRecord {
    let output = try success(["quotes", "--format", "json"] + options, input: input.utf8).output
    return try decode(output)
  }

  @Test("Text has a few lines for every cue, as OPTIONS.md shows them")
  func text() throws {
    let text = try success(["quotes", "--explain"], input: Self.article.utf8).text
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").prefix(2) }
    #expect(
      lines.map(\.first) == [
        "quote", "subject", "name", "role", "governs", "clause", "speaker", "no",
      ])
    #expect(
      [0, 1, 4, 5, 7].map { lines[$0].last } == [
        "verb", "clitic", "clause", "verb", "no-complement",
      ])
    let page = try Document(path: "Documentation/OPTIONS.md").text()
    #expect(page.contains("$ printf '\(Self.article)' | mujaz quotes --explain\n\(text)```"))
  }

  @Test("An empty line stands before every article but the first")
  func articles() throws {
    let line = try JSONSerialization.data(withJSONObject: ["text": Self.article]) + [0x0A]
    let one = try success(["quotes", "--explain", "--input", "jsonl"], input: line).text
    let two = try success(["quotes", "--explain", "--input", "jsonl"], input: line + line).text
    #expect(two == one + "\n" + one)
  }

  @Test("JSON tells of every cue: its subject, what it governs, its clause, or why it has none")
  func json() throws {
    let found = try #require(try record("--explain").explanations)
    #expect(found.map(\.form) == ["verb", "verb"])
    #expect(found.map(\.cue?.text) == ["قال", "وأكد"])
    #expect(found.map(\.quotation) == [true, false])
    #expect(found.map(\.reason) == [nil, "no-complement"])
    #expect(found[0].subject?.text == "قائد المنتخب ياسين براهيمي")
    #expect(found[0].subject?.name == "ياسين براهيمي")
    #expect(found[0].subject?.role == "قائد المنتخب")
    #expect(found[0].subject?.rule == "clitic")
    #expect(found[0].complement?.kind == "clause")
    #expect(found[0].clause?.rule == "verb")
    #expect(found[0].canonical == "ياسين براهيمي")
    #expect(found[1].clause == nil && found[1].canonical == nil)
  }

  @Test("Every text is what stands at its offsets")
  func verbatim() throws {
    let input = QuotesCommandTests.article
    let found = try #require(try record("--explain", input: input).explanations)
    #expect(found.count >= 4)
    for span in found.flatMap({ [$0.cue, $0.subject?.span] }).compactMap(\.self) {
      #expect(bytes(of: input, span.start, span.end) == Array(span.text.utf8))
    }
  }

  @Test("--explain changes no quotation, and without it there are no explanations")
  func alike() throws {
    let plain = try record(input: QuotesCommandTests.article)
    let explained = try record("--explain", input: QuotesCommandTests.article)
    #expect(plain.explanations == nil)
    #expect(plain.quotes == explained.quotes)
    #expect(explained.quotes.count == 4)
  }

  @Test("A choice of quotations leaves the explanations whole")
  func chosen() throws {
    let all = try record("--explain", input: QuotesCommandTests.article)
    let some = try record(
      "--explain", "--kind", "direct", input: QuotesCommandTests.article)
    #expect(some.quotes.count == 1)
    #expect(some.explanations?.count == all.explanations?.count)
  }

  @Test(
    "Options that --explain doesn't go with",
    arguments: [
      ["--format", "csv"], ["--format", "tsv"], ["--format", "markdown"], ["--kind", "direct"],
      ["--speaker", "سالم"], ["--context", "3"],
    ])
  func usage(_ options: [String]) throws {
    let ended = try Tool.run(["quotes", "--explain"] + options, input: Self.article.utf8)
    #expect(ended.status == .code(64))
    #expect(ended.message.contains("--explain"))
  }
}

/// What `mujaz quotes --explain` writes as JSON.
private struct ExplainedRecord: Decodable {
  struct Span: Decodable {
    var text: String
    var start: Int
    var end: Int
  }

  struct Subject: Decodable {
    var text: String
    var start: Int
    var end: Int
    var name: String?
    var role: String?
    var rule: String
    var span: Span { Span(text: text, start: start, end: end) }
  }

  struct Complement: Decodable {
    var kind: String
    var offset: Int
  }

  struct Clause: Decodable {
    var start: Int
    var end: Int
    var rule: String
  }

  struct Explanation: Decodable {
    var form: String
    var cue: Span?
    var quotation: Bool
    var reason: String?
    var subject: Subject?
    var complement: Complement?
    var clause: Clause?
    var canonical: String?
  }

  struct Quote: Decodable, Equatable {
    var kind: String
    var start: Int
    var end: Int
    var canonical: String?
  }

  var quotes: [Quote]
  var explanations: [Explanation]?
}
