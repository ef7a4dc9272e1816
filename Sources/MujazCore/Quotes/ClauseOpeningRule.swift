/// A new main clause behind a comma: وقد, وهو ما, وحينها رد, لكنها أكدت; behind a subordinate one any verb.
///
/// Bias: و before anything else goes on. لكن ends the clause only before a verb of saying with its complement.
///
///     أن الجسر آمن، وقد افتتح أمس      ends        أن الجسر آمن، وأن العمل انتهى      goes on
enum ClauseOpeningRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    guard word.hasNext else { return nil }
    let next = reader.passage.tokens[word.next]
    // في الوقت الذي تقول الحكومة إن …، شهدت المدينة …: the main clause of the sentence.
    if reader.isSubordinate, isVerb(word.token, next) { return .end(.opening) }
    let isFinite = next.word.cue?.isFinite ?? false
    // لكنها أكدت …
    if isFinite, !word.token.either.isDisjoint(with: [.adversative, .coordinator]),
      reader.complementFollows(word.next, word.limit)
    {
      return .end(.opening)
    }
    let key = word.token.key
    guard key.first == Letter.waw else { return nil }
    // وحينها رد …, وقد وضعت …, وهو ما …
    if isFinite && word.token.word.classes.contains(.adverb)
      || key == WordKey(Letter.waw, Letter.qaf, Letter.dal)
      || next.word.classes.contains(.what)
        && reader.lexicon.classes(exactly: key.dropFirst(1)).contains(.pronoun)
    {
      return .end(.opening)
    }
    return nil
  }

  /// Whether a word before a definite one is a verb: of the lists, or with the ت of the past.
  private static func isVerb(_ token: Token, _ next: Token) -> Bool {
    if token.word.cue?.isFinite == true || token.word.classes.contains(.verb) { return true }
    return token.key.last == Letter.teh && token.key.count >= 4 && next.key.hasArticle
      && token.classes.isEmpty && token.word.isEmpty
  }
}
