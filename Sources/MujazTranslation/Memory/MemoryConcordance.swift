import MujazCore

/// Finds units that use some words.
public struct MemoryConcordance {
  /// The side that is searched.
  public enum Side: String, Sendable, CaseIterable {
    /// The sentences.
    case source
    /// Their translations.
    case target
    /// Either of them.
    case both
  }

  private let memory: MemoryDatabase

  /// A concordance of a memory.
  public init(_ memory: MemoryDatabase) { self.memory = memory }

  /// Hands out the units that have all words of a phrase, in whatever forms share their stems, newest first, until `body` says that
  /// it is enough.
  ///
  ///     وزير finds والوزير and وزيرة; it does not find وزراء, whose letters are others
  public func search(
    _ phrase: String, in side: Side, _ body: (MemoryUnit) -> Bool
  ) throws(MemoryError) {
    let keys = phrase.wordKeys
    guard !keys.isEmpty else { return }
    var found: Set<Int> = []
    for isTarget in [false, true] where side == .both || (side == .target) == isTarget {
      found.formUnion(
        try units(with: Set(keys.map { $0.term(isTarget: isTarget) })))
    }
    let lookup = try MemoryLookup(memory, from: nil, to: nil)
    for id in found.sorted(by: >) where try !body(lookup.unit(id)) { return }
  }

  /// The units that have all of some terms.
  private func units(with terms: Set<Int64>) throws(MemoryError) -> Set<Int> {
    let posting = try memory.connection.prepare(
      "SELECT count, units FROM postings WHERE term = ? AND segment = ?")
    let segments = try PostingIndex(memory.connection).segments()
    var common: Set<Int>?
    for term in terms.sorted() {
      var units: Set<Int> = []
      for segment in segments {
        posting.bind(1, term)
        posting.bind(2, segment.id)
        if try posting.step() {
          _ = try posting.postings()
          posting.bytes(1) { bytes in PostingList.each(bytes) { units.insert($0) } }
        }
        posting.reset()
      }
      common = common?.intersection(units) ?? units
      if common?.isEmpty == true { return [] }
    }
    return common ?? []
  }
}
