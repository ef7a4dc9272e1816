/// Words behind a title, a body or a document that no name has followed yet.
///
/// Bias: what has an article belongs to the title, and makes it definite. Behind that a word without article begins a name
/// where the title may bear one, and ends the phrase where not.
///
///     قال وزير النقل سالم العلي      the name begins with سالم        أبلغت الوزارة سكان القرية أن …      ends
enum PhraseTitleRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict {
    let key = token.key
    if namesAtOnce(token, state, reader) { return .name }
    if isKings(token, state, reader) {
      // جامعة الملك سعود
      return .loosen
    }
    if key.hasArticle {
      return state.part != .name && disagrees(token, state, reader) ? .end(.bound) : .bind
    }
    if token.classes.contains(.city) { return .bind }
    if token.classes.isOffice { return .take }
    if isSecondTitle(token, state, reader) { return .take }
    // الخبير وليد حمزة: its و is no conjunction.
    if key.first == Letter.waw, key.count > 3, !token.classes.contains(.givenName),
      state.isBound || isTitle(key.dropFirst(1), reader)
    {
      // والقروية: the title goes on. Another subject does not.
      return key.dropFirst(1).hasArticle ? .take : .end(.conjunction)
    }
    if reader.hasTanwin(token) { return .end(.circumstance) }
    if !token.classes.contains(.givenName),
      reader.isForeignLam(token) || reader.isConstructLam(state.end, state.limit)
    {
      // رئيس الجمعية الروسية لصانعي السيارات
      let isBodys = (state.start..<state.end).contains {
        reader.nounClasses(reader.passage.tokens[$0]).contains(.body)
      }
      return state.part == .body || state.isDefinite || isBodys ? .loosen : .end(.clitic)
    }
    if state.part == .body, state.isBound, !state.isInside,
      token.word.classes.isSubset(of: .owner), token.word.cue == nil
    {
      // محافظة البنك المركزي الدكتورة لمياء الحوراني: an office that is spelled like a body.
      let isTitled = reader.passage.tokens[state.end - 1].classes.isOffice
      return isTitled && token.classes.contains(.givenName) ? .name : .end(.bound)
    }
    // المدير العام لمجمع سوناطراك رشيد حشيشي: a given name begins a name but behind a noun in construct.
    if state.part == .title, state.bearsName, token.classes.contains(.givenName),
      state.end - state.start >= 2
    {
      let before = reader.passage.tokens[state.end - 1]
      if before.word.isEmpty, !before.classes.isOffice, reader.cliticPrefix(before.key) == nil {
        return .name
      }
    }
    if state.part == .title, state.isBound {
      if reader.isConstructBeh(state.end, state.limit) { return .end(.clitic) }
      if state.isDefinite && !reader.endsInTeh(state.head)
        && reader.isPresentVerb(state.end, state.limit)
        || reader.isPluralVerb(token)
      {
        return .end(.verb)
      }
      // أبلغ المحققون ساركوزي أنه …: whom, not who.
      if state.hasObject, reader.isSeveral(state.head) { return .end(.object) }
      return beginsName(token, state, reader) ? .name : .end(.bound)
    }
    return state.isDefinite && !state.isInside || state.isDocument && state.isBound
      ? .end(.bound) : .take
  }

  /// السيد, السيدة.
  private static let mister = [
    WordKey(Letter.alef, Letter.lam, Letter.seen, Letter.yeh, Letter.dal),
    WordKey(Letter.alef, Letter.lam, Letter.seen, Letter.yeh, Letter.dal, Letter.heh),
  ]

  /// Whether a name begins with a word that nothing before it makes definite.
  private static func namesAtOnce(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    // السيد الطاهر برايك
    if token.key.hasArticle, token.classes.contains(.givenName), state.part == .title,
      state.bearsName,
      state.end + 1 < state.limit, reader.passage.tokens.gap(state.end + 1).isEmpty,
      reader.isNameWord(reader.passage.tokens[state.end + 1])
        || reader.passage.tokens.key(state.end + 1).hasArticle
          && reader.passage.tokens[state.end + 1].word.isEmpty
    {
      return true
    }
    // السيد العلمي
    if state.end == state.start + 1, token.key.hasArticle, token.classes.isEmpty,
      token.word.isEmpty, mister.contains(state.head.key)
    {
      return true
    }
    guard state.end == state.start + 1, !state.isDefinite else { return false }
    // دكتور ماجد صلاح: but أستاذ التاريخ.
    if state.head.word.classes.contains(.style), token.classes.contains(.givenName) {
      return state.bearsName
    }
    // سعادة ميثاء بنت سيف: behind an honorific stands a title or the name.
    return state.head.word.classes.contains(.honorific) && !token.isTitle
      && reader.isNameWord(token)
  }

  /// جامعة الملك سعود, مجمع الملك سلمان العالمي: a name within that of a body, which the title goes on behind.
  private static func isKings(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard token.classes.contains(.givenName), state.end - state.start >= 3 else { return false }
    let title = reader.passage.tokens[state.end - 1]
    let body = reader.passage.tokens[state.end - 2]
    return title.key.hasArticle && title.classes.isOffice && !body.key.hasArticle
      && !body.classes.isOffice && !body.key.dropFirst(1).hasArticle
      && !reader.nounClasses(body).isDisjoint(with: [.body, .field, .name, .generic])
  }

  /// الدكتور مهندس داود خليل: a title behind another, before a name.
  private static func isSecondTitle(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    token.word.classes.contains(.person) && state.isOffice && state.isDefinite
      && state.end == state.start + 1 && state.end + 1 < state.limit
      && reader.passage.tokens[state.end + 1].classes.contains(.givenName)
  }

  /// المعارضة الشعب, but المعارضة السورية, المحكمة العليا: behind a body with the feminine ending and an article stands an adjective
  /// with a feminine ending or another noun.
  private static func disagrees(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard state.end == state.start + 1, state.isDefinite,
      state.head.word.classes.contains(.body), !state.isOffice, reader.endsInTeh(state.head)
    else { return false }
    let last = token.key.last
    return last != Letter.heh && last != Letter.alef && last != Letter.yeh
  }

  private static func isTitle(_ key: WordKey, _ reader: borrowing PhraseReader) -> Bool {
    reader.lexicon.classes(exactly: key).isOffice
      || reader.passage.quoteWord(key).classes.contains(.person)
  }

  @inline(__always)
  private static func beginsName(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard reader.isNameWord(token), !reader.isCircumstance(token.key) else { return false }
    return state.bearsName
      || !state.hasObject && state.isDefinite && state.head.word.isEmpty
        && isFullName(token, state, reader)
  }

  /// Whether two words of a name stand here: المؤرخ عبد الرحمن بدر.
  private static func isFullName(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard state.end + 1 < state.limit, !reader.endsInTeh(token) else { return false }
    let next = reader.passage.tokens[state.end + 1]
    return next.gap.isDisjoint(with: .parting)
      && (reader.isNameWord(next) || next.key.hasArticle && next.word.isEmpty)
  }
}
