/// What was made of a word that may open a quotation, and why.
package struct QuoteExplanation: Sendable {
  /// What may open a quotation.
  package enum Form: String, Sendable, CaseIterable {
    /// قال, يقول.
    case verb
    /// مضيفا.
    case participle
    /// قوله.
    case noun
    /// بحسب, وفقا لـ, على حد قوله.
    case source
    /// فيما يلي نصه: the rest of the article is a quotation.
    case text
    /// Marks that no verb has claimed.
    case marks
    /// فلان: … in a headline.
    case headline
    /// What stands behind a question of an interview.
    case answer
  }

  /// The phrase that names the speaker.
  package struct Subject: Sendable {
    package var range: TextRange
    package var name: TextRange?
    package var role: TextRange?
    package var end: PhraseEnd
  }

  /// What the cue governs, and where that begins.
  package struct Governed: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case clause, colon, marks }
    package var kind: Kind
    package var offset: Int
  }

  /// What is said, and what ended it.
  package struct Clause: Sendable {
    package var range: TextRange
    package var end: ClauseEnd
  }

  package var form: Form
  /// The cue; nil where there is none.
  package var cue: TextRange?
  /// Where it stands in the order of the text.
  package var offset: Int
  /// Why it is no quotation; nil where it is one.
  package var refusal: QuoteRefusal?
  package var subject: Subject?
  package var complement: Governed?
  package var clause: Clause?
  /// The fullest mention of the speaker, or of the agency that is one.
  package var speaker: TextRange?
  /// By what the speaker was found.
  package var resolution: SpeakerResolution?
}

/// By what it is known who a speaker is.
package enum SpeakerResolution: String, Sendable, CaseIterable {
  /// The phrase at the verb names somebody new, or nobody fuller is known.
  case phrase
  /// The name of somebody who has spoken.
  case name
  /// The words of a title or a body that has spoken.
  case title
  /// A fuller mention elsewhere in the article.
  case mention
  /// سموه: a person to whom the honorific is due.
  case honorific
  /// قال في بيانه: whoever the pronoun means.
  case pronoun
  /// ذات المصدر: whoever was called so.
  case same
  /// Whoever issued the document.
  case issuer
  /// الشركة, المرأة: the last of that kind.
  case kind
  /// وأضاف: whoever goes on.
  case verb
  /// The guest of an interview: whom its introduction names most often.
  case guest
}

/// Why what may open a quotation opens none.
package enum QuoteRefusal: String, Sendable, CaseIterable {
  /// Neither أن nor marks nor a colon follow.
  case noComplement = "no-complement"
  /// أن belongs to another word: قبل أن, ضرورة أن; or a preposition stands before the marks.
  case otherWord = "governed-by-another-word"
  /// What follows is another verb's.
  case otherVerb = "blocked-by-another-verb"
  /// A verb that is none of saying, before a colon.
  case weakVerb = "weak-verb"
  /// Marks hold a name or a term.
  case nameInMarks = "name-in-marks"
  /// What a noun of saying governs stands too far behind it.
  case tooFar = "too-far"
  /// Nothing stands behind أن or the colon.
  case nothingSaid = "nothing-said"
  /// يذكر أن …: nobody says it.
  case impersonal
  /// هل قال الوزير إن …؟, لو قال …: it is asked or supposed.
  case notAsserted = "not-asserted"
  /// قال تعالى: …: scripture.
  case scripture
  /// Images and records show and don't speak.
  case evidence
  /// بدا أنه يقر بأن …: within what somebody else says.
  case otherClause = "within-another-clause"
  /// جاء without a document or a medium.
  case noDocument = "no-document"
  /// Who or what follows can't speak: وفقا للخطة.
  case noSource = "no-source"
  /// An agency that reports what is quoted already.
  case medium
  /// The sentence has its quotation: the source is somebody to remember.
  case quotedAlready = "quoted-already"
  /// A quotation holds it.
  case insideQuotation = "inside-a-quotation"
  /// قائلا, which goes with another verb.
  case withAnotherVerb = "with-another-verb"
  /// نقلت وكالة عن فلان قوله: the noun behind it has the quotation.
  case relay
  /// In a headline only what stands behind a colon is a quotation.
  case headline
  /// It was passed over together with what stands before it.
  case passedOver = "passed-over"
}

extension QuoteExplanation.Form {
  init(_ form: Cue.Form) {
    switch form {
    case .past, .imperfect: self = .verb
    case .participle: self = .participle
    case .verbalNoun: self = .noun
    }
  }
}

extension QuoteExplanation.Subject {
  init(_ phrase: NounPhrase, _ passage: Passage) {
    range = passage.range(phrase.tokens)
    name = phrase.name.map { passage.range($0) }
    role = phrase.role.map { passage.range($0) }
    end = phrase.end
  }
}

extension QuoteExplanation.Governed {
  init(_ complement: Complement, _ passage: Passage) {
    offset = passage.tokens[complement.start].start
    switch complement.kind {
    case .clause: kind = .clause
    case .colon: kind = .colon
    case .marked: kind = .marks
    }
  }
}

/// Notes what becomes of every cue, where somebody asks.
extension QuoteSearch {
  /// Notes why a word opens no quotation; gives nil, for the caller to return.
  @inline(__always)
  mutating func refuse(
    _ index: Int, _ refusal: QuoteRefusal, _ phrase: NounPhrase? = nil,
    _ complement: Complement? = nil
  ) -> Int? {
    if explanations != nil { note(index, refusal, phrase, complement) }
    return nil
  }

  @inline(never)
  private mutating func note(
    _ index: Int, _ refusal: QuoteRefusal, _ phrase: NounPhrase?, _ complement: Complement?
  ) {
    let token = passage.tokens[index]
    var form = token.word.cue.map { QuoteExplanation.Form($0.form) } ?? .source
    if token.word.classes.contains(.text) { form = .text }
    explanations?.append(
      QuoteExplanation(
        form: form, cue: passage.range(index..<index + 1), offset: token.start, refusal: refusal,
        subject: phrase.map { .init($0, passage) },
        complement: complement.map { .init($0, passage) }))
  }

  /// Notes a quotation.
  @inline(never)
  mutating func note(_ found: FoundQuote) {
    let resolution = found.voice == nil ? nil : resolution(found)
    explanations?.append(
      QuoteExplanation(
        form: found.form, cue: found.cue, offset: found.cue?.start ?? found.content.range.start,
        subject: found.phrase.map { .init($0, passage) },
        complement: found.complement.map { .init($0, passage) },
        clause: .init(range: found.content.range, end: found.content.end),
        speaker: found.voice.map { passage.range(chain.voices[$0].canonical) },
        resolution: resolution))
  }

  private func resolution(_ found: FoundQuote) -> SpeakerResolution {
    if found.phrase != nil { return chain.resolution }
    return found.form == .answer ? .guest : .verb
  }

  /// Notes the cues that nobody asked about, and brings all in the order of the text.
  mutating func noteUnread(_ text: Span<UInt8>) {
    guard let noted = explanations else { return }
    let seen = Set(noted.compactMap { $0.cue?.start })
    let ranges = quotes.map(\.range).sorted()
    var next = 0
    // Where the quotations end that have begun.
    var reach = 0
    for sentence in passage.sentences.indices {
      let isHeadline = isHeadline(text, passage.sentences[sentence])
      for place in passage.sentences[sentence].tokens where !passage.tokens.isPlain(place) {
        let token = passage.tokens[place]
        guard token.word.cue != nil || token.word.classes.contains(.according),
          !seen.contains(token.start)
        else { continue }
        while next < ranges.count, ranges[next].start <= token.start {
          reach = max(reach, ranges[next].end)
          next += 1
        }
        if token.end <= reach {
          note(place, .insideQuotation, nil, nil)
        } else if isHeadline {
          note(place, .headline, nil, nil)
        } else {
          note(
            place, token.word.classes.contains(.saying) ? .withAnotherVerb : .passedOver, nil, nil)
        }
      }
    }
    explanations?.sort { $0.offset < $1.offset }
  }
}
