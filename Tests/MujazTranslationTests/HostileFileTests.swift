import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// Files that are broken, cut, altered or made to do harm are refused, each with its reason.
@Suite struct HostileFileTests {
  private static let article = Article(
    text: "قال الوزير نعم. وأضاف أن العمل بدأ.\n\nانتهى الاجتماع أمس.")

  private func package(_ format: PackageFormat = .xliff2) throws -> String {
    try Packages.text([Self.article], format, isPseudo: true)
  }

  private func expect(
    _ text: String, _ part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = try #require(Packages.error(text), sourceLocation: sourceLocation)
    #expect(error.message.contains(part), "\(error.message)", sourceLocation: sourceLocation)
    #expect(!error.message.contains("\n"), sourceLocation: sourceLocation)
  }

  @Test(
    "Document types: external entities, entities that double, parameter entities, in UTF-16 too")
  func doctypes() throws {
    let text = try package()
    let external = "<!DOCTYPE xliff [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
    var laughs = "<!DOCTYPE l [<!ENTITY a \"lol\">"
    var parameters = "<!DOCTYPE l [<!ENTITY % a \"x\">"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      laughs += "<!ENTITY \(name) \"" + String(repeating: "&\(before);", count: 10) + "\">"
      parameters +=
        "<!ENTITY % \(name) \"" + String(repeating: "&#37;\(before);", count: 10) + "\">"
    }
    for type in [
      external, laughs + "]>", parameters + " %j;]>", "<!DOCTYPE xliff SYSTEM \"x.dtd\">",
    ] {
      let hostile = try text.withFirst("<xliff", as: type + "<xliff").withFirst(
        "<target>", as: "<target>&a;")
      try expect(hostile, "DOCTYPE")
      let wide = try hostile.with("UTF-8", as: "UTF-16")
      let bytes = ("\u{FEFF}" + wide).utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
      }
      #expect(try #require(Packages.error(bytes)).message.contains("DOCTYPE"))
    }
    // Behind a comment, or in one, where it does nothing.
    try expect(text.withFirst("<xliff", as: "<!-- - -> --><!DOCTYPE x><xliff"), "DOCTYPE")
    #expect(
      Packages.error(
        try text.withFirst("<xliff", as: "<!-- <!DOCTYPE x> --><?pi <!DOCTYPE x?><xliff")) == nil)
    for encoding in ["UTF-7", "ISO-2022-JP", "IBM037"] {
      try expect(text.with("UTF-8", as: encoding), "encoding")
    }
  }

  @Test("Entities that nobody declared")
  func entities() throws {
    try expect(package().withFirst("<target>", as: "<target>&nope;"), "not well-formed")
  }

  @Test("Files that were cut", arguments: [0.1, 0.5, 0.9, 1])
  func truncated(_ share: Double) throws {
    for format in Packages.formats where format != .tsv {
      let bytes = try Packages.bytes([Self.article], format, isPseudo: true)
      // An archive's last bytes are the length of a comment that it does not have.
      let least = Packages.archives.contains(format) ? 30 : 3
      let cut = Array(bytes[..<min(Int(Double(bytes.count) * share), bytes.count - least)])
      #expect(Packages.error(cut) != nil, "\(format)")
    }
  }

  @Test("A table that was cut at a row's end: what is missing is named")
  func truncatedTable() throws {
    let rows = try package(.tsv).components(separatedBy: "\n")
    try expect(rows.prefix(3).joined(separator: "\n"), "segment 3 of 3")
  }

  @Test("Bytes that no text has")
  func bytes() throws {
    let text = try package()
    try expect(text.withFirst("<target>", as: "<target>\0"), "not well-formed")
    try expect(text.withFirst("<target>", as: "<target>\u{000B}"), "not well-formed")
    try expect(text.withFirst("<target>", as: "<target>&#0;"), "not well-formed")
    let bytes = Array(text.utf8)
    #expect(Packages.error(bytes[..<900] + [0xE9] + bytes[900...]) != nil)
    try expect(package(.po) + "\0", "NUL")
    let table = try Packages.bytes([Self.article], .tsv, isPseudo: true)
    #expect(try #require(Packages.error(table + [0xFF, 0x0A])).message == "not UTF-8")
  }

  @Test("Depth beyond all reason", .timeLimit(.minutes(1)))
  func depth() throws {
    let deep = String(repeating: "<pc id=\"1\">", count: 60_000)
    try expect(package().withFirst("<target>", as: "<target>" + deep), "not well-formed")
    try expect(
      package().withFirst(
        "<unit ", as: String(repeating: "<group id=\"g\">", count: 60_000) + "<unit "),
      "not well-formed")
  }

  @Test("What the inline codes of a segment become is bounded", .timeLimit(.minutes(1)))
  func codes() throws {
    let text = try package()
    let code = "<ph id=\"c1\" dataRef=\"d1\"/>"
    // A thousand codes for one text of 100 KB.
    let data = "<originalData><data id=\"d1\">" + String(repeating: "a", count: 100_000) + "</data>"
    let hostile = try text.withFirst("<segment", as: data + "</originalData><segment")
    for place in ["<source>", "<target>"] {
      try expect(
        hostile.withFirst(place, as: place + String(repeating: code, count: 1_000)), "inline codes")
      try expect(
        text.withFirst(place, as: place + String(repeating: code, count: 5_000)), "inline codes")
    }
    // Few of them are fine.
    let some = try Packages.read(
      hostile.withFirst("<target>", as: "<target>" + String(repeating: code, count: 9)))
    #expect(try #require(some.documents[0].units[0].segments[0].target).utf8.count > 900_000)
    let old = try package(.xliff1)
    let own =
      "<ph id=\"1\" ctype=\"x-mujaz-url\">" + String(repeating: "a", count: 100_000) + "</ph>"
    let other = String(repeating: "<ph id=\"1\" ctype=\"x-mujaz-url\"/>", count: 1_000)
    var hostileOld = try old.withFirst("<source>", as: "<source>" + own)
    let target = try #require(hostileOld.range(of: "<target[^>]*>", options: .regularExpression))
    hostileOld.insert(contentsOf: other, at: target.upperBound)
    try expect(hostileOld, "inline codes")
  }

  @Test("What a unit of TMX becomes in all its languages is bounded", .timeLimit(.minutes(1)))
  func languages() throws {
    func tmx(_ source: String, _ languages: Int) -> String {
      "<tmx version=\"1.4\"><header srclang=\"ar\"/><body><tu><tuv xml:lang=\"ar\"><seg>\(source)</seg></tuv>"
        + String(repeating: "<tuv xml:lang=\"en\"><seg>x</seg></tuv>", count: languages)
        + "</tu></body></tmx>"
    }
    let long = String(repeating: "كلمة ", count: 20_000)
    let error = #expect(throws: PackageError.self) { try Memories.read(tmx(long, 1_000)) }
    #expect(try #require(error).message.contains("16 MB"))
    #expect(try Memories.read(tmx(long, 24)).count == 24)
    #expect(try Memories.read(tmx("نعم", 1_000)).count == 1_000)
  }

  @Test("The pairs of a concept of TBX are bounded")
  func concepts() throws {
    func tbx(_ terms: Int) -> [UInt8] {
      Array(
        ("<martif type=\"TBX-Basic\"><text><body><termEntry>"
          + ["ar", "en"].map { language in
            "<langSet xml:lang=\"\(language)\">"
              + (0..<terms).map { "<tig><term>\(language)\($0)</term></tig>" }.joined()
              + "</langSet>"
          }.joined() + "</termEntry></body></text></martif>").utf8)
    }
    let error = #expect(throws: PackageError.self) { try Glossary(tbx(500)) }
    #expect(try #require(error).message.contains("10000 pairs"))
    #expect(try Glossary(tbx(100)).entries.count == 100)
  }

  @Test("A line without an end is not held", .timeLimit(.minutes(1)))
  func endlessLine() throws {
    var read = 0
    let reader = MemoryUnitReader(source: nil, target: Language("en"), origin: "", date: "")
    let error = #expect(throws: PackageError.self) {
      try reader.read(
        { buffer in
          // Line 1, and then the letter a for good.
          let head = Array("نعم\tyes\n".utf8)
          for index in 0..<buffer.count {
            buffer[index] = read + index < head.count ? head[read + index] : 0x61
          }
          read += buffer.count
          return buffer.count
        }, { (_) throws(PackageError) in })
    }
    #expect(error?.line == 2 && error?.message == "a line of more than 16 MB")
    #expect(read < 20 << 20)
  }

  @Test("A file that does not end is not held")
  func endlessFile() throws {
    var read = 0
    let feed = ByteFeed { buffer in
      read += buffer.count
      return buffer.count
    }
    let error = #expect(throws: PackageError.self) { try feed.rest(atMost: 3 << 20) }
    #expect(error?.message == "the file is larger than 3 MB")
    #expect(read < 4 << 20)
    #expect(ByteFeed.mostBytes == 512 << 20)
  }

  @Test(
    "Thousands of lost codes, and of addresses in a table, take no longer", .timeLimit(.minutes(1)))
  func manyPlaceholders() throws {
    var segment = BilingualSegment(
      id: "1", source: "", target: String(repeating: "نص ", count: 5_000))
    for number in 0..<1_000 {
      let start = segment.source.utf8.count
      segment.source += "@handle\(number) "
      let range = TextRange(start: start, end: segment.source.utf8.count - 1)
      segment.placeholders.append(Placeholder(kind: .handle, range: range))
    }
    let package = BilingualPackage(
      sourceLanguage: "ar", targetLanguage: "en",
      documents: [
        BilingualDocument(original: "a", units: [BilingualUnit(id: "1", segments: [segment])])
      ])
    let merged = try Merger().merge(package).documents[0].paragraphs[0].segments
    #expect(merged[0].restored.count == 1_000)
    let addresses = (0..<20_000).map { "https://example.com/\($0)" }.joined(separator: " و")
    let target = String(repeating: "no address ", count: 10_000)
    let table = "id\tsource\ttarget\n1\tانظر \(addresses)\t\(target)\n"
    let findings = Checker().findings(in: try Packages.read(table))
    #expect(findings.contains { $0.message.hasPrefix("not in the target") })
  }

  @Test("The rules of an SRX file are bounded")
  func rules() throws {
    let rule = "<rule><beforebreak>a</beforebreak></rule>"
    func srx(_ count: Int) -> [UInt8] {
      Array(
        ("<srx version=\"2.0\"><header/><body><languagerules>"
          + String(
            repeating: "<languagerule languagerulename=\"a\">\(rule)\(rule)</languagerule>",
            count: count / 2) + "</languagerules></body></srx>").utf8)
    }
    let error = #expect(throws: PackageError.self) { try SRXReader.document(srx(20_002)) }
    #expect(error?.message == "more than 20000 rules")
    #expect(try SRXReader.document(srx(20_000)).languageRules.count == 10_000)
  }

  @Test(
    "A byte that the declared charset does not have is told as that, wherever it stands",
    arguments: ["ISO-8859-6", "windows-1253", "ISO-8859-8"], [0, 20_000])
  func foreignBytes(_ charset: String, _ letters: Int) throws {
    let text = try package(.xliff1).with("UTF-8", as: charset)
    let before = String(repeating: "a", count: letters)
    let parts = try #require(text.range(of: "<target"))
    let bytes =
      text[..<parts.lowerBound].utf8.filter { $0 < 0x80 } + "<note>\(before)".utf8
      + [0xFF, 0xFF] + "</note>".utf8 + text[parts.lowerBound...].utf8.filter { $0 < 0x80 }
    #expect(
      try #require(Packages.error(Array(bytes))).message
        == "not well-formed XML: a byte that the declared encoding does not have")
    // The next file is none the worse for it.
    #expect(Packages.error(try package(.xliff1)) == nil)
  }

  @Test("Something behind the end")
  func trailing() throws {
    try expect(package() + "<a/>", "not well-formed")
    try expect(package() + "text", "not well-formed")
  }

  @Test("Versions and namespaces that are not read")
  func versions() throws {
    try expect(package().with("version=\"2.0\"", as: "version=\"3.0\""), "version")
    try expect(package().with("document:2.0", as: "document:9.0"), "version")
    try expect(package(.xliff1).with("version=\"1.2\"", as: "version=\"1.1\""), "version")
    try expect("<html><body>xliff</body></html>", "not XLIFF")
    try expect("نص عادي فقط", "not a translation package")
    try expect(Packages.text([Self.article], .tmx), "TMX says nothing of an article's order")
  }

  @Test("Ids that stand twice", arguments: Packages.formats)
  func duplicates(_ format: PackageFormat) throws {
    guard !Packages.archives.contains(format) else { return }
    let text = try package(format)
    let ids = try Packages.read(text).documents[0].units[0].segments.map(\.id)
    try expect(text.with(ids[1], as: ids[0]), "stands twice")
  }

  @Test("Sources that were altered", arguments: Packages.formats)
  func altered(_ format: PackageFormat) throws {
    guard !Packages.archives.contains(format) else { return }
    try expect(package(format).with("الوزير", as: "الرئيس"), "has been altered")
  }

  @Test("Units and segments that were deleted are named")
  func deleted() throws {
    func without(_ pattern: String, _ text: String) throws -> String {
      let range = try #require(text.range(of: pattern, options: .regularExpression))
      return text.replacingCharacters(in: range, with: "")
    }
    try expect(without("<unit [\\s\\S]*?</unit>\n", package()), "unit 1 of 2 is missing")
    try expect(without("<segment [\\s\\S]*?</segment>\n", package()), "has been altered")
    try expect(
      without("<trans-unit [\\s\\S]*?</trans-unit>\n", package(.xliff1)),
      "segment 1 of 3 is missing")
    try expect(without("#\\. segment 2[\\s\\S]*?\n\n", package(.po)), "segment 2 of 3")
    try expect(without("s[0-9a-f]{14}\t.*segment 2.*\n", package(.tsv)), "segment 2 of 3")
  }

  @Test("A DOCX file that is damaged, or without its document")
  func docx() throws {
    let bytes = try Packages.bytes([Self.article], .docx, isPseudo: true)
    #expect(Packages.error(bytes) == nil)
    #expect(Packages.error(Array(bytes.prefix(bytes.count / 2))) != nil)
    let archive = ZipArchive()
    archive.entry("word/other.xml", Array("<a/>".utf8))
    #expect(try #require(Packages.error(archive.finish())).message.contains("no word/document.xml"))
    let hostile = ZipArchive()
    hostile.entry("word/document.xml", Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8))
    #expect(try #require(Packages.error(hostile.finish())).message.contains("DOCTYPE"))
  }
}
