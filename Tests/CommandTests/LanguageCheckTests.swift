import Foundation
import TestSupport
import Testing

/// Articles that are not Arabic.
@Suite struct LanguageCheckTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func text(_ name: String) throws -> String {
    try #require(try LanguageCase.all().first { $0.name == name }).text
  }

  private func file(_ name: String) throws -> String {
    try folder.write(
      Self.text(name).utf8, to: name.replacingOccurrences(of: "/", with: "-") + ".txt")
  }

  private struct Line: Encodable {
    var id: Int
    var text: String
  }

  private func lines(_ names: [String]) throws -> String {
    let lines = try names.enumerated().map { number, name in
      String(
        decoding: try JSONEncoder().encode(Line(id: number, text: Self.text(name))), as: UTF8.self)
    }
    return try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: "lines.jsonl")
  }

  // MARK: What is written

  private struct Told: Decodable {
    struct Metadata: Decodable { var language: String? }

    var language: String?
    var metadata: Metadata?
  }

  @Test(
    "The text tells the language of an article",
    arguments: [("ar/news", "ar"), ("fa/news", "fa"), ("en/news", "en"), ("und/digits", nil)])
  func metadata(_ name: String, _ language: String?) throws {
    let path = try lines([name])
    let text = try decode(success(["text", "--format", "jsonl", path]).output, as: Told.self)
    #expect(text.metadata?.language == language)
    let brief = try decode(success(["brief", "--format", "jsonl", path]).output, as: Told.self)
    #expect(brief.language == language)
  }

  @Test(
    "What a page says of its language stands only where its text tells none",
    arguments: [
      ("ar/news", "en", "ar"), ("fa/news", "ar", "fa"), ("und/turkish", "tr", "tr"),
      ("und/turkish", "ar", "ar"),
    ])
  func page(_ name: String, _ stated: String, _ language: String) throws {
    let paragraph = "<p>\(try Self.text(name))</p>"
    let page =
      "<!DOCTYPE html><html lang=\"\(stated)\"><body><article><h1>1</h1>"
      + "\(paragraph)\(paragraph)</article></body></html>"
    let path = try folder.write(page.utf8, to: "page.html")
    for command in ["text", "brief"] {
      let told = try decode(success([command, "--format", "jsonl", path]).output, as: Told.self)
      #expect((told.metadata?.language ?? told.language) == language, "\(command)")
    }
  }

  // MARK: refuse

  @Test(
    "refuse takes an article that is not Arabic for none",
    arguments: ["brief", "quotes", "segment", "text", "stats"])
  func refused(_ command: String) throws {
    let arguments = [command, "--language-check", "refuse"]
    let path = try file("fa/news")
    expectDiagnostic(
      try Tool.run(arguments + [path]), 65,
      saying: "\(path): the article is not Arabic but Persian (fa)")
    _ = try success(arguments + [try file("ar/much-english")])
    _ = try success(arguments + [try file("und/turkish")])
    _ = try success([command, path])
  }

  @Test("Every foreign record is refused where it stands, and no other")
  func records() throws {
    let path = try lines(["ar/news", "ar-Latn/news", "und/digits", "fr/news", "ar/egyptian"])
    let arguments = ["brief", "--format", "jsonl", "--language-check", "refuse", path]
    let output = try success(arguments + ["--on-error", "record", "--quiet"]).lines
    let refused = try output.indices.filter { output[$0].contains("\"error\"") }.map { number in
      let record = try decode(output[number].utf8, as: ErrorRecord.self)
      #expect(record.error.code == "not_arabic")
      return number
    }
    #expect(output.count == 5)
    #expect(refused == [1, 3])
    let skipped = try Tool.run(arguments + ["--on-error", "skip"])
    #expect(skipped.status == .code(0))
    #expect(
      skipped.message == """
        mujaz: \(path):2: the article is not Arabic but Arabic in Latin letters (ar-Latn)
        mujaz: \(path):4: the article is not Arabic but French (fr)
        mujaz: 2 of 5 refused

        """)
  }

  @Test("A user who names another language is not told of it")
  func named() throws {
    let path = try file("fa/news")
    let arguments = ["prep", path, "--to", "en", "-o", folder.path("package.xlf")]
    expectDiagnostic(try Tool.run(arguments + ["--language-check", "refuse"]), 65)
    _ = try success(arguments + ["--from", "fa"])
    expectDiagnostic(
      try Tool.run(arguments + ["--from", "fa", "--language-check", "refuse"]), 64)
  }

  // MARK: note

  private func screen(_ arguments: String) throws -> String {
    let tool = try TerminalTool("\"$MUJAZ\" \(arguments) >out.txt", in: folder)
    #expect(try tool.finish() == .code(0))
    return String(decoding: tool.screen, as: UTF8.self)
  }

  @Test("A terminal is told of it, one line a file", arguments: ["brief", "segment", "stats"])
  func note(_ command: String) throws {
    let files = try ["fa/news", "ar/news", "en/news", "und/turkish"].map(file)
    _ = try lines(["ar/news", "ur/news", "fr/news"])
    let names = files.map { ($0 as NSString).lastPathComponent }.joined(separator: " ")
    #expect(
      try screen("\(command) \(names) lines.jsonl") == """
        mujaz: fa-news.txt: the article is not Arabic but Persian (fa)\r
        mujaz: en-news.txt: the article is not Arabic but English (en)\r
        mujaz: lines.jsonl:2: the article is not Arabic but Urdu (ur)\r

        """)
  }

  @Test(
    "Nobody is told where nobody looks or wants to know",
    arguments: ["", "--quiet", "--language-check off", "--language-check note --quiet"])
  func silence(_ options: String) throws {
    let path = try file("fa/news")
    if options.isEmpty {
      #expect(try success(["brief", path]).message == "")
    } else {
      #expect(try screen("brief \(options) \((path as NSString).lastPathComponent)") == "")
    }
  }

  @Test("Rules for another language are for its articles")
  func rules() throws {
    let rules = """
      <srx version="2.0"><body><languagerules><languagerule languagerulename="A">
      <rule><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule></languagerule></languagerules>
      <maprules><languagemap languagepattern="fa|ar" languagerulename="A"/></maprules></body></srx>
      """
    _ = try folder.write(rules.utf8, to: "rules.srx")
    _ = try file("fa/news")
    #expect(try screen("segment --srx rules.srx --srx-language fa fa-news.txt") == "")
    #expect(try screen("segment --srx rules.srx fa-news.txt").contains("Persian"))
  }
}
