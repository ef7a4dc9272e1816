/// What a quotation says: its kind, its place, and where reading goes on.
struct QuoteContent {
  var kind: QuoteKind
  var range: TextRange
  /// The word behind it.
  var next: Int
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

  @_lifetime(copy passage)
  init(passage: Passage, lexicon: Lexicon) {
    self.passage = passage
    self.lexicon = lexicon
  }
  /// Whether the verb stands in a relative clause (الميناء الذي يقول التحالف إنه …), which ends before another.
  var isRelative = false
  /// Whether the sentence begins with فيما or بينما, so that the main verb is still to come: فيما أكد … أن …، قال …
  var isSubordinate = false

  /// The content of a complement; nil where there is none.
  func content(
    _ text: Span<UInt8>, _ complement: Complement, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    switch complement.kind {
    case .marked(let first): return marked(text, first, extends: false, sentence)
    case .colon(let first):
      let (end, next) = end(text, from: first, sentence)
      guard next > first else { return nil }
      return QuoteContent(
        kind: .direct, range: TextRange(start: passage.tokens[first].start, end: end), next: next)
    case .clause(let that):
      return clause(text, that, sentence)
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
    let (end, next) = end(text, from: first, sentence)
    guard next > first else { return nil }
    // The pronoun of أنه belongs to the clause.
    let start = isBare ? contentStart(text, first) : passage.tokens[that].start
    let isMixed = passage.spans.isEmpty ? false : holdsMarks(first..<next)
    return QuoteContent(
      kind: isMixed ? .mixed : .indirect, range: TextRange(start: start, end: max(end, start)),
      next: next)
  }

  /// A quotation in marks, or a clause that begins with one.
  private func marked(
    _ text: Span<UInt8>, _ first: Int, extends: Bool, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let span = passage.spans[Int(passage.tokens[first].span)]
    let after = span.tokens.upperBound
    if !span.isClosed {
      let (end, next) = end(text, from: first, sentence)
      let stop = min(span.range.end, max(end, passage.tokens[first].end))
      return QuoteContent(
        kind: .direct,
        range: TextRange(
          start: span.range.start,
          end: span.outer.end > end ? max(stop, span.range.start) : span.range.end),
        next: max(min(next, after), first + 1))
    }
    let limit = passage.sentences[passage.sentence(of: max(first, after - 1))].tokens.upperBound
    if extends, after < limit {
      let (end, next) = end(
        text, from: after, passage.sentences[passage.sentence(of: after)], at: after)
      if next > after {
        return QuoteContent(
          kind: .mixed, range: TextRange(start: span.outer.start, end: end), next: next)
      }
    }
    return QuoteContent(kind: .direct, range: span.range, next: after)
  }

  /// Where a clause begins that begins with a word: # and @ belong to it.
  private func contentStart(_ text: Span<UInt8>, _ first: Int) -> Int {
    var start = passage.tokens[first].start
    while start > 0, text[start - 1] == UInt8(ascii: "#") || text[start - 1] == UInt8(ascii: "@") {
      start -= 1
    }
    return start
  }

  private func holdsMarks(_ words: Range<Int>) -> Bool {
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

  /// Where the clause ends that goes on at a word: the offset, and the word behind it.
  private func end(
    _ text: Span<UInt8>, from first: Int, _ sentence: QuoteSentence, at start: Int? = nil
  ) -> (Int, Int) {
    var limit = sentence.tokens.upperBound
    var place = start ?? first + 1
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
        if !(token.gap.contains(.comma) && ends(place, limit)) {
          place = max(place + 1, span.tokens.upperBound)
          continue
        }
      }
      if ends(place, limit) { break }
      place += 1
    }
    place = min(place, limit)
    return (contentEnd(text, place, sentence), place)
  }

  /// Where what stands before a word ends: closing marks and a percent sign belong to it, commas and full stops don't.
  private func contentEnd(_ text: Span<UInt8>, _ place: Int, _ sentence: QuoteSentence) -> Int {
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

  /// Whether a word begins what is no part of the clause before it.
  private func ends(_ place: Int, _ limit: Int) -> Bool {
    let token = passage.tokens[place]
    let hasComma = !token.gap.isDisjoint(with: [.comma, .semicolon, .dash])
    let word = token.word
    if !hasComma {
      if word.isEmpty { return false }
      if let cue = word.cue {
        if cue.form == .participle { return complementFollows(place, limit) }
        return (cue.form == .past || cue.form == .imperfect) && token.key.first == Letter.waw
          && complementFollows(place, limit)
      }
      if word.classes.contains(.according), !word.classes.contains(.whereas) {
        return isSource(place, limit)
      }
      if word.classes.contains(.on), place + 1 < limit {
        return passage.tokens[place + 1].word.classes.contains(.limit)
      }
      return false
    }
    if let cue = word.cue {
      switch cue.form {
      case .participle: return true
      case .past, .imperfect:
        // A verb without و is the clause's own: أن الشركة، التابعة للدولة، تؤكد …
        if cue.takes.contains(.document), place + 1 < limit {
          return passage.tokens[place + 1].word.classes.contains(.thereby)
        }
        if isSubordinate, complementFollows(place, limit) { return true }
        return token.key.withoutConjunction.map { passage.quoteWord($0).cue != nil } ?? false
      case .verbalNoun: return false
      }
    }
    if word.classes.contains(.according), !word.classes.contains(.whereas) { return true }
    if word.classes.contains(.on), place + 1 < limit,
      passage.tokens[place + 1].word.classes.contains(.limit)
    {
      return true
    }
    if word.classes.contains(.adjunct) { return true }
    // لكنها أكدت …
    if place + 1 < limit, let cue = passage.tokens[place + 1].word.cue,
      cue.form == .past || cue.form == .imperfect,
      !token.either.isDisjoint(with: [.adversative, .coordinator]),
      complementFollows(place + 1, limit)
    {
      return true
    }
    let key = token.key
    if isRelative, lexicon.classes(of: key).contains(.relative), key.first != Letter.meem {
      return true
    }
    if key.first == Letter.waw, place + 1 < limit {
      let next = passage.tokens[place + 1]
      // وحينها رد …, وقد وضعت …, وهو ما …
      if word.classes.contains(.adverb), let cue = next.word.cue,
        cue.form == .past || cue.form == .imperfect
      {
        return true
      }
      let bare = lexicon.classes(exactly: key.dropFirst(1))
      if bare.contains(.pronoun), next.word.classes.contains(.what) { return true }
      if key == WordKey(Letter.waw, Letter.qaf, Letter.dal) { return true }
    }
    if word.classes.contains(.whereas)
      || word.classes.contains(.inside) && place + 1 < limit
        && passage.tokens[place + 1].word.classes.contains(.whereas)
    {
      // فيما قال …, في حين أكد …
      for next in place + 1..<max(place + 1, min(limit, place + 3)) {
        if let cue = passage.tokens[next].word.cue, cue.form == .past || cue.form == .imperfect,
          !cue.takes.contains(.weak)
        {
          return true
        }
      }
      return false
    }
    if word.classes.contains(.thereby) {
      guard place + 1 < limit else { return true }
      let next = passage.tokens[place + 1]
      return next.word.classes.contains(.according) || next.word.classes.contains(.on)
        || next.classes.contains(.preposition)
          && !next.word.classes.contains(.inside)
    }
    if key.count >= 5, key.first == Letter.meem, key.last == Letter.alef, word.isEmpty,
      lexicon.classes(exactly: key).isEmpty
    {
      return true
    }
    // من جهته, بدوره: somebody else.
    if key.first == Letter.waw || key.first == Letter.meem || key.first == Letter.beh {
      let count = min(3, limit - place)
      var keys: InlineArray<3, WordKey> = .init(repeating: .empty)
      for offset in 0..<count { keys[offset] = passage.tokens[place + offset].key }
      if lexicon.phrase(at: keys.span.extracting(0..<count), in: .turn) != nil { return true }
    }
    return false
  }

  /// Whether أن, a colon or marks follow a verb of saying within its clause.
  private func complementFollows(_ verb: Int, _ limit: Int) -> Bool {
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

  /// Whether a source follows بحسب: a noun of the lists, an office, a verb of saying.
  private func isSource(_ place: Int, _ limit: Int) -> Bool {
    for next in place + 1..<max(place + 1, min(limit, place + 3)) {
      let token = passage.tokens[next]
      if token.word.cue != nil || token.word.classes.contains(.what)
        || token.word.classes.contains(.wording)
      {
        return true
      }
      var key = token.key
      if key.first == Letter.lam {
        key = key[1] == Letter.lam ? key.dropFirst(2) : key.dropFirst(1)
      }
      if !passage.quoteWord(key).classes.isDisjoint(with: [.person, .body, .medium, .document]) {
        return true
      }
      if !token.either.isDisjoint(with: [.office, .city, .agency]) {
        return true
      }
    }
    return false
  }

  private func isTime(_ token: Token) -> Bool {
    token.word.classes.contains(.adverb) || token.key.isNumber
      || !token.classes.isDisjoint(with: [.weekday, .month, .presentNoun])
      || token.classes.isEmpty && token.word.isEmpty
        && token.key.first == Letter.alef && token.key.last == Letter.yeh
  }

  // MARK: Before a source

  /// What بحسب فلان attributes: the sentence before it, or what follows where it stands at the head.
  func attributed(
    _ text: Span<UInt8>, _ index: Int, _ sourceEnd: Int, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let first = sentence.tokens.lowerBound
    if index == first {
      // Up to the comma behind the source.
      var place = sourceEnd
      while place < sentence.tokens.upperBound, place < sourceEnd + 8,
        !passage.tokens[place].gap.contains(.comma)
      {
        place += 1
      }
      guard place + 2 < sentence.tokens.upperBound, passage.tokens[place].gap.contains(.comma)
      else { return nil }
      // The verb of saying behind it has the quotation.
      for next in place..<min(place + 4, sentence.tokens.upperBound) {
        if let cue = passage.tokens[next].word.cue, cue.form == .past || cue.form == .imperfect {
          return nil
        }
      }
      let (end, next) = end(text, from: place, sentence)
      return QuoteContent(
        kind: holdsMarks(place..<next) ? .mixed : .indirect,
        range: TextRange(start: passage.tokens[place].start, end: end), next: next)
    }
    guard index - first >= 3 else { return nil }
    // وذلك بحسب …
    var last = index
    if passage.tokens[last - 1].word.classes.contains(.thereby) { last -= 1 }
    guard last > first else { return nil }
    // Nothing but marks before the source: they are what it said.
    if let span = passage.spans.indices.last(where: {
      let span = passage.spans[$0]
      return span.tokens.upperBound == last && span.tokens.count >= 3 && span.isClosed
    }) {
      return QuoteContent(kind: .direct, range: passage.spans[span].range, next: sourceEnd)
    }
    // ليل الجمعة, الأسبوع الماضي: when the source said it.
    var sourceEnd = sourceEnd
    while sourceEnd < sentence.tokens.upperBound,
      passage.tokens[sourceEnd].gap.isDisjoint(with: .parting), isTime(passage.tokens[sourceEnd])
    {
      sourceEnd += 1
    }
    let isFinal =
      sourceEnd >= sentence.tokens.upperBound
      || !passage.tokens[sourceEnd].gap.isDisjoint(with: [.comma, .stop, .bracket])
    if isFinal || sentence.tokens.upperBound - sourceEnd < 3 {
      return QuoteContent(
        kind: holdsMarks(first..<last) ? .mixed : .indirect,
        range: TextRange(start: sentence.range.start, end: contentEnd(text, last, sentence)),
        next: sourceEnd)
    }
    let end = sentence.tokens.upperBound
    return QuoteContent(
      kind: holdsMarks(first..<end) ? .mixed : .indirect,
      range: TextRange(start: sentence.range.start, end: contentEnd(text, end, sentence)), next: end
    )
  }
}
