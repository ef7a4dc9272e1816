/// The newspaper, agency or channel that a report is attributed to.
///
/// Bias: a medium only. Whose claim it is, is never left out.
///
///     …، بحسب وكالة رويترز، …      left out        …، بحسب وزارة الصحة، …      stays
enum SourceRule {
  /// The medium's name has no more words.
  private static let longest = 9

  static func parts(
    _ outline: SentenceOutline, _ slots: ClauseSlots, _ lexicon: Lexicon
  ) -> [SentencePart] {
    var parts: [SentencePart] = []
    for (place, slot) in slots.slots.enumerated() where place > 0 {
      guard case .source = slot.opening, slot.words.count <= longest,
        namesMedium(outline, slot.words, lexicon)
      else { continue }
      let isLast = place + 1 == slots.slots.count
      let end = isLast ? outline.contentEnd : slots.slots[place + 1].comma
      parts.append(
        SentencePart(
          kind: .agency,
          range: TextRange(start: outline[slot.words.lowerBound].previousEnd, end: end)))
    }
    return parts
  }

  /// Whether a medium follows the words that open a source.
  private static func namesMedium(
    _ outline: SentenceOutline, _ words: Range<Int>, _ lexicon: Lexicon
  ) -> Bool {
    for index in words.dropFirst().prefix(4) {
      if let found = outline.phrase(at: index, in: [.medium, .agency], lexicon),
        !found.classes.isEmpty
      {
        return true
      }
      // لوكالة، لصحيفة
      let key = outline[index].key
      if key.first == Letter.lam,
        lexicon.classes(exactly: key.dropFirst(1)).contains(.medium)
      {
        return true
      }
    }
    return false
  }
}
