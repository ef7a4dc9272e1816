/// Relative pronouns behind a comma, where the verb of saying stands in a relative clause itself.
///
/// Bias: such a clause ends before another one about the same noun; any other clause goes on. من and ما are read as what they
/// are far more often.
///
///     الميناء الذي يقول التحالف إنه آمن، الذي …      ends        قال التحالف إن الميناء آمن، الذي …      goes on
enum ClauseRelativeRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    reader.isRelative && word.token.key.first != Letter.meem
      && word.token.either.contains(.relative) ? .end(.relative) : nil
  }
}
