import Testing

@testable import MujazCore

/// The order of the article.
@Suite struct LeadScoreTests {
  @Test("Sentences score by their place alone")
  func scores() {
    let scores = LeadScore.scores(FiveSentences.statistics(title: "السوق"))
    #expect(scores.map(\.total).isClose(to: [1, 0.8, 0.6, 0.4, 0.2], within: 1e-12))
    #expect(scores.map(\.position) == scores.map(\.total))
    #expect(scores.allSatisfy { $0.salience == 0 && $0.centrality == 0 && $0.title == 0 })
    #expect(LeadScore.scores(TermStatistics([])).isEmpty)
  }
}
