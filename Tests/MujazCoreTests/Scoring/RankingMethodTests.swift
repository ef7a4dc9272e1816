import Testing

@testable import MujazCore

/// The methods by their names.
@Suite struct RankingMethodTests {
  @Test("The methods have the names that the command takes")
  func names() {
    #expect(RankingMethod.allCases.map(\.rawValue) == ["mujaz", "lead", "tfidf", "lexrank"])
    #expect(RankingMethod(rawValue: "tfidf") == .tfidf)
    #expect(RankingMethod(rawValue: "Lead") == nil)
    #expect(RankingMethod(rawValue: "") == nil)
  }

  @Test("A method's name leads to its score")
  func dispatch() {
    let statistics = FiveSentences.statistics(title: "سكر السوق")
    #expect(RankingMethod.mujaz.scores(statistics) == MujazScore.scores(statistics))
    #expect(RankingMethod.lead.scores(statistics) == LeadScore.scores(statistics))
    #expect(RankingMethod.tfidf.scores(statistics) == SalienceScore.scores(statistics))
    #expect(RankingMethod.lexrank.scores(statistics) == LexRankScore.scores(statistics))
    #expect(Set(RankingMethod.allCases.map { $0.scores(statistics) }).count == 4)
  }

  @Test("A score begins with nothing", arguments: RankingMethod.allCases)
  func blank(_ method: RankingMethod) {
    #expect(SentenceScore().total == 0)
    #expect(method.scores(TermStatistics([])).isEmpty)
    #expect(method.scores(FiveSentences.statistics()).count == 5)
  }
}
