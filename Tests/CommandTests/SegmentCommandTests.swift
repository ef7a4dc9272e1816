import Foundation
import TestSupport
import Testing

/// `mujaz segment`.
@Suite struct SegmentCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func segment(_ text: String, _ options: String...) throws -> SegmentRecord {
    try decode(success(["segment", "--format", "json"] + options, input: text.utf8).output)
  }

  /// The segments of all articles.
  private func segments(
    _ options: String...
  ) throws -> [(article: ArticleFixture, record: SegmentRecord)] {
    try Sample.lines(["segment", "--format", "jsonl"] + options).map {
      ($0.article, try decode($0.line.utf8))
    }
  }

  // MARK: What segments are

  @Test("Nothing but white space is lost between segments")
  func lossless() throws {
    for (article, record) in try segments() {
      var end = 0
      for segment in record.segments {
        #expect(bytes(of: article.text, segment.start, segment.end) == Array(segment.text.utf8))
        #expect(isBlank(bytes(of: article.text, end, segment.start)), "\(article) at \(end)")
        end = segment.end
      }
      #expect(isBlank(bytes(of: article.text, end, article.text.utf8.count)), "\(article)")
    }
  }

  @Test("The command cuts where the annotations of the articles say")
  func cuts() throws {
    for (article, record) in try segments() {
      #expect(record.segments.map(\.text) == article.segments.map(\.text), "\(article)")
    }
  }

  @Test("Segments are numbered from 0, and paragraphs never go back")
  func numbers() throws {
    for (article, record) in try segments() {
      #expect(record.segments.map(\.index) == Array(record.segments.indices), "\(article)")
      let paragraphs = record.segments.map(\.paragraph)
      #expect(paragraphs == paragraphs.sorted(), "\(article)")
    }
  }

  @Test("Offsets count every byte of the input, carriage returns too")
  func carriageReturns() throws {
    let segments = try segment("عنوان\r\n\r\nافتتح الوزير المدرسة.\r\n").segments
    #expect(segments.map(\.start) == [0, 14])
    #expect(segments.map(\.end) == [10, 14 + "افتتح الوزير المدرسة.".utf8.count])
  }

  @Test("A record without text has no segments")
  func noSegments() throws {
    let output = try success(["segment", "--format", "jsonl"], input: #"{"text":" \n "}"#.utf8)
      .output
    #expect(try decode(output, as: SegmentRecord.self).segments.isEmpty)
  }

  // MARK: Abbreviations of the user's own

  @Test("No segment ends behind an abbreviation of --abbreviations")
  func abbreviations() throws {
    let list = try folder.write("# شركات\nشرك.\n".utf8, to: "list.txt")
    let text = "أعلنت شرك. النور أرباحها الفصلية. وارتفع سهمها."
    #expect(try segment(text).segments.count == 3)
    #expect(try segment(text, "--abbreviations", list).segments.count == 2)
    let brief = ["brief", "--words", "5", "--abbreviations", list]
    #expect(
      try success(brief, input: text.utf8).text == "أعلنت شرك. النور أرباحها الفصلية.\n")
  }

  @Test("A list of abbreviations that is none is refused in one line")
  func wrongAbbreviations() throws {
    let list = try folder.write("شرك\nمج\tأخرى\n".utf8, to: "list.txt")
    expectDiagnostic(
      try Tool.run(["segment", "--abbreviations", list]), 65,
      saying: "\(list):2: 'أخرى' is no kind of abbreviation")
    expectDiagnostic(
      try Tool.run(["segment", "--abbreviations", folder.path("none.txt")]), 66,
      saying: folder.path("none.txt"))
    let bytes = try folder.write([0xD8, 0x0A], to: "bytes.txt")
    expectDiagnostic(try Tool.run(["segment", "--abbreviations", bytes]), 65, saying: "not UTF-8")
  }

  // MARK: SRX

  @Test("--srx cuts by the rules of a file, and --explain names them")
  func srx() throws {
    let file = try folder.write(
      """
      <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/>
      <body><languagerules><languagerule languagerulename="Colons">
      <rule break="yes"><beforebreak>:</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule></languagerules><maprules>
      <languagemap languagepattern="ar-x" languagerulename="Colons"/></maprules></body></srx>
      """.utf8, to: "rules.srx")
    let rules = ["--srx", file, "--srx-language", "ar-x"]
    let text = "قال الوزير: انتهى الأمر. وغادر."
    let output = try success(
      ["segment", "--format", "json", "--explain"] + rules, input: text.utf8)
    let record = try decode(output.output, as: SegmentRecord.self)
    #expect(record.segments.map(\.text) == ["قال الوزير:", "انتهى الأمر. وغادر."])
    #expect(record.decisions?.map(\.rule) == ["Colons:1", "line-break"])
    expectDiagnostic(
      try Tool.run(["segment", "--srx", file], input: text.utf8), 65,
      saying: "\(file): no rules for the language 'ar'")
    expectDiagnostic(
      try Tool.run(["segment", "--srx", file, "--abbreviations", file], input: text.utf8), 64)
  }

  @Test("A file that is no SRX is refused in one line, and one that is not there")
  func wrongSRX() throws {
    let file = try folder.write("<srx version='2.0'>".utf8, to: "rules.srx")
    expectDiagnostic(try Tool.run(["segment", "--srx", file]), 65, saying: "\(file):1: ")
    expectDiagnostic(try Tool.run(["segment", "--srx", folder.path("none.srx")]), 66)
  }

  @Test("Rules that take too long end the run with a record's place, or are recorded in it")
  func costlySRX() throws {
    let file = try folder.write(
      """
      <srx version="2.0"><body><languagerules><languagerule languagerulename="A">
      <rule><beforebreak>(ا|ا)*ب$</beforebreak></rule></languagerule></languagerules>
      <maprules><languagemap languagepattern="ar" languagerulename="A"/></maprules></body></srx>
      """.utf8, to: "rules.srx")
    let record = #"{"id":"7","text":"\#(String(repeating: "ا", count: 99))"}"#
    let arguments = ["segment", "--srx", file, "--format", "jsonl"]
    let stream = ["--input", "jsonl"]
    expectDiagnostic(
      try Tool.run(arguments + stream, input: record.utf8), 65, saying: "-:1: \(file):2: rule A:1")
    let output = try success(
      arguments + stream + ["--on-error", "record", "--quiet"], input: record.utf8)
    #expect(try decode(output.output, as: ErrorRecord.self).error.code == "rule_too_costly")
    #expect(try decode(output.output, as: Identified<String>.self).id == "7")
  }

  @Test("mujaz srx writes rules that cut nearly as ours do, with the loss named")
  func ownSRX() throws {
    let file = folder.path("arabic.srx")
    #expect(try success(["srx", "-o", file]).output.isEmpty)
    #expect(try folder.text(of: "arabic.srx") == success(["srx"]).text)
    #expect(try folder.text(of: "arabic.srx").contains("Lost: Quotations"))
    let own = try segments()
    let same = try zip(own, segments("--srx", file)).count { a, b in
      a.record.segments.map(\.text) == b.record.segments.map(\.text)
    }
    #expect(same * 2 > own.count, "\(same) of \(own.count)")
  }

  // MARK: Formats

  @Test("As text each segment is a line, whatever breaks it holds")
  func text() throws {
    for text in [Sample.long, Sample.wrapped] {
      let segments = try segment(text).segments
      #expect(try success(["segment"], input: text.utf8).lines == segments.map { oneLine($0.text) })
    }
  }

  @Test("An empty line parts articles as text")
  func severalArticles() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let one = try success(["segment", file]).text
    #expect(try success(["segment", file, file]).text == one + "\n" + one)
  }

  @Test("TSV has number, start, end, role and text in columns")
  func table() throws {
    let segments = try segment(Sample.wrapped).segments
    let rows = try success(["segment", "--format", "tsv", "--raw"], input: Sample.wrapped.utf8)
      .lines
    #expect(
      rows
        == segments.map { "\($0.index)\t\($0.start)\t\($0.end)\t\($0.role)\t\(oneLine($0.text))" })
  }

  @Test(
    "TSV is safe to open in a spreadsheet, and as it is for scripts that want it so",
    arguments: ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
  func formulas(_ sign: String) throws {
    let text = "\(sign)HYPERLINK(1) هذا رابط."
    let safe = try success(["segment", "--format", "tsv"], input: text.utf8).text
    let raw = try success(["segment", "--format", "tsv", "--raw"], input: text.utf8).text
    #expect(safe == "0\t0\t\(text.utf8.count)\tbody\t'\(text)\n")
    #expect(raw == safe.replacing("\t'", with: "\t"))
    expectDiagnostic(try Tool.run(["segment", "--raw"], input: text.utf8), 64)
  }

  @Test("A tab inside a segment is a space in TSV")
  func tabs() throws {
    let rows = try success(
      ["segment", "--format", "tsv"], input: "افتتح الوزير\tالمدرسة.".utf8
    ).lines
    #expect(rows.map { $0.split(separator: "\t").count } == [5])
  }

  @Test(
    "Line breaks beyond ASCII inside a segment are spaces, too", arguments: ["\u{85}", "\u{2028}"])
  func unicodeLineBreaks(_ separator: String) throws {
    let text = Sample.wrapped.replacingOccurrences(of: "\n", with: separator)
    let output = try success(["segment"], input: text.utf8).text
    #expect(!output.contains(separator))
  }

  @Test("As JSON a file's segments have the path as id and the text as source")
  func json() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let output = try success(["segment", "--format", "json", file]).output
    #expect(try decode(output, as: Identified<String>.self).id == file)
    #expect(try decode(output, as: SegmentRecord.self).source == Sample.short)
  }

  @Test("Several files are an array as JSON")
  func severalFilesAsJSON() throws {
    let files = [
      try folder.write(Sample.long.utf8, to: "a.txt"),
      try folder.write(Sample.short.utf8, to: "b.txt"),
    ]
    let output = try success(["segment", "--format", "json"] + files).output
    #expect(try decode(output, as: [Identified<String>].self).map(\.id) == files)
  }

  @Test("As JSON Lines every article is a line without the source")
  func jsonLines() throws {
    let files = [
      try folder.write(Sample.long.utf8, to: "a.txt"),
      try folder.write(Sample.short.utf8, to: "b.txt"),
    ]
    let lines = try success(["segment", "--format", "jsonl"] + files).lines
    #expect(try lines.map { try decode($0.utf8, as: Identified<String>.self).id } == files)
    #expect(try lines.allSatisfy { try decode($0.utf8, as: SegmentRecord.self).source == nil })
  }

  // MARK: Explanations

  @Test("--explain names in JSON a rule for every end of a segment")
  func explainedJSON() throws {
    for (article, record) in try segments("--explain") {
      let decisions = try #require(record.decisions)
      let kept = Set(decisions.filter(\.boundary).map(\.offset))
      #expect(record.segments.allSatisfy { kept.contains($0.end) }, "\(article)")
      #expect(decisions.allSatisfy { !$0.rule.isEmpty }, "\(article)")
    }
  }

  @Test("--explain changes no segment")
  func explainedAlike() throws {
    let plain = try segment(Sample.long).segments
    #expect(try segment(Sample.long, "--explain").segments.map(\.end) == plain.map(\.end))
  }

  @Test("Without --explain there are no decisions")
  func unexplained() throws {
    #expect(try segment(Sample.short).decisions == nil)
  }

  @Test("--explain shows as text each place with its rule")
  func explainedText() throws {
    let decisions = try #require(try segment(Sample.short, "--explain").decisions)
    let lines = try success(["segment", "--explain"], input: Sample.short.utf8).lines
    #expect(
      lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == decisions.map { "\($0.boundary ? "end" : "no") \($0.rule)" })
  }
}

private func oneLine(_ text: String) -> String {
  text.replacingOccurrences(of: "\n", with: " ")
}

/// Whether bytes are there and all white space.
private func isBlank(_ bytes: [UInt8]?) -> Bool {
  bytes.map { String(decoding: $0, as: UTF8.self).allSatisfy(\.isWhitespace) } ?? false
}
