import MujazCore
import Testing

@testable import MujazTranslation

/// Analyses, with numbers by hand.
@Suite struct StatisticsTests {
  private func segments(_ texts: [String]) -> [BilingualSegment] {
    texts.map { BilingualSegment(id: "", source: $0) }
  }

  @Test("Words, characters, repetitions")
  func counts() throws {
    var counter = SegmentCounter()
    let statistics = try counter.count(
      segments(["قال الوزير نعم.", "انتهى 12 عملا.", "قال الوزير نعم."]), isPackage: false)
    #expect(statistics.total.segments == 3 && statistics.total.words == 9)
    #expect(statistics.total.characters == 15 + 14 + 15)
    #expect(statistics.charactersWithoutSpaces == 13 + 12 + 13)
    #expect(statistics[.repetition].segments == 1 && statistics[.repetition].words == 3)
    #expect(statistics[.new].segments == 2)
    // A second document repeats the first.
    #expect(
      try counter.count(segments(["انتهى 12 عملا."]), isPackage: false)[.repetition].segments == 1)
    #expect(counter.total.total.segments == 4)
  }

  @Test("The best of a memory: the same text, the same neighbours, other spelling")
  func memory() throws {
    let texts = ["قال الوزير نعم.", "ثم خرج."]
    let lookup = try Memories.lookup([
      Memories.unit(texts[0], "Yes.", context: MemoryContext(of: 0, in: texts)),
      Memories.unit(texts[1], "He left.", context: MemoryContext(of: 1, in: texts)),
      Memories.unit("أقر المجلس خطة الربط الكهربائي.", "The plan passed."),
    ])
    func percent(_ text: String, _ before: String? = nil, _ after: String? = nil) throws -> Int? {
      let context = MemoryContext(
        before: before.map { ContentHash($0) }, after: after.map { ContentHash($0) })
      return try lookup.matches(of: text, context: context).first?.percent
    }
    #expect(try percent("قال الوزير نعم.", nil, "ثم خرج.") == 101)
    #expect(try percent("قال الوزير نعم.") == 100)
    #expect(try percent("قالَ الوزيرُ نعم.") == 99)
    #expect(try percent("أقر المجلس خطة الربط البري.") == 80)
    #expect(try percent("نص لا يشبه شيئا هنا.") == nil)
    var counter = SegmentCounter(memory: lookup)
    let statistics = try counter.count(
      segments(["قال الوزير نعم.", "ثم خرج.", "أقر المجلس خطة الربط البري.", "نص جديد كله."]),
      isPackage: false)
    // The second has another sentence behind it than in the memory.
    #expect(statistics[.context].segments == 1 && statistics[.exact].segments == 1)
    #expect(statistics[.from75].segments == 1 && statistics[.new].segments == 1)
  }

  @Test("Bands hold every percent", arguments: 0...101)
  func bands(_ percent: Int) {
    let band = MatchBand(percent: percent)
    let limits = band.rawValue.split(separator: "-").compactMap { Int($0) }
    switch band {
    case .new: #expect(percent < 50)
    case .repetition: Issue.record("no percent is a repetition")
    default: #expect((limits[0]...(limits.last ?? 0)).contains(percent))
    }
  }
}
