internal import MujazPlatform

/// Aligns the sentences of a text with those of its translation.
///
/// One dynamic programme over length, numbers, words that both have, names by their consonants, marks and, where there is one, a
/// dictionary; a forward and a backward pass give each bead its confidence. Nothing is assumed of the languages: without a dictionary
/// the other features decide.
///
/// Time and memory are the product of both sides up to a million pairs, and then linear: a band around the path that rare
/// features lead to is searched, wider where the best path runs at its side.
public struct SentenceAligner: Sendable {
  private let dictionary: BilingualDictionary
  /// Tables up to here are searched whole.
  private static let wholeTable = 1_000_000
  private static let firstHalfWidth = 100

  /// An aligner; a dictionary helps.
  public init(dictionary: BilingualDictionary = BilingualDictionary()) {
    self.dictionary = dictionary
  }

  /// The beads, in order; together they hold every sentence of both sides once.
  public func align(_ source: [String], _ target: [String]) -> [Bead] {
    guard !source.isEmpty, !target.isEmpty else {
      return source.indices.map { Bead(source: $0..<$0 + 1, target: 0..<0, confidence: 1) }
        + target.indices.map { Bead(source: 0..<0, target: $0..<$0 + 1, confidence: 1) }
    }
    let source = AlignmentSide(source)
    let target = AlignmentSide(target)
    let evidence = LinkEvidence(source, target, FeatureLinks(source, target, dictionary))
    let rows = source.count + 1
    let columns = target.count + 1
    var band = SearchBand(rows: rows, columns: columns)
    var path: [Int] = []
    var halfWidth = Self.firstHalfWidth
    if rows * columns > Self.wholeTable {
      path = PathGuess.path(source, target, evidence)
      band = SearchBand(around: path, halfWidth: halfWidth, columns: columns)
    }
    while true {
      let search = BeadSearch(BeadScores(source, target, evidence, band), band)
      if let beads = search.beads(), band.isWhole || !search.leaves(beads) { return beads }
      // The band narrows nothing any more when it is as wide as the table.
      halfWidth *= 2
      band = SearchBand(around: path, halfWidth: halfWidth, columns: columns)
    }
  }
}

/// The search for the best alignment within a band.
private struct BeadSearch {
  private let scores: BeadScores
  private let band: SearchBand
  private let lastRow: Int
  private let lastColumn: Int

  init(_ scores: BeadScores, _ band: SearchBand) {
    self.scores = scores
    self.band = band
    lastRow = band.rows - 1
    lastColumn = band.columns - 1
  }

  /// Whether the path of some beads runs at a side of the band.
  func leaves(_ beads: [Bead]) -> Bool {
    beads.contains { band.isAtSide($0.source.lowerBound, $0.target.lowerBound) }
  }

  /// The best alignment; nil where none is within the band.
  func beads() -> [Bead]? {
    guard let path = bestPath() else { return nil }
    let forward = sums(forward: true, at: path)
    let backward = sums(forward: false, at: path)
    guard let all = forward.last else { return nil }
    var beads: [Bead] = []
    for index in path.indices.dropLast() {
      let (start, end) = (path[index], path[index + 1])
      var confidence: Float = 0
      if let shape = Self.shape(start, end), let place = band.index(start.row, start.column) {
        confidence = exp(
          forward[index] + scores.score(shape, at: place) + backward[index + 1] - all)
      }
      beads.append(
        Bead(
          source: start.row..<end.row, target: start.column..<end.column,
          confidence: Double(min(1, max(0, confidence)))))
    }
    return beads
  }

  private struct Node: Hashable {
    var row: Int
    var column: Int
  }

  private static func shape(_ start: Node, _ end: Node) -> BeadShape? {
    BeadShape.allCases.first {
      $0.sources == end.row - start.row && $0.targets == end.column - start.column
    }
  }

  /// The nodes of the best path (Viterbi).
  private func bestPath() -> [Node]? {
    let none = UInt8.max
    var best = Array(repeating: -Float.infinity, count: band.rows * band.width)
    var from = Array(repeating: none, count: best.count)
    guard let start = band.index(0, 0), band.index(lastRow, lastColumn) != nil else { return nil }
    best[start] = 0
    for row in 0...lastRow {
      for column in band.places(row) {
        let here = row * band.width + column - band.lower[row]
        let value = best[here]
        guard value > -.infinity else { continue }
        for shape in BeadShape.allCases {
          guard let there = band.index(row + shape.sources, column + shape.targets) else {
            continue
          }
          let sum = value + scores.score(shape, at: here)
          if sum > best[there] {
            best[there] = sum
            from[there] = UInt8(shape.rawValue)
          }
        }
      }
    }
    var path: [Node] = []
    var node = Node(row: lastRow, column: lastColumn)
    while true {
      path.append(node)
      if node.row == 0, node.column == 0 { return path.reversed() }
      guard let index = band.index(node.row, node.column),
        let shape = BeadShape(rawValue: Int(from[index]))
      else { return nil }
      node = Node(row: node.row - shape.sources, column: node.column - shape.targets)
    }
  }

  /// For the nodes of a path: the logarithm of the summed probabilities of all ways from the beginning to the node, or from
  /// the node to the end. Three rows are held.
  private func sums(forward: Bool, at path: [Node]) -> [Float] {
    var wanted: [Int: [Int]] = [:]
    for (place, node) in path.enumerated() { wanted[node.row, default: []].append(place) }
    var sums = Array(repeating: -Float.infinity, count: path.count)
    var rows = Array(repeating: Array(repeating: -Float.infinity, count: band.width), count: 3)
    let order = forward ? Array(0...lastRow) : (0...lastRow).reversed()
    for row in order {
      let width = band.width
      let lower = band.lower[row]
      for place in forward ? Array(0..<width) : (0..<width).reversed() {
        let column = lower + place
        var sum: Float =
          forward && row == 0 && column == 0 || !forward && row == lastRow && column == lastColumn
          ? 0 : -.infinity
        for shape in BeadShape.allCases {
          let other =
            forward
            ? Node(row: row - shape.sources, column: column - shape.targets)
            : Node(row: row + shape.sources, column: column + shape.targets)
          guard let index = band.index(other.row, other.column) else { continue }
          let start = forward ? index : row * width + place
          let value = rows[other.row % 3][other.column - band.lower[other.row]]
          sum = Self.logarithmOfSum(sum, value + scores.score(shape, at: start))
        }
        rows[row % 3][place] = sum
      }
      for place in wanted[row] ?? [] { sums[place] = rows[row % 3][path[place].column - lower] }
    }
    return sums
  }

  @inline(__always)
  private static func logarithmOfSum(_ a: Float, _ b: Float) -> Float {
    let (low, high) = a < b ? (a, b) : (b, a)
    // Below e⁻²⁰ nothing is left of the smaller one.
    guard low > high - 20 else { return high }
    return high + log1p(exp(low - high))
  }
}
