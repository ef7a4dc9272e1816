internal import MujazPlatform

/// The logarithm of each bead's probability, over that of two sentences that have nothing to do with each other.
///
/// A bead's score is the sum of: how often its shape is met; how well the lengths agree (Gale and Church, "A Program for
/// Aligning Sentences in Bilingual Corpora", 1993, with a share of free translations whose length says nothing); marks that both
/// sides have or one side lacks; what `LinkEvidence` says.
struct BeadScores: Sendable {
  /// Variance of a translation's length for one character of the source (Gale and Church).
  private static let variance = 6.8
  /// The share of translations whose length says nothing.
  private static let free = 0.003
  /// Words of a sentence go together, so that each counts for less than if it stood alone.
  private static let dependence: Float = 0.4
  /// A mark on both sides, and one on one side alone: logarithms, as measured on news.
  private static let sharedMark: Float = 0.96
  private static let lostMark: Float = -0.6
  private static let shapes = 4

  private let band: SearchBand
  private var scores: [Float]
  private let priors: [Float]

  init(
    _ source: AlignmentSide, _ target: AlignmentSide, _ evidence: LinkEvidence, _ band: SearchBand
  ) {
    self.band = band
    priors = BeadShape.allCases.map { Float(log($0.prior)) }
    scores = Array(repeating: -.infinity, count: band.rows * band.width * Self.shapes)
    let total = Double(max(1, source.length(0, source.count)))
    let ratio = Double(max(1, target.length(0, target.count))) / total
    var here = EvidenceRow(evidence, target.count)
    var next = EvidenceRow(evidence, target.count)
    if source.count > 0 { here.fill(0, nil, band.places(0)) }
    for row in 0..<source.count {
      let places = band.lower[row]..<band.lower[row] + band.width
      if row + 1 < source.count {
        let end = band.lower[row + 1] + band.width
        next.fill(row + 1, row, places.lowerBound..<end)
      }
      for column in places where column < target.count {
        for shape in [BeadShape.oneOne, .oneTwo, .twoOne, .twoTwo] {
          let rowEnd = row + shape.sources
          let columnEnd = column + shape.targets
          guard rowEnd <= source.count, columnEnd <= target.count else { continue }
          var score = evidence.source.bases[row] + evidence.target.bases[column]
          if shape.sources == 2 { score += evidence.source.bases[row + 1] }
          if shape.targets == 2 { score += evidence.target.bases[column + 1] }
          score += here.sum(shape, next, column)
          score *= Self.dependence
          score += Self.length(
            Double(source.length(row, rowEnd)), Double(target.length(column, columnEnd)), ratio)
          score += Self.marks(source, row..<rowEnd, target, column..<columnEnd)
          let index = row * band.width + column - places.lowerBound
          scores[index * Self.shapes + shape.rawValue] = score + priors[shape.rawValue]
        }
      }
      swap(&here, &next)
    }
  }

  /// The score of a bead that begins at a place of the band.
  @inline(__always)
  func score(_ shape: BeadShape, at index: Int) -> Float {
    shape.rawValue < Self.shapes
      ? scores[index * Self.shapes + shape.rawValue] : priors[shape.rawValue]
  }

  /// The logarithm of the chance that a translation is off its expected length by so much and more.
  private static func length(_ source: Double, _ target: Double, _ ratio: Double) -> Float {
    let mean = max(1, (source + target / ratio) / 2)
    let deviation = abs(target - source * ratio) / (mean * variance).squareRoot()
    return Float(log((1 - free) * erfc(deviation / 2.0.squareRoot()) + free))
  }

  private static func marks(
    _ source: AlignmentSide, _ rows: Range<Int>, _ target: AlignmentSide, _ columns: Range<Int>
  ) -> Float {
    let left = source.marks[rows.lowerBound].union(source.marks[rows.upperBound - 1])
    let right = target.marks[columns.lowerBound].union(target.marks[columns.upperBound - 1])
    let both = left.intersection(right).rawValue.nonzeroBitCount
    let one = left.symmetricDifference(right).rawValue.nonzeroBitCount
    return Float(both) * sharedMark + Float(one) * lostMark
  }
}

/// What the links of one source sentence say for the target's sentences in a range.
private struct EvidenceRow {
  /// The source's features that a sentence answers.
  private var answered: [Float]
  /// Those that both it and the next one answer, which two sentences together must not count twice.
  private var answeredByBoth: [Float]
  /// A sentence's features that the source sentence answers.
  private var answering: [Float]
  /// Those that the source sentence before answers as well.
  private var answeringBoth: [Float]
  private var filled = 0..<0
  private let evidence: LinkEvidence

  init(_ evidence: LinkEvidence, _ columns: Int) {
    self.evidence = evidence
    answered = Array(repeating: 0, count: columns + 2)
    answeredByBoth = answered
    answering = answered
    answeringBoth = answered
  }

  mutating func fill(_ row: Int, _ before: Int?, _ range: Range<Int>) {
    for column in filled {
      answered[column] = 0
      answeredByBoth[column] = 0
      answering[column] = 0
      answeringBoth[column] = 0
    }
    filled = range.lowerBound..<min(range.upperBound + 2, answered.count)
    for entry in evidence.entries(of: row) {
      let weight = evidence.source.weights[Int(entry)]
      guard weight != 0 else { continue }
      var last = -2
      Self.each(evidence.source.answers[Int(entry)], in: filled) { column in
        answered[column] += weight
        if column == last + 1 { answeredByBoth[last] += weight }
        last = column
      }
    }
    let mine = evidence.answered[row]
    for entry in mine {
      let weight = evidence.target.weights[Int(entry)]
      Self.each(evidence.targetSentences(of: entry), in: filled) { answering[$0] += weight }
    }
    guard let before else { return }
    let theirs = Set(evidence.answered[before])
    for entry in mine where theirs.contains(entry) {
      let weight = evidence.target.weights[Int(entry)]
      Self.each(evidence.targetSentences(of: entry), in: filled) { answeringBoth[$0] += weight }
    }
  }

  @inline(__always)
  private static func each(_ list: [Int32], in range: Range<Int>, _ body: (Int) -> Void) {
    var index = list.firstIndex(atLeast: range.lowerBound)
    while index < list.count, Int(list[index]) < range.upperBound {
      body(Int(list[index]))
      index += 1
    }
  }

  /// What a bead of this row, and the next where it takes two, has at a column.
  @inline(__always)
  func sum(_ shape: BeadShape, _ next: EvidenceRow, _ column: Int) -> Float {
    var sum = answered[column] + answering[column]
    if shape.targets == 2 {
      sum += answered[column + 1] - answeredByBoth[column] + answering[column + 1]
    }
    if shape.sources == 2 {
      sum += next.answered[column] + next.answering[column] - next.answeringBoth[column]
      if shape.targets == 2 {
        sum += next.answered[column + 1] - next.answeredByBoth[column]
        sum += next.answering[column + 1] - next.answeringBoth[column + 1]
      }
    }
    return sum
  }
}
