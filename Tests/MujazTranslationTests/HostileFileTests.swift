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
      let least = format == .docx ? 30 : 3
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
    guard format != .docx else { return }
    let text = try package(format)
    let ids = try Packages.read(text).documents[0].units[0].segments.map(\.id)
    try expect(text.with(ids[1], as: ids[0]), "stands twice")
  }

  @Test("Sources that were altered", arguments: Packages.formats)
  func altered(_ format: PackageFormat) throws {
    guard format != .docx else { return }
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
