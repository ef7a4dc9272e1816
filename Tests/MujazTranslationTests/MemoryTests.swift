import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// The memory: what goes in is found again.
@Suite struct MemoryTests {
  private static func randomUnits(_ count: Int, seed: UInt64) -> [MemoryUnit] {
    var sentences = Sentences(seed: seed)
    return (0..<count).map { index in
      let source = sentences.sentence()
      return Memories.unit(
        source, "Target \(index) & <\(index)>", origin: "file \(index % 7)",
        date: "2026010\(1 + index % 9)T000000Z")
    }
  }

  @Test("An imported unit is always found at 100, and first", arguments: 1...4)
  func found(_ seed: UInt64) throws {
    let units = Self.randomUnits(400, seed: seed)
    let lookup = try Memories.lookup(units)
    for unit in units {
      let match = try #require(try lookup.matches(of: unit.source).first)
      #expect(match.percent == 100 && match.unit.source == unit.source)
      #expect(match.differences.isEmpty && match.adaptedTarget == nil)
    }
  }

  @Test(
    "Whatever a text is made of, it is found",
    arguments: [
      "؟!", "🙂", "…", "12", "٪", "a", "و", "\u{202B}نعم\u{202C}", "e\u{301}", "ﷺ", "=1+1", "北京",
    ])
  func oddTexts(_ text: String) throws {
    let lookup = try Memories.lookup([Memories.unit(text, "x"), Memories.unit("نعم نعم", "y")])
    #expect(try lookup.matches(of: text).first?.percent == 100)
    #expect(try lookup.matches(of: text).first?.unit.source == text)
  }

  @Test("The best match is the one that comparing all finds", arguments: 1...3)
  func best(_ seed: UInt64) throws {
    let units = Self.randomUnits(2000, seed: seed)
    let lookup = try Memories.lookup(units)
    let words = units.map { MatchWord.words($0.source) }
    var sentences = Sentences(seed: seed + 100)
    for _ in 0..<60 {
      let text = sentences.edited(units[sentences.below(units.count)].source)
      let wanted = MatchWord.words(text)
      let best = words.map { MatchScoreTests.plainPercent(wanted, $0) }.max() ?? 0
      let found = try lookup.matches(of: text).first?.percent ?? 0
      #expect(min(found, 99) == (best >= 50 ? best : 0), "\(text)")
    }
  }

  @Test("Several matches come best first, and not below the bound")
  func several() throws {
    let lookup = try Memories.lookup([
      Memories.unit("قال الوزير إن العمل انتهى أمس", "1"),
      Memories.unit("قال الوزير إن العمل بدأ أمس", "2"),
      Memories.unit("قال الوزير إن العمل بدأ اليوم", "3"),
      Memories.unit("وصل الفريق إلى المدينة مساء", "4"),
    ])
    let text = "قال الوزير إن العمل بدأ أمس"
    #expect(try lookup.matches(of: text, most: 9).map(\.unit.target) == ["2", "1", "3"])
    #expect(try lookup.matches(of: text, most: 2).map(\.percent) == [100, 83])
    #expect(try lookup.matches(of: text, atLeast: 90, most: 9).count == 1)
  }

  @Test("Units that are there are not added twice; the newer date and origin stay")
  func merged() throws {
    let database = try Memories.database([
      Memories.unit("نعم", "Yes", origin: "old", date: "20250101T000000Z")
    ])
    var importer = MemoryImporter(database)
    try importer.add(Memories.unit("نعم", "Yes", origin: "new", date: "20260101T000000Z"))
    try importer.add(Memories.unit("نعم", "Yes", origin: "oldest", date: "20200101T000000Z"))
    try importer.add(Memories.unit("نعم", "Yeah", origin: "new", date: "20260101T000000Z"))
    try importer.add(Memories.unit(" ", "Yes"))
    try importer.finish()
    #expect(importer.added == 1 && importer.merged == 2)
    let units = try Memories.all(database)
    #expect(units.map(\.target) == ["Yes", "Yeah"])
    #expect(units[0].origin == "new" && units[0].date == "20260101T000000Z")
  }

  @Test("The same neighbours make 101; the newest of equals comes first")
  func context() throws {
    let texts = ["بدأ العمل.", "نعم.", "انتهى العمل."]
    let lookup = try Memories.lookup([
      Memories.unit("نعم.", "Yes.", context: MemoryContext(of: 1, in: texts), date: "2025"),
      Memories.unit("نعم.", "Right.", date: "2026"),
    ])
    #expect(
      try lookup.matches(of: "نعم.", context: MemoryContext(of: 1, in: texts), most: 2).map(
        \.percent) == [101, 100])
    let first = try lookup.matches(of: "نعم.", context: MemoryContext(of: 0, in: ["نعم."]))
    #expect(first.first?.percent == 100 && first.first?.unit.target == "Right.")
  }

  @Test("Languages are kept apart; regions are not")
  func languages() throws {
    var british = Memories.unit("نعم", "Yes")
    british.targetLanguage = "en-GB"
    var french = Memories.unit("نعم", "Oui")
    french.targetLanguage = "fr"
    let database = try Memories.database([british, french])
    let targets = { (tag: String?) throws in
      try MemoryLookup(database, from: nil, to: tag.flatMap { Language($0) }).matches(
        of: "نعم", most: 9
      ).map(\.unit.target)
    }
    #expect(try targets("en-US") == ["Yes"])
    #expect(try targets("fr") == ["Oui"])
    #expect(try targets("de") == [])
    #expect(try Set(targets(nil)) == ["Yes", "Oui"])
  }

  @Test("Out and in again is the same", arguments: MemoryFormat.allCases, [1, 2])
  func roundTrip(_ format: MemoryFormat, _ seed: UInt64) throws {
    var units = Self.randomUnits(200, seed: seed)
    let sources = units.map(\.source)
    for index in units.indices {
      if format == .tmx {
        units[index].contexts = [MemoryContext(of: index, in: sources)]
      }
      if index % 5 == 0 { units[index].confidence = Double(index % 101) / 100 }
    }
    units.append(Memories.unit("=1+1 \"نعم\" & <لا>", "'=2 \"yes\"", origin: "@", date: "x"))
    let first = try Memories.all(Memories.database(units))
    let read = try Memories.read(Memories.written(first, format))
    let second = try Memories.all(Memories.database(read))
    #expect(second == first)
    #expect(Memories.written(second, format) == Memories.written(first, format))
  }

  @Test("Many small imports make one memory, and compacting leaves it as it is")
  func compact() throws {
    let units = Self.randomUnits(60, seed: 9)
    let database = try MemoryDatabase()
    for unit in units { try Memories.add([unit], to: database) }
    #expect(try MemoryStatistics(database).indexParts <= 17)
    let before = try Memories.all(database)
    try database.compact()
    #expect(try MemoryStatistics(database).indexParts == 1)
    #expect(try Memories.all(database) == before)
    var sentences = Sentences(seed: 10)
    let lookup = try MemoryLookup(database, from: nil, to: nil)
    let fresh = try Memories.lookup(units)
    for unit in units {
      let text = sentences.edited(unit.source)
      #expect(
        try lookup.matches(of: text).first?.unit.source
          == fresh.matches(of: text).first?.unit.source)
    }
  }

  @Test("A concordance knows the forms of a word, on the side it is asked for")
  func concordance() throws {
    let database = try Memories.database([
      Memories.unit("وصل والوزير معه", "The minister arrived", date: "1"),
      Memories.unit("زار الوزراء المدينة", "Ministers visited the city", date: "2"),
      Memories.unit("عاد وزير المال", "The finance chief is back", date: "3"),
    ])
    func found(_ words: String, _ side: MemoryConcordance.Side) throws -> [String] {
      var dates: [String] = []
      try MemoryConcordance(database).search(words, in: side) {
        dates.append($0.date)
        return true
      }
      return dates
    }
    #expect(try found("الوزير", .source) == ["3", "1"])
    #expect(try found("وزير المال", .both) == ["3"])
    #expect(try found("ministers", .target) == ["2", "1"])
    #expect(try found("minister", .source) == [])
    #expect(try found("...", .both) == [])
  }
}

/// What is shown of a match.
@Suite struct MatchTests {
  @Test(
    "Differences",
    arguments: [
      ("زار الوزير القرية أمس", "زار الوزير المدينة أمس", "القرية → المدينة"),
      ("زار الوزير القرية", "زار الوزير القرية أمس مساء", "+ أمس مساء"),
      ("زار الوزير القرية أمس", "زار القرية اليوم", "− الوزير; أمس → اليوم"),
      ("زار الوزير القرية", "زارَ الوزير القريه", ""),
      ("زار وزير القرية", "زار الوزير القرية", "وزير → الوزير"),
    ])
  func differences(_ old: String, _ new: String, _ wanted: String) {
    let list = MatchDifferences.list(from: old, to: new)
    #expect(list.map(\.description).joined(separator: "; ") == wanted)
  }

  @Test(
    "Numbers are put in where they alone differ",
    arguments: [
      ("بلغ العدد 20 شخصا", "بلغ العدد 35 شخصا", "20 people came", "35 people came"),
      ("بلغ العدد ٢٠ شخصا", "بلغ العدد ٣٥ شخصا", "20 people came", "35 people came"),
      ("من 5 إلى 7", "من 6 إلى 8", "7 from 5", "8 from 6"),
      ("بلغ ١٬٢٠٠ دولار", "بلغ ٣٬٤٠٠ دولار", "1,200 dollars", "3,400 dollars"),
      ("بلغ 20 شخصا", "بلغ 35 شخصا", "twenty people", nil),
      ("بلغ 20 شخصا", "بلغ 35 رجلا", "20 people", nil),
      ("20 من 20", "30 من 40", "20 of 20", nil),
      ("من 20 إلى 30", "من 30 إلى 40", "20 to 30", "30 to 40"),
    ] as [(String, String, String, String?)])
  func numbers(_ old: String, _ new: String, _ target: String, _ wanted: String?) {
    #expect(NumberAdapter.target(of: target, from: old, to: new) == wanted)
  }

  @Test("Lists of postings come back as they were", arguments: 1...5)
  func postings(_ seed: UInt64) {
    var random = Sentences(seed: seed)
    var unit = 0
    var units: [Int] = []
    var list = PostingList()
    for _ in 0..<500 {
      unit += 1 + random.below([1, 100, 20_000, 3_000_000][random.below(4)])
      units.append(unit)
      list.append(unit)
      list.append(unit)
    }
    var read: [Int] = []
    list.bytes.withUnsafeBufferPointer { PostingList.each($0) { read.append($0) } }
    #expect(read == units && list.count == units.count)
  }

  @Test("Damaged lists give numbers, not a crash", arguments: 1...5)
  func damagedPostings(_ seed: UInt64) {
    var random = Sentences(seed: seed)
    let bytes = (0..<2000).map { _ in UInt8(random.below(256)) }
    var isNegative = false
    bytes.withUnsafeBufferPointer { PostingList.each($0) { isNegative = isNegative || $0 < 0 } }
    #expect(!isNegative)
  }
}
