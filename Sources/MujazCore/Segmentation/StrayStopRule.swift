/// Full stops that somebody set in mid-clause, and question marks that stand for a lost letter.
///
/// Bias: keep, unless the words say plainly that the clause goes on: no clause ends in a preposition that needs its
/// noun, and none begins with أن. A Latin question mark between two letters is what a conversion left of a letter.
///
///     سبل التعاون في. مجالات الطاقة          no end          لم يصل الوفد بعد. وسيصل غدا          an end
enum StrayStopRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>
  ) -> Verdict? {
    guard candidate.end == candidate.mark + 1 else { return nil }
    if isLostLetter(candidate, neighbours, text) { return .refuse(.strayStop) }
    guard candidate.isSingleStop else { return nil }
    if let following = neighbours.following, following.start == candidate.next,
      isAn(text, following)
    {
      return .refuse(.strayStop)
    }
    let classes = neighbours.previousClasses
    guard classes.contains(.preposition), !classes.contains(.adverb), neighbours.following != nil,
      // The short ones only: بين. may be Mr Bean.
      let previous = neighbours.previous, previous.key.count == 2
    else { return nil }
    return .refuse(.strayStop)
  }

  /// ن?ئيم
  private static func isLostLetter(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>
  ) -> Bool {
    guard text[candidate.mark] == UInt8(ascii: "?"), !candidate.hasGap,
      neighbours.following?.start == candidate.next, candidate.mark > candidate.segmentStart
    else { return false }
    let before = text.scalarStart(before: candidate.mark, floor: candidate.segmentStart)
    return text.isWordPart(at: before, limit: candidate.mark)
      && !neighbours.followingHasConjunction
  }

  /// أن as it is written: folding makes it one with إن, which opens sentences.
  private static func isAn(_ text: Span<UInt8>, _ word: Word) -> Bool {
    word.end - word.start == 4 && text.starts(with: "أن", at: word.start, limit: word.end)
  }
}
