import Foundation
import MujazCore
import MujazTranslation
import TestSupport
import Testing

/// What the documentation of the module shows is this code, word for word: it compiles and runs.
@Suite struct SnippetTests {
  private let article = Article(
    title: "افتتاح جسر جديد",
    text: "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي. وأضاف أن الجسر يخدم عشرين قرية.")
  private let english =
    "The minister of public works opened a new bridge over the Orontes. He added that it serves twenty villages."

  /// A package whose every target somebody has written.
  private func translated() throws -> [UInt8] {
    var package: [UInt8] = []
    var builder = PackageBuilder(PrepSettings(target: .english, format: .po))
    try builder.add(article, original: "article.txt") { package += $0 }
    try builder.finish { package += $0 }
    let text = String(decoding: package, as: UTF8.self)
    let head = try #require(text.range(of: "\n\n")).upperBound
    return Array(
      (text[..<head]
        + text[head...].replacingOccurrences(of: "msgstr \"\"", with: "msgstr \"In English.\""))
        .utf8)
  }

  @Test("The documentation shows what runs here")
  func shown() throws {
    let shown = try Snippet.shown(in: "MujazTranslation")
    #expect(shown.count == 6)
    #expect(shown == (try Snippet.run()))
  }

  @Test("Out and into a memory")
  func out() throws {
    // snippet
    var package: [UInt8] = []
    var builder = PackageBuilder(PrepSettings(target: .english))
    try builder.add(article, original: "article.txt") { package += $0 }
    try builder.finish { package += $0 }
    // end
    #expect(try PackageReader.package(bytes: package).format == .xliff2)
    package = []
    let returned = try PackageReader.package(bytes: translated()).package
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("snippet-\(UUID().uuidString).tm").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    // snippet
    let memory = try MemoryDatabase(path: path, .writing)
    var importer = MemoryImporter(memory)
    for unit in MemoryUnitReader().units(of: returned) {
      try importer.add(unit)
    }
    try importer.finish()
    print(importer.added, "new,", importer.merged, "known")
    // end
    #expect(importer.added == 3)
    // snippet
    let lookup = try MemoryLookup(memory, from: .arabic, to: .english)
    var next = PackageBuilder(PrepSettings(target: .english), leverage: Leverage(memory: lookup))
    try next.add(article, original: "article.txt") { package += $0 }
    try next.finish { package += $0 }
    // end
    let known = try PackageReader.package(bytes: package).package
    #expect(
      known.documents.flatMap(\.units).flatMap(\.segments).allSatisfy { $0.target == "In English." }
    )
  }

  @Test("Back in short")
  func backInShort() throws {
    let bytes = try translated()
    // snippet
    let returned = try PackageReader.package(bytes: bytes).package
    print(try Merger().merge(returned).text)
    // end
    #expect(try Merger().merge(returned).text.hasPrefix("In English.\n"))
  }

  @Test("Back")
  func back() throws {
    let bytes = try translated()
    // snippet
    let returned = try PackageReader.package(bytes: bytes).package
    for finding in Checker().findings(in: returned) {
      print(finding.line, finding.severity.rawValue, finding.message)
    }
    let translation = try Merger().merge(returned)
    print(translation.text)
    let page = try translation.bytes(.html)
    // end
    #expect(String(decoding: page, as: UTF8.self).contains("<h1>In English.</h1>"))
    #expect(Array(translation.text.utf8) == (try translation.bytes(.text)))
  }

  @Test("Alignment")
  func alignment() {
    // snippet
    let aligner = ArticleAligner(source: .arabic, target: .english)
    for unit in aligner.units(article.text, english, origin: "article.txt") {
      print(unit.confidence ?? 1, unit.source, unit.target)
    }
    // end
    #expect(aligner.units(article.text, english, origin: "article.txt").count == 2)
  }
}
