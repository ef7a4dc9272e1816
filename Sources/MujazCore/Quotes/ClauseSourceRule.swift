/// Sources that a preposition names: بحسب الوزارة, على حد قوله.
///
/// Bias: behind a comma a source ends the clause; without one only where who follows can speak, as بحسب stands before plans
/// and circumstances as well.
///
///     أن الجسر آمن بحسب الوزارة      ends        أن العمل يسير بحسب الخطة      goes on
enum ClauseSourceRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    let classes = word.token.word.classes
    if classes.contains(.according), !classes.contains(.whereas) {
      return word.isParted || isSource(word, reader) ? .end(.source) : .goOn
    }
    // على حد قوله
    if classes.contains(.on), word.hasNext,
      reader.passage.tokens[word.next].word.classes.contains(.limit)
    {
      return .end(.source)
    }
    return nil
  }

  /// Whether a source follows بحسب: a noun of the lists, an office, a verb of saying.
  private static func isSource(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> Bool {
    for next in word.next..<max(word.next, min(word.limit, word.place + 3)) {
      let token = reader.passage.tokens[next]
      if token.word.cue != nil || !token.word.classes.isDisjoint(with: [.what, .wording]) {
        return true
      }
      let noun = reader.passage.quoteWord(token.key.behindLam ?? token.key)
      if !noun.classes.isDisjoint(with: [.person, .body, .medium, .document])
        || !token.either.isDisjoint(with: [.office, .city, .agency])
      {
        return true
      }
    }
    return false
  }
}
