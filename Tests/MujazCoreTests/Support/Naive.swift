import Foundation

/// The scores by their definitions, in quadratic time, to hold the linear ones against.
enum Naive {
  /// The sentences as unit vectors of tf·ln(1 + n/sf).
  static func vectors<Term: Hashable>(_ sentences: [[Term: Double]]) -> [[Term: Double]] {
    var frequency: [Term: Double] = [:]
    for sentence in sentences {
      for term in sentence.keys { frequency[term, default: 0] += 1 }
    }
    let count = Double(sentences.count)
    return sentences.map { sentence in
      var vector: [Term: Double] = [:]
      for (term, times) in sentence {
        vector[term] = times * log(1 + count / (frequency[term] ?? 1))
      }
      let norm = vector.values.reduce(0.0) { $0 + $1 * $1 }.squareRoot()
      return vector.mapValues { $0 / norm }
    }
  }

  /// The cosines of all pairs.
  static func cosines<Term: Hashable>(_ sentences: [[Term: Double]]) -> [[Double]] {
    let vectors = vectors(sentences)
    return vectors.map { one in
      vectors.map { other in
        one.reduce(0.0) { sum, term in sum + term.value * (other[term.key] ?? 0) }
      }
    }
  }

  /// For each sentence the sum of its cosines to the others, scaled to a maximum of 1.
  static func degrees<Term: Hashable>(_ sentences: [[Term: Double]]) -> [Double] {
    let sums = cosines(sentences).enumerated().map { index, row in
      row.enumerated().reduce(0.0) { $0 + ($1.offset == index ? 0 : $1.element) }
    }
    return scaled(sums)
  }

  /// The stationary distribution of a walk between sentences in proportion to their cosines, which jumps with a
  /// chance of 0.15.
  static func distribution<Term: Hashable>(_ sentences: [[Term: Double]]) -> [Double] {
    let matrix = cosines(sentences)
    let sums = matrix.map { $0.reduce(0.0, +) }
    let count = sentences.count
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<200 {
      var next = [Double](repeating: 0.15 / Double(count), count: count)
      for from in 0..<count where sums[from] > 0 {
        for to in 0..<count { next[to] += 0.85 * rank[from] * matrix[from][to] / sums[from] }
      }
      rank = next
    }
    return rank
  }

  static func scaled(_ values: [Double]) -> [Double] {
    let most = values.max() ?? 0
    return most > 0 ? values.map { $0 / most } : values
  }
}

extension [Double] {
  /// Whether the values are those of a list but for rounding.
  func isClose(to other: [Double], within tolerance: Double = 1e-9) -> Bool {
    count == other.count && zip(self, other).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
