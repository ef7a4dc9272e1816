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
    if reader.isSubordinate, word.token.gap.contains(.comma), isVerb(word.token, next) {
      return .end(.opening)
    }
    let isFinite = next.word.cue?.isFinite ?? false
    // لكنها أكدت …
    if isFinite, !word.token.either.isDisjoint(with: [.adversative, .coordinator]),
      reader.complementFollows(word.next, word.limit)
    {
      return .end(.opening)
    }
    // من دون أن يكشف عن هويته
    if withoutSaying(word, reader) { return .end(.opening) }
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

  /// دون أن يحدد, قبل أن يضيف, من دون ذكر: what the speaker does not say, or says another time, is the article's.
  private static func withoutSaying(
    _ word: ClauseWord, _ reader: borrowing ClauseReader
  ) -> Bool {
    let tokens = reader.passage.tokens
    let place = word.token.word.classes.contains(.from) ? word.next : word.place
    guard place + 2 < word.limit, tokens[place].classes.contains(.preposition),
      tokens[place].word.classes.contains(.owner)
    else { return false }
    if tokens[place + 1].word.classes.contains(.that) {
      return tokens[place + 2].word.cue?.form == .imperfect
    }
    // من دون ذكر تفاصيل
    return tokens[place].key == Self.without && tokens[place + 1].word.cue != nil
  }

  /// دون.
  private static let without = WordKey(Letter.dal, Letter.waw, Letter.noon)

  /// Whether a word that is no verb of saying, which has a rule of its own, is a verb: of the lists, or of none with the ت of the
  /// past, the form of ارتفع or the ي of the imperfect.
  private static func isVerb(_ token: Token, _ next: Token) -> Bool {
    if token.word.classes.contains(.verb) { return true }
    let key = token.key
    // لا تزال, لم يحضر
    if key.count == 2, key.first == Letter.lam {
      return [Letter.teh, Letter.yeh].contains(next.key.first)
    }
    guard key.count >= 4, token.classes.isEmpty, token.word.classes.isSubset(of: .owner),
      !key.hasArticle
    else { return false }
    return key.last == Letter.teh || key.first == Letter.yeh
      || key.count == 5 && key.first == Letter.alef
        && (key[2] == Letter.teh || key[1] == Letter.noon)
  }
}
