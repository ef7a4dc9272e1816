/// The beginning of an article is its best-known summary: sentences score by their place alone.
enum LeadScore: ScoringMethod {
  static func scores(_ statistics: TermStatistics) -> [SentenceScore] {
    let count = Double(statistics.count)
    return (0..<statistics.count).map { index in
      var score = SentenceScore()
      score.position = 1 - Double(index) / count
      score.total = score.position
      return score
    }
  }
}
