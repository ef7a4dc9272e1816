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
    let count = min(3, word.limit - word.place)
    var keys: InlineArray<3, WordKey> = .init(repeating: .empty)
    for offset in 0..<count { keys[offset] = reader.passage.tokens[word.place + offset].key }
    return reader.lexicon.phrase(at: keys.span.extracting(0..<count), in: .turn) == nil
      ? nil : .end(.turn)
  }
}
