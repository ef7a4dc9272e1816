import Testing

@testable import MujazTranslation

/// What is read from SRX files, and what is refused.
@Suite struct SRXReaderTests {
  private static let rule = """
    <rule break="no"><beforebreak>\\bد\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
    """

  /// A file of one set of rules.
  private func file(
    _ rules: String = rule, version: String = "2.0", cascade: String = "no", head: String = "",
    maps: String = #"<languagemap languagepattern="(?i)ar.*" languagerulename="Arabic"/>"#
  ) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      \(head)<srx xmlns="http://www.lisa.org/srx20" xmlns:other="urn:other" version="\(version)">
      <header segmentsubflows="yes" cascade="\(cascade)"><other:note>a</other:note></header>
      <body><languagerules>
      <languagerule languagerulename="Arabic">\(rules)</languagerule>
      <languagerule languagerulename="All"><rule><beforebreak>!</beforebreak></rule></languagerule>
      </languagerules><maprules>\(maps)</maprules></body></srx>
      """.utf8)
  }

  @Test("A rule has its patterns, its answer, its number and its line")
  func rules() throws {
    let rules = try SRXReader.document(file()).rules(for: "ar-SA")
    #expect(
      rules == [
        SRXRule(isBreak: false, before: "\\bد\\.", after: "\\s", name: "Arabic:1", line: 5)
      ])
  }

  @Test("What is missing in a rule matches always, and a rule breaks if it does not say")
  func defaults() throws {
    let maps = #"<languagemap languagepattern=".*" languagerulename="All"/>"#
    let rules = try SRXReader.document(file(maps: maps)).rules(for: "ar")
    #expect(rules.map(\.isBreak) == [true])
    #expect(rules.map(\.after) == [""])
  }

  @Test("Entities of XML and CDATA are read, comments passed over")
  func content() throws {
    let rules = "<rule><beforebreak>a&lt;<!-- b --><![CDATA[<c>]]></beforebreak></rule>"
    #expect(try SRXReader.document(file(rules)).rules(for: "ar").map(\.before) == ["a<<c>"])
  }

  @Test("With cascade every map that matches gives its rules, without it the first")
  func cascade() throws {
    let maps = """
      <languagemap languagepattern="ar.*" languagerulename="Arabic"/>
      <languagemap languagepattern="fr" languagerulename="Arabic"/>
      <languagemap languagepattern=".*" languagerulename="All"/>
      """
    let all = try SRXReader.document(file(cascade: "yes", maps: maps)).rules(for: "ar")
    #expect(all.map(\.name) == ["Arabic:1", "All:1"])
    let first = try SRXReader.document(file(maps: maps)).rules(for: "ar")
    #expect(first.map(\.name) == ["Arabic:1"])
  }

  @Test("A language must match the whole pattern")
  func wholeCode() throws {
    let document = try SRXReader.document(
      file(maps: #"<languagemap languagepattern="a" languagerulename="Arabic"/>"#))
    #expect(throws: PackageError.self) { try document.rules(for: "ar") }
    #expect(try document.rules(for: "a").count == 1)
  }

  @Test("Rules that a map names must be there")
  func missingRules() throws {
    let document = try SRXReader.document(
      file(maps: #"<languagemap languagepattern="ar" languagerulename="Urdu"/>"#))
    #expect(throws: PackageError("a map names the rules 'Urdu', which are not there")) {
      try document.rules(for: "ar")
    }
  }

  @Test("What is no SRX 2.0 is refused")
  func refused() {
    let entity = #"<!DOCTYPE srx [<!ENTITY x SYSTEM "file:///etc/hostname">]>"#
    let bad: [[UInt8]] = [
      [], Array("text".utf8), Array("<srx version=\"2.0\"".utf8), Array("<tmx/>".utf8),
      file(version: "1.0"), file(head: entity), file("&x;"), Array(file().dropLast(8)),
      file("<rule break=\"maybe\"/>"), file().map { $0 == 0x22 ? 0 : $0 },
      file(maps: #"<languagemap languagepattern="ar"/>"#),
    ]
    for bytes in bad {
      #expect(throws: PackageError.self, "\(String(decoding: bytes, as: UTF8.self))") {
        try SRXReader.document(bytes)
      }
    }
  }

  @Test("Files without a namespace are read")
  func noNamespace() throws {
    let text = String(decoding: file(), as: UTF8.self)
      .split(separator: #" xmlns="http://www.lisa.org/srx20""#).joined()
    #expect(try SRXReader.document(Array(text.utf8)).rules(for: "ar").count == 1)
  }
}
