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
    if key.hasArticle || token.classes.contains(.city) { return .bind }
    if token.classes.isOffice { return .take }
    if key.first == Letter.waw, key.count > 3, state.isBound || isTitle(key.dropFirst(1), reader) {
      // والقروية: the title goes on. Another subject does not.
      return key.dropFirst(1).hasArticle ? .take : .end(.conjunction)
    }
    if reader.hasTanwin(token) { return .end(.circumstance) }
    if reader.isForeignLam(token) {
      return state.part == .body || state.isDefinite ? .loosen : .end(.clitic)
    }
    if state.part == .title, state.isBound {
      return beginsName(token, state, reader) ? .name : .end(.bound)
    }
    return state.isDefinite && !state.isInside || state.isDocument && state.isBound
      ? .end(.bound) : .take
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
