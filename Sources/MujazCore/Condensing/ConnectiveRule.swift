/// What ties a sentence to the one before it and says nothing of its own.
///
/// Bias: set off by a comma, or followed by a verb of saying; what says when or why something happened stays.
///
///     من ناحية أخرى، أعلنت الوزارة …     left out        بعد ذلك، أعلنت الوزارة …      stays
enum ConnectiveRule {
  /// The words that must follow it.
  private static let rest = 4

  static func part(
    _ words: Words, _ sentence: SentenceWords, _ lexicon: Lexicon
  ) -> SentencePart? {
    guard let count = count(words, sentence, lexicon) else { return nil }
    return SentencePart(
      kind: .connective,
      range: TextRange(start: sentence.range.start, end: words.openingStart(sentence.first + count))
    )
  }

  /// The number of words of a connective at the head of a sentence.
  static func count(
    _ words: Words, _ sentence: SentenceWords, _ lexicon: Lexicon
  ) -> Int? {
    guard !sentence.isEmpty,
      let found = words.phrase(
        at: sentence.first, limit: sentence.end, in: .connective, lexicon),
      sentence.count >= found.count + rest
    else { return nil }
    let next = sentence.first + found.count
    let gap = words.gap(next)
    let isSetOff = !gap.isDisjoint(with: [.comma, .semicolon])
    guard
      isSetOff
        || gap.isEmpty
          && !words.either(next).isDisjoint(with: .saying)
    else { return nil }
    return found.count
  }
}
