/// Term frequency by inverse sentence frequency.
///
/// A sentence's salience is the sum over its distinct terms of tf·ln(1 + n/sf), with tf counted in the whole article,
/// divided by the square root of its length in words: long sentences hold more terms, and should score higher, but not
/// in proportion. Scaled to a maximum of 1.
enum SalienceScore: ScoringMethod {
  static func scores(_ statistics: TermStatistics) -> [SentenceScore] {
    salience(statistics).map { value in
      var score = SentenceScore()
      score.salience = value
      score.total = value
      return score
    }
  }

  static func salience(_ statistics: TermStatistics) -> [Double] {
    var values = [Double](repeating: 0, count: statistics.count)
    let weights = statistics.weights.span
    let postings = statistics.postingSpan
    for sentence in 0..<statistics.count {
      var sum = 0.0
      for place in statistics.postingRange(sentence) {
        sum += weights[unchecked: postings[unchecked: place].place]
      }
      values[sentence] = sum / Double(max(1, statistics.wordCounts[sentence])).squareRoot()
    }
    return values.scaledToMaximum()
  }
}
