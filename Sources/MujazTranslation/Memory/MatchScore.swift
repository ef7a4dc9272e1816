import MujazCore

/// How well two sentences match: 100 · (1 − d / n), d the edit distance between their folded words, n the number of words of the
/// longer one; a word that differs in its clitics alone costs a half (Levenshtein, 1966, over words).
///
/// 99 where all words agree and only their spelling (tashkeel, tatweel, alef, ya, ta marbuta, digits) or punctuation differs; never more than
/// 98 where a word differs; rounded down, so that no match looks better than it is.
struct MatchScore: Sendable {
  private var row: [Int32] = []

  init() {}

  /// The percentage, nil where it is below `atLeast`. The time is the product of the lengths at most, less the higher
  /// `atLeast`.
  mutating func percent(_ a: [MatchWord], _ b: [MatchWord], atLeast: Int) -> Int? {
    let longer = max(a.count, b.count)
    guard longer > 0 else { return nil }
    // Distances in halves of a word: what may be spent is 2n(1 − s).
    let limit = 2 * longer * (100 - atLeast) / 100
    guard 2 * abs(a.count - b.count) <= limit else { return nil }
    guard let distance = distance(a, b, limit: limit) else { return nil }
    if distance == 0 { return 99 }
    let percent = 100 - (100 * distance + 2 * longer - 1) / (2 * longer)
    return percent >= atLeast ? min(percent, 98) : nil
  }

  /// The distance in halves, nil above `limit`; only the cells that can stay below it are looked at.
  private mutating func distance(_ a: [MatchWord], _ b: [MatchWord], limit: Int) -> Int? {
    let reach = limit / 2
    let far = Int32(limit) + 1
    row.removeAll(keepingCapacity: true)
    for column in 0...b.count { row.append(column <= reach ? Int32(2 * column) : far) }
    for i in a.indices {
      let start = max(0, i + 1 - reach)
      let end = min(b.count, i + 1 + reach)
      guard start <= end else { return nil }
      var diagonal = start > 0 ? row[start - 1] : row[0]
      if start == 0 { row[0] = Int32(2 * (i + 1)) } else { row[start - 1] = far }
      var least = start == 0 ? row[0] : far
      var column = max(1, start)
      while column <= end {
        let above = row[column]
        let cost = Self.cost(a[i], b[column - 1])
        let best = min(diagonal + cost, min(above, row[column - 1]) + 2)
        row[column] = best
        least = min(least, best)
        diagonal = above
        column += 1
      }
      if end < b.count { row[end + 1] = far }
      if least >= far { return nil }
    }
    let distance = Int(row[b.count])
    return distance <= limit ? distance : nil
  }

  /// What it costs to put one word for another, in halves.
  @inline(__always)
  static func cost(_ a: MatchWord, _ b: MatchWord) -> Int32 {
    if a.key == b.key { return 0 }
    return a.bare == b.bare && a.key.isArabic ? 1 : 2
  }
}
