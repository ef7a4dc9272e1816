import MujazCore
import Testing

@testable import MujazTranslation

/// Analyses, with numbers by hand.
@Suite struct StatisticsTests {
  private func segments(_ texts: [String]) -> [BilingualSegment] {
    texts.map { BilingualSegment(id: "", source: $0) }
  }

  @Test("Words, characters, repetitions")
  func counts() {
    var counter = SegmentCounter()
    let statistics = counter.count(
      segments(["قال الوزير نعم.", "انتهى 12 عملا.", "قال الوزير نعم."]), isPackage: false)
    #expect(statistics.total.segments == 3 && statistics.total.words == 9)
    #expect(statistics.total.characters == 15 + 14 + 15)
    #expect(statistics.charactersWithoutSpaces == 13 + 12 + 13)
    #expect(statistics[.repetition].segments == 1 && statistics[.repetition].words == 3)
    #expect(statistics[.new].segments == 2)
    // A second document repeats the first.
    #expect(
      counter.count(segments(["انتهى 12 عملا."]), isPackage: false)[.repetition].segments == 1)
    #expect(counter.total.total.segments == 4)
  }

  @Test(
    "Matches: 100 · (1 − d / n), a clitic costs a half",
    arguments: [
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل بدأ", 99),
      ("قالَ الوزير إنّ العمل بدأ", "قال الوزير ان العمل بدأ", 99),
      // One word of five: 80. A و of five words: 90.
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل انتهى", 80),
      ("قال الوزير إن العمل بدأ", "وقال الوزير إن العمل بدأ", 90),
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل", 80),
      ("قال الوزير إن العمل بدأ", "قال الوزير إن كل العمل الجديد بدأ أمس", 62),
    ])
  func percent(_ a: String, _ b: String, _ percent: Int) {
    #expect(TranslationMemory.percent(a.wordKeys, b.wordKeys, atLeast: 50) == percent)
  }

  @Test("The best of a memory: the same text, the same neighbours, other spelling")
  func memory() {
    var memory = TranslationMemory()
    memory.add("قال الوزير نعم.", "Yes.", before: nil, after: "ثم خرج.")
    memory.add("ثم خرج.", "He left.", before: "قال الوزير نعم.")
    memory.add("أقر المجلس خطة الربط الكهربائي.", "The plan passed.")
    func percent(_ text: String, _ before: String? = nil, _ after: String? = nil) -> Int? {
      memory.bestMatch(for: text, before: before, after: after)?.percent
    }
    #expect(percent("قال الوزير نعم.", nil, "ثم خرج.") == 101)
    #expect(percent("قال الوزير نعم.") == 100)
    #expect(percent("قالَ الوزيرُ نعم.") == 99)
    #expect(percent("أقر المجلس خطة الربط البري.") == 80)
    #expect(percent("نص لا يشبه شيئا هنا.") == nil)
    var counter = SegmentCounter(memory: memory)
    let statistics = counter.count(
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
