/// The answers of an interview: what stands behind a question, up to the next one.
///
/// Bias: an answer is its guest's, unless a name with a colon stands before it; what it tells of others is not looked for.
///
///     * متى يفتح الجسر؟⏎- في الربيع.      the guest's        • متى يفتح؟⏎العلي: في الربيع.      العلي's
extension QuoteSearch {
  /// Whether a sentence is part of an interview, and so is read with its answer.
  mutating func take(_ text: Span<UInt8>, _ number: Int, last: Int?) -> Bool {
    let current = passage.sentences[number]
    if current.role == .question {
      answer(text, upTo: number)
      if firstQuestion == nil { firstQuestion = number }
      return true
    }
    guard firstQuestion != nil, current.role == .body || answerStart != nil else { return false }
    // A brief has no answer without its question.
    if last == nil, answerStart == nil { answerStart = number }
    return true
  }

  /// Adds the answer that is being read, which ends before a sentence.
  mutating func answer(_ text: Span<UInt8>, upTo end: Int) {
    guard let first = answerStart else { return }
    answerStart = nil
    var last = end - 1
    while last > first, passage.sentences[last].role != .body { last -= 1 }
    let current = passage.sentences[first]
    let limit = passage.sentences[last].tokens.upperBound
    var place = current.tokens.lowerBound
    var phrase: NounPhrase?
    if let label = label(current) {
      phrase = reader.phrase(from: place, limit: label)
      place = label
    }
    guard place < limit else { return }
    let voice = phrase.flatMap { chain.resolve($0, reader, nil) } ?? guest()
    chain.hear(voice, phrase: phrase)
    let start = passage.tokens[place].start
    let span = passage.tokens[place].span
    let content = QuoteContent(
      kind: .direct,
      range: TextRange(
        start: span >= 0 ? passage.spans[Int(span)].outer.start : start,
        end: passage.sentences[last].range.end),
      next: limit, end: .sentence)
    add(
      text, FoundQuote(content: content, form: .answer, phrase: phrase, voice: voice), current)
  }

  /// The word behind the colon of a label: ج: …, العلي: …; nil where none stands there.
  private func label(_ sentence: QuoteSentence) -> Int? {
    let first = sentence.tokens.lowerBound
    guard
      let behind = (first + 1..<min(first + 6, sentence.tokens.upperBound)).first(where: {
        !passage.tokens.gap($0).isDisjoint(with: Gap.parting)
      }), passage.tokens.gap(behind).contains(.colon)
    else { return nil }
    if passage.tokens.key(first).count == 1 { return behind }
    guard let phrase = reader.phrase(from: first, limit: behind),
      phrase.tokens.upperBound == behind, chain.knows(phrase, passage) || phrase.isTitled
    else { return nil }
    return behind
  }

  /// Whom an interview is with: the person whom its introduction names most often; nil where it names nobody.
  private mutating func guest() -> Int? {
    if interviewee == nil { interviewee = .some(findGuest()) }
    return interviewee?.flatMap { chain.voice($0, nil, reader) } ?? chain.lastSpeaker
  }

  private mutating func findGuest() -> CastMember? {
    let limit = passage.sentences[firstQuestion ?? 0].tokens.lowerBound
    var best: (member: CastMember, mentions: Int)?
    for member in chain.gathered(reader).members where member.kind == .person {
      let mentions = member.mentions.count { $0.lowerBound < limit }
      // Of two the one with a title.
      let isBetter =
        best.map {
          ($0.mentions, $0.member.roles.isEmpty ? 0 : 1) < (mentions, member.roles.isEmpty ? 0 : 1)
        } ?? true
      if mentions > 0, isBetter { best = (member, mentions) }
    }
    return best?.member
  }
}
