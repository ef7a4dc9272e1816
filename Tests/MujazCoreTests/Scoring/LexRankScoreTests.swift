import Testing

@testable import MujazCore

/// Continuous LexRank against a power iteration with the whole matrix.
@Suite struct LexRankScoreTests {
  /// LexRank stops when a step changes less than a ten-millionth, so it is that exact and no more.
  private static let tolerance = 1e-4

  private func totals(_ statistics: TermStatistics) -> [Double] {
    LexRankScore.scores(statistics).map(\.total)
  }

  @Test("Five tiny sentences have the distribution of the naive walk")
  func fiveSentences() {
    let expected = Naive.distribution(FiveSentences.terms)
    #expect(abs(expected.reduce(0.0, +) - 1) < 1e-9)
    let found = totals(FiveSentences.statistics())
    #expect(found.isClose(to: Naive.scaled(expected), within: 1e-6))
    // As a distribution.
    let sum = found.reduce(0.0, +)
    #expect(found.map { $0 / sum }.isClose(to: expected, within: 1e-6))
  }

  @Test("Articles have the distribution of the naive walk, scaled to a maximum of 1")
  func articles() {
    for sentences in FixtureSentences.articles {
      let statistics = TermStatistics(sentences)
      let terms = statistics.sentenceTerms.map { $0.mapValues(Double.init) }
      let expected = Naive.distribution(terms)
      if !terms.contains(where: \.isEmpty) {
        #expect(abs(expected.reduce(0.0, +) - 1) < 1e-9)
      }
      let found = totals(statistics)
      #expect(found.isClose(to: Naive.scaled(expected), within: Self.tolerance))
      #expect(found.max() == 1)
      #expect(found.allSatisfy { $0 > 0 })
    }
  }

  @Test("Sentences that are alike rank alike, and above one that stands apart")
  func alike() {
    let sentence = "زار المدير المصنع"
    let found = totals(TermStatistics([sentence, sentence, sentence]))
    #expect(found.isClose(to: [1, 1, 1]))
    // المصنع is in three of four: the shorter the sentence, the more of it that is. The fourth keeps its even share.
    let mixed = totals(
      TermStatistics(["زار المدير المصنع الجديد", "ينتج المصنع السكر", "المصنع بعيد", "نجح الطالب"])
    )
    #expect(mixed.indices.sorted { mixed[$0] < mixed[$1] } == [0, 1, 3, 2])
  }

  @Test("The score is the centrality and nothing else")
  func scores() {
    let scores = LexRankScore.scores(FiveSentences.statistics(title: "المصنع"))
    #expect(scores.map(\.centrality) == scores.map(\.total))
    #expect(scores.allSatisfy { $0.position == 0 && $0.salience == 0 && $0.title == 0 })
  }

  @Test("One sentence, and none")
  func few() {
    #expect(totals(TermStatistics(["زار المدير المصنع"])) == [1])
    #expect(totals(TermStatistics(["في من"])) == [1])
    #expect(totals(TermStatistics([])).isEmpty)
  }
}
