import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// A package in another format is the same package.
@Suite struct ConversionTests {
  private static let articles = [
    Article(
      text: """
        افتتح الوزير جسر السلام أمس.
        بقلم: سامر الحلبي

        قال الوزير نعم على www.example.org اليوم. وأضاف أن العمل بدأ عام 2021. وغادر المكان قبل المساء.
        وعاد بعد ساعة إلى بيته.

        راسلنا على info@example.com الآن. =1+1 نص هنا.
        """),
    Article(text: "قال الوزير نعم على www.example.org اليوم. وأضاف أن العمل بدأ عام 2021."),
  ]

  /// What a translator has made of a package: every state, comments, targets in several forms.
  private func package() throws -> BilingualPackage {
    var package = try Packages.read(Packages.bytes(Self.articles, scope: .both))
    var number = 0
    for document in package.documents.indices {
      for unit in package.documents[document].units.indices {
        for index in package.documents[document].units[unit].segments.indices {
          Self.translate(&package.documents[document].units[unit].segments[index], number)
          number += 1
        }
      }
    }
    return package
  }

  private static func translate(_ segment: inout BilingualSegment, _ number: Int) {
    let parts = segment.placeholders.map { segment.text(of: $0) }.joined(separator: " ")
    segment.target = "Sentence \(number) \(parts)\(parts.isEmpty ? "" : " ")here."
    switch number % 7 {
    case 1: segment.target = nil
    case 2: segment.isFuzzy = true
    case 3: segment.isOmitted = true
    case 4 where segment.isTranslatable: segment.target = segment.source
    case 5: segment.comments = ["أي وزير؟", "Which one?"]
    default: break
    }
    if segment.isOmitted { segment.target = nil }
  }

  private func converted(
    _ package: BilingualPackage, _ read: PackageReader.Format, _ format: PackageFormat,
    fill: TargetFill = .omit
  ) throws -> (bytes: [UInt8], losses: ConversionLosses) {
    let (source, target) = (try #require(Language("ar")), try #require(Language("en")))
    var bytes: [UInt8] = []
    let losses = try PackageConverter(format, fill: fill, version: "0").convert(
      package, of: read, from: source, to: target
    ) { bytes += $0 }
    return (bytes, losses)
  }

  /// What must not change: all that a translator sees and has written.
  private struct Sense: Equatable {
    var text: String
    var originals: [String]
    var roles: [[SegmentRole]]
    var states: [TargetStatus]
    var sources: [String]
    var targets: [String]
    var comments: [[String]]
    var notes: [[String]]

    init(_ package: BilingualPackage) throws {
      text = try Merger(allowsMissing: true).merge(package).text
      let units = package.documents.flatMap(\.units)
      let segments = units.flatMap(\.segments)
      originals = package.documents.map(\.original)
      roles = package.documents.map { $0.units.map(\.role) }
      states = segments.map(\.status)
      sources = segments.map(\.source.asOneLine)
      targets = segments.map { ($0.target ?? "").asOneLine }
      comments = segments.map(\.comments)
      notes = units.flatMap { unit in
        unit.segments.indices.map { unit.notes(of: $0).map(\.text) }
      }
    }
  }

  @Test(
    "Every format into every other, and back", arguments: Packages.formats, Packages.formats)
  func pairs(_ first: PackageFormat, _ second: PackageFormat) throws {
    let sense = try Sense(package())
    #expect(Set(sense.states).count == TargetStatus.allCases.count)
    let readFirst = try #require(PackageReader.Format(rawValue: first.rawValue))
    let readSecond = try #require(PackageReader.Format(rawValue: second.rawValue))
    let one = try Packages.read(converted(package(), .xliff2, first).bytes)
    #expect(try Sense(one) == sense)
    #expect(PackageVerifier.problems(in: one).isEmpty)
    let two = try Packages.read(converted(one, readFirst, second).bytes)
    #expect(try Sense(two) == sense)
    let again = try Packages.read(converted(two, readSecond, first).bytes)
    #expect(try Sense(again) == sense)
    #expect(PackageVerifier.problems(in: again).isEmpty)
    #expect(
      again.documents.map { $0.units.map(\.segments.count) }
        == one.documents.map { $0.units.map(\.segments.count) })
    if first == .xliff2 {
      let codes = { (package: BilingualPackage) in
        package.documents.flatMap(\.units).flatMap(\.segments).map { $0.placeholders.count }
      }
      #expect(try codes(again) == codes(package()))
    }
  }

  @Test("XLIFF 2 into itself loses nothing but what was never read: the same bytes")
  func same() throws {
    let bytes = try Packages.bytes(Self.articles, scope: .both, isPseudo: true)
    let (again, losses) = try converted(Packages.read(bytes), .xliff2, .xliff2)
    #expect(losses.isEmpty)
    #expect(again == bytes)
  }

  @Test("What an article was made of and what was left out of it goes from XLIFF to XLIFF")
  func information() throws {
    var package = try Packages.read(Packages.bytes(Self.articles))
    package.documents[0].leftOut = ["شارك على www.example.org", "اقرأ أيضا"]
    #expect(package.documents[0].digest.count == 64)
    let old = try Packages.read(converted(package, .xliff2, .xliff1).bytes)
    let new = try Packages.read(converted(old, .xliff1, .xliff2).bytes)
    for found in [old, new] {
      #expect(found.documents.map(\.digest) == package.documents.map(\.digest))
      #expect(found.documents.map(\.leftOut) == package.documents.map(\.leftOut))
    }
  }

  @Test("Ids that would stand twice in one table are made anew, and so are those of parts")
  func ids() throws {
    let twice = try Packages.read(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en">
      <file id="f" original="a"><unit id="1"><segment id="x"><source>نعم.</source></segment></unit></file>
      <file id="g" original="a"><unit id="1"><segment id="x"><source>لا.</source></segment></unit></file></xliff>
      """)
    let (bytes, losses) = try converted(twice, .xliff2, .tsv)
    let table = try Packages.read(bytes)
    #expect(table.documents.map(\.original) == ["a", "a (2)"])
    #expect(table.documents[1].units[0].segments[0].id == "s" + ContentHash("لا.").digits)
    #expect(losses.description.contains("documents of one name"))
    let rows = try Packages.read("id\tsource\ttarget\na b\tنعم\tYes\n\tلا\tNo\n")
    let xliff = String(decoding: try converted(rows, .tsv, .xliff2).bytes, as: UTF8.self)
    #expect(xliff.contains("<segment id=\"s\(ContentHash("نعم").digits)\""))
  }

  @Test("Targets in another order stay so in XLIFF 2, and are told of elsewhere")
  func order() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en"><file id="f"><unit id="1">
      <segment id="a"><source>نعم.</source><target order="3">Second.</target></segment>
      <ignorable><source> </source></ignorable>
      <segment id="b"><source>لا.</source><target order="1">First.</target></segment></unit></file></xliff>
      """
    let (bytes, losses) = try converted(Packages.read(text), .xliff2, .xliff2)
    #expect(losses.isEmpty)
    #expect(try Packages.merge(bytes) == "First. Second.\n")
    #expect(
      try converted(Packages.read(text), .xliff2, .po).losses.description
        == "the order of targets that stand in another than their sources (2)")
  }

  @Test("What a format cannot say is told; what nobody has confirmed is no memory")
  func losses() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en"><file id="f">
      <unit id="1"><ignorable><source>  </source></ignorable><segment id="a"><source>Oui
      <cp hex="001B"/></source></segment></unit>
      <unit id="2" translate="no"><segment id="b"><source>Non</source></segment></unit></file></xliff>
      """
    let package = try Packages.read(text)
    var bytes: [UInt8] = []
    let losses = try PackageConverter(.tsv).convert(
      package, of: .xliff2, from: #require(Language("fr")), to: .english
    ) { bytes += $0 }
    #expect(
      losses.description
        == "that segments need no translation (1); the very white space of the article (1); "
        + "line breaks and tabs inside sentences (1); control characters (1); "
        + "the language of the sources")
    let memory = try converted(self.package(), .xliff2, .tmx)
    #expect(memory.losses.description.contains("targets that nobody has confirmed"))
    let units = try Memories.read(memory.bytes)
    #expect(units.allSatisfy { $0.target.hasPrefix("Sentence") } && units.count > 3)
  }

  @Test("A protected part that a target has lost stands where merge would put it")
  func restored() throws {
    var package = try Packages.read(
      Packages.bytes([Article(text: "راسلنا على info@example.com الآن.")]))
    package.documents[0].units[0].segments[0].target = "Write to us."
    for format in Packages.formats {
      let (bytes, losses) = try converted(package, .xliff2, format)
      #expect(try Packages.merge(bytes) == "Write to us. info@example.com\n", "\(format)")
      #expect(
        losses.description.contains("protected parts") != [.xliff2, .xliff1].contains(format))
    }
    // What a table's translator has put into words does not come back behind them.
    let table = "id\tsource\ttarget\n1\tراسلنا على info@example.com الآن.\tWrite to our address.\n"
    let bytes = try converted(Packages.read(table), .tsv, .xliff2).bytes
    #expect(try Packages.merge(bytes) == "Write to our address.\n")
  }

  @Test(
    "Twenty thousand addresses in a row are not marked, and take no longer",
    .timeLimit(.minutes(1)))
  func manyAddresses() throws {
    let addresses = (0..<20_000).map { "https://example.com/\($0)" }.joined(separator: " و")
    let target = String(repeating: "no address ", count: 10_000)
    let table = "id\tsource\ttarget\n1\tانظر \(addresses)\t\(target)\n"
    let bytes = try converted(Packages.read(table), .tsv, .xliff2).bytes
    #expect(try Packages.merge(bytes).hasPrefix("no address no address"))
  }

  @Test("What is not what went out is refused, and so is nothing")
  func refused() throws {
    let text = try Packages.text(Self.articles)
    #expect(throws: PackageError.self) {
      try converted(Packages.read(text.with("الوزير", as: "الرئيس")), .xliff2, .po)
    }
    let empty =
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ar\"/>"
    #expect(throws: PackageError.self) { try converted(Packages.read(empty), .xliff2, .po) }
  }

  @Test("Sources stand for what is missing where that is asked for")
  func copies() throws {
    let package = try Packages.read(Packages.bytes(Self.articles))
    let bytes = try converted(package, .xliff2, .xliff1, fill: .copy).bytes
    let states = try Packages.read(bytes).documents.flatMap(\.units).flatMap(\.segments)
    #expect(states.allSatisfy { $0.status == .copied || $0.status == .translated })
  }
}
