/// Numbers, adverbs, particles, single letters, verbs that are none of saying.
///
/// Bias: end, as none of them is part of a name; a letter goes on where a full stop makes it a title.
///
///     قال سالم العلي أمس إن …      ends        قال المدير د. سالم العلي إن …      goes on
enum PhraseWordRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    if token.key.isNumber { return .end(.number) }
    if reader.opensClause(state.end) { return .end(.functionWord) }
    if !token.word.classes.isDisjoint(with: [.adverb, .particle, .verb])
      || token.key.count == 1 && !reader.isAbbreviation(state.end)
    {
      return .end(.functionWord)
    }
    return nil
  }
}

/// Function words of the lists, days and months.
///
/// Bias: end. An office or a body is a noun whatever else the lists say of it.
///
///     قال سالم العلي الذي زار الجسر إن …      ends        قال نائب مجلس الشورى …      goes on
enum PhraseStopRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard !token.classes.isDisjoint(with: PhraseReader.stops), !token.classes.isOffice,
      !token.word.classes.contains(.body)
    else {
      // وهو يصور, ومن معه: a clause or an adjunct of its own.
      guard token.key.first == Letter.waw,
        token.classes.isDisjoint(with: [.givenName, .office, .city])
      else { return nil }
      let bare = reader.lexicon.classes(exactly: token.key.dropFirst(1))
      return bare.isDisjoint(with: PhraseReader.stops.union(.pronoun)) ? nil : .end(.conjunction)
    }
    // النقابة الوطنية للصحفيين التونسيين: whose union it is, and not whom the words are said to.
    if token.classes.contains(.addressee), state.nameStart == nil, state.end + 1 < state.limit,
      reader.passage.tokens.gap(state.end + 1).isEmpty,
      reader.passage.tokens.key(state.end + 1).hasArticle,
      reader.passage.tokens[state.end + 1].word.isEmpty,
      (state.start..<state.end).contains(where: {
        reader.passage.tokens[$0].word.classes.contains(.generic)
      })
    {
      return .bind
    }
    // للصحافيين
    return .end(token.classes.contains(.addressee) ? .clitic : .functionWord)
  }
}
