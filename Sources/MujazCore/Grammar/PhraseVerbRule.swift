/// Verbs of saying.
///
/// Bias: end, but directly behind a title that is not yet definite a verb in the past may be a name.
///
///     قال الوزير أكد …      ends        قال شاعر حكى …      goes on
enum PhraseVerbRule {
  @inline(__always)
  static func decide(_ token: Token, _ state: PhraseState) -> PhraseVerdict? {
    guard let cue = token.word.cue else { return nil }
    return cue.form != .past || state.part == .name || state.nameStart != nil || state.isBound
      ? .end(.verb) : nil
  }
}
