/// Prepositions that are words of their own.
///
/// Bias: end. A title goes on behind في and عن to where its bearer works, but not to where or when the words were said, and a
/// name governs nothing.
///
///     قال رئيس القسم في الوزارة إن …      goes on        قال الوزير في مؤتمر صحفي إن …      ends
enum PhrasePrepositionRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    // كل من سالم وخالد
    if state.end == state.start + 1, state.isQuantified, token.word.classes.contains(.from),
      state.end + 1 < state.limit
    {
      return .nameBehind
    }
    // المبعوث الخاص إلى اليمن هانس غروندبرغ, القيادي في الإطار التنسيقي جاسم الموسوي
    if !token.word.classes.isDisjoint(with: [.to, .inside]), state.isOffice, state.nameStart == nil,
      leadsToName(state, reader)
    {
      return .enter
    }
    let isPreposition = token.classes.contains(.preposition)
    guard isPreposition || !token.word.classes.isDisjoint(with: [.inside, .about]) else {
      return nil
    }
    // محافظ شمال سيناء
    if isPreposition, token.classes.contains(.adverb), state.isOffice, !state.isBound,
      state.nameStart == nil
    {
      return .take
    }
    return goesOn(token, state, reader)
  }

  /// Whether a place or definite words follow a preposition, and a given name follows those.
  private static func leadsToName(
    _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    let place = state.end + 1
    let tokens = reader.passage.tokens
    var words = reader.placeLength(place, state.limit)
    if words == 0 {
      while words < 3, place + words < state.limit, tokens.gap(place + words).isEmpty,
        tokens.key(place + words).hasArticle
      {
        words += 1
      }
    }
    guard words > 0, place + words < state.limit else { return false }
    // على is spelled like علي.
    let name = tokens[place + words]
    return name.gap.isEmpty && name.classes.contains(.givenName)
      && !name.word.classes.contains(.on)
  }

  private static func goesOn(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict {
    // المخيزني في تفسير …: a surname governs nothing.
    guard state.nameStart == nil, state.end + 1 < state.limit,
      state.isTitled || !state.head.word.isEmpty || state.end > state.start + 1,
      joins(token, state, reader)
    else { return .end(.preposition) }
    if token.classes.contains(.preposition), token.word.classes.contains(.inside),
      token.key == inName, !state.head.word.classes.contains(.spokesman)
    {
      // المهندس باسم الخالدي
      return state.isBound && state.part == .title ? .name : .take
    }
    if token.word.classes.contains(.about), !state.isOffice,
      !state.isDocument || state.end == state.start + 1
    {
      return .end(.preposition)
    }
    return .enter
  }

  /// Whether a preposition goes on with a title: رئيس القسم في الوزارة, but not الوزير في مؤتمر, الكاتب في رسم صورته.
  private static func joins(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    let place = state.end + 1
    let next = reader.passage.tokens[place]
    let isBody = state.part == .body && !state.isDefinite && !reader.hasPronoun(next)
    let isSomewhere =
      isBody || token.word.classes.contains(.about) || next.key.hasArticle
      || reader.beginsPlace(place)
      || !next.word.classes.isDisjoint(with: [.body, .field, .name, .medium, .person])
      || !next.classes.isDisjoint(with: [.office, .quantifier])
      || !next.key.isArabic || next.gap.contains(.mark)
      // الباحثة في أمن المعلومات
      || place + 1 < reader.passage.tokens.count
        && (state.isDefinite || state.isOffice || state.isUnnamed)
        && reader.passage.tokens.gap(place + 1).isEmpty
        && reader.passage.tokens.key(place + 1).hasArticle
    return isSomewhere && !token.word.classes.isDisjoint(with: [.inside, .about])
      && next.gap.isDisjoint(with: .parting) && !next.key.isNumber
      && next.word.classes.isDisjoint(with: [.setting, .adverb, .what])
      && next.classes.isDisjoint(with: [
        .month, .weekday, .presentNoun, .speechNoun, .demonstrative, .stopWord,
      ])
      && next.word.cue == nil
  }

  /// باسم, which is also a name.
  private static var inName: WordKey {
    WordKey(Letter.beh, Letter.alef, Letter.seen, Letter.meem)
  }
}
