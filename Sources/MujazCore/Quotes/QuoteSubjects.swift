/// Who is the subject of a verb of saying: behind it, before it, or the one that its sentence or the chain has.
extension QuoteSearch {
  /// The subject of a verb whose object stands behind it: أبلغ المدير الموظفين, وصف المتحدث الهجوم.
  func shortened(_ phrase: NounPhrase) -> NounPhrase {
    guard phrase.name == nil, phrase.isDefinite, phrase.tokens.count > 1,
      passage.tokens[phrase.tokens.lowerBound].key.hasArticle
    else { return phrase }
    var phrase = phrase
    phrase.tokens = phrase.tokens.lowerBound..<phrase.tokens.lowerBound + 1
    phrase.role = phrase.tokens
    return phrase
  }

  /// The subject behind a verb.
  func subject(
    behind verb: Int, _ cue: Cue, limit: Int, hasObject: Bool = false
  ) -> NounPhrase? {
    var start = verb + 1
    while start < limit, start <= verb + 3, passage.tokens.gap(start).isDisjoint(with: .parting) {
      let words = adverbLength(start, behind: verb, cue, limit)
      guard words > 0 else { break }
      start += words
    }
    guard start < limit,
      passage.tokens[start].gap.isDisjoint(with: [.comma, .colon, .stop, .sentence])
        || start == verb + 1 && passage.tokens.gap(start) == .comma
          && passage.tokens.key(start).hasArticle && isListed(start)
    else { return nil }
    if isAddressee(start) || cue.takes.contains(.object) && isCarrier(start) {
      return subject(behindAddressee: start, limit, hasObject)
    }
    let head = passage.tokens[start]
    // أعلنت، الأحد، …
    if head.classes.contains(.weekday) { return nil }
    // أعلن أمام البرلمان رئيس الحكومة أن …, صرح في حديث لصحيفة الحياة وزير النفط بأن …
    if head.classes.contains(.preposition) || !head.word.classes.isDisjoint(with: [.inside, .on]) {
      return subject(behindAdjunct: start, limit, hasObject)
    }
    // ناشد كل الأطراف أن …: whom, not who.
    if cue.takes.contains(.object), head.classes.contains(.quantifier),
      !head.word.classes.contains(.person), chain.lastSpeaker != nil
    {
      return nil
    }
    // دعا الحكومة إلى …: a verb without the feminine ending has another subject.
    if !cue.agreement.isFeminine, start == verb + 1, head.word.classes.contains(.body),
      reader.endsInTeh(head)
    {
      return nil
    }
    return reader.phrase(from: start, limit: limit, hasObject: hasObject)
  }

  /// The subject of a verb with none behind it: that of its relative clause, the one before it, or the sentence's.
  mutating func subjectNotBehind(
    _ verb: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> NounPhrase? {
    let near =
      author(verb, current) ?? antecedent(verb, cue, current) ?? subjectBefore(verb, cue, current)
    // … غارات في ليبيا يقول إنها …: the subject of the sentence.
    guard near == nil, chain.sentenceVoice == nil, verb > current.tokens.lowerBound else {
      return near
    }
    return sharedSubject(verb, current)
  }

  /// How many words at a place stand between a verb and its subject and belong to neither.
  private func adverbLength(_ place: Int, behind verb: Int, _ cue: Cue, _ limit: Int) -> Int {
    let token = passage.tokens[place]
    let next = place + 1 < limit ? passage.tokens[place + 1] : nil
    // قال رحمه الله, قال صلى الله عليه وسلم
    if let next, next.key == .god, next.gap.isEmpty,
      token.word.classes.contains(.adverb) || reader.hasPronoun(token)
    {
      return 2
    }
    if token.word.classes.contains(.adverb) {
      // بصوت خافت
      guard token.key.first == Letter.beh, let next, next.gap.isEmpty, next.word.isEmpty,
        next.classes.isEmpty, !next.key.hasArticle
      else { return 1 }
      return 2
    }
    // أمس الخميس
    if place > verb + 1, token.classes.contains(.weekday) { return 1 }
    // قال عنه عمر, رد عليه المتهم; but دعا فيه الحكومة and قال عليه السلام
    if token.key.count >= 3, token.key.first != Letter.lam, reader.governs(token) {
      let isFree =
        cue.takes.isDisjoint(with: [.object, .weak]) && !token.key.hasPrefix(Self.on)
      return isFree || next != nil && mayBeSubject(place + 1) ? 1 : 0
    }
    return token.word.classes.contains(.saying) ? 1 : 0
  }

  /// لصحيفة الحياة, للصحافيين, لنا: whom the words are said to.
  private func isAddressee(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    if token.classes.contains(.addressee) || reader.cliticPrefix(token.key) == Letter.lam {
      return true
    }
    guard token.key.first == Letter.lam else { return false }
    // لبي بي سي
    if place + 1 < passage.tokens.count, passage.tokens[place + 1].classes.contains(.letterName),
      lexicon.classes(exactly: token.key.dropFirst(1)).contains(.letterName)
    {
      return true
    }
    switch token.key.count {
    // لـ«الحياة», لـ(سونا)
    case 1:
      return place + 1 < passage.tokens.count
        && (passage.tokens[place + 1].span >= 0 || passage.tokens.gap(place + 1).contains(.bracket))
    case 2, 3: return reader.governs(token) || Self.toUs.contains(token.key)
    // لموقعنا, لزملائه
    default:
      return token.key.count >= 6
        && (token.key.hasSuffix(Self.ours) || reader.hasPronoun(token) && token.word.isEmpty)
    }
  }

  /// أبلغ رويترز مصدر أن …: an agency or a paper, which is told.
  private func isCarrier(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    if token.span >= 0 { return passage.spans[Int(token.span)].tokens.count <= 3 }
    return token.classes.contains(.agency) || token.word.classes.contains(.medium)
  }

  /// أن.
  private static let that = WordKey(Letter.alef, Letter.noon)
  /// أما, وأما.
  private static let asFor = WordKey(Letter.alef, Letter.meem, Letter.alef)
  /// لي، لنا.
  private static let toUs = [
    WordKey(Letter.lam, Letter.yeh), WordKey(Letter.lam, Letter.noon, Letter.alef),
  ]
  /// علـ, as in عليه.
  private static let on = WordKey(Letter.ain, Letter.lam)
  /// ـنا.
  private static let ours = WordKey(Letter.noon, Letter.alef)

  /// The subject behind whom the words are said to: قال لصحيفة الحياة وزير النفط إن …
  private func subject(
    behindAddressee start: Int, _ limit: Int, _ hasObject: Bool
  ) -> NounPhrase? {
    let tokens = passage.tokens
    var place = tokens[start].span >= 0 ? start : start + 1
    while place < limit, place <= start + 6 {
      let token = tokens[place]
      // لـ«الشرق الأوسط» مدير المستشفى, لمندوب «الأهرام» مصدر
      if token.span >= 0, token.gap.isDisjoint(with: .parting) {
        place = max(place + 1, passage.spans[Int(token.span)].tokens.upperBound)
        continue
      }
      // لـ«بغداد اليوم»، عضو اللجنة، …; لـ(سونا) والي الولاية
      let isNear =
        token.gap.isDisjoint(with: .parting)
        || token.classes.isOffice
          && token.gap.isDisjoint(with: [.colon, .semicolon, .stop, .lineBreak, .sentence])
      guard isNear || tokens.gap(place).contains(.bracket) else { return nil }
      if isNear, mayBeSubject(place) {
        return reader.phrase(from: place, limit: limit, hasObject: hasObject)
      }
      if token.classes.contains(.preposition) { return nil }
      place += 1
    }
    return nil
  }

  /// The subject behind where or how the words were said: the first behind a definite word, which it cannot belong to.
  private func subject(
    behindAdjunct start: Int, _ limit: Int, _ hasObject: Bool
  ) -> NounPhrase? {
    let tokens = passage.tokens
    var place = start + 1
    var isDefinite = false
    while place < limit, place <= start + 7, tokens.gap(place).isDisjoint(with: .parting) {
      let token = tokens[place]
      if token.span >= 0 {
        place = max(place + 1, passage.spans[Int(token.span)].tokens.upperBound)
        guard place < limit, tokens.gap(place).isDisjoint(with: .parting) else { return nil }
        return mayBeSubject(place)
          ? reader.phrase(from: place, limit: limit, hasObject: hasObject) : nil
      }
      // في المؤتمر وزير النقل, but في المجلس العسكري
      if isDefinite, !token.key.hasArticle, token.isTitle {
        return reader.phrase(from: place, limit: limit, hasObject: hasObject)
      }
      isDefinite = token.key.hasArticle
      place += 1
    }
    return nil
  }

  /// Whether a person or an office begins at a word: مدير, المتهم, ممثلهم, but not البرلمانية.
  private func mayBeSubject(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    if token.key.hasArticle, reader.endsInTeh(token), token.key[token.key.count - 2] == Letter.yeh {
      return false
    }
    return token.isTitle || token.classes.contains(.givenName) || reader.isNamePart(token)
      || reader.hasPronoun(token) && reader.isPersons(token)
  }

  /// The subject before its verb, where its phrase reaches the verb: لكن مينغ قال …, ولكن خبراء الاقتصاد يحذرون …
  func subjectBefore(
    _ verb: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> NounPhrase? {
    let first = current.tokens.lowerBound
    let key = passage.tokens[verb].key
    guard verb > first, key.first != Letter.waw || passage.quoteWord(key.dropFirst(1)).cue == nil
    else { return nil }
    // Back to where the clause begins.
    var start = verb
    while start > first, verb - start < 14,
      passage.tokens[start].gap.isDisjoint(with: [.comma, .semicolon, .stop, .sentence])
    {
      start -= 1
    }
    if start == verb || isAdversative(verb - 1) {
      return lastCue == nil ? nominalSubject(current, before: verb) : nil
    }
    var head = start
    // فإن بلادي ترى أن …
    // وأما الذهبي فقال …
    for place in start..<verb
    where isAdversative(place) || passage.tokens[place].key.hasSuffix(Self.asFor)
      || reader.opensClause(place)
      || passage.tokens[place].word.classes.contains(.that)
    {
      head = place + 1
    }
    if head < verb, head > start || isNoun(head),
      let phrase = reader.phrase(from: head, limit: verb),
      reaches(phrase.tokens.upperBound, verb)
    {
      return phrase
    }
    return titledBefore(verb, head)
      ?? (lastCue == nil ? nominalSubject(current, before: verb) : nil)
  }

  /// إلى درجة أن الشيخ عمر التلمساني قال …: a title and its name directly before the verb.
  private func titledBefore(_ verb: Int, _ first: Int) -> NounPhrase? {
    for head in max(first, verb - 8)..<max(first, verb - 1)
    where passage.tokens[head].isTitle && passage.tokens[head].gap.isDisjoint(with: .parting) {
      if head > 0, reader.isPreposition(passage.tokens[head - 1]) { return nil }
      guard let phrase = reader.phrase(from: head, limit: verb), phrase.name != nil,
        reaches(phrase.tokens.upperBound, verb)
      else { continue }
      return phrase
    }
    return nil
  }

  /// The noun phrase that a relative clause with this verb belongs to: أيدت المحكمة المعسكر الذي يؤكد أن …
  mutating func antecedent(
    _ verb: Int, _ cue: Cue, _ current: QuoteSentence
  ) -> NounPhrase? {
    let first = current.tokens.lowerBound
    guard verb > first + 1, passage.tokens[verb].gap.isEmpty else { return nil }
    var relative = verb - 1
    // الذي لا ينكر, الذي كان قد أعلن
    while relative > first, verb - relative < 4,
      !passage.tokens[relative].word.classes.isDisjoint(with: [.particle, .was])
        || passage.tokens[relative].classes == .stopWord
    {
      relative -= 1
    }
    guard relative > first, passage.tokens[relative].classes.contains(.relative),
      passage.tokens[relative].gap.isDisjoint(with: [.stop, .colon, .semicolon, .lineBreak]),
      Self.agrees(passage.tokens.key(relative), cue.agreement)
    else { return nil }
    var best: NounPhrase?
    var start = relative - 1
    while start >= first, relative - start <= 10 {
      let token = passage.tokens[start]
      if isNoun(start) || reader.isNameWord(token),
        let phrase = reader.phrase(from: start, limit: relative),
        phrase.tokens.upperBound == relative,
        best == nil || isListed(start) || !isListed(start + 1)
      {
        best = phrase
      }
      if !token.gap.isDisjoint(with: .parting) { break }
      start -= 1
    }
    // الأمر الذي يؤكد أن …
    return best.flatMap { isEvidence($0) || isCredible($0) ? $0 : nil }
  }

  /// … في موقف للمحكمة العليا أكدت فيه أن …: whose document a verb behind it tells of.
  func author(_ verb: Int, _ current: QuoteSentence) -> NounPhrase? {
    guard verb + 1 < current.tokens.upperBound, isInDocument(verb + 1) else { return nil }
    for start in (max(current.tokens.lowerBound, verb - 8)..<verb).reversed()
    where reader.cliticPrefix(passage.tokens.key(start)) == Letter.lam
      && !reader.nounClasses(passage.tokens[start]).isDisjoint(with: [.body, .person])
    {
      if let phrase = reader.phrase(from: start, limit: verb, isSource: true),
        phrase.tokens.upperBound == verb
      {
        return phrase
      }
    }
    return nil
  }

  /// Whether a relative pronoun may be the subject of a verb: الذي قال, التي قالت, but not الذي قالت عنه فلانة.
  private static func agrees(_ relative: WordKey, _ agreement: Agreement) -> Bool {
    // الذي, التي; the others are plurals and duals.
    guard relative.count == 4, relative.last == Letter.yeh else { return agreement.isPlural }
    return !agreement.isPlural && agreement.isFeminine == (relative[2] == Letter.teh)
  }

  private func isAdversative(_ place: Int) -> Bool {
    passage.tokens[place].either.contains(.adversative)
  }

  /// Whether nothing but قد and adverbs stands between two words.
  private func reaches(_ end: Int, _ verb: Int) -> Bool {
    (end..<max(end, verb)).allSatisfy {
      !passage.tokens[$0].word.classes.isDisjoint(with: [.particle, .adverb])
    }
  }

  private func isNoun(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    return isListed(place) || token.classes.contains(.givenName)
      || token.key.hasArticle && !reader.beginsWithHamza(token) || reader.isPlace(token.key)
  }

  /// Whether a word is an office or a noun for who may speak.
  private func isListed(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    return token.classes.isOffice
      || !token.word.classes.isDisjoint(with: [.person, .body, .document, .medium])
  }

  /// The noun phrase that a sentence begins with, which its verb follows.
  private func nominalSubject(
    _ current: QuoteSentence, before limit: Int
  ) -> NounPhrase? {
    let first = behindDateline(current)
    guard first < limit else { return nil }
    let start = isAdversative(first) ? first + 1 : first
    guard start < limit else { return nil }
    if start > first || isNoun(start) { return reader.phrase(from: start, limit: limit) }
    // عبد الله العلي عضو اللجنة قال …: a name with its title, or with nothing before the verb.
    let head = passage.tokens[start]
    guard reader.isNameWord(head), head.key.withoutConjunction == nil || reader.isNamePart(head),
      let phrase = reader.phrase(from: start, limit: limit), phrase.name?.count ?? 0 >= 2
    else { return nil }
    let end = phrase.tokens.upperBound
    let hasTitle = end < limit && isListed(end) && passage.tokens.gap(end).isSubset(of: .comma)
    if head.classes.contains(.givenName) || reader.isNamePart(head) {
      return end == limit || hasTitle ? phrase : nil
    }
    // اشتكى أحمد أويحيى رئيس الوزراء من …: a verb stands before a given name.
    return hasTitle && !passage.tokens[start + 1].classes.contains(.givenName) ? phrase : nil
  }

  /// The word behind a sentence's dateline, its first where it has none: القاهرة - رويترز - قال …, دبي، الإمارات (CNN)— رصدت …
  private func behindDateline(_ current: QuoteSentence) -> Int {
    let first = current.tokens.lowerBound
    guard reader.isPlace(passage.tokens.key(first)) else { return first }
    var behind = first
    for place in first + 1..<min(first + 9, current.tokens.upperBound) {
      let token = passage.tokens[place]
      if token.gap.contains(.dash) { behind = place }
      if token.word.cue != nil || !token.gap.isDisjoint(with: [.stop, .colon]) { break }
    }
    return behind
  }

  /// The subject that a later verb shares with the main verb: عقد الوزير اجتماعا، وقال إن …
  func sharedSubject(_ index: Int, _ current: QuoteSentence) -> NounPhrase? {
    guard let phrase = mainSubject(current, before: index) else { return nil }
    let token = passage.tokens[index]
    let isJoined = token.gap.isDisjoint(with: .parting) && token.key.first != Letter.waw
    // A lone definite word that nobody knows may be an object: كشف النقاب عن …
    let isLone =
      phrase.tokens.count == 1 && phrase.name != nil
      && passage.tokens[phrase.tokens.lowerBound].key.hasArticle
    if isJoined, !isLone || chain.knows(phrase, passage) { return phrase }
    // وجه علي غديري، وهو لواء، رسالة …: a full name, as nothing else stands up to the comma.
    let isFullName =
      phrase.end == .mark && phrase.name?.count ?? 0 >= 2
      && reader.isGivenName(passage.tokens[phrase.tokens.lowerBound])
    return isFullName || phrase.isTitled || phrase.kind == .body || chain.knows(phrase, passage)
      ? phrase : nil
  }

  /// Whether the subject of a verb that is none of saying may speak: الهدف الرئيسي may not.
  mutating func isCredible(_ phrase: NounPhrase) -> Bool {
    if phrase.isTitled || phrase.kind != .person || phrase.isMedium { return true }
    let head = passage.tokens[phrase.tokens.lowerBound]
    if !head.word.classes.isDisjoint(with: [.person, .body, .document, .kin]) { return true }
    if head.classes.isOffice || reader.isPlace(head.key) { return true }
    return chain.knows(phrase, passage) || chain.isNamed(phrase, reader)
  }

  /// The subject of the main verb of a sentence, before a word of it.
  func mainSubject(
    _ current: QuoteSentence, before limit: Int
  ) -> NounPhrase? {
    let first = behindDateline(current)
    var start = first
    let end = min(limit, current.tokens.upperBound)
    // بدوره, من جهتها, اليوم
    while start < end, start < first + 3 {
      if let turn = passage.tokens.phrase(
        at: start, limit: end, in: [.turn, .background, .adversative], lexicon)
      {
        start += turn.count
      } else if passage.tokens[start].word.classes.contains(.adverb) {
        start += 1
      } else {
        break
      }
    }
    guard start < end else { return nil }
    // Behind an adverbial at the head: وخلال تكريمها، قالت …
    let head = passage.tokens[start]
    // جاء ذلك في …
    if let cue = head.word.cue, cue.takes.contains(.document) { return nil }
    if head.either.contains(.preposition)
      || !head.word.classes.isDisjoint(with: [.inside, .on, .from])
    {
      var place = start + 1
      while place < end, place - start < 24, !passage.tokens[place].gap.contains(.comma) {
        place += 1
      }
      guard place < end, passage.tokens[place].gap.contains(.comma) else { return nil }
      start = place
    }
    guard start < end else { return nil }
    if let nominal = nominal(start, end) { return nominal }
    // غير أن العلي لا يستفيد: behind أن stands a noun.
    if start > first, passage.tokens.key(start - 1) == Self.that,
      reader.isNameWord(passage.tokens[start]),
      let phrase = reader.phrase(
        from: start, limit: reader.isPresentVerb(start + 1, .max) ? start + 1 : end, hasObject: true
      ),
      phrase.name == phrase.tokens
    {
      return phrase
    }
    // The verb, with كان or قد before it.
    var verb = start
    while verb < end, verb < start + 3,
      !passage.tokens[verb].word.classes.isDisjoint(with: [.was, .particle])
        || passage.tokens[verb].either.contains(.subordinator)
    {
      verb += 1
    }
    let isVerbAlone = verb > start && passage.tokens[verb - 1].word.classes.contains(.was)
    if isVerbAlone, verb < end,
      let phrase = reader.phrase(from: verb, limit: end, hasObject: true)
    {
      return phrase
    }
    // بينما مقرر اللجنة …
    if verb > start, verb < end, let nominal = nominal(verb, end) { return nominal }
    guard verb + 1 < end, passage.tokens[verb + 1].gap.isDisjoint(with: .parting) else {
      return nil
    }
    return reader.phrase(from: verb + 1, limit: end, hasObject: true)
  }

  private func nominal(_ start: Int, _ end: Int) -> NounPhrase? {
    isNoun(start) ? reader.phrase(from: start, limit: end) : nil
  }

  /// Whose verb it is that has no subject.
  mutating func resolveNull(_ cue: Cue) -> Int? {
    // Whom a sentence without a quotation was about is found out only now that somebody asks.
    if chain.sentenceVoice == nil, let plain, plain >= sentence - 2 {
      let passed = passage.sentences[plain]
      if let phrase = mainSubject(passed, before: passed.tokens.upperBound),
        phrase.name != nil, phrase.role != nil, phrase.kind == .person, phrase.isTitled
      {
        chain.note(chain.resolve(phrase, reader, nil), sentence: plain, passed.paragraph)
      }
      self.plain = nil
    }
    return chain.resolveNull(cue)
  }

  /// يذكر أن …, يعتقد أن …: the present tense without a subject is the passive.
  func isImpersonal(_ index: Int, _ cue: Cue) -> Bool {
    guard cue.takes.contains(.impersonal), cue.form == .imperfect, !cue.agreement.isPlural else {
      return false
    }
    // … رسالة يعتبر فيها أن …: whose document it is.
    if index + 1 < passage.tokens.count, isInDocument(index + 1) { return false }
    // ويعتقد أن … goes on with whoever speaks.
    return chain.sentenceVoice == nil
      || passage.tokens[index].key.withoutConjunction.map { passage.quoteWord($0).cue == nil }
        ?? true
  }

  /// فيه, فيها.
  private func isInDocument(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    return token.key.first == Letter.feh && token.key.count <= 5 && reader.governs(token)
  }

  func isEvidence(_ phrase: NounPhrase) -> Bool {
    passage.tokens[phrase.tokens.lowerBound].word.classes.contains(.evidence)
  }

  /// The agency or paper that the words were said to, or that reports them: قال لوكالة …, وفق صحيفة …
  func medium(_ index: Int, _ limit: Int) -> TextRange? {
    var place = index + 1
    while place < limit {
      let token = passage.tokens[place]
      if token.word.classes.contains(.according), place + 1 < limit,
        let phrase = reader.phrase(from: place + 1, limit: limit), phrase.isMedium
      {
        return passage.range(phrase.tokens)
      }
      if reader.cliticPrefix(token.key) == Letter.lam {
        let noun = token.key.nounBehindPreposition
        if passage.quoteWord(noun).classes.contains(.medium)
          || lexicon.classes(exactly: noun).contains(.agency)
        {
          var end = place + 1
          while end < limit, end < place + 4, passage.tokens[end].gap.isDisjoint(with: .parting),
            passage.tokens[end].classes.isDisjoint(with: [
              .preposition, .weekday, .stopWord, .office,
            ]),
            !passage.tokens[end].word.classes.contains(.person),
            passage.tokens[end].word.classes.isDisjoint(with: [.adverb, .that, .byThat])
          {
            end += 1
          }
          return passage.range(place..<end)
        }
      }
      place += 1
    }
    return nil
  }
}
