import Foundation
import MujazCore

@testable import MujazTranslation

/// Memories in the making, as the tests need them.
enum Memories {
  static func unit(
    _ source: String, _ target: String, context: MemoryContext? = nil, origin: String = "",
    date: String = ""
  ) -> MemoryUnit {
    MemoryUnit(
      source: source, target: target, sourceLanguage: "ar", targetLanguage: "en",
      contexts: context.map { [$0] } ?? [], origin: origin, date: date)
  }

  /// A memory of some units, gone with the test.
  static func database(_ units: [MemoryUnit]) throws -> MemoryDatabase {
    let database = try MemoryDatabase()
    try add(units, to: database)
    return database
  }

  static func add(_ units: [MemoryUnit], to database: MemoryDatabase) throws {
    var importer = MemoryImporter(database)
    for unit in units { try importer.add(unit) }
    try importer.finish()
  }

  static func lookup(_ units: [MemoryUnit]) throws -> MemoryLookup {
    try MemoryLookup(database(units), from: nil, to: nil)
  }

  static func all(_ database: MemoryDatabase) throws -> [MemoryUnit] {
    var cursor = try MemoryCursor(database)
    var units: [MemoryUnit] = []
    while let unit = try cursor.next() { units.append(unit) }
    return units
  }

  /// The units of a file, fed in pieces of an odd size.
  static func read(
    _ bytes: [UInt8], from source: String? = nil, to target: String? = nil
  ) throws -> [MemoryUnit] {
    var rest = bytes[...]
    let reader = MemoryUnitReader(
      source: source.flatMap { Language($0) }, target: target.flatMap { Language($0) },
      origin: "file", date: "20260101T000000Z")
    var units: [MemoryUnit] = []
    try reader.read(
      { buffer in
        let count = min(buffer.count, rest.count, 777)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      },
      { (unit) throws(PackageError) in units.append(unit) })
    return units
  }

  static func read(
    _ text: String, from source: String? = nil, to target: String? = nil
  ) throws -> [MemoryUnit] {
    try read(Array(text.utf8), from: source, to: target)
  }

  /// Units as a file.
  static func written(_ units: [MemoryUnit], _ format: MemoryFormat) -> [UInt8] {
    var writer = MemoryUnitWriter(format, sourceLanguage: "ar", version: "0")
    for unit in units { writer.write(unit) }
    writer.finish()
    return writer.take()
  }
}

/// Sentences of words that are drawn by chance: the same for the same seed.
struct Sentences {
  private var state: UInt64
  private static let stems = [
    "وزير", "رئيس", "مدينة", "قرية", "جسر", "طريق", "مدرسة", "مستشفى", "نهر", "ميناء", "سوق",
    "شركة", "مصرف", "عامل", "لاعب", "فريق", "مباراة", "كتاب", "معرض", "جامعة", "طالب", "حكومة",
    "مجلس", "قانون", "اتفاق", "زيارة", "مشروع", "خطة", "تقرير", "صحيفة", "افتتح", "أعلن", "أكد",
    "زار", "وقع", "انتهى", "بدأ", "جديد", "كبير", "قديم", "أمس", "اليوم", "في", "من", "على", "إلى",
  ]
  private static let clitics = ["", "", "", "ال", "و", "وال", "ب", "بال", "لل", "ف"]

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func word() -> String {
    // Rare words end in a letter of their own.
    let stem = Self.stems[below(Self.stems.count)]
    let tail = below(3) == 0 ? ["ستان", "غراد", "ماس", "توري", "ليكا"][below(5)] : ""
    return Self.clitics[below(Self.clitics.count)] + stem + tail
  }

  mutating func sentence() -> String {
    (0..<(4 + below(20))).map { _ in word() }.joined(separator: " ") + "."
  }

  /// A sentence in which some words are others, gone, new, or spelled in another way.
  mutating func edited(_ sentence: String) -> String {
    var words = sentence.components(separatedBy: " ")
    for _ in 0...below(max(1, words.count / 4)) {
      let place = below(words.count)
      switch below(5) {
      case 0: words[place] = word()
      case 1: words.insert(word(), at: place)
      case 2 where words.count > 2: words.remove(at: place)
      case 3: words[place] = "و" + words[place]
      default: words[place] = words[place].replacingOccurrences(of: "ة", with: "ه")
      }
    }
    return words.joined(separator: " ")
  }
}
