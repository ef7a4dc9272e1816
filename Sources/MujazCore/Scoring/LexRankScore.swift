/// Continuous LexRank (Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization", 2004): the stationary distribution of a walk between sentences, in proportion to their cosines.
///
/// The matrix of cosines is never made: a step of the walk is two passes over the postings, so an iteration is
/// linear. Scaled to a maximum of 1.
enum LexRankScore: ScoringMethod {
  private static let damping = 0.85
  private static let iterations = 60
  private static let tolerance = 1e-7

  static func scores(_ statistics: TermStatistics) -> [SentenceScore] {
    rank(statistics).scaledToMaximum().map { value in
      var score = SentenceScore()
      score.centrality = value
      score.total = value
      return score
    }
  }

  private static func rank(_ statistics: TermStatistics) -> [Double] {
    let count = statistics.count
    guard count > 0 else { return [] }
    let vectors = SentenceVectors(statistics)
    // Row sums of the cosine matrix, the sentence itself included.
    let degrees = product(
      vectors, statistics, [Double](repeating: 1, count: count), degrees: nil)
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<iterations {
      let moved = product(vectors, statistics, rank, degrees: degrees)
      var change = 0.0
      var next = rank
      for index in next.indices {
        next[index] = (1 - damping) / Double(count) + damping * moved[index]
        change += abs(next[index] - rank[index])
      }
      rank = next
      if change < tolerance { break }
    }
    return rank
  }

  /// The cosine matrix times a vector, each of whose values is first divided by its sentence's degree.
  private static func product(
    _ vectors: SentenceVectors, _ statistics: TermStatistics, _ values: [Double],
    degrees: [Double]?
  ) -> [Double] {
    var terms = [Double](repeating: 0, count: statistics.termCount)
    for sentence in values.indices {
      var value = values[sentence]
      if let degree = degrees?[sentence], degree > 0 { value /= degree }
      for place in statistics.postingRange(sentence) {
        terms[Int(statistics.posting(place).term)] += vectors.weights[place] * value
      }
    }
    var result = [Double](repeating: 0, count: values.count)
    for sentence in result.indices {
      for place in statistics.postingRange(sentence) {
        result[sentence] += vectors.weights[place] * terms[Int(statistics.posting(place).term)]
      }
    }
    return result
  }
}
