import Foundation
import Testing

@testable import MujazCore

/// Degree centrality in linear time against the sum over all pairs.
@Suite struct CentralityTests {
  @Test("Five tiny sentences have the sums of cosines computed from their words")
  func fiveSentences() {
    let found = Centrality.degrees(FiveSentences.statistics())
    #expect(found.isClose(to: Naive.degrees(FiveSentences.terms), within: 1e-12))
  }

  @Test("Three sentences, one term in common to two of them, by hand")
  func byHand() {
    // بحر stands in two of three sentences, the rest in one: ln 2.5 and ln 4.
    let found = Centrality.degrees(TermStatistics(["بحر سفر", "بحر", "جبل"]))
    // cos(1, 2) is the only cosine above 0, so both have it and the third has none.
    #expect(found.isClose(to: [1, 1, 0], within: 1e-12))
    let vectors = SentenceVectors(TermStatistics(["بحر سفر", "بحر", "جبل"]))
    let norm = sqrt(log(2.5) * log(2.5) + log(4) * log(4))
    #expect(
      vectors.weights.isClose(to: [log(2.5) / norm, log(4) / norm, 1, 1], within: 1e-12))
  }

  @Test("Articles have the naive quadratic sums, scaled to a maximum of 1")
  func articles() {
    for sentences in FixtureSentences.articles {
      let statistics = TermStatistics(sentences)
      let terms = statistics.sentenceTerms.map { $0.mapValues(Double.init) }
      let found = Centrality.degrees(statistics)
      #expect(found.isClose(to: Naive.degrees(terms)))
      #expect(found.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test("A sentence is a unit vector")
  func unitVectors() {
    for sentences in FixtureSentences.articles {
      let statistics = TermStatistics(sentences)
      let vectors = SentenceVectors(statistics)
      for sentence in 0..<statistics.count where !statistics.postingRange(sentence).isEmpty {
        let squares = statistics.postingRange(sentence).map { vectors.weights[$0] }
          .reduce(0.0) { $0 + $1 * $1 }
        #expect(abs(squares - 1) < 1e-12)
      }
    }
  }

  @Test("Sentences with nothing in common have none, whatever rounding does")
  func nothingInCommon() {
    #expect(
      Centrality.degrees(TermStatistics(["زار المدير", "نجح الطالب", "هطل المطر"])) == [0, 0, 0])
    #expect(Centrality.degrees(TermStatistics(["زار المدير المصنع"])) == [0])
    #expect(Centrality.degrees(TermStatistics([])).isEmpty)
  }

  @Test("Equal sentences are equally central")
  func equalSentences() {
    let sentence = "زار المدير المصنع"
    let found = Centrality.degrees(TermStatistics([sentence, "نجح الطالب", sentence, sentence]))
    #expect(found.isClose(to: [1, 0, 1, 1], within: 1e-12))
  }
}
