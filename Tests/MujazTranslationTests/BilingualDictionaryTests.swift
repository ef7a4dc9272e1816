import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// Dictionaries of users.
@Suite struct DictionaryTests {
  private func translations(_ dictionary: BilingualDictionary, _ word: String) -> Set<WordKey> {
    dictionary.translations(word.wordKeys[0]) ?? []
  }

  @Test("Tab-separated lines; forms of a word find it")
  func table() throws {
    let dictionary = try BilingualDictionary(
      tabSeparated: Array("# كلمات\nوزير\tminister|secretary\n\nقطار\ttrain\n".utf8))
    #expect(translations(dictionary, "والوزير").contains("minist".wordKeys[0]))
    #expect(translations(dictionary, "للوزير").contains("secret".wordKeys[0]))
    #expect(translations(dictionary, "مدينة").isEmpty)
    #expect(throws: PackageError.self) { try BilingualDictionary(tabSeparated: Array("وزير".utf8)) }
  }

  /// A number of a dictd index.
  private func digits(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return number < 64
      ? String(letters[number]) : digits(number / 64) + String(letters[number % 64])
  }

  private func dictionary(_ index: String, _ entries: String) throws -> BilingualDictionary {
    try BilingualDictionary(dictdIndex: Array(index.utf8), entries: Array(entries.utf8))
  }

  @Test("Many headwords may share an entry, which is read once")
  func sharedEntry() throws {
    let entry = "وزير\n" + String(repeating: "a minister of state\n", count: 200) + "minister\n"
    let index = (0..<300).map { "كلمة\(String($0, radix: 2))\tA\t\(digits(entry.utf8.count))\n" }
    let dictionary = try dictionary(
      index.joined() + "وزير\tA\t\(digits(entry.utf8.count))\n", entry)
    #expect(translations(dictionary, "وزير") == Set(["minist".wordKeys[0]]))
  }

  @Test("What an index makes of the entries is bounded", .timeLimit(.minutes(1)))
  func amplification() throws {
    // Three hundred lines over one entry of 1.2 MB.
    let entry =
      "وزير\n" + String(repeating: String(repeating: "abc ", count: 40) + "\n", count: 7_500)
    let size = entry.utf8.count
    let lines = (0..<300).map { "وزير\tA\t\(digits(size - $0 % 2))\n" }
    let error = #expect(throws: PackageError.self) { try dictionary(lines.joined(), entry) }
    #expect(try #require(error).message.hasPrefix("the dictionary becomes too large"))
    #expect((50...60).contains(try #require(error?.line)))
    // Entries that begin a byte apart.
    let shifted = (0..<300).map { "وزير\t\(digits($0 + 20))\t\(digits(size - 320))\n" }
    let other = #expect(throws: PackageError.self) { try dictionary(shifted.joined(), entry) }
    #expect(other?.message == "the entries lie over one another: four times the dictionary is read")
    #expect(other?.line == 5)
    // A headword of many, each of which takes all translations.
    let words = (0..<40_000).map { "ك\($0)" }.joined(separator: ",")
    #expect(throws: PackageError.self) {
      try dictionary("\(words)\tA\t\(digits(size))\n", entry)
    }
  }

  @Test("What a line of a table becomes is bounded", .timeLimit(.minutes(1)))
  func wideTable() throws {
    let translations = String(repeating: "a|", count: 100_000)
    let word = String(repeating: "كلمة", count: 100)
    let error = #expect(throws: PackageError.self) {
      try BilingualDictionary(tabSeparated: Array("نعم\tyes\n\(word)\t\(translations)".utf8))
    }
    #expect(error?.line == 2)
    // A word of a megabyte is none, and costs nothing.
    let long = String(repeating: "كلمة", count: 100_000)
    let dictionary = try BilingualDictionary(
      tabSeparated: Array("\(long)\t\(translations)\nنعم\tyes\nلا\t\(long)\n".utf8))
    #expect(dictionary.count == 1)
  }

  @Test("The dictd form: an index with places in base 64")
  func dictd() throws {
    let entries =
      "00-database-info\nabout\nوزير /waziːr/\n1. Minister (of state)\n2. secretary; vizier\n"
    let start = Array("00-database-info\nabout\n".utf8).count
    let size = Array(entries.utf8).count - start
    let index = "00-database-info\tA\t\(digits(start))\nوزير\t\(digits(start))\t\(digits(size))\n"
    let dictionary = try BilingualDictionary(
      dictdIndex: Array(index.utf8), entries: Array(entries.utf8))
    let found = translations(dictionary, "وزير")
    #expect(found == Set(["minist", "secret", "vizier"].map { $0.wordKeys[0] }))
    for bad in ["وزير\tA\n", "وزير\t?\tB\n", "وزير\tA\t////\n", "وزير\t////////\tA\n"] {
      #expect(throws: PackageError.self) {
        try BilingualDictionary(dictdIndex: Array(bad.utf8), entries: Array(entries.utf8))
      }
    }
  }

  @Test("Gzip: whole, cut, damaged, none")
  func gzip() throws {
    // "نعم\n" as gzip packs it.
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xBB, 0xD9, 0x76, 0x63, 0xE7,
      0xCD, 0x56, 0x2E, 0x00, 0x0A, 0xD0, 0x58, 0x96, 0x07, 0x00, 0x00, 0x00,
    ]
    #expect(try Gzip.unpacked(packed) == Array("نعم\n".utf8))
    #expect(try Gzip.unpacked(packed + packed) == Array("نعم\nنعم\n".utf8))
    for place in packed.indices {
      #expect(throws: PackageError.self) { try Gzip.unpacked(Array(packed[..<place])) }
    }
    var damaged = packed
    damaged[20] ^= 0xFF
    #expect(throws: PackageError.self) { try Gzip.unpacked(damaged) }
    #expect(throws: PackageError.self) { try Gzip.unpacked([]) }
    #expect(throws: PackageError.self) { try Gzip.unpacked(Array("text".utf8)) }
  }
}
