/// Full stops between and behind initials: أ.ف.ب، بي.بي.سي، جي. كي. رولينغ، U.S.
///
/// Bias: two letters or letter names with a stop between them are initials; one alone is not, unless it is a title. Behind
/// the last initial the segment ends only before a word that opens a sentence.
///
///     ذكرت وكالة أ.ف.ب. أن المفاوضات توقفت      no end       ذكرت ذلك وكالة أ.ف.ب. وأكدت الوزارة الخبر      an end
enum InitialsRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Verdict? {
    guard candidate.isSingleStop, let previous = neighbours.previous,
      isInitial(previous, lexicon)
    else { return nil }
    if let following = neighbours.following, following.start == candidate.next,
      isInitial(following, lexicon),
      isStop(text, behind: following.end, limit: candidate.limit)
        || (!candidate.hasGap && !following.key.isNumber)
    {
      return .refuse(.initials)
    }
    // ق. م، ص. ب 12: the first half of an abbreviation of two letters.
    if let following = neighbours.following, following.start == candidate.next {
      let pair: InlineArray<2, WordKey> = [previous.key, following.key]
      if lexicon.phrase(at: pair.span, in: [.era, .abbreviation])?.count == 2 {
        return .refuse(.initials)
      }
    }
    // B. salinae: an initial before a Latin word.
    if previous.key.first >= Letter.arabicEnd, previous.key.first < 0x80,
      text[candidate.next] < 0x80, Letter.ascii[text[candidate.next]] >= UInt8(ascii: "a")
    {
      return .refuse(.initials)
    }
    // The last of several.
    guard hasInitialBefore(previous, candidate, text, lexicon) else {
      return isMiddle(previous, candidate, neighbours, text, lexicon) ? .refuse(.initials) : nil
    }
    guard let following = neighbours.following else { return nil }
    if !opensSentence(neighbours) { return .refuse(.initials) }
    // Initials with a space between them are a person's, and her name follows: هـ. ج. ويلز.
    let bare = following.key.withoutConjunction
    let isVerb = bare.map { !lexicon.classes(exactly: $0).subtracting(.givenName).isEmpty } ?? true
    return arePersonal(previous, candidate, text, lexicon) && !isVerb ? .refuse(.initials) : nil
  }

  static func opensSentence(_ neighbours: Neighbours) -> Bool {
    neighbours.followingHasConjunction || neighbours.followingClasses.contains(.adversative)
  }

  /// Whether the name of a letter stands between a first name and a last one (جون إف. كينيدي): words of no list and without
  /// the article, the last without و or ف. A verb of saying or a preposition would be known.
  private static func isMiddle(
    _ word: Word, _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>,
    _ lexicon: Lexicon
  ) -> Bool {
    guard word.key.count > 1, candidate.hasGap, !neighbours.followingHasConjunction,
      let following = neighbours.following, following.start == candidate.next,
      // بي, "in me", closes sentences.
      !neighbours.previousClasses.contains(.homograph), isName(following.key, lexicon)
    else { return false }
    var end = word.start
    while end > candidate.segmentStart, text[end - 1] == 0x20 { end -= 1 }
    guard let before = text.word(endingAt: end, floor: candidate.segmentStart) else { return false }
    return isName(before.key, lexicon)
  }

  /// Whether a word may be a foreign name: of no list but that of given names, without the article.
  private static func isName(_ key: WordKey, _ lexicon: Lexicon) -> Bool {
    key.count > 2 && key.isArabic && !key.beginsWithArticle
      && lexicon.classes(of: key).subtracting(.givenName).isEmpty
  }

  /// Whether a space stands between two initials that are no abbreviation together (ق. م.).
  private static func arePersonal(
    _ word: Word, _ candidate: Candidate, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    var offset = word.start
    while offset > candidate.segmentStart, text[offset - 1] == 0x20 { offset -= 1 }
    guard offset < word.start,
      let before = text.word(endingAt: offset - 1, floor: candidate.segmentStart)
    else { return false }
    let pair: InlineArray<2, WordKey> = [before.key, word.key]
    return lexicon.phrase(at: pair.span, in: [.era, .unit, .clock, .abbreviation])?.count != 2
      && !hasInitialBefore(before, candidate, text, lexicon)
  }

  /// A single letter, or the name of a Latin one.
  private static func isInitial(_ word: Word, _ lexicon: Lexicon) -> Bool {
    if word.key.count == 1 { return !word.key.isNumber }
    let classes = lexicon.classes(exactly: word.key)
    if classes.contains(.letterName) { return true }
    // ل، ب and و are written together with what follows them: لبي.بي.سي.
    guard word.key.count >= 3, [Letter.lam, Letter.beh, Letter.waw].contains(word.key.first) else {
      return false
    }
    return lexicon.classes(exactly: word.key.dropFirst(1)).contains(.letterName)
  }

  private static func isStop(_ text: Span<UInt8>, behind offset: Int, limit: Int) -> Bool {
    offset < limit && text[offset] == UInt8(ascii: ".")
  }

  /// Whether another initial and its full stop stand before the word.
  static func hasInitialBefore(
    _ word: Word, _ candidate: Candidate, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    var offset = word.start
    while offset > candidate.segmentStart, text[offset - 1] == 0x20 { offset -= 1 }
    guard offset > candidate.segmentStart, text[offset - 1] == UInt8(ascii: "."),
      let before = text.word(endingAt: offset - 1, floor: candidate.segmentStart)
    else { return false }
    return isInitial(before, lexicon)
  }
}
