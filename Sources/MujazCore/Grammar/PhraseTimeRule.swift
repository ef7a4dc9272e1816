/// Nouns of time: العام, الأسبوع.
///
/// Bias: end, unless the phrase began with an article and no الماضي follows, as then the word may be an adjective.
///
///     قالت واشنطن العام الماضي إن …      ends        قال المدير العام إن …      goes on
enum PhraseTimeRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard token.classes.contains(.presentNoun) else { return nil }
    let next = state.end + 1
    let isTime =
      next < reader.passage.tokens.count
      && (reader.passage.tokens[next].word.classes.contains(.when)
        || reader.passage.tokens.key(next).isNumber)
    // رئيس الاتحاد العمالي العام غسان غصن: general, not the year.
    if token.key == general, !isTime, next < state.limit,
      reader.passage.tokens.key(state.end - 1).hasArticle
    {
      return .bind
    }
    return !state.isDefinite || isTime ? .end(.time) : nil
  }

  /// العام.
  private static let general = WordKey(
    Letter.alef, Letter.lam, Letter.ain, Letter.alef, Letter.meem)
}
