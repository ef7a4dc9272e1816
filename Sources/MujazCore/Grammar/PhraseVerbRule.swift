/// Verbs of saying.
///
/// Bias: end, but behind what is not yet definite a form in the past may be a noun or a name.
///
///     يقول الوزير ويؤكد أن …      ends        قال مصدر مطلع كشف التفاصيل إن …      goes on
enum PhraseVerbRule {
  @inline(__always)
  static func decide(_ token: Token, _ state: PhraseState) -> PhraseVerdict? {
    guard let cue = token.word.cue else { return nil }
    // مجلس الوزراء في قصر بعبدا شهدت …
    return cue.form != .past || state.part == .name || state.nameStart != nil || state.isBound
      || state.isInside
      ? .end(.verb) : nil
  }
}
