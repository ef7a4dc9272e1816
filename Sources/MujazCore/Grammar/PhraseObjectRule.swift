/// The object behind the subject of a verb that takes one.
///
/// Bias: end at an indefinite accusative behind what is definite, at the third word of a name, and at another body or person
/// behind a definite one. Foreign names in يا are no accusatives, and a name may begin with what looks like one.
///
///     عقد الوزير سالم العلي اجتماعا      ends        أبلغت الممثلة إيما واتسون الصحيفة      goes on to واتسون
enum PhraseObjectRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard state.hasObject else { return nil }
    // أبلغ مصدر أمني موقع الحياة أن …
    if token.word.classes.contains(.medium), state.nameStart == nil, !state.isBound,
      state.end >= state.start + 2
    {
      return .end(.object)
    }
    // أبرزت النائبة تشبث المرأة بحريتها
    if state.nameStart == nil, state.isBound, state.bearsName, token.classes.isEmpty,
      token.word.isEmpty, token.key.first == Letter.teh, state.end + 1 < state.limit,
      reader.passage.tokens.gap(state.end + 1).isEmpty,
      reader.passage.tokens.key(state.end + 1).hasArticle
    {
      return .end(.object)
    }
    if isAccusative(token.key), state.nameStart != nil || state.isBound,
      !beginsName(state, reader)
    {
      return .end(.object)
    }
    return begins(state, reader) ? .end(.object) : nil
  }

  /// إيما واتسون, but اجتماعا طارئا
  private static func beginsName(
    _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard state.nameStart == nil, state.bearsName, state.end + 1 < state.limit else { return false }
    let next = reader.passage.tokens[state.end + 1]
    return reader.isNameWord(next) && !isAccusative(next.key)
      && next.gap.isDisjoint(with: .parting)
  }

  /// Whether a word can't belong to the subject any more.
  private static func begins(_ state: PhraseState, _ reader: borrowing PhraseReader) -> Bool {
    let tokens = reader.passage.tokens
    let token = tokens[state.end]
    // فضل الله
    if state.nameStart != nil, token.key == .god { return false }
    if let nameStart = state.nameStart {
      var names = 0
      for place in nameStart..<state.end
      where !reader.isNamePart(tokens[place]) && tokens.key(place) != .god
        && !reader.isSonOf(place, state.limit)
      {
        names += 1
      }
      return names >= 2 && !reader.isNamePart(token) && !reader.isNamePart(tokens[state.end - 1])
        && !reader.isSonOf(state.end - 1, state.limit)
    }
    // رئيس الوزراء: the complement of the office before it.
    let before = tokens[state.end - 1]
    if !before.key.hasArticle, before.classes.isOffice || !before.word.classes.isEmpty {
      return false
    }
    return state.isBound && token.key.hasArticle && !token.classes.isOffice
      && !token.word.classes.isDisjoint(with: [.body, .person, .document, .field])
  }

  /// An indefinite accusative, as objects are: اجتماعا, وفدا.
  private static func isAccusative(_ key: WordKey) -> Bool {
    key.count >= 4 && key.last == Letter.alef && key.isArabic && key[key.count - 2] != Letter.yeh
  }
}
