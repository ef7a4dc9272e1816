/// What a source attributes that a preposition names.
///
/// Bias: the sentence before the source, whole; what follows only where the source stands at the head. A source in the middle
/// of a sentence has all of it.
///
///     الجسر آمن بحسب الوزارة      the sentence before        بحسب الوزارة، الجسر آمن      what follows the comma
extension ClauseReader {
  /// What بحسب فلان attributes: the sentence before it, or what follows where it stands at the head.
  func attributed(
    _ text: Span<UInt8>, _ index: Int, _ sourceEnd: Int, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let first = sentence.tokens.lowerBound
    if index == first { return following(text, sourceEnd, sentence) }
    // … الحدود، وبحسب الجيش، فإن …: a clause of its own.
    if QuoteLexicon.standard.exactly(passage.tokens.key(index)).isEmpty,
      !passage.tokens.gap(index).isDisjoint(with: .parting),
      let following = following(text, sourceEnd, sentence)
    {
      return following
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
      return QuoteContent(
        kind: .direct, range: passage.spans[span].range, next: sourceEnd, end: .marks)
    }
    // ليل الجمعة, الأسبوع الماضي: when the source said it.
    var sourceEnd = sourceEnd
    while sourceEnd < sentence.tokens.upperBound,
      passage.tokens[sourceEnd].gap.isDisjoint(with: .parting), isTime(passage.tokens[sourceEnd])
    {
      sourceEnd += 1
    }
    let end = sentence.tokens.upperBound
    let isFinal =
      sourceEnd >= end
      || !passage.tokens[sourceEnd].gap.isDisjoint(with: [.comma, .stop, .bracket])
      || end - sourceEnd < 3
    let behind = isFinal ? last : end
    return QuoteContent(
      kind: holdsMarks(first..<behind) ? .mixed : .indirect,
      range: TextRange(start: sentence.range.start, end: contentEnd(text, behind)),
      next: isFinal ? sourceEnd : end, end: isFinal ? .source : .sentence)
  }

  /// What follows the comma behind a source at the head of its sentence.
  private func following(
    _ text: Span<UInt8>, _ sourceEnd: Int, _ sentence: QuoteSentence
  ) -> QuoteContent? {
    let reader = PhraseReader(passage: passage, lexicon: lexicon)
    let limit = sentence.tokens.upperBound
    var place = sourceEnd
    while place < limit, place < sourceEnd + 8, !passage.tokens[place].gap.contains(.comma),
      !reader.opensClause(place)
    {
      place += 1
    }
    guard place + 2 < limit,
      passage.tokens[place].gap.contains(.comma) || reader.opensClause(place)
    else { return nil }
    // فإن ties the words to their source and is none of them.
    if passage.tokens.key(place).count == 3, reader.opensClause(place) { place += 1 }
    // The verb of saying behind it has the quotation.
    for next in place..<min(place + 4, limit) where passage.tokens[next].word.cue?.isFinite ?? false
    {
      return nil
    }
    let end = end(text, from: place, sentence)
    return QuoteContent(
      kind: holdsMarks(place..<end.next) ? .mixed : .indirect,
      range: TextRange(start: passage.tokens[place].start, end: end.offset), next: end.next,
      end: end.rule)
  }

  private func isTime(_ token: Token) -> Bool {
    token.word.classes.contains(.adverb) || token.key.isNumber
      || !token.classes.isDisjoint(with: [.weekday, .month, .presentNoun])
      || token.classes.isEmpty && token.word.isEmpty
        && token.key.first == Letter.alef && token.key.last == Letter.yeh
  }
}
