/// What stands between a speaker's name and what he says: his title, or a clause about him.
///
/// Bias: closed on both sides, by a comma before it and by إن or أن behind its last comma.
///
///     وقال محمد السالم، وزير الأشغال، إن …      left out        وقال محمد السالم، ثم غادر، إن …      stays
enum AppositionRule {
  /// A title or clause has no more words.
  private static let longest = 24

  static func parts(
    _ outline: SentenceOutline, _ slots: ClauseSlots, _ lexicon: Lexicon
  ) -> [SentencePart] {
    guard
      let that = slots.slots.indices.first(where: { index in
        if case .complement = slots.slots[index].opening { return index > 1 }
        return false
      })
    else { return [] }
    let words = slots.slots[1].words.lowerBound..<slots.slots[that].words.lowerBound
    guard words.count <= longest, isSaying(outline, slots.slots[0].words) else {
      return []
    }
    var kind: SentencePartKind?
    for slot in slots.slots[1..<that] {
      switch slot.opening {
      case .part(.relative): kind = kind ?? .relative
      case .other:
        let isTitle = outline.phrase(at: slot.words.lowerBound, in: .office, lexicon) != nil
        guard kind != nil || isTitle else { return [] }
        kind = kind ?? .apposition
      case .preposition, .conjunction: guard kind != nil else { return [] }
      default: return []
      }
    }
    guard let kind else { return [] }
    return [
      SentencePart(
        kind: kind,
        range: TextRange(
          start: outline[words.lowerBound].previousEnd,
          end: outline[words.upperBound].commaEnd))
    ]
  }

  /// Whether the sentence opens with a verb of saying, so that إن goes on with it.
  private static func isSaying(_ outline: SentenceOutline, _ words: Range<Int>) -> Bool {
    words.prefix(3).contains { !outline[$0].either.isDisjoint(with: .saying) }
  }
}
