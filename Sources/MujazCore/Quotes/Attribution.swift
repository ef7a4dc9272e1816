/// A source that a preposition names.
struct Attribution {
  /// The source; nil for the pronoun of على حد قوله.
  var phrase: NounPhrase?
  /// The word behind the preposition and its like (على حد قول).
  var cueEnd: Int
  /// The word behind the source.
  var end: Int
  /// Whether a verb of saying stands before the source, which makes it one.
  var isSaid = false
}

/// Reads بحسب الوزارة, وفقا للبيان, وفق ما أعلنت الشركة, نقلا عن شهود, على حد قوله.
///
/// Bias: a source must be able to speak, as بحسب and وفق stand before plans and circumstances as well.
///
///     وفقا للوزارة      a source        وفقا للخطة      none
struct AttributionReader: ~Escapable {
  let passage: Passage
  let lexicon: Lexicon
  let reader: PhraseReader

  @_lifetime(copy passage, copy reader)
  init(passage: Passage, lexicon: Lexicon, reader: PhraseReader) {
    self.passage = passage
    self.lexicon = lexicon
    self.reader = reader
  }

  func attribution(
    _ index: Int, _ sentence: QuoteSentence
  ) -> Attribution? {
    let limit = sentence.tokens.upperBound
    var place = index + 1
    guard place < limit else { return nil }
    if passage.tokens[index].word.classes.contains(.on) {
      guard passage.tokens[place].word.classes.contains(.limit), place + 1 < limit,
        passage.tokens[place + 1].word.classes.contains(.wording)
      else { return nil }
      return wording(place + 1, limit)
    }
    if passage.tokens[place].word.classes.contains(.wording) { return wording(place, limit) }
    let cueEnd = place
    // نقلا عن, استنادا إلى
    if !passage.tokens[place].word.classes.isDisjoint(with: [.about, .to]) { place += 1 }
    guard place < limit else { return nil }
    // حسبما, كما
    let isWhatItself = passage.tokens[index].word.classes.contains(.what)
    if passage.tokens[index].word.classes.contains(.whereas) {
      guard passage.tokens[index].gap.contains(.comma), let cue = passage.tokens[place].word.cue,
        cue.isFinite,
        ComplementReader(passage: passage, lexicon: lexicon).complement(of: place, cue, sentence)
          == nil
      else { return nil }
    }
    if isWhat(passage.tokens[place]) || isWhatItself {
      if !isWhatItself { place += 1 }
      // The verb, and its pronoun: أعلنته, أفادت به, جاء في.
      var steps = 0
      while place < limit, steps < 3 {
        if steps > 0, let phrase = reader.phrase(from: place, limit: limit, isSource: true) {
          return Attribution(
            phrase: phrase, cueEnd: cueEnd, end: phrase.tokens.upperBound, isSaid: true)
        }
        place += 1
        steps += 1
      }
      return nil
    }
    guard let phrase = reader.phrase(from: place, limit: limit, isSource: true) else {
      return nil
    }
    // وفق تشخيص أجرته الوزارة: hers, where the noun is no document of the lists.
    let verb = phrase.tokens.upperBound
    if phrase.kind == .person, verb + 1 < limit, passage.tokens.gap(verb).isEmpty,
      reader.hasPronoun(passage.tokens[verb]), passage.tokens.gap(verb + 1).isEmpty,
      let issuer = reader.phrase(from: verb + 1, limit: limit), isSource(issuer)
    {
      return Attribution(
        phrase: issuer, cueEnd: cueEnd, end: issuer.tokens.upperBound, isSaid: true)
    }
    return Attribution(phrase: phrase, cueEnd: cueEnd, end: phrase.tokens.upperBound)
  }

  private func isWhat(_ token: Token) -> Bool { token.word.classes.contains(.what) }

  /// قول فلان, قوله.
  private func wording(_ place: Int, _ limit: Int) -> Attribution? {
    let key = passage.tokens[place].key
    let hasPronoun = key.last == Letter.heh || key.last == Letter.meem || key.last == Letter.alef
    if hasPronoun || place + 1 >= limit {
      return Attribution(phrase: nil, cueEnd: place + 1, end: place + 1)
    }
    guard let phrase = reader.phrase(from: place + 1, limit: limit) else { return nil }
    return Attribution(phrase: phrase, cueEnd: place + 1, end: phrase.tokens.upperBound)
  }

  /// Whether a phrase can speak: a person, a body, a document.
  func isSource(_ phrase: NounPhrase) -> Bool {
    if phrase.name != nil, phrase.role != nil { return true }
    let head = passage.tokens[phrase.tokens.lowerBound]
    let classes = reader.nounClasses(head)
    return !classes.isDisjoint(with: [.person, .body, .document, .medium])
      || head.classes.isOffice
  }
}
