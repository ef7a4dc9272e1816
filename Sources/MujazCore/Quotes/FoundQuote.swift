/// What a verb of saying says, before its end is looked for.
struct Utterance {
  /// The word that says it, and what it is.
  var verb: Int
  var cue: Cue
  var complement: Complement
  /// What is shown of the cue: قائلا may belong to it.
  var range: TextRange
  /// Who says it: the phrase at the verb, and the voice that it means.
  var phrase: NounPhrase?
  var voice: Int?
  /// The agency or paper that reports it.
  var medium: TextRange?

  init(
    _ verb: Int, _ cue: Cue, _ complement: Complement, range: TextRange, phrase: NounPhrase?,
    voice: Int?, medium: TextRange? = nil
  ) {
    (self.verb, self.cue, self.complement, self.range) = (verb, cue, complement, range)
    (self.phrase, self.voice, self.medium) = (phrase, voice, medium)
  }
}

/// A quotation, before its speaker is given as text.
struct FoundQuote {
  var content: QuoteContent
  /// What opens it, and what that governs.
  var form: QuoteExplanation.Form
  var cue: TextRange?
  var complement: Complement?
  var isNegated = false
  var phrase: NounPhrase?
  var voice: Int?
  var medium: TextRange?
}

extension QuoteContent {
  /// What stands in marks.
  static func marked(_ span: MarkedSpan) -> QuoteContent {
    QuoteContent(kind: .direct, range: span.range, next: span.tokens.upperBound, end: .marks)
  }
}
