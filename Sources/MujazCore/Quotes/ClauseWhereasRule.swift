/// فيما and بينما behind a comma.
///
/// Bias: they end the clause only where a verb of saying follows at once, as they join what one speaker says as well.
///
///     أن الجسر آمن، فيما أكدت البلدية …      ends        أن الجسر آمن، فيما يجري العمل في الطريق      goes on
enum ClauseWhereasRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    let tokens = reader.passage.tokens
    // في حين أكد …
    guard
      word.token.word.classes.contains(.whereas)
        || word.token.word.classes.contains(.inside) && word.hasNext
          && tokens[word.next].word.classes.contains(.whereas)
    else { return nil }
    for next in word.next..<max(word.next, min(word.limit, word.place + 3)) {
      // إذ يبلغ الطلب …: amounts to.
      if let cue = tokens[next].word.cue, cue.isFinite, !cue.takes.contains(.weak),
        cue.form == .past || !cue.takes.contains(.object)
      {
        return .end(.whereas)
      }
    }
    return .goOn
  }
}
