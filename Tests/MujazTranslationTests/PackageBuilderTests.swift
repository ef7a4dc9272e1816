import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// Articles as packages.
@Suite struct PackageBuilderTests {
  /// The text of a document, put together from its segments and the white space between them.
  private func source(_ document: BilingualDocument) -> String {
    document.units.map { unit in
      unit.lead + unit.segments.map { $0.source + $0.gap }.joined()
    }.joined()
  }

  @Test("Every character of an article is in exactly one segment or ignorable")
  func lossless() throws {
    var texts = try ArticleFixture.all().map(\.text)
    texts.append(try Packages.article().text)
    texts.append(
      "  \n\tنص يبدأ بفراغ.\u{00A0}وآخر\u{2028}سطر.\r\n\r\nثم\u{000B}نهاية\u{000C}  \n\u{200F}")
    for text in texts {
      let document = try #require(
        Packages.read(Packages.bytes([Article(text: text)], allLines: true)).documents.first)
      #expect(Array(source(document).utf8) == Array(text.utf8))
    }
  }

  @Test("Every character of a text that nobody writes is kept too", arguments: 0..<40)
  func losslessAtRandom(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = [
      "قال", "الوزير", "نعم", ".", "؟", "!", "«", "»", "\"", "(", ")", " ", " ", "  ", "\n", "\n\n",
      "\r\n", "\t", "\u{000B}", "\u{0001}", "\u{001F}", "&", "<", ">", "&amp;", "]]>", "\u{00A0}",
      "\u{2029}", "\u{FEFF}", "\u{200F}", "\u{202B}", "😀", "12", "٣٫٥",
      "http://a.example/b?c=1&d=2",
      "#وسم_ما", "@name", "a@b.com", "\r", "'", "…",
    ]
    var text = "بداية "
    for _ in 0..<80 { text += pieces[next(pieces.count)] }
    let document = try #require(
      Packages.read(Packages.bytes([Article(text: text)], allLines: true)).documents.first)
    #expect(Array(source(document).utf8) == Array(text.utf8))
  }

  @Test("Ids survive an edit elsewhere")
  func ids() throws {
    func ids(_ text: String) throws -> (units: [String], segments: [String]) {
      let document = try #require(
        Packages.read(Packages.bytes([Article(text: text)])).documents.first)
      return (document.units.map(\.id), document.units.flatMap { $0.segments.map(\.id) })
    }
    let text = try Packages.article().text
    let old = try ids(text)
    let new = try ids(
      "فقرة جديدة قبل كل شيء. وجملة ثانية فيها.\n\n"
        + text.withFirst("١٬١٨٠", as: "١٬٢٨٠"))
    #expect(Set(old.units).subtracting(new.units).count == 1)
    #expect(Set(old.segments).subtracting(new.segments).count == 1)
    // The others in their order.
    #expect(
      old.segments.filter(new.segments.contains) == new.segments.filter(old.segments.contains))
    #expect(Set(old.segments).count == old.segments.count)
  }

  @Test("A repeated segment has an id of its own and is marked")
  func repeats() throws {
    let text = try Packages.text([Packages.article()], allLines: true)
    let package = try Packages.read(text)
    let ids = package.documents[0].units.suffix(2).flatMap { $0.segments.map(\.id) }
    #expect(ids.count == 2 && ids[1] == ids[0] + "-2")
    #expect(text.contains("stands 2 times in the article"))
  }

  @Test("The same article gives the same bytes", arguments: PackageFormat.allCases)
  func deterministic(_ format: PackageFormat) throws {
    let article = try Packages.article()
    for scope in PrepScope.allCases {
      #expect(
        try Packages.bytes([article], format, scope: scope)
          == Packages.bytes([article], format, scope: scope))
    }
  }

  @Test("Both: the brief is a document of its own, first; the article's ids are as without it")
  func both() throws {
    let article = try Packages.article()
    let alone = try Packages.read(Packages.bytes([article]))
    let both = try Packages.read(Packages.bytes([article], scope: .both))
    #expect(both.documents.count == 2)
    let brief = both.documents[0].units.flatMap(\.segments)
    let text = Briefer().brief(of: article).text(of: article)
    #expect(brief.map(\.source).joined(separator: " ") == text)
    #expect(both.documents[1].units.map(\.id) == alone.documents[0].units.map(\.id))
  }

  @Test("A title that comes apart is the first unit")
  func title() throws {
    let article = Article(title: "عنوان المقال", text: "قال الوزير إن العمل بدأ أمس في المدينة.")
    let units = try Packages.read(Packages.bytes([article])).documents[0].units
    #expect(units.count == 2)
    #expect(units[0].role == .headline && units[0].segments[0].source == "عنوان المقال")
    #expect(try Packages.merge(Packages.text([article], isPseudo: true)).hasPrefix("["))
  }

  @Test("An article without anything to translate is refused")
  func empty() {
    #expect(throws: PackageError.self) { try Packages.bytes([Article(text: " \n ")]) }
  }

  @Test("The units of XLIFF 2 have their children in the order of the profile")
  func order() throws {
    let text = try Packages.text([Packages.article()], scope: .both, isPseudo: true)
    let order = ["gls:glossary", "notes", "originalData", "segment", "ignorable"]
    for unit in text.components(separatedBy: "<unit ").dropFirst() {
      let tags = unit.components(separatedBy: "\n").compactMap { line in
        order.first { line.hasPrefix("<\($0)>") || line.hasPrefix("<\($0) ") }
      }
      let firsts = order.prefix(3).compactMap { tags.firstIndex(of: $0) }
      #expect(firsts == firsts.sorted())
      let segment = try #require(tags.firstIndex(of: "segment"))
      #expect(firsts.allSatisfy { $0 < segment })
    }
    #expect(text.contains("srcDir=\"rtl\" trgDir=\"ltr\""))
    #expect(
      text.components(separatedBy: "<segment ").dropFirst().allSatisfy { $0.contains(" state=\"") })
  }

  @Test("Pseudo-translation keeps placeholders, digits and marks, and no Arabic letter")
  func pseudo() throws {
    let package = try Packages.read(Packages.bytes([Packages.article()], isPseudo: true))
    for segment in package.documents[0].units.flatMap(\.segments) where segment.isTranslatable {
      let target = try #require(segment.target)
      #expect(target.hasPrefix("[") && target.hasSuffix("]"))
      #expect(
        !target.hasArabicOutside(
          segment.placeholders(in: target).map {
            Placeholder(kind: .url, range: $0.range)
          }))
      for place in segment.placeholders { #expect(target.contains(segment.text(of: place))) }
    }
    #expect(Checker().findings(in: package).filter { $0.severity == .error } == [])
  }

  @Test("Terms of the glossary are marked in the source and listed beside it")
  func glossary() throws {
    var glossary = Glossary()
    glossary.add("الربط الكهربائي", ["power link", "grid link"])
    glossary.add("الوزير", ["the minister"])
    let text = "قال الوزير إن الربط الكهربائي بدأ على www.example.org. وللوزير رأي."
    let arabic = try #require(Language("ar"))
    let target = try #require(Language("en"))
    var builder = PackageBuilder(
      PrepSettings(source: arabic, target: target, glossary: glossary, version: "0"))
    var bytes: [UInt8] = []
    try builder.add(Article(text: text), original: "a") { bytes += $0 }
    try builder.finish { bytes += $0 }
    let xliff = String(decoding: bytes, as: UTF8.self)
    #expect(
      xliff.contains("<source>قال <mrk id=\"t1\" type=\"term\">الوزير</mrk> إن <mrk id=\"t2\""))
    #expect(xliff.contains("<mrk id=\"t3\" type=\"term\">وللوزير</mrk> رأي."))
    #expect(
      xliff.contains(
        "<gls:glossEntry ref=\"#t2\"><gls:term>الربط الكهربائي</gls:term><gls:translation>power link</gls:translation><gls:translation>grid link</gls:translation>"
      ))
    #expect(source(try Packages.read(bytes).documents[0]) == text)
  }
}
