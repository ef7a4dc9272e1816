/// What went along with the words, behind a comma: انطلاقا من …, مستعرضا …, مثمنا …, وذلك خلال ….
///
/// Bias: an adjunct or a participle of the lists and a word of the form م…ا that no list knows end the clause. وذلك ends it before a source or
/// a preposition, but not before في, with which a clause says where.
///
///     أن الجسر آمن، وذلك خلال زيارته      ends        أن الجسر آمن، وذلك في كل الأحوال      goes on
enum ClauseAdjunctRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    let classes = word.token.word.classes
    if classes.contains(.adjunct) { return .end(.adjunct) }
    // في إشارة إلى …: what the speaker meant, as the article has it.
    if classes.contains(.inside), word.hasNext,
      reader.passage.tokens[word.next].word.classes.contains(.adjunct)
    {
      return .end(.adjunct)
    }
    if classes.contains(.thereby) { return goesAlong(word, reader) ? .end(.adjunct) : .goOn }
    if word.token.word.isEmpty, word.token.key.first == Letter.meem,
      word.token.classes.isEmpty
        ? word.token.key.isCircumstantial
        : word.token.classes.contains(.needsNoComma) || isParticiple(word.token)
    {
      return .end(.circumstance)
    }
    return nil
  }

  /// مناشدا, متمنية: listed, as a sentence that begins with them leans on the one before; but منها.
  private static func isParticiple(_ token: Token) -> Bool {
    token.classes.contains(.anaphoric) && token.key.count >= 5
      && (token.key.isCircumstantial || token.key.last == Letter.heh)
  }

  private static func goesAlong(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> Bool {
    guard word.hasNext else { return true }
    let next = reader.passage.tokens[word.next]
    return !next.word.classes.isDisjoint(with: [.according, .on])
      || next.classes.contains(.preposition) && !next.word.classes.contains(.inside)
  }
}
