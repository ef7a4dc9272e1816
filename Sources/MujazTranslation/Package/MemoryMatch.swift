/// What a memory offers for a sentence.
public struct MemoryMatch: Sendable, Hashable {
  /// 101 between the same neighbours, 100 the same text, 99 where only spelling differs, else what `MatchScore` says.
  public var percent: Int
  /// The sentence of the memory, with its translation.
  public var unit: MemoryUnit
  /// What differs, from the unit's source to the sentence.
  public var differences: [MatchDifference]
  /// The translation with the numbers of the sentence, where numbers alone differ.
  public var adaptedTarget: String?

  /// What is put into a package.
  public var target: String { adaptedTarget ?? unit.target }
}

/// One difference between two sentences.
public struct MatchDifference: Sendable, Hashable {
  /// Words of the memory's sentence, empty where the new one adds some.
  public var old: String
  /// Words of the new sentence, empty where it has lost some.
  public var new: String

  /// `old → new`, `− old`, `+ new`.
  public var description: String {
    old.isEmpty ? "+ \(new)" : new.isEmpty ? "\u{2212} \(old)" : "\(old) \u{2192} \(new)"
  }
}
