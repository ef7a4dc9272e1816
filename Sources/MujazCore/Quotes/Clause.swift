/// What a quotation says: its kind, its place, and where reading goes on.
struct QuoteContent {
  var kind: QuoteKind
  var range: TextRange
  /// The word behind it.
  var next: Int
  /// What ended it.
  var end: ClauseEnd
}

/// Finds where a quotation ends.
///
/// Bias: to the end of the sentence. A clause ends sooner only where something begins that can't be part of it: behind a
/// comma a verb of saying, its participle, فيما with one, وذلك with a time; and before a source.
///
///     أن الجسر آمن، مضيفا أن …      ends at the comma        أن الجسر آمن، وأن العمل انتهى      goes on
struct ClauseReader: ~Escapable {
  let passage: Passage
  let lexicon: Lexicon
  /// Whether the verb stands in a relative clause (الميناء الذي يقول التحالف إنه …), which ends before another.
  var isRelative = false
  /// Whether the sentence begins with فيما, بينما or رغم أن, so that the main verb is still to come: فيما أكد … أن …، قال …
  var isSubordinate = false
  /// The marks that the verb stands in: «يقول إن السلام قريب».
  var enclosing: MarkedSpan?

  @_lifetime(copy passage)
  init(passage: Passage, lexicon: Lexicon) {
    self.passage = passage
    self.lexicon = lexicon
  }

  /// The content of a complement; nil where there is none.
  func content(
    _ text: Span<UInt8>, _ complement: Complement, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    switch complement.kind {
    case .marked(let first): return marked(text, first, extends: false, sentence)
    case .colon(let first):
      if let marked = passage.bracketed(first) {
        return QuoteContent(kind: .direct, range: marked.range, next: marked.next, end: .marks)
      }
      let end = end(text, from: first, sentence)
      guard end.next > first else { return nil }
      return QuoteContent(
        kind: .direct, range: TextRange(start: passage.tokens[first].start, end: end.offset),
        next: end.next, end: end.rule)
    case .clause(let that): return clause(text, that, sentence)
    }
  }

  private func clause(
    _ text: Span<UInt8>, _ that: Int, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let first = that + 1
    guard first < passage.tokens.count else { return nil }
    // أن: “…”, إن "…"
    let isBare = passage.tokens[that].key.last == Letter.noon
    if passage.tokens[first].span >= 0,
      first < sentence.tokens.upperBound || passage.tokens[first].gap.contains(.colon)
    {
      let span = passage.spans[Int(passage.tokens[first].span)]
      // أنه «…»: the predicate alone is quoted.
      if isBare || span.tokens.count >= 3 {
        return marked(text, first, extends: isBare, sentence)
      }
    }
    guard first < sentence.tokens.upperBound else { return nil }
    let end = end(text, from: first, sentence)
    guard end.next > first else { return nil }
    // The pronoun of أنه belongs to the clause.
    let start = isBare ? contentStart(text, first) : passage.tokens[that].start
    let isMixed = !passage.spans.isEmpty && holdsMarks(first..<end.next)
    return QuoteContent(
      kind: isMixed ? .mixed : .indirect,
      range: TextRange(start: start, end: max(end.offset, start)), next: end.next, end: end.rule)
  }

  /// A quotation in marks, or a clause that begins with one.
  private func marked(
    _ text: Span<UInt8>, _ first: Int, extends: Bool, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let span = passage.spans[Int(passage.tokens[first].span)]
    let after = span.tokens.upperBound
    if !span.isClosed {
      let end = end(text, from: first, sentence)
      let stop = min(span.range.end, max(end.offset, passage.tokens[first].end))
      let isLonger = span.outer.end > end.offset
      return QuoteContent(
        kind: .direct,
        range: TextRange(
          start: span.range.start, end: isLonger ? max(stop, span.range.start) : span.range.end),
        next: max(min(end.next, after), first + 1), end: isLonger ? end.rule : .sentence)
    }
    let limit = passage.sentences[passage.sentence(of: max(first, after - 1))].tokens.upperBound
    if extends, after < limit {
      let end = end(
        text, from: after, passage.sentences[passage.sentence(of: after)], at: after)
      if end.next > after {
        return QuoteContent(
          kind: .mixed, range: TextRange(start: span.outer.start, end: end.offset),
          next: end.next, end: end.rule)
      }
    }
    return QuoteContent(kind: .direct, range: span.range, next: after, end: .marks)
  }

  /// Where a clause begins that begins with a word: # and @ belong to it.
  private func contentStart(_ text: Span<UInt8>, _ first: Int) -> Int {
    var start = passage.tokens[first].start
    while start > 0, text[start - 1] == UInt8(ascii: "#") || text[start - 1] == UInt8(ascii: "@") {
      start -= 1
    }
    return start
  }

  func holdsMarks(_ words: Range<Int>) -> Bool {
    for place in words where passage.tokens[place].span >= 0 {
      let span = passage.spans[Int(passage.tokens[place].span)]
      if span.tokens.count >= 2,
        !ComplementReader.isName(passage, place) || span.tokens.count == 2 && !isNamed(place)
      {
        return true
      }
    }
    return false
  }

  private func isNamed(_ first: Int) -> Bool {
    first > 0 && passage.tokens[first - 1].word.classes.contains(.name)
  }

  /// Where a clause ends: its offset, the word behind it, and what ended it.
  typealias End = (offset: Int, next: Int, rule: ClauseEnd)

  /// Where the clause ends that goes on at a word, at most with the word's sentence.
  func end(
    _ text: Span<UInt8>, from first: Int, _ sentence: QuoteSentence, at start: Int? = nil
  ) -> End {
    var limit = min(sentence.tokens.upperBound, enclosing?.tokens.upperBound ?? .max)
    var place = start ?? first + 1
    var rule = ClauseEnd.sentence
    while place < limit {
      if passage.tokens.isPlain(place), passage.tokens.gap(place).isEmpty {
        place += 1
        continue
      }
      let token = passage.tokens[place]
      if token.span >= 0 {
        let span = passage.spans[Int(token.span)]
        // A sentence that ends inside marks goes on to their end.
        if span.tokens.upperBound > limit { limit = span.tokens.upperBound }
        if !(token.gap.contains(.comma) && ends(place, limit) != nil) {
          place = max(place + 1, span.tokens.upperBound)
          continue
        }
      }
      if let found = ends(place, limit) {
        rule = found
        break
      }
      place += 1
    }
    place = min(place, limit)
    let end = min(contentEnd(text, place), enclosing?.range.end ?? .max)
    return (end, place, rule)
  }

  /// Where what stands before a word ends: closing marks and a percent sign belong to it, commas and full stops don't.
  func contentEnd(_ text: Span<UInt8>, _ place: Int) -> Int {
    let last = passage.tokens[place - 1]
    var end = last.end
    let limit = place < passage.tokens.count ? passage.tokens[place].start : text.count
    while end < limit {
      let (scalar, count) = text.scalar(at: end, limit: limit)
      switch scalar {
      case 0x22, 0xBB, 0x201D, 0x201C, 0x203A, 0x29, 0x5D, 0x25, 0x066A, 0x061F, 0x3F, 0x21:
        end += count
      default: return end
      }
    }
    return end
  }

  /// The rules in their order: the first that has an opinion decides. What ends the clause; nil where it goes on.
  private func ends(_ place: Int, _ limit: Int) -> ClauseEnd? {
    let word = ClauseWord(passage.tokens[place], place, limit)
    let verdict = ClauseCueRule.decide(word, self) ?? ClauseSourceRule.decide(word, self)
    if let verdict { return verdict.reason }
    // Without a comma only a verb or a source ends a clause.
    guard word.isParted else { return nil }
    let parted =
      ClauseAdjunctRule.decide(word, self)
      ?? ClauseRelativeRule.decide(word, self)
      ?? ClauseOpeningRule.decide(word, self)
      ?? ClauseWhereasRule.decide(word, self)
      ?? ClauseTurnRule.decide(word, self)
    return parted?.reason
  }

  /// Whether أن, a colon or marks follow a verb of saying within its clause.
  func complementFollows(_ verb: Int, _ limit: Int) -> Bool {
    for place in verb + 1..<max(verb + 1, min(limit, verb + 10)) {
      let token = passage.tokens[place]
      if token.gap.contains(.colon) { return true }
      if token.gap.contains(.comma) && place > verb + 4 { return false }
      if !token.word.classes.isDisjoint(with: .complementizers) { return true }
      if token.span >= 0, passage.spans[Int(token.span)].tokens.count >= 3 { return true }
      if token.word.cue != nil, place > verb + 1 { return false }
    }
    return false
  }
}
