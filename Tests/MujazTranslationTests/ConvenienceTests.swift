import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// From bytes to packages, units and segments without pointers.
@Suite struct ConvenienceTests {
  @Test("A package of bytes is the one that is read in pieces", arguments: Packages.formats)
  func package(_ format: PackageFormat) throws {
    let bytes = try Packages.bytes([try Packages.article()], format, isPseudo: true)
    let read = try PackageReader.package(bytes: bytes)
    #expect(read.format.rawValue == format.rawValue)
    // A byline is left to whoever translates.
    let merger = Merger(allowsMissing: true)
    #expect(
      try merger.merge(read.package).bytes(.text)
        == merger.merge(Packages.read(bytes)).bytes(.text))
  }

  @Test("No bytes are no package and no units")
  func nothing() {
    #expect(throws: PackageError.self) { try PackageReader.package(bytes: []) }
    #expect(throws: PackageError.self) { try MemoryUnitReader().units(bytes: []) }
  }

  @Test("Units of bytes are those that are read in pieces", arguments: MemoryFormat.allCases)
  func units(_ format: MemoryFormat) throws {
    var writer = MemoryUnitWriter(format)
    writer.write(Memories.unit("افتتح الجسر.", "The bridge opened.", origin: "a.txt"))
    writer.write(Memories.unit("أغلق الجسر.", "The bridge closed.", origin: "a.txt"))
    writer.finish()
    let bytes = writer.take()
    let units = try MemoryUnitReader(origin: "file", date: "20260101T000000Z").units(bytes: bytes)
    #expect(units.map(\.target) == ["The bridge opened.", "The bridge closed."])
    #expect(units == (try Memories.read(bytes)))
  }

  @Test("What is written names the library's version where none is given")
  func version() throws {
    var writer = MemoryUnitWriter(.tmx)
    writer.finish()
    #expect(
      String(decoding: writer.take(), as: UTF8.self)
        .contains("creationtoolversion=\"\(MujazVersion.current)\""))
  }

  @Test("Segments by rules of a file are ranges of the text")
  func segments() throws {
    let rules = try ArabicRules.document.rules(for: "ar")
    let text = "افتتح الجسر. وأغلق الطريق.\nسطر"
    let ranges = try SRXSegmenter(rules).segments(of: text)
    #expect(ranges.map { text[$0] } == ["افتتح الجسر.", "وأغلق الطريق.", "سطر"])
  }

  @Test("Arabic and English are the languages of their tags")
  func languages() {
    #expect(Language.arabic == Language("ar"))
    #expect(Language.english == Language("en"))
  }
}
