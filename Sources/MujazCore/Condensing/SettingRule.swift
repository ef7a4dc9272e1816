/// Where and on what occasion somebody said something, between who and what.
///
/// Bias: behind a verb of saying and its subject, and up to إن, أن or a colon; no verb or participle of saying and no contrast in it.
///
///     وقال الوزير، في مؤتمر صحافي عقده أمس، إن …     left out        وقال في مؤتمر صحافي إن …      stays
enum SettingRule {
  /// An occasion has no more words.
  private static let longest = 24
  /// The verb of saying is one of so many first words.
  private static let verb = 3
  /// The subject has no more words.
  private static let subject = 16

  static func part(
    _ words: Words, _ sentence: SentenceWords, _ outline: SentenceOutline
  ) -> SentencePart? {
    guard
      let verb = outline.indices.prefix(verb).first(where: {
        !outline[$0].either.isDisjoint(with: .saying)
      }),
      SpeakerFinder.subject(words, behind: sentence.first + verb, of: sentence) != nil
    else { return nil }
    let limit = min(outline.count, verb + 2 + subject + longest)
    guard verb + 2 < limit, let that = end(words, sentence, outline, verb + 2, limit) else {
      return nil
    }
    guard
      let noun = (verb + 2..<that).prefix(subject).first(where: { opens(outline, $0, that) })
    else { return nil }
    let start = phraseStart(outline, noun, floor: verb + 2)
    guard that - start <= longest, outline.count - that > 3 else { return nil }
    let stays: WordClasses = [.staysOpener, .adversative, .speechVerb, .needsNoComma]
    // للبرلمان – في جلسة – إن: the dashes would stay.
    guard words.gap(sentence.first + start).isDisjoint(with: .dash) else { return nil }
    guard (start..<that).allSatisfy({ outline[$0].classes.isDisjoint(with: stays) }) else {
      return nil
    }
    // A colon stays before what is said, a comma goes with the occasion.
    let token = outline[that]
    let isBehindComma = token.comma != nil && !words.gap(sentence.first + that).contains(.colon)
    let end = isBehindComma ? token.commaEnd : token.previousEnd
    let from = outline[start].previousEnd
    guard from < end else { return nil }
    return SentencePart(kind: .setting, range: TextRange(start: from, end: end))
  }

  /// The word that what is said begins with.
  private static func end(
    _ words: Words, _ sentence: SentenceWords, _ outline: SentenceOutline, _ start: Int,
    _ limit: Int
  ) -> Int? {
    for index in start..<limit {
      let token = outline[index]
      let last = outline[index - 1]
      // No colon of what stands in marks or brackets.
      let isOutside = !last.isInside || token.previousEnd > last.end
      if isOutside, words.gap(sentence.first + index).contains(.colon) { return index }
      if !token.isInside, ClauseSlots.isThat(token.key), token.classes.contains(.subordinator) {
        return index
      }
    }
    return nil
  }

  /// Whether a preposition and a noun of an occasion stand at a place.
  private static func opens(_ outline: SentenceOutline, _ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, outline[index + 1].either.contains(.setting) else { return false }
    return isIn(outline, index) || outline[index].classes.contains(.adjunct)
  }

  private static let inside = WordKey(Letter.feh, Letter.yeh)

  /// Whether a word is في.
  private static func isIn(_ outline: SentenceOutline, _ index: Int) -> Bool {
    !outline[index].isInside && outline[index].key == inside
  }

  private static func isPreposition(_ outline: SentenceOutline, _ index: Int) -> Bool {
    let token = outline[index]
    return !token.isInside && !token.classes.isDisjoint(with: [.preposition, .adjunct])
  }

  /// Where the phrase begins that an occasion stands in: من خلال منشور, خلال مشاركته في جلسة.
  private static func phraseStart(
    _ outline: SentenceOutline, _ index: Int, floor: Int
  ) -> Int {
    var start = index
    while start > floor, start > index - 4 {
      if isPreposition(outline, start - 1) {
        start -= 1
      } else if start - 2 >= floor, outline[start - 2].classes.contains(.adjunct) {
        start -= 2
      } else {
        break
      }
    }
    return start
  }
}
