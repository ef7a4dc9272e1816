/// Full stops that somebody set in mid-clause.
///
/// Bias: keep, unless the words say plainly that the clause goes on: no clause ends in a preposition that needs its
/// noun, and none begins with أن.
///
///     سبل التعاون في. مجالات الطاقة          no end          لم يصل الوفد بعد. وسيصل غدا          an end
enum StrayStopRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>
  ) -> Verdict? {
    guard candidate.isSingleStop, candidate.end == candidate.mark + 1 else { return nil }
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

  /// أن as it is written: folding makes it one with إن, which opens sentences.
  private static func isAn(_ text: Span<UInt8>, _ word: Word) -> Bool {
    word.end - word.start == 4 && text.starts(with: "أن", at: word.start, limit: word.end)
  }
}
