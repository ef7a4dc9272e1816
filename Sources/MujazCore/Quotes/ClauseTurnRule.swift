/// من جهته, بدوره behind a comma: somebody else.
///
/// Bias: the phrases of the list end a clause, nothing else does.
///
///     أن الجسر آمن، من جهته أشاد الوزير …      ends        أن الجسر آمن، من جهة الشمال      goes on
enum ClauseTurnRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    let first = word.token.key.first
    guard first == Letter.waw || first == Letter.meem || first == Letter.beh else { return nil }
    return reader.passage.tokens.phrase(
      at: word.place, limit: word.limit, in: .turn, reader.lexicon) == nil ? nil : .end(.turn)
  }
}
