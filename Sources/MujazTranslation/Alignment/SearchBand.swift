/// The part of the table of all sentence pairs that is searched: for each sentence of the source a run of the target's.
struct SearchBand: Sendable {
  /// The first place of each row; rows are one more than sentences, and never go back.
  let lower: [Int]
  /// Places in a row.
  let width: Int
  /// Places in the whole row: sentences of the target and one.
  let columns: Int

  /// The whole table.
  init(rows: Int, columns: Int) {
    lower = Array(repeating: 0, count: rows)
    width = columns
    self.columns = columns
  }

  /// A band around a path, given by the place of each row, which never goes back.
  init(around path: [Int], halfWidth: Int, columns: Int) {
    width = min(columns, 2 * halfWidth + 1)
    self.columns = columns
    let last = columns - width
    lower = path.map { min(max(0, $0 - halfWidth), last) }
  }

  var rows: Int { lower.count }
  var isWhole: Bool { width == columns }

  /// The places of a row.
  @inline(__always)
  func places(_ row: Int) -> Range<Int> { lower[row]..<lower[row] + width }

  /// Where a place is kept in a table of all rows; nil outside the band.
  @inline(__always)
  func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < lower.count else { return nil }
    let place = column - lower[row]
    return place >= 0 && place < width ? row * width + place : nil
  }

  /// Whether a place is so near a side of the band that a better one may lie outside.
  func isAtSide(_ row: Int, _ column: Int) -> Bool {
    let margin = max(2, width / 20)
    let place = column - lower[row]
    return place < margin && lower[row] > 0
      || place >= width - margin && lower[row] + width < columns
  }
}

/// Guesses the path of an alignment before it is sought.
enum PathGuess {
  /// For each row the place that features with one sentence on either side lead to, and between them the share of the
  /// length.
  ///
  /// Bias: a sentence pair is trusted when it shares two such features, so that one name at a wrong place doesn't bend the
  /// path; where a text has too few of those, single ones must do.
  static func path(
    _ source: AlignmentSide, _ target: AlignmentSide, _ evidence: LinkEvidence
  ) -> [Int] {
    let points = chain(of: anchors(source, evidence))
    var path: [Int] = []
    path.reserveCapacity(source.count + 1)
    var from = (row: 0, column: 0)
    for to in points + [(source.count, target.count)] where to.0 > from.row || to.0 == source.count
    {
      let length = max(1, source.length(from.row, to.0))
      let targetLength = target.length(from.column, to.1)
      var column = from.column
      for row in from.row..<to.0 {
        let wanted =
          target.lengths[from.column] + source.length(from.row, row) * targetLength / length
        while column < to.1, target.lengths[column + 1] <= wanted { column += 1 }
        path.append(column)
      }
      from = to
    }
    path.append(target.count)
    return path
  }

  /// Sentence pairs that share features which nothing else could answer.
  private static func anchors(
    _ source: AlignmentSide, _ evidence: LinkEvidence
  ) -> [(Int, Int)] {
    struct Pair: Hashable {
      var source: Int
      var target: Int
    }
    var shared: [Pair: Int] = [:]
    for (index, entry) in source.entries.enumerated() {
      let answers = evidence.source.answers[index]
      if entry.sentences.count == 1, answers.count == 1 {
        shared[Pair(source: Int(entry.sentences[0]), target: Int(answers[0])), default: 0] += 1
      }
    }
    let sure = shared.filter { $0.value > 1 }
    let pairs = sure.count * 50 >= source.count ? sure : shared
    return pairs.keys.map { ($0.source, $0.target) }.sorted { $0 < $1 }
  }

  /// The longest chain of pairs that goes forward on both sides (patience sorting; n log n).
  private static func chain(of pairs: [(Int, Int)]) -> [(Int, Int)] {
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    // Within a row the last column first, so that a chain takes one of them.
    let pairs = pairs.sorted { ($0.0, $1.1) < ($1.0, $0.1) }
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(Int, Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }
}
