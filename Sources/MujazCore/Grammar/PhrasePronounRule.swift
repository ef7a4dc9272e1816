/// Nouns with the pronoun ه, ها or هم: تفاؤله, كلمته.
///
/// Bias: end behind a name of two words and behind what is definite, as they are the verb's object. A title is followed by
/// a name, whatever its ending.
///
///     أكد الوزير تفاؤله بأن …      ends        قال الطبيب غوستاف فوشيه إن …      goes on
enum PhrasePronounRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    // بيان أصدرته
    if state.isDocument, reader.hasPronoun(token) { return .end(.pronoun) }
    let isBare =
      state.nameStart.map { $0 == state.start || state.end - $0 >= 2 } ?? state.isBound
    return isBare && !(token.gap == .joined) && reader.hasPronoun(token) ? .end(.pronoun) : nil
  }
}
