/// What stands in brackets or between two dashes.
///
/// Bias: short asides only, and none that names what a pronoun stands for or is the number that a noun counts with.
///
///     منظمة الصحة (ومقرها جنيف) تحذر      left out        قال إنه (الرئيس) سيحضر      stays
///     سالم (35 عاما) يروي                 left out        بمبلغ (240) جنيها           stays
enum InsertionRule {
  /// An aside has no more words.
  private static let longest = 14

  static func parts(_ text: Span<UInt8>, _ outline: SentenceOutline) -> [SentencePart] {
    var parts: [SentencePart] = []
    for bracket in outline.brackets where (1...longest).contains(bracket.words.count) {
      guard bracket.words.lowerBound > 0, bracket.words.upperBound < outline.count else {
        continue
      }
      let before = outline[bracket.words.lowerBound - 1]
      guard !before.isInside, let start = spaceStart(text, before.end, bracket.range.start),
        !isPronoun(before), !isNumber(outline, bracket.words),
        // A bracket that a word goes on behind belongs to it: (ال)كتاب.
        !text.isWordPart(at: bracket.range.end, limit: text.count)
      else { continue }
      parts.append(
        SentencePart(
          kind: .parenthesis, range: TextRange(start: start, end: bracket.range.end)))
    }
    // A pair of dashes and no third.
    if outline.dashes.count == 2 {
      let (opening, closing) = (outline.dashes[0], outline.dashes[1])
      let words = opening.word..<closing.word
      if (1...longest).contains(words.count), opening.word > 1,
        outline.count - closing.word > 1,
        !words.contains(where: { outline[$0].opensSpeech }), !isNumber(outline, words),
        let start = spaceStart(text, outline[opening.word - 1].end, opening.range.start)
      {
        parts.append(
          SentencePart(
            kind: .insertion, range: TextRange(start: start, end: closing.range.end)))
      }
    }
    return parts
  }

  /// Where the white space before a mark begins; nil where anything else stands there, or nothing.
  private static func spaceStart(_ text: Span<UInt8>, _ start: Int, _ mark: Int) -> Int? {
    guard start < mark else { return nil }
    for offset in start..<mark where text[offset] != 0x20 { return nil }
    return start
  }

  /// Whether numbers are all that the words are, but for single letters: (240), (1-0), (د 5).
  private static func isNumber(_ outline: SentenceOutline, _ words: Range<Int>) -> Bool {
    words.contains { outline[$0].key.isNumber }
      && words.allSatisfy { outline[$0].key.isNumber || outline[$0].key.count == 1 }
  }

  /// Whether the word is a pronoun, or has one that the bracket explains: إنه (الرئيس).
  private static func isPronoun(_ token: SentenceOutline.Token) -> Bool {
    !token.either.isDisjoint(with: [.pronoun, .demonstrative, .preposition, .relative])
      || ClauseSlots.isThat(token.key)
  }
}
