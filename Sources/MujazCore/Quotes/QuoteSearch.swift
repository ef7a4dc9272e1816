/// One walk over the words of an article, from cue to cue.
struct QuoteSearch: ~Escapable {
  let passage: Passage
  let lexicon: Lexicon
  var chain: SpeakerChain
  let reader: PhraseReader
  private let attribution: AttributionReader
  private(set) var quotes: [Quote] = []
  /// What became of every cue; nil where nobody asks.
  var explanations: [QuoteExplanation]?

  /// The sentence that is being read.
  private(set) var sentence = 0
  /// The first quotation of the sentence.
  private var firstQuote = 0
  /// The last verb of saying of the sentence.
  private(set) var lastCue: Int?
  /// The last sentence, where it has no verb of saying.
  var plain: Int?
  /// The last marks that nobody has claimed: what is said in them ends in them.
  private var enclosing: MarkedSpan?
  /// A whole text that follows its announcement, from this word on.
  private var isInText = false
  /// The first sentence of the answer that is being read, and the first question.
  var answerStart: Int?
  var firstQuestion: Int?
  /// Whom the interview is with, once that was asked: it is read from all of the introduction.
  var interviewee: CastMember??

  /// So many words a title has; more stand between marks that close wrongly.
  private static let longestTitle = 12

  @_lifetime(copy passage)
  init(_ passage: Passage, _ lexicon: Lexicon, _ chain: inout SpeakerChain) {
    self.passage = passage
    self.lexicon = lexicon
    self.chain = chain
    chain = SpeakerChain()
    reader = PhraseReader(passage: passage, lexicon: lexicon)
    attribution = AttributionReader(passage: passage, lexicon: lexicon, reader: reader)
    self.chain.reset()
  }

  /// Fills `quotes`: those of all sentences, or, with `last`, of the sentences up to that segment, without headlines.
  mutating func run(_ text: Span<UInt8>, through last: Int? = nil) {
    var next = 0
    for number in passage.sentences.indices {
      let current = passage.sentences[number]
      if let last, current.segment > last { break }
      if isHeadline(text, current) || isInText || take(text, number, last: last) { continue }
      sentence = number
      // A quotation in marks may have run on into this sentence: then the one before goes on.
      if next <= current.tokens.lowerBound {
        firstQuote = quotes.count
        lastCue = nil
        chain.begin(sentence: number, paragraph: current.paragraph)
      }
      next = max(next, current.tokens.lowerBound)
      while next < current.tokens.upperBound { next = step(text, next, current) }
      if lastCue == nil, current.role == .body { plain = number } else { plain = nil }
    }
    guard last == nil else { return }
    answer(text, upTo: passage.sentences.count)
    for number in passage.sentences.indices where isHeadline(text, passage.sentences[number]) {
      headline(text, passage.sentences[number])
    }
    if explanations != nil { noteUnread(text) }
  }

  /// A line that ends in a colon leads on to what follows and is no headline.
  func isHeadline(_ text: Span<UInt8>, _ sentence: QuoteSentence) -> Bool {
    sentence.role == .headline && !text.endsInColon(sentence.range)
  }

  /// Reads on from a word; gives the word that comes next.
  private mutating func step(_ text: Span<UInt8>, _ index: Int, _ current: QuoteSentence) -> Int {
    if passage.tokens.isPlain(index) { return index + 1 }
    let token = passage.tokens[index]
    if token.span >= 0 {
      if let next = marked(text, index, current) { return next }
      let span = passage.spans[Int(token.span)]
      enclosing = span.isClosed ? span : nil
      // فيلم «قال إن الحب مات»: nobody says what is in a title.
      if span.isClosed, span.tokens.count <= Self.longestTitle,
        ComplementReader.isName(passage, index)
      {
        return span.tokens.upperBound
      }
    }
    if token.word.isEmpty { return index + 1 }
    if token.word.cue != nil, let next = cued(text, index, current) { return next }
    if !token.word.classes.isDisjoint(with: [.according, .on, .text]) {
      if let next = attributed(text, index, current) { return next }
    }
    return index + 1
  }

  // MARK: Verbs of saying

  private mutating func cued(
    _ text: Span<UInt8>, _ index: Int, _ current: QuoteSentence
  ) -> Int? {
    guard let cue = passage.tokens[index].word.cue, !passage.isNoun(index) else { return nil }
    if isScripture(index, current) { return passScripture(text, index, cue, current) }
    switch cue.form {
    case .past, .imperfect: return finite(text, index, cue, current)
    case .participle: return participle(text, index, cue, current)
    case .verbalNoun: return verbalNoun(text, index, cue, current)
    }
  }

  /// قال تعالى, يقول الله عز وجل, قوله سبحانه
  private func isScripture(_ index: Int, _ current: QuoteSentence) -> Bool {
    var next = index + 1
    guard next < current.tokens.upperBound else { return false }
    if passage.tokens.key(next) == .god { next += 1 }
    return next < current.tokens.upperBound
      && passage.tokens.facts(next).classes.contains(.exalted)
  }

  /// Passes over what stands in marks or brackets behind the verb, too.
  private mutating func passScripture(
    _ text: Span<UInt8>, _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> Int? {
    let complement = ComplementReader(passage: passage, lexicon: lexicon)
      .complement(of: index, cue, current)
    _ = refuse(index, .scripture, nil, complement)
    let clause = ClauseReader(passage: passage, lexicon: lexicon)
    return complement.flatMap { clause.content(text, $0, current)?.next }
  }

  private mutating func finite(
    _ text: Span<UInt8>, _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> Int? {
    // تذكر كتب الأدب أن …: the subject of the verb before.
    if index > current.tokens.lowerBound, cue.form == .past, passage.tokens[index].gap.isEmpty,
      let before = passage.tokens[index - 1].word.cue, before.isFinite
    {
      return refuse(index, .otherVerb)
    }
    let reader = ComplementReader(
      passage: passage, lexicon: lexicon, colonAtEnd: text.endsInColon(current.range))
    let verdict = reader.decide(of: index, cue, current)
    let complement = verdict.complement
    if cue.takes.contains(.document) { return documented(text, index, complement, current) }
    if cue.takes.contains(.relay), let next = relayed(text, index, cue, current) { return next }
    // Nobody is heard by what he rejects or regrets without words of his.
    if complement == nil, cue.takes.contains(.attitude) { return refuse(index, verdict.refusal) }
    let limit = complement?.start ?? current.tokens.upperBound
    let takesObject = complement == nil || cue.takes.contains(.object)
    let subject = subject(behind: index, cue, limit: limit, hasObject: takesObject)
      .map { cue.takes.contains(.object) ? shortened($0) : $0 }
    guard let complement else {
      if let subject { hearUnquoted(subject, cue) }
      return refuse(index, verdict.refusal, subject)
    }
    if let refusal = objection(text, index, cue, complement, subject, current) {
      return refuse(index, refusal, subject, complement)
    }
    var found = subject
    // رئيس الوزراء يعتبر أن …: with a subject before it the verb is nobody's passive.
    let isImpersonal = subject == nil && isImpersonal(index, cue)
    if isImpersonal, passage.tokens[index].gap.isEmpty {
      // الدستور ينص على أن …: what finds or lays down need not speak.
      found = subjectBefore(index, cue, current).flatMap {
        cue.takes.contains(.finding) || isCredible($0) ? $0 : nil
      }
    }
    if isImpersonal, found.map({ $0.tokens.upperBound != index }) ?? true {
      return refuse(index, .impersonal, nil, complement)
    }
    found = found ?? subjectNotBehind(index, cue, current)
    if let found, let refusal = objection(found, complement, current) {
      return refuse(index, refusal, found, complement)
    }
    var voice: Int?
    if let found {
      voice = chain.resolve(found, self.reader, cue.agreement)
    } else if index + 1 < current.tokens.upperBound, passage.tokens[index + 1].key.isNumber {
      // وقال 16 منهم إن …: somebody new, whom no phrase names.
      voice = nil
    } else {
      voice = resolveNull(cue)
      // The subject of the sentence's verb before.
      if voice == chain.sentenceVoice { found = chain.sentencePhrase }
    }
    chain.hear(voice, phrase: found)
    lastCue = index
    return emit(
      text,
      Utterance(
        index, cue, complement, range: complement.cueRange(passage, index), phrase: found,
        voice: voice, medium: medium(index, limit)), current)
  }

  /// Why nobody is heard of whom a subject tells: what shows and does not speak, and who reports another's words.
  private func objection(
    _ subject: NounPhrase, _ complement: Complement, _ current: QuoteSentence
  ) -> QuoteRefusal? {
    if isEvidence(subject) { return .evidence }
    // نقلت الوكالة أن الوزير قال إن …: the words are his.
    return subject.isMedium && hasSpeaker(complement, current) ? .medium : nil
  }

  /// Whether the clause of a complement begins with somebody who says something: أن الوزير قال إن …
  private func hasSpeaker(_ complement: Complement, _ current: QuoteSentence) -> Bool {
    guard case .clause(let that) = complement.kind, that + 2 < current.tokens.upperBound,
      let subject = reader.phrase(from: that + 1, limit: current.tokens.upperBound)
    else { return false }
    let verb = subject.tokens.upperBound
    guard verb < current.tokens.upperBound, passage.tokens.gap(verb).isEmpty,
      let cue = passage.tokens[verb].word.cue, cue.isFinite
    else { return false }
    return ComplementReader(passage: passage, lexicon: lexicon).complement(of: verb, cue, current)
      != nil
  }

  /// Why a verb with its complement tells nothing that was said; nil where it does.
  private func objection(
    _ text: Span<UInt8>, _ verb: Int, _ cue: Cue, _ complement: Complement,
    _ subject: NounPhrase?, _ current: QuoteSentence
  ) -> QuoteRefusal? {
    if !isAsserted(text, verb, current) { return .notAsserted }
    // وكررت الحركة مطالبها، «دون إبطاء»: the words are another noun's.
    let isSeldom =
      cue.takes.contains(.attitude)
      || cue.takes.intersection([.weak, .impersonal, .finding]) == [.weak, .impersonal]
    if isSeldom, isOthers(complement, verb, subject) { return .otherWord }
    guard subject == nil, verb > current.tokens.lowerBound else { return nil }
    // وهذا يؤكد أن …: a fact shows it.
    if cue.form == .imperfect, passage.tokens.gap(verb).isEmpty,
      passage.tokens.key(verb).first != Letter.waw,
      passage.tokens[verb - 1].either.contains(.demonstrative)
    {
      return .evidence
    }
    return isWithinClause(verb, current) ? .otherClause : nil
  }

  /// بدا أنه يقر بأن …: within another's clause; but كما أنه يرى, إلا أنها قالت go on with whoever speaks.
  private func isWithinClause(_ verb: Int, _ current: QuoteSentence) -> Bool {
    let first = current.tokens.lowerBound
    guard verb > first,
      !passage.tokens[verb - 1].word.classes.isDisjoint(with: .complementizers)
    else { return false }
    guard verb - 2 >= first, !passage.tokens[verb - 2].word.classes.contains(.whereas) else {
      return verb - 2 < first
    }
    return passage.tokens.phrase(at: verb - 2, limit: verb, in: .staysOpener, lexicon)?.count != 2
  }

  /// Whether a verb tells that something was said: هل قال …؟ asks, and لو قال … supposes.
  ///
  /// Bias: told, unless a word of the lists stands before the verb in its clause.
  private func isAsserted(_ text: Span<UInt8>, _ verb: Int, _ current: QuoteSentence) -> Bool {
    if isSubjunctive(verb, current) { return false }
    var place = verb
    while place > current.tokens.lowerBound, verb - place < 12,
      passage.tokens.gap(place).isDisjoint(with: [.stop, .colon, .semicolon])
    {
      place -= 1
      if passage.tokens.isPlain(place) { continue }
      let word = passage.tokens.facts(place).quote
      if word.classes.contains(.asks) { return false }
      if word.classes.contains(.supposes), verb - place <= 4 { return false }
      if word.classes.contains(.mayAsk), verb - place <= 3,
        text.endsInQuestionMark(current.range),
        !word.classes.contains(.from) || place + 1 == verb
      {
        return false
      }
      if word.cue != nil { break }
    }
    return true
  }

  /// ينتظر أن يؤكد, من دون أن يوضح: what may be said; but قبل أن يضيف, إلى أن يقول.
  private func isSubjunctive(_ verb: Int, _ current: QuoteSentence) -> Bool {
    let tokens = passage.tokens
    guard verb - 1 > current.tokens.lowerBound, tokens.gap(verb).isEmpty,
      tokens[verb].word.cue?.form == .imperfect,
      tokens[verb - 1].key == WordKey(Letter.alef, Letter.noon)
    else { return false }
    let before = tokens[verb - 2]
    return before.key != Self.earlier && !before.word.classes.contains(.to)
  }

  /// قبل.
  private static let earlier = WordKey(Letter.qaf, Letter.beh, Letter.lam)

  /// Whether what a verb that seldom says anything seems to take stands behind more than its subject and a preposition.
  private func isOthers(_ complement: Complement, _ verb: Int, _ subject: NounPhrase?) -> Bool {
    let behind = subject?.tokens.upperBound ?? verb + 1
    switch complement.kind {
    case .colon: return false
    // ومن أبرز النتائج أن …: no verb. سجل هدفا … واستطاع أن …: another's.
    case .clause(let that):
      return that > behind + 8
        || verb > 0 && passage.tokens[verb].gap.isEmpty
          && reader.isPreposition(passage.tokens[verb - 1])
    case .marked(let first):
      if passage.tokens.gap(first).contains(.colon) { return false }
      return first > behind + 1 || first > behind && !reader.isPreposition(passage.tokens[behind])
    }
  }

  /// Whoever does something in words is on everybody's mind, though nothing is quoted.
  private mutating func hearUnquoted(_ subject: NounPhrase, _ cue: Cue) {
    let isObject = chain.sentenceVoice != nil && cue.takes.contains(.fragment)
    guard !isObject,
      subject.isTitled || subject.kind == .body && !isPlace(subject) || subject.kind == .document
        || (subject.end == .mark || subject.name.map { reader.titleBehind($0) != nil } ?? false)
          && subject.name?.count ?? 0 >= 2
        || chain.knows(subject, passage)
    else { return }
    chain.hear(chain.resolve(subject, reader, cue.agreement), phrase: subject)
  }

  /// إيران, but الحكومة الإيرانية: what is done in a place is often somebody else's.
  private func isPlace(_ phrase: NounPhrase) -> Bool {
    reader.placeLength(phrase.tokens.lowerBound, phrase.tokens.upperBound) == phrase.tokens.count
  }

  private mutating func participle(
    _ text: Span<UInt8>, _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> Int? {
    let reader = ComplementReader(passage: passage, lexicon: lexicon)
    let verdict = reader.decide(of: index, cue, current)
    guard let complement = verdict.complement else { return refuse(index, verdict.refusal) }
    // مفيدة وقدم خلالها …: an adjective, and what follows is another word's.
    guard complement.start <= index + 14 else { return refuse(index, .tooFar, nil, complement) }
    // A participle says how the subject of its sentence goes on.
    let (phrase, voice) = subjectOfSentence(index, cue, current)
    chain.hear(voice, phrase: phrase)
    lastCue = index
    return emit(
      text,
      Utterance(
        index, cue, complement, range: complement.cueRange(passage, index), phrase: phrase,
        voice: voice, medium: medium(index, complement.start)), current)
  }

  /// نقلت وكالة عن شاهد قوله إن …, and a noun of saying with its pronoun elsewhere.
  private mutating func verbalNoun(
    _ text: Span<UInt8>, _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> Int? {
    let reader = ComplementReader(passage: passage, lexicon: lexicon)
    let verdict = reader.decide(of: index, cue, current)
    guard let complement = verdict.complement else { return refuse(index, verdict.refusal) }
    guard complement.start <= index + 3 else { return refuse(index, .tooFar, nil, complement) }
    // يمكن القول إن …, القول بأن … خطأ: nobody says it.
    if passage.tokens[index].key.hasArticle,
      index == current.tokens.lowerBound
        || passage.tokens[index - 1].word.classes.contains(.owner)
    {
      return refuse(index, .impersonal, nil, complement)
    }
    let (phrase, voice) = subjectOfSentence(index, cue, current)
    chain.hear(voice, phrase: phrase)
    return emit(
      text,
      Utterance(
        index, cue, complement, range: complement.cueRange(passage, index), phrase: phrase,
        voice: voice), current)
  }

  /// Whose words a participle or a noun of saying gives, which have no subject of their own: the sentence's voice, else
  /// the subject of its main verb, else whoever a verb without a subject would mean.
  private mutating func subjectOfSentence(
    _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> (phrase: NounPhrase?, voice: Int?) {
    if let voice = chain.sentenceVoice { return (chain.sentencePhrase, voice) }
    if let main = mainSubject(current, before: index), isCredible(main),
      let voice = chain.resolve(main, reader, cue.agreement)
    {
      return (main, voice)
    }
    return (nil, resolveNull(cue))
  }

  /// نقلت وكالة رويترز عن شهود عيان قولهم إن …
  private mutating func relayed(
    _ text: Span<UInt8>, _ index: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> Int? {
    let limit = min(current.tokens.upperBound, index + 24)
    var about: Int?
    for place in index + 1..<max(index + 1, limit) {
      if passage.tokens[place].word.classes.contains(.about) {
        about = place
        break
      }
    }
    guard let about else { return nil }
    let carrier = subject(behind: index, cue, limit: about)
    let end = current.tokens.upperBound
    guard
      let source = reader.phrase(from: about + 1, limit: end)
        ?? counted(from: about + 1, limit: end)
    else { return nil }
    // The cue is the noun of saying behind the source, or the verb itself where none follows.
    var place = source.tokens.upperBound
    let reader = ComplementReader(passage: passage, lexicon: lexicon)
    while place < limit {
      let token = passage.tokens[place]
      if let cue = token.word.cue, cue.form == .verbalNoun,
        let complement = reader.complement(of: place, cue, current), complement.start <= place + 3
      {
        return quote(place, cue, complement)
      }
      place += 1
    }
    if let cue = passage.tokens[index].word.cue,
      let complement = reader.complement(of: source.tokens.upperBound - 1, cue, current)
    {
      return quote(index, cue, complement)
    }
    return nil

    func quote(_ place: Int, _ cue: Cue, _ complement: Complement) -> Int? {
      let voice = chain.resolve(source, self.reader, nil)
      chain.hear(voice, phrase: source)
      if place != index { _ = refuse(index, .relay, carrier) }
      return emit(
        text,
        Utterance(
          place, cue, complement, range: passage.range(place..<place + 1), phrase: source,
          voice: voice, medium: carrier.map { passage.range($0.tokens) }), current)
    }
  }

  /// ثلاثة مسؤولين: people behind their number.
  private func counted(from start: Int, limit: Int) -> NounPhrase? {
    guard start + 1 < limit, passage.tokens.gap(start + 1).isEmpty,
      passage.tokens[start + 1].word.classes.contains(.person),
      var phrase = reader.phrase(from: start + 1, limit: limit), phrase.name == nil
    else { return nil }
    phrase.tokens = start..<phrase.tokens.upperBound
    phrase.role = phrase.tokens
    return phrase
  }

  /// جاء في بيان للوزارة أن …
  private mutating func documented(
    _ text: Span<UInt8>, _ index: Int, _ complement: Complement?, _ current: QuoteSentence
  ) -> Int? {
    guard let complement, let cue = passage.tokens[index].word.cue,
      index + 2 < complement.start, passage.tokens[index + 1].word.classes.contains(.inside),
      let phrase = reader.phrase(from: index + 2, limit: complement.start),
      phrase.kind == .document || phrase.isMedium
        || reader.isSomebodysDocument(passage.tokens[phrase.tokens.lowerBound])
    else { return refuse(index, complement == nil ? .noComplement : .noDocument) }
    let voice = chain.resolve(phrase, reader, nil)
    chain.hear(voice, phrase: phrase)
    return emit(
      text,
      Utterance(
        index, cue, complement, range: passage.range(index..<index + 1), phrase: phrase,
        voice: voice), current)
  }

  // MARK: Quotations

  /// Adds the quotation of a complement; gives the word behind it.
  private mutating func emit(
    _ text: Span<UInt8>, _ said: Utterance, _ current: QuoteSentence
  ) -> Int? {
    var clause = ClauseReader(passage: passage, lexicon: lexicon)
    clause.isSubordinate = quotes.count == firstQuote && isSubordinate(current)
    if let marks = enclosing, marks.tokens.contains(said.verb) { clause.enclosing = marks }
    if said.verb > 0 {
      clause.isRelative = passage.tokens[said.verb - 1].classes.contains(.relative)
    }
    guard let content = clause.content(text, said.complement, current) else {
      return refuse(said.verb, .nothingSaid, said.phrase, said.complement)
    }
    add(
      text,
      FoundQuote(
        content: content, form: .init(said.cue.form), cue: said.range, complement: said.complement,
        isNegated: said.cue.takes.contains(.negative),
        phrase: said.phrase, voice: said.voice, medium: said.medium), current)
    return content.next
  }

  /// Whether a sentence begins with another clause than its main one: فيما, في حين, في الوقت الذي.
  private func isSubordinate(_ current: QuoteSentence) -> Bool {
    let first = current.tokens.lowerBound
    let opening = passage.tokens[first].word.classes
    if opening.contains(.whereas) { return passage.tokens[first].key != Self.likewise }
    // رغم أن الحكومة تقول إن …، ارتفعت …
    if opening.contains(.owner), first + 1 < current.tokens.upperBound,
      passage.tokens[first + 1].word.classes.contains(.that)
    {
      return true
    }
    guard opening.contains(.inside), first + 2 < current.tokens.upperBound else { return false }
    return passage.tokens[first + 1].word.classes.contains(.whereas)
      || passage.tokens[first + 2].classes.contains(.relative)
  }

  /// كما: at the beginning of a sentence, also.
  private static let likewise = WordKey(Letter.kaf, Letter.meem, Letter.alef)

  mutating func add(
    _ text: Span<UInt8>, _ found: FoundQuote, _ current: QuoteSentence
  ) {
    var medium = found.medium
    var speaker: Speaker?
    var confidence = QuoteConfidence.low
    let phrase = found.phrase
    if let number = found.voice {
      // A voice is not copied: it holds arrays.
      if chain.voices[number].isMedium {
        medium = passage.range(phrase?.tokens ?? chain.voices[number].canonical)
        confidence = phrase == nil ? .medium : .high
      } else {
        speaker = Speaker(
          range: phrase.map { passage.nameRange(text, $0.tokens) },
          canonical: passage.nameRange(text, chain.voices[number].canonical),
          kind: chain.voices[number].kind,
          role: chain.voices[number].role.map { passage.nameRange(text, $0) })
        confidence = chain.confidence(
          number, isNamed: phrase != nil, in: current.paragraph, reader)
      }
    }
    quotes.append(
      Quote(
        kind: found.content.kind, range: found.content.range, cue: found.cue,
        isNegated: found.isNegated, speaker: speaker, medium: medium, confidence: confidence,
        segment: current.segment, paragraph: current.paragraph))
    if explanations != nil { note(found) }
  }

  /// A quotation in marks that no verb before it has claimed.
  private mutating func marked(
    _ text: Span<UInt8>, _ index: Int, _ current: QuoteSentence
  ) -> Int? {
    let span = passage.spans[Int(passage.tokens[index].span)]
    guard span.tokens.count >= 3, !ComplementReader.isName(passage, index) else { return nil }
    let next = span.tokens.upperBound
    // «…»، قال فلان
    if next < passage.tokens.count, let cue = passage.tokens[next].word.cue,
      cue.isFinite, span.isClosed,
      passage.tokens[next].key.first != Letter.waw
        || QuoteLexicon.standard.exactly(passage.tokens.key(next)).cue != nil,
      cue.takes.contains(.direct) || !cue.takes.contains(.weak)
    {
      let limit = passage.sentences[passage.sentence(of: next)].tokens.upperBound
      let complement = ComplementReader(passage: passage, lexicon: lexicon).complement(
        of: next, cue, passage.sentences[passage.sentence(of: next)])
      if complement == nil || index == current.tokens.lowerBound {
        let subject = subject(behind: next, cue, limit: limit)
        let voice =
          subject.map { chain.resolve($0, reader, cue.agreement) }
          ?? resolveNull(cue)
        chain.hear(voice, phrase: subject)
        lastCue = next
        add(
          text,
          FoundQuote(
            content: .marked(span), form: .verb, cue: passage.range(next..<next + 1),
            phrase: subject, voice: voice), current)
        return complement == nil ? next + 1 : next
      }
    }
    if next < current.tokens.upperBound,
      !passage.tokens[next].word.classes.isDisjoint(with: [.according, .on])
    {
      return nil
    }
    // Long words in marks are somebody's, whatever stands before them.
    guard span.tokens.count >= 6 else { return nil }
    let isAlone = index == current.tokens.lowerBound
    let voice = chain.sentenceVoice ?? (isAlone ? chain.lastSpeaker : nil)
    // مؤشر «الشرق الأوسط وشمال إفريقيا»: behind a word without a mark it is a name, unless somebody speaks.
    if voice == nil, index > 0, passage.tokens[index].gap.isDisjoint(with: Gap.parting) {
      let before = passage.tokens[index - 1].word
      if before.cue == nil, before.classes.isDisjoint(with: .complementizers) { return nil }
    }
    add(
      text,
      FoundQuote(
        content: .marked(span), form: .marks, cue: lastCue.map { passage.range($0..<$0 + 1) },
        phrase: chain.sentenceVoice == nil ? nil : chain.sentencePhrase, voice: voice), current)
    return next
  }

  // MARK: Prepositions

  /// بحسب الوزارة, وفق ما أعلنت الشركة, على حد قوله; and a text behind its announcement.
  private mutating func attributed(
    _ text: Span<UInt8>, _ index: Int, _ current: QuoteSentence
  ) -> Int? {
    if passage.tokens[index].word.classes.contains(.text) {
      return wholeText(text, index, current)
    }
    guard let found = attribution.attribution(index, current) else {
      // على is seldom one that names a source.
      return passage.tokens[index].word.classes.contains(.according)
        ? refuse(index, .noSource) : nil
    }
    let cue = TextRange(
      start: passage.tokens[index].start, end: passage.tokens[found.cueEnd - 1].end)
    if let phrase = found.phrase, phrase.isMedium {
      let medium = passage.range(phrase.tokens)
      for place in firstQuote..<quotes.count where quotes[place].medium == nil {
        quotes[place].medium = medium
      }
      _ = refuse(index, .medium, phrase)
      return phrase.tokens.upperBound
    }
    let clause = ClauseReader(passage: passage, lexicon: lexicon)
    let voice: Int?
    if let phrase = found.phrase {
      guard found.isSaid || attribution.isSource(phrase) || chain.knows(phrase, passage) else {
        return refuse(index, .noSource, phrase)
      }
      if quotes.count > firstQuote {
        chain.hear(chain.resolve(phrase, reader, nil), phrase: phrase)
        _ = refuse(index, .quotedAlready, phrase)
        return phrase.tokens.upperBound
      }
      guard let content = clause.attributed(text, index, found.end, current) else {
        return refuse(index, .nothingSaid, phrase)
      }
      voice = chain.resolve(phrase, reader, nil)
      chain.hear(voice, phrase: phrase)
      add(
        text, FoundQuote(content: content, form: .source, cue: cue, phrase: phrase, voice: voice),
        current)
      return content.next
    }
    // على حد قوله
    guard quotes.count == firstQuote,
      let content = clause.attributed(text, index, found.end, current)
    else { return refuse(index, quotes.count == firstQuote ? .nothingSaid : .quotedAlready) }
    voice = chain.sentenceVoice ?? chain.lastSpeaker
    add(text, FoundQuote(content: content, form: .source, cue: cue, voice: voice), current)
    return content.next
  }

  /// وفيما يلي نصه: the rest of the article is a quotation.
  private mutating func wholeText(
    _ text: Span<UInt8>, _ index: Int, _ current: QuoteSentence
  ) -> Int? {
    let next = index + 1
    guard next < passage.tokens.count,
      passage.tokens[next].gap.contains(.colon)
        || (next == current.tokens.upperBound && text.endsInColon(current.range))
    else { return nil }
    let phrase = chain.sentencePhrase ?? mainSubject(current, before: index)
    let voice = chain.sentenceVoice ?? phrase.flatMap { chain.resolve($0, reader, nil) }
    chain.hear(voice, phrase: phrase)
    let cue = passage.range(index..<index + 1)
    if passage.tokens[next].span >= 0 {
      let span = passage.spans[Int(passage.tokens[next].span)]
      add(
        text,
        FoundQuote(
          content: .marked(span), form: .text, cue: cue, phrase: phrase, voice: voice), current)
      return span.tokens.upperBound
    }
    guard let end = passage.bodyEnd, end > passage.tokens[next].start else { return nil }
    isInText = true
    let content = QuoteContent(
      kind: .direct, range: TextRange(start: passage.tokens[next].start, end: end),
      next: passage.tokens.count, end: .text)
    add(
      text, FoundQuote(content: content, form: .text, cue: cue, phrase: phrase, voice: voice),
      current)
    return passage.tokens.count
  }

  // MARK: Headlines

  /// فلان: … in a headline.
  private mutating func headline(_ text: Span<UInt8>, _ current: QuoteSentence) {
    let first = current.tokens.lowerBound
    guard
      let colon = current.tokens.first(where: {
        $0 > first && passage.tokens[$0].gap.contains(.colon)
      }),
      colon - first <= 14, current.tokens.upperBound - colon >= 2
    else { return }
    // Behind two dots a headline begins anew: … عن الأزمة.. ومغردون: القاعة فارغة
    var start = first
    for place in first + 1..<max(first + 1, colon)
    where passage.tokens[place].gap.contains(.stop)
      && passage.tokens[place - 1].classes.isDisjoint(
        with: .titleAbbreviation)
    {
      start = place
    }
    guard colon - start <= 8,
      !passage.tokens[start].classes.contains(.preposition),
      let phrase = reader.phrase(from: start, limit: colon)
    else { return }
    // A country before a colon is where it happened: فرنسا: نشطاء …
    if reader.isPlace(passage.tokens[start].key), phrase.tokens.count == 1 { return }
    let isKnown = chain.knows(phrase, passage)
    let isNoun =
      !passage.tokens[start].word.classes.isDisjoint(with: [.person, .body])
      || passage.tokens[start].either.isOffice
    guard isKnown || isNoun else { return }
    let span = passage.tokens[colon].span
    let range: TextRange
    if span >= 0, passage.spans[Int(span)].tokens.upperBound == current.tokens.upperBound {
      range = passage.spans[Int(span)].range
    } else {
      range = TextRange(
        start: span >= 0 ? passage.spans[Int(span)].outer.start : passage.tokens[colon].start,
        end: current.range.end)
    }
    let voice = chain.resolve(phrase, reader, nil)
    let content = QuoteContent(
      kind: .direct, range: range, next: current.tokens.upperBound, end: .sentence)
    add(text, FoundQuote(content: content, form: .headline, phrase: phrase, voice: voice), current)
  }
}

extension Span<UInt8> {
  /// Whether a sentence ends in a question mark.
  func endsInQuestionMark(_ range: TextRange) -> Bool {
    guard range.count > 1 else { return false }
    let last = self[range.end - 1]
    return last == UInt8(ascii: "?") || last == 0x9F && self[range.end - 2] == 0xD8
  }

  /// Whether the last mark of a sentence is a colon.
  func endsInColon(_ range: TextRange) -> Bool {
    range.count > 0 && self[range.end - 1] == UInt8(ascii: ":")
  }
}
