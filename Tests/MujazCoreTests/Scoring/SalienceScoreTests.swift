import Foundation
import Testing

@testable import MujazCore

/// Term frequency by inverse sentence frequency, against numbers by hand.
@Suite struct SalienceScoreTests {
  /// Σ tf·ln(1 + n/sf) / √words of the five sentences: ln 6 for a term of one sentence, ln 3.5 of two, ln 8/3 of three,
  /// ln 2.25 of four; مصنع and سكر stand four times, سوق twice.
  static let expected: [Double] = [
    (3 * log(6) + 4 * log(2.25)) / 2,
    (log(6) + 4 * log(2.25) + 4 * log(8.0 / 3)) / sqrt(3),
    (4 * log(8.0 / 3) + log(6) + 2 * log(3.5)) / 2,
    (2 * log(3.5) + log(6) + 4 * log(2.25)) / 2,
    (4 * log(8.0 / 3) + 4 * log(2.25)) / 2,
  ]

  @Test("Five tiny sentences have the salience computed by hand")
  func fiveSentences() {
    let most = Self.expected[1]
    let found = SalienceScore.salience(FiveSentences.statistics())
    #expect(found.isClose(to: Self.expected.map { $0 / most }, within: 1e-12))
    #expect(found[1] == 1)
    #expect(abs(found[0] - 0.8332) < 0.0001)
  }

  @Test("The score is the salience and nothing else")
  func scores() {
    let statistics = FiveSentences.statistics(title: "المصنع")
    let scores = SalienceScore.scores(statistics)
    #expect(scores.map(\.total) == SalienceScore.salience(statistics))
    #expect(scores.map(\.salience) == scores.map(\.total))
    #expect(scores.allSatisfy { $0.position == 0 && $0.centrality == 0 && $0.title == 0 })
  }

  @Test("Articles have the salience of its definition, scaled to a maximum of 1")
  func articles() {
    for sentences in FixtureSentences.articles {
      let statistics = TermStatistics(sentences)
      let count = Double(sentences.count)
      var frequency: [Int: Double] = [:]
      var sentenceFrequency: [Int: Double] = [:]
      for (term, times) in statistics.sentenceTerms.joined() {
        frequency[term, default: 0] += Double(times)
        sentenceFrequency[term, default: 0] += 1
      }
      let sums = statistics.sentenceTerms.enumerated().map { index, terms in
        let sum = terms.keys.reduce(0.0) { sum, term in
          sum + (frequency[term] ?? 0) * log(1 + count / (sentenceFrequency[term] ?? 1))
        }
        return sum / sqrt(Double(max(1, sentences[index].scannedWordCount)))
      }
      let found = SalienceScore.salience(statistics)
      #expect(found.isClose(to: Naive.scaled(sums)))
      #expect(found.max() == 1)
    }
  }

  @Test("Sentences without terms have none")
  func noTerms() {
    #expect(SalienceScore.salience(TermStatistics(["في من", "..."])) == [0, 0])
    #expect(SalienceScore.salience(TermStatistics([])).isEmpty)
    let mixed = SalienceScore.salience(TermStatistics(["في من", "زار المدير المصنع"]))
    #expect(mixed == [0, 1])
  }

  @Test("Scaling divides by the largest, and leaves zeros alone")
  func scaling() {
    #expect([2.0, 4, 1].scaledToMaximum() == [0.5, 1, 0.25])
    #expect([0.0, 0].scaledToMaximum() == [0, 0])
    #expect([Double]().scaledToMaximum().isEmpty)
  }
}
