/// Degree centrality: the sum of a sentence's cosines to all others.
///
/// The sum over all pairs would be quadratic. But the sum of dot products is the dot product with the sum: with
/// C = Σ v_j over the unit vectors, Σ_{j≠i} v_i·v_j = v_i·C − 1, which is linear in the postings.
enum Centrality {
  /// The centralities, scaled to a maximum of 1. Linear in the postings.
  static func degrees(_ statistics: TermStatistics) -> [Double] {
    let vectors = SentenceVectors(statistics)
    var sum = [Double](repeating: 0, count: statistics.termCount)
    let postings = statistics.postingSpan
    let weights = vectors.weights.span
    var sums = sum.mutableSpan
    for place in weights.indices {
      sums[unchecked: postings[unchecked: place].place] += weights[unchecked: place]
    }
    var degrees = [Double](repeating: 0, count: statistics.count)
    for sentence in degrees.indices {
      var dot = 0.0
      for place in statistics.postingRange(sentence) {
        let weight = weights[unchecked: place]
        dot += weight * (sums[unchecked: postings[unchecked: place].place] - weight)
      }
      degrees[sentence] = max(0, dot)
    }
    return degrees.scaledToMaximum()
  }
}

/// The sentences as unit vectors of tf·ln(1 + n/sf), tf counted in the sentence.
struct SentenceVectors {
  /// One weight for each posting of the statistics.
  private(set) var weights: [Double]

  init(_ statistics: TermStatistics) {
    var table = [Double](repeating: 0, count: statistics.postingCount)
    var weights = table.mutableSpan
    let postings = statistics.postingSpan
    let rarities = statistics.rarities.span
    for sentence in 0..<statistics.count {
      let range = statistics.postingRange(sentence)
      var squares = 0.0
      for place in range {
        let posting = postings[unchecked: place]
        let weight = Double(posting.count) * rarities[unchecked: posting.place]
        weights[unchecked: place] = weight
        squares += weight * weight
      }
      guard squares > 0 else { continue }
      let scale = 1 / squares.squareRoot()
      for place in range { weights[unchecked: place] *= scale }
    }
    self.weights = table
  }
}
