/// What stands behind somebody without a name and an adjective.
///
/// Bias: end, as مسؤول حكومي is complete; a definite word goes on, and so does a word of the lists.
///
///     قال مسؤول حكومي توجه إلى الموقع …      ends before توجه        قال المسؤول الحكومي رفيق سالم …      goes on
enum PhraseAdjectiveRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard state.isUnnamed || state.isDocument && !state.isDefinite, !state.isBound,
      state.end - state.start >= 2, !token.key.hasArticle,
      token.word.isEmpty, token.classes.isEmpty
    else { return nil }
    let before = reader.passage.tokens[state.end - 1]
    return before.key.last == Letter.yeh && before.word.isEmpty
      && (state.end - state.start > 2 || !state.isQuantified) ? .end(.adjective) : nil
  }
}
