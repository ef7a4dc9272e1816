/// Words with ل or ب of their own: للحشد, بالمنطقة.
///
/// Bias: they are part of a title and never of a name. Whom the words are said to and where they are said is no title.
///
///     قال قائد العمليات للحشد إن …      goes on        قال الوزير للصحافيين إن …      ends
enum PhraseCliticRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard let prefix = reader.cliticPrefix(token.key) else { return nil }
    if state.nameStart != nil || state.part == .name || !joins(prefix, token.key, reader) {
      return .end(.clitic)
    }
    let noun = token.key.dropFirst(1)
    if prefix == Letter.beh {
      if state.isDocument || state.isDefinite && !state.isOffice { return .end(.clitic) }
      // مكتب المنظمة بالقاهرة, but not وزارة الثقافة بالتعاون مع …
      if state.part == .body, !reader.isPlace(noun), !reader.isPlace(noun.withoutArticle),
        !reader.passage.quoteWord(noun.withoutArticle).classes.contains(.body)
      {
        return .end(.clitic)
      }
    }
    if noun.hasArticle || token.key[1] == Letter.lam || reader.isPlace(noun) { return .bind }
    // الأمين العام لاتحاد أصحاب العمل: what the office is of follows.
    return state.isOffice ? .enter : .loosen
  }

  private static func joins(
    _ prefix: UInt8, _ key: WordKey, _ reader: borrowing PhraseReader
  ) -> Bool {
    if prefix == Letter.lam { return !reader.isAddressee(key) }
    // بالمنطقة, بوزارة: where the office is; not ببيان, بمؤتمر.
    return reader.passage.quoteWord(key.nounBehindPreposition).classes.isDisjoint(with: [
      .setting, .document,
    ])
  }
}
