import Foundation
import TestSupport
import Testing

/// `mujaz text`, and what every command does with pages, feeds, archives and damaged files.
@Suite struct TextCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What `mujaz text` writes as JSON.
  struct TextRecord: Decodable {
    struct Metadata: Decodable {
      var author: String?
      var date: String?
      var repairs: [String]
    }

    var id: String
    var source: String?
    var title: String?
    var paragraphs: [String]
    var metadata: Metadata
    var encoding: String
  }

  static let title = "افتتاح خط جديد للنقل النهري في المدينة"
  static let paragraphs = [
    "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.",
    "وقال الوزير إن الرحلات ستكون كل ربع ساعة من السادسة صباحا حتى منتصف الليل.",
  ]
  static let page = """
    <!DOCTYPE html><html lang="ar"><head><title>\(title) | صحيفة المدينة</title></head><body><nav><a href="/">الرئيسية</a></nav>
    <h1>\(title)</h1><div class="share">شارك</div>\(paragraphs.map { "<p>\($0)</p>" }.joined())<footer>حقوق</footer></body></html>
    """
  static let clean = "\(title)\n\n\(paragraphs.joined(separator: "\n"))\n"
  static let front =
    "<html><title>صحيفة</title><ul>" + String(repeating: "<li><a href='/'>خبر</a></li>", count: 9)
    + "</ul></html>"

  // MARK: Formats

  @Test("A page becomes its headline, a blank line and its paragraphs, by content alone")
  func text() throws {
    let file = try folder.write(Self.page.utf8, to: "page.txt")
    #expect(try success(["text", file]).text == Self.clean)
    #expect(try success(["text"], input: Self.page.utf8).text == Self.clean)
  }

  @Test("Clean text comes back as it went in")
  func idempotent() throws {
    #expect(try success(["text"], input: Self.clean.utf8).text == Self.clean)
  }

  @Test("JSON gives the text that offsets count in as source")
  func json() throws {
    let file = try folder.write(Self.page.utf8, to: "page.html")
    let record = try decode(
      success(["text", "--format", "json", file]).output, as: TextRecord.self)
    #expect(record.id == file)
    #expect(record.title == Self.title)
    #expect(record.paragraphs == Self.paragraphs)
    #expect(record.source.map { $0 + "\n" } == Self.clean)
    #expect(record.encoding == "UTF-8")
    let brief = try decode(
      success(["brief", "--format", "json", file]).output, as: BriefRecord.self)
    #expect(brief.source == record.source)
    for sentence in brief.sentences {
      #expect(
        bytes(of: brief.source ?? "", sentence.start, sentence.end) == Array(sentence.text.utf8))
      #expect(Self.paragraphs.contains(sentence.text))
    }
    let segments = try decode(
      success(["segment", "--format", "json", file]).output, as: SegmentRecord.self
    ).segments
    #expect(segments.map(\.role) == ["headline", "body", "body"])
    #expect(
      try success(["text", "--format", "markdown", file]).text
        == "## \(Self.title)\n\n\(Self.paragraphs.joined(separator: "\n\n"))\n")
  }

  @Test("The boilerplate lines of scraped text are left out")
  func scraped() throws {
    let text = """
      \(Self.title)
      رغد السالم – صحيفة المدينة
      شارك فيسبوك تويتر واتساب
      \(Self.paragraphs[0])
      اقرأ أيضا: خبر آخر
      \(Self.paragraphs[1])
      جميع الحقوق محفوظة
      """
    #expect(try success(["text"], input: text.utf8).text == Self.clean)
  }

  @Test("Of a page dumped line by line the article comes out")
  func dump() throws {
    let menu = ["الرئيسية", "محليات", "رياضة", "اقتصاد", "ثقافة", "فيديو", "صور", "من نحن"]
    let foot = [
      "الأكثر قراءة", "محافظ البنك يستقبل وفدا", "بدء موسم قطاف الزيتون", "معرض للخط يفتح أبوابه",
      "اتصل بنا",
    ]
    let lines = ["\(Self.title) | صحيفة المدينة"] + menu + [Self.title] + Self.paragraphs + foot
    #expect(try success(["text"], input: lines.joined(separator: "\n").utf8).text == Self.clean)
  }

  // MARK: Many files

  @Test("Many files go into one call, in order, the same for every number of threads")
  func manyFiles() throws {
    let files = try (0..<40).map { number in
      try folder.write((number % 7 == 3 ? Self.front : Self.page).utf8, to: "\(number).html")
    }
    func run(_ jobs: String) throws -> Ended {
      try success(
        ["text", "--format", "jsonl", "--on-error", "record", "--quiet", "--jobs", jobs] + files)
    }
    let one = try run("1")
    #expect(try run("4").output == one.output)
    let ids = try one.lines.map { try decode($0.utf8, as: Identified<String>.self).id }
    #expect(ids == files)
    let errors = try one.lines.indices.filter { one.lines[$0].contains("\"error\"") }.map {
      number in
      try decode(one.lines[number].utf8, as: ErrorRecord.self).error.code
    }
    #expect(errors == Array(repeating: "no_article", count: 6))
  }

  @Test("Thousands of operands are read in order, and as fast as few", arguments: [[], ["--"]])
  func thousands(_ separator: [String]) throws {
    let files = try (0..<3).map { try folder.write(Self.page.utf8, to: "\($0).html") }
    let operands = (0..<3000).map { files[$0 % 3] }
    let start = ContinuousClock.now
    let lines = try success(["text", "--format", "jsonl"] + separator + operands).lines
    #expect(ContinuousClock.now - start < .seconds(30))
    let ids = try lines.map { try decode($0.utf8, as: Identified<String>.self).id }
    #expect(ids == operands)
    expectDiagnostic(try Tool.run(["schema", "text"] + operands), 64)
  }

  @Test(
    "Articles as text are parted by an empty line, whichever thread wrote them",
    arguments: [
      ["text"], ["text", "--format", "markdown"], ["segment"], ["brief", "--format", "markdown"],
    ])
  func emptyLines(_ command: [String]) throws {
    let files = try (0..<20).map { try folder.write(Self.page.utf8, to: "\($0).html") }
    let one = try success(command + ["--jobs", "1"] + files).text
    #expect(!one.hasPrefix("\n"))
    for _ in 0..<5 { #expect(try success(command + ["--jobs", "4"] + files).text == one) }
    let alone = try success(command + [files[0]]).text
    #expect(one == Array(repeating: alone, count: 20).joined(separator: "\n"))
  }

  @Test(
    "A page that is no article is bad data, for every command",
    arguments: ["text", "brief", "segment"])
  func noArticle(_ command: String) throws {
    let file = try folder.write(Self.front.utf8, to: "front.html")
    expectDiagnostic(try Tool.run([command, file]), 65, saying: "\(file): no article: ")
    let skipped = try Tool.run([command, "--on-error", "skip", "--quiet", file])
    expectDiagnostic(skipped, 0, saying: "no article")
    #expect(skipped.output.isEmpty)
  }

  // MARK: Charsets

  @Test("The charset is found, or taken as it is named, and repairs are told")
  func encodings() throws {
    // قال الوزير نعم in windows-1256.
    let bytes: [UInt8] = [
      0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xE4, 0xDA, 0xE3,
    ]
    func record(_ arguments: [String], _ input: [UInt8]) throws -> TextRecord {
      try decode(success(["text", "--format", "jsonl"] + arguments, input: input).output)
    }
    #expect(try record([], bytes).encoding == "windows-1256")
    #expect(try record(["--encoding", "cp1256"], bytes).paragraphs == ["قال الوزير نعم"])
    #expect(try record(["--encoding", "ISO-8859-6"], bytes).paragraphs != ["قال الوزير نعم"])
    let cut = try record([], Array("قال الوزير نعم".utf8).dropLast())
    #expect(cut.metadata.repairs == ["truncated_tail"])
    #expect(cut.paragraphs == ["قال الوزير نع"])
    expectDiagnostic(try Tool.run(["text", "--strict"], input: Array("نعم".utf8).dropLast()), 65)
    expectDiagnostic(try Tool.run(["text", "--encoding", "klingon"]), 64, saying: "klingon")
  }

  // MARK: Records

  @Test("Text, title and id may stand in members of any name")
  func fields() throws {
    let line = #"{"body":"\#(Self.paragraphs[0])","headline":"عنوان","url":7}"# + "\n"
    let output = try success(
      [
        "text", "--format", "jsonl", "--text-field", "body", "--title-field", "headline",
        "--id-field", "url",
      ],
      input: line.utf8
    ).text
    #expect(
      output
        == #"{"id":7,"title":"عنوان","paragraphs":["\#(Self.paragraphs[0])"],"metadata":{"language":"ar","repairs":[]},"encoding":"UTF-8"}"#
        + "\n")
    expectDiagnostic(
      try Tool.run(["text", "--text-field", "nothing"], input: line.utf8), 65,
      saying: "no string \"nothing\"")
  }

  // MARK: Containers

  @Test("Every article of a feed is a record, by its guid or its number")
  func feed() throws {
    let items = ["<guid>g1</guid>", "", "<guid>g3</guid>"].map { guid in
      "<item>\(guid)<title>\(Self.title)</title><description>\(guid == "<guid>g3</guid>" ? "" : Self.paragraphs[0])</description></item>"
    }
    let file = try folder.write("<rss><channel>\(items.joined())</channel></rss>".utf8, to: "feed")
    let ended = try success(["brief", "--format", "json", "--on-error", "record", "--quiet", file])
    #expect(
      try decode(ended.output, as: [Identified<String>].self).map(\.id) == [
        "g1", "\(file)#2", "g3",
      ])
  }

  @Test("A web archive is read plain and compressed, and its pictures are passed over")
  func archive() throws {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(Self.page)"
    let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxyz"
    let records = [page, picture, page].map {
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http\r\nContent-Length: \($0.utf8.count)\r\n\r\n\($0)\r\n\r\n"
    }
    let file = try folder.write(records.joined().utf8, to: "a.warc")
    let plain = try success(["text", file])
    #expect(plain.text == Self.clean + "\n" + Self.clean)
    let packed = try Tool.shell("gzip -c a.warc > a.warc.gz; \"$MUJAZ\" text a.warc.gz", in: folder)
    #expect(packed.text == plain.text)
    let parts = try Tool.shell(
      "head -c 200 a.warc | gzip -c >b.gz; tail -c +201 a.warc | gzip -c >>b.gz; \"$MUJAZ\" text b.gz",
      in: folder)
    #expect(parts.text == plain.text)
    let cut = try Tool.shell("head -c 200 a.warc.gz >c.gz; \"$MUJAZ\" text c.gz", in: folder)
    #expect(cut.status == .code(65))
  }

  @Test("A bomb is refused before it fills the memory")
  func bomb() throws {
    let ended = try Tool.shell(
      "head -c 60000000 /dev/zero | gzip -9c >bomb.gz; \"$MUJAZ\" text bomb.gz", in: folder)
    expectDiagnostic(ended, 65, saying: "inflates to more than 200 times")
  }
}
