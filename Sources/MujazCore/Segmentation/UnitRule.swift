/// Abbreviated units, eras and clock marks behind a number, and the other abbreviations.
///
/// Bias: these close a sentence as often as they stand inside one, so what follows decides: a word that binds to what is
/// before it (a preposition, a subordinator, a relative) refuses the end, everything else keeps it. Behind إلخ and
/// Latin abbreviations it is the other way round: only a word that opens a sentence keeps the end.
///
///     يعود إلى القرن الثالث ق.م. بحسب الخبراء      no end        توفي عام 1436هـ. ودفن في مسقط رأسه      an end
enum UnitRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Verdict? {
    guard candidate.isSingleStop, let previous = neighbours.previous, neighbours.following != nil
    else { return nil }
    let classes = classes(of: previous, text, candidate, lexicon)
    let behindNumber = followsNumber(previous, candidate, text)
    if !classes.isDisjoint(with: [.unit, .clock, .era]),
      behindNumber || isPhraseEra(classes, previous)
    {
      // 656هـ. (1258م): the other calendar's year.
      let isBracket = text[candidate.next] == UInt8(ascii: "(")
      // بين 330 ق.م. و285 ق.م.
      let isNumber = neighbours.following?.key.withoutConjunction?.isNumber ?? false
      return neighbours.followingBinds || isBracket || isNumber ? .refuse(.unit) : .keep(.unit)
    }
    let isNumbered = text.isDigit(at: candidate.next, limit: candidate.limit)
    if classes.contains(.abbreviation),
      previous.key.count > 1 || isPair(previous, candidate, text) || isNumbered
    {
      return InitialsRule.opensSentence(neighbours) ? .keep(.abbreviation) : .refuse(.abbreviation)
    }
    return nil
  }

  /// The classes of the word, of the letters behind its digits (1436هـ), or of the two words that a stop or a space
  /// joins (ق.م).
  private static func classes(
    of word: Word, _ text: Span<UInt8>, _ candidate: Candidate, _ lexicon: Lexicon
  ) -> WordClasses {
    var key = word.key
    while (0x30...0x39).contains(key.first) { key = key.dropFirst(1) }
    var classes = lexicon.classes(exactly: key)
    var offset = word.start
    while offset > candidate.segmentStart,
      text[offset - 1] == 0x20 || text[offset - 1] == UInt8(ascii: ".")
    {
      offset -= 1
    }
    if offset < word.start,
      let before = text.word(endingAt: offset, floor: candidate.segmentStart),
      before.key.count <= 2,
      let pair = lexicon.phrase(
        at: ([before.key, key] as InlineArray<2, WordKey>).span,
        in: [.unit, .era, .clock, .abbreviation]),
      pair.count == 2
    {
      classes.formUnion(pair.classes)
      if pair.classes.contains(.era) { classes.insert(.continues) }
    }
    return classes
  }

  /// An era of two letters (ق.م) needs no number before it: القرن الثالث ق.م.
  private static func isPhraseEra(_ classes: WordClasses, _ word: Word) -> Bool {
    classes.contains([.era, .continues]) || (classes.contains(.era) && word.key.count > 1)
  }

  private static func isPair(_ word: Word, _ candidate: Candidate, _ text: Span<UInt8>) -> Bool {
    word.start > candidate.segmentStart && text[word.start - 1] == UInt8(ascii: ".")
  }

  /// Whether digits stand in the word itself (1436هـ) or right before it (500 م).
  static func followsNumber(_ word: Word, _ candidate: Candidate, _ text: Span<UInt8>) -> Bool {
    if (0x30...0x39).contains(word.key.first), !word.key.isNumber { return true }
    var offset = word.start
    while offset > candidate.segmentStart {
      let start = text.scalarStart(before: offset, floor: candidate.segmentStart)
      if text.whiteSpace(at: start, limit: offset) == 0 {
        return text.isDigit(at: start, limit: offset)
      }
      offset = start
    }
    return false
  }
}
