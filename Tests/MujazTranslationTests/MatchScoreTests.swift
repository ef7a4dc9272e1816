import MujazCore
import Testing

@testable import MujazTranslation

/// How well sentences match, with numbers by hand and against the plain formula.
@Suite struct MatchScoreTests {
  private func percent(_ a: String, _ b: String, atLeast: Int = 50) -> Int? {
    var score = MatchScore()
    return score.percent(MatchWord.words(a), MatchWord.words(b), atLeast: atLeast)
  }

  @Test(
    "Matches: 100 · (1 − d / n), a clitic costs a half",
    arguments: [
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل بدأ", 99),
      ("قالَ الوزير إنّ العمل بدأ", "قال الوزير ان العمل بدأ", 99),
      ("زار المدينة ٢٠ وفدا", "زار المدينه 20 وفدا", 99),
      ("على المستشفى", "علي المســتشفي", 99),
      // One word of five: 80. A و of five words: 90.
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل انتهى", 80),
      ("قال الوزير إن العمل بدأ", "وقال الوزير إن العمل بدأ", 90),
      ("قال الوزير إن العمل بدأ", "قال وزير إن العمل بدأ", 90),
      ("قال للوزير إن العمل بدأ", "قال الوزير إن العمل بدأ", 90),
      ("قال الوزير إن العمل بدأ", "قال الوزير إن العمل", 80),
      ("قال الوزير إن العمل بدأ", "قال الوزير إن كل العمل الجديد بدأ أمس", 62),
    ])
  func percent(_ a: String, _ b: String, _ percent: Int) {
    #expect(self.percent(a, b) == percent)
    #expect(self.percent(b, a) == percent)
  }

  @Test("Nothing below the bound, nothing of nothing")
  func bounds() {
    #expect(percent("قال نعم", "قال لا", atLeast: 51) == nil)
    #expect(percent("قال نعم", "قال لا", atLeast: 50) == 50)
    #expect(percent("", "") == nil)
    #expect(percent("...", "نعم") == nil)
  }

  @Test("The band finds what the whole table finds", arguments: 1...8)
  func band(_ seed: UInt64) {
    var sentences = Sentences(seed: seed)
    for _ in 0..<300 {
      let a = sentences.sentence()
      let b = sentences.below(4) == 0 ? sentences.sentence() : sentences.edited(a)
      let whole = Self.plainPercent(MatchWord.words(a), MatchWord.words(b))
      for atLeast in [50, 75, 90] {
        #expect(percent(a, b, atLeast: atLeast) == (whole >= atLeast ? whole : nil), "\(a) | \(b)")
      }
    }
  }

  /// The formula without any short cut.
  static func plainPercent(_ a: [MatchWord], _ b: [MatchWord]) -> Int {
    var table = [Array(stride(from: 0, through: 2 * b.count, by: 2))]
    for i in a.indices {
      var row = [2 * (i + 1)]
      for j in b.indices {
        let cost = a[i].key == b[j].key ? 0 : a[i].bare == b[j].bare ? 1 : 2
        row.append(min(table[i][j] + cost, row[j] + 2, table[i][j + 1] + 2))
      }
      table.append(row)
    }
    let distance = table[a.count][b.count]
    let longer = 2 * max(a.count, b.count)
    if distance == 0 { return 99 }
    return min(98, 100 * (longer - distance) / longer)
  }
}
