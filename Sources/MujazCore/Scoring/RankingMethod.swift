/// How sentences are scored.
public enum RankingMethod: String, Sendable, CaseIterable {
  /// Position, salience, centrality and the title: the default.
  case mujaz
  /// The order of the article.
  case lead
  /// Term frequency by inverse sentence frequency.
  case tfidf
  /// Continuous LexRank.
  case lexrank
}

/// The parts of a sentence's score, each 0 to 1 but for `total`.
public struct SentenceScore: Sendable, Hashable {
  /// 1 for the first sentence of the article, falling evenly.
  public var position = 0.0
  /// How much the sentence holds of the article's weighty terms.
  public var salience = 0.0
  /// How much it has in common with the other sentences.
  public var centrality = 0.0
  /// The share of the title's terms that stand in it.
  public var title = 0.0
  /// What it is ranked by.
  public var total = 0.0

  /// A score of nothing.
  public init() {}
}

/// A way to score the sentences of an article.
protocol ScoringMethod {
  /// A score for each sentence, in their order. Never slower than linear in the postings.
  static func scores(_ statistics: TermStatistics) -> [SentenceScore]
}

extension RankingMethod {
  func scores(_ statistics: TermStatistics) -> [SentenceScore] {
    switch self {
    case .mujaz: MujazScore.scores(statistics)
    case .lead: LeadScore.scores(statistics)
    case .tfidf: SalienceScore.scores(statistics)
    case .lexrank: LexRankScore.scores(statistics)
    }
  }
}
