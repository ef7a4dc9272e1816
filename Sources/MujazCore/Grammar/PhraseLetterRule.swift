/// Spelled letters: بي بي سي.
///
/// Bias: they belong together, one beside the other, but not behind a ل, with which words are said to a station.
///
///     قالت هيئة بي بي سي إن …      goes on        قال الوزير لبي بي سي إن …      ends
enum PhraseLetterRule {
  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    let next = state.end + 1
    guard next < reader.passage.tokens.count else { return nil }
    if token.key.first == Letter.lam, token.key.count >= 3,
      reader.passage.tokens[next].classes.contains(.letterName),
      reader.lexicon.classes(exactly: token.key.dropFirst(1)).contains(.letterName)
    {
      return .end(.letters)
    }
    if token.classes.contains(.letterName), next > state.start + 2 || state.part != .name,
      reader.passage.tokens[next].classes.contains(.letterName)
        || reader.passage.tokens[state.end - 1].classes.contains(.letterName)
    {
      return .take
    }
    return nil
  }
}
