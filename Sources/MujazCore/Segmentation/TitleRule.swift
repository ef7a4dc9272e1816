/// Abbreviated titles before a name: د. سامر، أ.د. منير، ود.هدى، م.حسام.
///
/// Bias: refuse, as a title with nothing behind it is no title. A letter behind a number is a unit
/// (`500 م.`), and a whole word that only ends in such a letter is none (`جدًا.`).
///
///     وقال د. سامر الحداد إن اللقاح آمن        no end        سقطت من ارتفاع 500 م. ونجا الطيار       left to the unit rule
enum TitleRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Verdict? {
    guard candidate.isSingleStop, let previous = neighbours.previous,
      candidate.end == candidate.mark + 1,
      let following = neighbours.following, following.start == candidate.next,
      isTitle(previous, neighbours, text, lexicon),
      !UnitRule.followsNumber(previous, candidate, text),
      !isLabel(previous, candidate, text, lexicon)
    else { return nil }
    return .refuse(.title)
  }

  /// Whether the letter is no title for what stands before it: the last of initials that are no title together
  /// (ق.م. against أ.د.), or the label of a noun (المجموعة أ).
  private static func isLabel(
    _ word: Word, _ candidate: Candidate, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    var end = word.start
    while end > candidate.segmentStart,
      text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: ".")
    {
      end -= 1
    }
    guard let before = text.word(endingAt: end, floor: candidate.segmentStart) else { return false }
    if InitialsRule.hasInitialBefore(word, candidate, text, lexicon) {
      if InitialsRule.hasInitialBefore(before, candidate, text, lexicon) { return true }
      let pair: InlineArray<2, WordKey> = [before.key, word.key]
      return lexicon.phrase(at: pair.span, in: .titleAbbreviation)?.count != 2
    }
    return lexicon.classes(exactly: before.key).contains(.letterLabel)
  }

  /// و، ف، ل، ب، ك are written together with the title: ود.هدى، لد.سمير. Some of these are words of their own, which end
  /// sentences: لا، فم، ود. So أ must be written with its hamza, and behind the others no و or ف may follow.
  private static func isTitle(
    _ word: Word, _ neighbours: Neighbours, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    if lexicon.classes(exactly: word.key).contains(.titleAbbreviation) { return true }
    guard word.key.count >= 2, word.key.isArabic else { return false }
    let title = word.key.dropFirst(1)
    guard word.key.beginsWithConjunction || word.key.beginsWithPreposition,
      lexicon.classes(exactly: title).contains(.titleAbbreviation)
    else { return false }
    if title.count > 1 { return true }
    if title.first == Letter.alef {
      return text.starts(with: "أ", at: word.end - 2, limit: word.end)
    }
    return !lexicon.classes(exactly: word.key).contains(.homograph)
      || !neighbours.followingHasConjunction
  }
}
