import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// Files that a memory takes in.
@Suite struct MemoryUnitReaderTests {
  private func tmx(_ body: String, header: String = "srclang=\"ar\"", doctype: String = "")
    -> String
  {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(doctype)<tmx version=\"1.4\"><header \(header)/>"
      + "<body>\(body)</body></tmx>"
  }

  private func tuv(_ language: String, _ text: String) -> String {
    "<tuv xml:lang=\"\(language)\"><seg>\(text)</seg></tuv>"
  }

  @Test("TMX of other tools: a document type, old attributes, inline codes, notes")
  func foreignTMX() throws {
    let body = """
      <tu changedate="20240102T030405Z"><note>x</note><prop type="project">p</prop>
      <tuv lang="EN-US"><seg>Yes <ph x="1">&lt;br&gt;</ph>now</seg></tuv>
      <tuv lang="AR-SA"><seg>نعم <hi type="b">الآن</hi></seg></tuv></tu>
      """
    let units = try Memories.read(tmx(body, doctype: "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"))
    #expect(units.count == 1)
    #expect(units[0].source == "نعم الآن" && units[0].target == "Yes now")
    #expect(units[0].sourceLanguage == "AR-SA" && units[0].targetLanguage == "EN-US")
    #expect(units[0].date == "20240102T030405Z" && units[0].origin == "file")
  }

  @Test("Several languages make several units; --to picks one")
  func languages() throws {
    let body = "<tu>" + tuv("en", "Yes") + tuv("ar", "نعم") + tuv("fr", "Oui") + "</tu>"
    #expect(try Memories.read(tmx(body)).map(\.target) == ["Yes", "Oui"])
    #expect(try Memories.read(tmx(body), to: "fr-CA").map(\.target) == ["Oui"])
    #expect(try Memories.read(tmx(body), from: "fr", to: "en").map(\.source) == ["Oui"])
    #expect(try Memories.read(tmx(body), from: "de").isEmpty)
    #expect(
      try Memories.read(tmx(body, header: "srclang=\"*all*\"")).map(\.source) == ["Yes", "Yes"])
  }

  @Test("Units without two sides, and copies that nobody has translated, are passed over")
  func halves() throws {
    let body =
      "<tu>\(tuv("ar", "نعم"))</tu>"
      + "<tu><prop type=\"x-state\">untranslated</prop>\(tuv("ar", "لا"))\(tuv("en", "لا"))</tu>"
      + "<tu>\(tuv("ar", "عاد"))\(tuv("en", "He came back"))</tu>"
    #expect(try Memories.read(tmx(body)).map(\.source) == ["عاد"])
  }

  @Test(
    "What is no TMX is refused with its line",
    arguments: [
      "<tmx version=\"1.4\"><body><tu></body></tmx>",
      "<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx version=\"1.4\"><body/></tmx>",
      "<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"ar\"><seg>&a;</seg></tuv></tu></body></tmx>",
      "<tmx version=\"1.4\"><body><tu><tuv><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu></body></tmx>",
      "<other/>", "", "one line without a tab",
    ])
  func refused(_ text: String) {
    #expect(throws: PackageError.self) { try Memories.read(text) }
  }

  @Test("Tab-separated values with a header and without")
  func table() throws {
    let plain = try Memories.read("\u{FEFF}نعم\tYes\r\n# remark\n\nلا\tNo", to: "en")
    #expect(plain.map(\.target) == ["Yes", "No"] && plain[0].sourceLanguage == "ar")
    #expect(plain[1].date == "20260101T000000Z")
    let named = try Memories.read(
      "target\tnote\tsource\ttarget_language\torigin\n'=Yes\t-\tنعم\tfr\tصحيفة\n")
    #expect(named[0].source == "نعم" && named[0].target == "=Yes")
    #expect(named[0].targetLanguage == "fr" && named[0].origin == "صحيفة")
    #expect(throws: PackageError.self) { try Memories.read("نعم\tYes\n") }
    #expect(throws: PackageError.self) { try Memories.read("نعم\tYes\nلا\n", to: "en") }
  }

  @Test(
    "A translated package gives its segments with their neighbours", arguments: Packages.formats)
  func package(_ format: PackageFormat) throws {
    let article = Article(text: "قال الوزير نعم. ثم خرج من القاعة.\n\nانتهى الاجتماع أمس.")
    let units = try Memories.read(Packages.bytes([article], format, isPseudo: true))
    #expect(units.map(\.source) == ["قال الوزير نعم.", "ثم خرج من القاعة.", "انتهى الاجتماع أمس."])
    let sources = units.map(\.source)
    #expect(units[1].contexts == [MemoryContext(of: 1, in: sources)])
    #expect(units[0].contexts == [MemoryContext(before: nil, after: ContentHash(sources[1]))])
    #expect(try Memories.read(Packages.bytes([article], format)).isEmpty)
  }
}
