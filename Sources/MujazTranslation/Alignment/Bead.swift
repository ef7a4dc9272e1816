/// Sentences of the source and of the target that are translations of each other.
public struct Bead: Sendable, Hashable {
  /// Sentences of the source, by number; empty where the target's have no counterpart.
  public var source: Range<Int>
  /// Sentences of the target, by number; empty where the source's have no counterpart.
  public var target: Range<Int>
  /// How sure it is, from 0 to 1: the share that this bead has among all alignments of the two texts, each counted by its
  /// probability.
  public var confidence: Double

  /// A bead of sentences by their numbers.
  public init(source: Range<Int>, target: Range<Int>, confidence: Double) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// Whether both sides have a sentence.
  public var isPair: Bool { !source.isEmpty && !target.isEmpty }
}

/// How many sentences a bead takes of either side.
enum BeadShape: Int, CaseIterable, Sendable {
  case oneOne, oneTwo, twoOne, twoTwo, oneNone, noneOne

  var sources: Int {
    switch self {
    case .oneOne, .oneTwo, .oneNone: 1
    case .twoOne, .twoTwo: 2
    case .noneOne: 0
    }
  }

  var targets: Int {
    switch self {
    case .oneOne, .twoOne, .noneOne: 1
    case .oneTwo, .twoTwo: 2
    case .oneNone: 0
    }
  }

  /// How often a shape is met: the order of Gale and Church's table, with more room for what one side has alone, since
  /// newsrooms cut and add.
  var prior: Double {
    switch self {
    case .oneOne: 0.8
    case .oneTwo, .twoOne: 0.06
    case .twoTwo: 0.001
    case .oneNone, .noneOne: 0.04
    }
  }
}
