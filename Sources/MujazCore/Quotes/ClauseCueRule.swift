/// Verbs of saying and their participles.
///
/// Bias: without a comma they end a clause only where a complement of their own follows, and a verb only with و. Behind a
/// comma a participle always ends it, a verb with و too; a verb without و is the clause's own.
///
///     أن الجسر آمن، مضيفا أن العمل انتهى      ends        أن الشركة، وهي تابعة للدولة، تؤكد الجودة      goes on
enum ClauseCueRule {
  @inline(__always)
  static func decide(_ word: ClauseWord, _ reader: borrowing ClauseReader) -> ClauseVerdict? {
    guard let cue = word.token.word.cue else { return nil }
    return word.isParted ? parted(word, cue, reader) : unparted(word, cue, reader)
  }

  private static func unparted(
    _ word: ClauseWord, _ cue: Cue, _ reader: borrowing ClauseReader
  ) -> ClauseVerdict {
    let first = word.token.key.first
    // … منتقدين يقولون إن …: others, of whom the clause tells. وأعلنت عنه: a relative clause.
    if cue.form == .participle && cue.agreement.isPlural && first != Letter.waw
      || cue.isFinite && word.hasNext && isAbout(word.next, reader)
    {
      return .goOn
    }
    // وأبرز أن …, ليردف بأن …
    let mayEnd =
      cue.form == .participle
      || cue.isFinite && (first == Letter.waw || first == Letter.lam)
    guard mayEnd, reader.complementFollows(word.place, word.limit) else { return .goOn }
    return .end(cue.form == .participle ? .participle : .verb)
  }

  /// عنه, عنها.
  private static func isAbout(_ place: Int, _ reader: borrowing ClauseReader) -> Bool {
    let key = reader.passage.tokens.key(place)
    return key.first == Letter.ain && key[1] == Letter.noon && key.count <= 4
      && key[2] == Letter.heh
  }

  private static func parted(
    _ word: ClauseWord, _ cue: Cue, _ reader: borrowing ClauseReader
  ) -> ClauseVerdict {
    switch cue.form {
    case .participle: return .end(.participle)
    case .verbalNoun: return .goOn
    case .past, .imperfect:
      // جاء ذلك في …
      if cue.takes.contains(.document), word.hasNext {
        return reader.passage.tokens[word.next].word.classes.contains(.thereby)
          ? .end(.verb) : .goOn
      }
      let bare = word.token.key.withoutConjunction
      // في الوقت الذي تقول الحكومة إن …، شهدت المدينة …: the main clause of the sentence.
      if reader.isSubordinate, bare == nil { return .end(.verb) }
      // ليردف بأن …; ورفضت المعارضة القرار may be said as well.
      if word.token.key.first == Letter.lam || cue.takes.contains(.attitude) {
        return unparted(word, cue, reader)
      }
      return bare.map { reader.passage.quoteWord($0).cue != nil } ?? false ? .end(.verb) : .goOn
    }
  }
}
