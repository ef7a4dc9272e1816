import MujazCore
internal import MujazPlatform

/// What shared numbers, words and names say for two sentences: logarithms of how much likelier it is to see them in a
/// translation than in any other sentence of the text.
///
/// A feature that many sentences of the other side could answer says little, one that a single sentence answers says much;
/// one that no sentence of a bead answers speaks against the bead.
struct LinkEvidence: Sendable {
  /// One side's features as seen from the sentences of the other.
  struct Side: Sendable {
    /// For each entry: what it adds to a bead that answers it.
    var weights: [Float]
    /// For each entry: the sentences of the other side that answer it, in order.
    var answers: [[Int32]]
    /// For each sentence: what all its entries together cost a bead that answers none of them.
    var bases: [Float]
  }

  /// However rare a feature is, so often it is shared by chance with one of the sentences near by: in a long text a
  /// resemblance that is met once is not a proof.
  private static let leastChance = 0.06

  let source: Side
  let target: Side
  /// For each sentence of the source: the target's entries that it answers, in order.
  let answered: [[Int32]]
  private let sourceEntries: [[Int32]]
  private let targetEntries: [AlignmentSide.Entry]

  /// The entries of a sentence of the source.
  func entries(of sentence: Int) -> [Int32] { sourceEntries[sentence] }

  /// The sentences that an entry of the target stands in.
  func targetSentences(of entry: Int32) -> [Int32] { targetEntries[Int(entry)].sentences }

  init(_ source: AlignmentSide, _ target: AlignmentSide, _ links: FeatureLinks) {
    var reverse: [[(Int32, LinkKind)]] = Array(repeating: [], count: target.entries.count)
    for (entry, found) in links.links.enumerated() {
      for link in found { reverse[Int(link.target)].append((Int32(entry), link.kind)) }
    }
    self.source = Self.side(
      source, of: target, links.links.map { $0.map { ($0.target, $0.kind) } },
      links.sourceIsInDictionary)
    let targetSide = Self.side(target, of: source, reverse, links.targetIsInDictionary)
    self.target = targetSide
    sourceEntries = source.sentences
    targetEntries = target.entries
    answered = source.sentences.map { entries in
      Set(entries.flatMap { links.links[Int($0)].map(\.target) })
        .filter { targetSide.weights[Int($0)] != 0 }.sorted()
    }
  }

  private static func side(
    _ side: AlignmentSide, of other: AlignmentSide, _ links: [[(Int32, LinkKind)]],
    _ isInDictionary: [Bool]
  ) -> Side {
    var result = Side(
      weights: Array(repeating: 0, count: links.count),
      answers: Array(repeating: [], count: links.count),
      bases: Array(repeating: 0, count: side.count))
    for (index, entry) in side.entries.enumerated() {
      var kind = links[index].map(\.1).max { $0.probability < $1.probability }
      if kind == nil, entry.feature.kind == .number, entry.feature.key.count > 1 { kind = .number }
      if kind == nil, isInDictionary[index] { kind = .dictionary }
      guard let kind else { continue }
      let answers = union(links[index].map { other.entries[Int($0.0)].sentences })
      guard var weight = weight(kind.probability, hits: answers.count, of: other.count) else {
        continue
      }
      // That a word sounds like some name somewhere doesn't make it a name, which a translation would have to keep.
      if kind == .name { weight.unanswered = 0 }
      result.weights[index] = Float(weight.answered - weight.unanswered)
      result.answers[index] = answers
      for sentence in entry.sentences { result.bases[Int(sentence)] += Float(weight.unanswered) }
    }
    return result
  }

  /// The logarithms of an answer and of none, where a translation answers with probability `p` and `hits` of `count`
  /// sentences would do; nil where so many would that it says nothing.
  private static func weight(
    _ p: Double, hits: Int, of count: Int
  ) -> (answered: Double, unanswered: Double)? {
    if hits == 0 { return (0, log(1 - p)) }
    let chance = max(leastChance, (Double(hits) + 0.5) / Double(count + 1))
    if chance > 0.5 { return nil }
    return (max(0, log(p / chance)), min(0, log((1 - p) / (1 - chance))))
  }

  private static func union(_ lists: [[Int32]]) -> [Int32] {
    if lists.count < 2 { return lists.first ?? [] }
    return Set(lists.joined()).sorted()
  }
}

extension [Int32] {
  /// The place of the first element that is at least `value`, in an ordered list.
  func firstIndex(atLeast value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
