/// Reads noun phrases from the words behind a verb.
///
/// Rule families, each in its own file, say of every word behind the first whether the phrase takes it, a name begins
/// with it, or the phrase ends before it.
///
/// Bias: rather too short than too long, as what follows a speaker is seldom part of the name. A phrase ends at a
/// preposition, a date, an addressee, a relative clause, a mark; a title goes on over one comma to its name.
///
///     قال وزير النقل سالم العلي لوكالة …      وزير النقل سالم العلي        قال سالم العلي، وزير النقل، …      سالم العلي
struct PhraseReader: ~Escapable {
  /// The longest phrase, in words.
  private static let longest = 16
  /// Function words, times and the like, which are in no name.
  static let stops: WordClasses = [
    .preposition, .subordinator, .relative, .coordinator, .weekday, .month, .stopWord, .addressee,
    .demonstrative,
  ]

  let passage: Passage
  let lexicon: Lexicon

  @_lifetime(copy passage)
  init(passage: Passage, lexicon: Lexicon) {
    self.passage = passage
    self.lexicon = lexicon
  }

  /// The phrase that begins with a word, at most up to `limit`; nil where none does.
  ///
  /// A source may have a ل of its own: وفقا للوزارة. Behind a verb that takes an object the phrase is shorter:
  /// عقد الوزير سالم العلي اجتماعا.
  func phrase(
    from start: Int, limit: Int, isSource: Bool = false, hasObject: Bool = false
  ) -> NounPhrase? {
    guard start < limit else { return nil }
    if passage.tokens[start].word.classes.contains(.same) {
      return same(start, limit, isSource: isSource, hasObject: hasObject)
    }
    guard let head = head(start, limit, isSource: isSource) else { return nil }
    var state = PhraseState(head, self, start..<limit, isSource: isSource, hasObject: hasObject)
    while state.end < limit, state.end - start < Self.longest {
      var token = passage.tokens[state.end]
      // وحدة folds to وحده: in a construct a noun follows.
      if token.classes == .stopWord, state.nameStart == nil, !state.isBound, endsInTeh(token) {
        (token.classes, token.either) = ([], [])
      }
      // عضو كتلة «المستقبل» خالد ضاهر: what stands in marks is the name of a body, and makes the title definite.
      if token.span >= 0, token.gap == .mark, state.part == .title, state.nameStart == nil {
        let marked = passage.spans[Int(token.span)].tokens
        // السيد «أولافسون»: behind an honorific it is a person's.
        let before = passage.tokens[state.end - 1]
        let isPerson =
          state.end == start + 1 && before.key.hasArticle && before.classes.isOffice
          && !isSeveral(before)
        if marked.count <= 4, marked.upperBound <= limit {
          if isPerson, marked.allSatisfy({ isNameWord(passage.tokens[$0]) }) {
            state.nameStart = state.end
          }
          state.end = marked.upperBound
          state.isBound = true
          continue
        }
      }
      switch decide(token, state) {
      case .take: state.end += 1
      case .bind:
        state.isBound = true
        state.end += 1
      case .loosen:
        state.isBound = false
        state.end += 1
      case .enter:
        state.isBound = false
        state.isInside = true
        state.end += 1
      case .name:
        if state.nameStart == nil { state.nameStart = state.end }
        state.end += 1
      case .nameBehind:
        state.nameStart = state.end + 1
        state.end += 2
      case .apposition(let name):
        return NounPhrase(
          tokens: start..<name.upperBound, name: name, role: start..<state.end, kind: .person,
          isTitled: state.bearsName, end: .apposition)
      case .end(let rule):
        if let name = nameFarBehind(state) {
          return NounPhrase(
            tokens: start..<name.upperBound, name: name, role: start..<name.lowerBound,
            kind: .person, isTitled: true, end: rule)
        }
        return finish(state, rule)
      }
    }
    return finish(state, state.end < limit ? .length : .limit)
  }

  /// ذات المصدر, نفس الخبير; nil where no definite noun follows.
  private func same(
    _ start: Int, _ limit: Int, isSource: Bool, hasObject: Bool
  ) -> NounPhrase? {
    guard start + 1 < limit, passage.tokens.key(start + 1).hasArticle,
      passage.tokens.gap(start + 1).isDisjoint(with: .parting),
      var phrase = phrase(from: start + 1, limit: limit, isSource: isSource, hasObject: hasObject)
    else { return nil }
    phrase.tokens = start..<phrase.tokens.upperBound
    phrase.isSame = true
    return phrase
  }

  /// The rules in their order: the first that has an opinion decides.
  @inline(__always)
  private func decide(_ token: Token, _ state: PhraseState) -> PhraseVerdict {
    if !token.gap.isDisjoint(with: .parting) { return PhraseMarkRule.decide(token, state, self) }
    return PhraseWordRule.decide(token, state, self)
      ?? PhraseTimeRule.decide(token, state, self)
      ?? PhraseLetterRule.decide(token, state, self)
      ?? PhrasePronounRule.decide(token, state, self)
      ?? PhraseObjectRule.decide(token, state, self)
      ?? PhraseAdjectiveRule.decide(token, state, self)
      ?? PhraseNameRule.decidePart(token, state, self)
      ?? PhraseVerbRule.decide(token, state)
      ?? PhrasePrepositionRule.decide(token, state, self)
      ?? PhraseStopRule.decide(token, state, self)
      ?? PhraseCliticRule.decide(token, state, self)
      ?? PhraseNameRule.decide(token, state, self)
      ?? PhraseTitleRule.decide(token, state, self)
  }

  /// The name of somebody whose title is long: المبعوث الخاص للأمم المتحدة حول حقوق الإنسان سالم العلي; nil where a verb, a mark or
  /// whoever else has a title stands before it, or where something was said.
  private func nameFarBehind(_ state: PhraseState) -> Range<Int>? {
    guard state.isOffice, state.bearsName, state.nameStart == nil, state.part == .title else {
      return nil
    }
    var place = state.end
    while place < min(state.limit, state.end + 12) {
      let token = passage.tokens[place]
      guard token.gap.isDisjoint(with: .parting), token.word.cue == nil, !token.key.isNumber,
        token.word.classes.isDisjoint(with: [
          .setting, .that, .byThat, .particle, .was, .adverb, .what, .whereas, .medium,
        ]), token.classes.isDisjoint(with: [.relative, .weekday, .month, .pronoun]),
        !hasPronoun(token), !isAddressee(token.key),
        // حول وضع البلاد is a noun.
        !token.word.classes.contains(.verb) || isPreposition(passage.tokens[place - 1]),
        // أثنى الرئيس على المدرب جمال العلي: on whom.
        !state.hasObject || !token.word.classes.contains(.on)
      else { return nil }
      let before = passage.tokens[place - 1]
      if token.classes.contains(.givenName), place + 1 < state.limit, place > state.end,
        before.key.hasArticle || isPlace(before.key),
        !before.isTitle || before.word.classes.contains(.style), isName(place, state.limit)
      {
        return place..<nameEnd(place, state.limit)
      }
      place += 1
    }
    return nil
  }

  /// Whether a given name has another word behind it, and nothing else up to the limit or a mark but a preposition.
  private func isName(_ place: Int, _ limit: Int) -> Bool {
    let end = nameEnd(place, limit)
    guard end > place + 1 else { return false }
    return end == limit || !passage.tokens.gap(end).isDisjoint(with: .parting)
      || !passage.tokens[end].classes.isDisjoint(with: Self.stops)
      || !passage.tokens[end].word.isEmpty
  }

  private func nameEnd(_ place: Int, _ limit: Int) -> Int {
    var end = place + 1
    while end < min(limit, place + 5), passage.tokens.gap(end).isEmpty,
      isNameWord(passage.tokens[end])
        || passage.tokens.key(end).hasArticle && passage.tokens[end].word.isEmpty
          && passage.tokens[end].classes.isSubset(of: .givenName)
    {
      end += 1
    }
    return end
  }

  // MARK: The first word

  /// The word that a phrase begins with, without the ل of a source; nil where it begins none.
  private func head(_ start: Int, _ limit: Int, isSource: Bool) -> Token? {
    var head = passage.tokens[start]
    guard isSource,
      cliticPrefix(head.key) == Letter.lam
        || head.key.first == Letter.lam && head.key.count >= 4 && head.word.isEmpty
          && head.classes.isEmpty
    else { return canBegin(head, start, limit) ? head : nil }
    head.key = head.key.behindLamWithArticle
    head.word = passage.quoteWord(head.key)
    head.classes = lexicon.classes(exactly: head.key)
    return head
  }

  private func canBegin(_ token: Token, _ start: Int, _ limit: Int) -> Bool {
    let key = token.key
    if key.isNumber || key.isEmpty { return false }
    if key.count == 1 { return isAbbreviation(start) }
    // كاتبة المقال is a participle by its form.
    let isVerb = token.word.cue.map { $0.form != .participle || !token.isTitle } ?? false
    if isVerb || isClause(token, start, limit) { return false }
    // بجدية: how it was said.
    if key.first == Letter.beh, key.count >= 4, endsInTeh(token), token.word.isEmpty,
      !token.classes.contains(.givenName),
      start + 1 == limit || !isNameWord(passage.tokens[start + 1])
    {
      return false
    }
    if isConstructBeh(start, limit) || isManner(token, start, limit) { return false }
    // خطابا, نجاحا كاسحا: what was given or had.
    if key.last == Letter.alef, key.count >= 4, !key.hasArticle {
      let isObject = !passage.quoteWord(key.dropLast(1)).classes.isDisjoint(with: [
        .document, .setting,
      ])
      if isObject { return false }
      if token.word.isEmpty, token.classes.isEmpty, start + 1 < limit,
        passage.tokens.gap(start + 1).isEmpty, passage.tokens.key(start + 1).count >= 4,
        passage.tokens.key(start + 1).last == Letter.alef,
        !passage.tokens.key(start + 1).hasArticle
      {
        return false
      }
    }
    // مزاعمه, ممتلكاتهم: somebody's, and nobody.
    if key.count >= 6, hasPronoun(token), !isPersons(token) { return false }
    let quoteClasses = token.word.classes
    if !quoteClasses.isDisjoint(with: [
      .that, .byThat, .to, .on, .from, .about, .inside, .owner, .adverb, .saying, .according, .what,
      .wording, .whereas, .thereby, .text, .was, .particle, .verb,
    ]), quoteClasses.isDisjoint(with: [.person, .body]) {
      return false
    }
    let classes = token.classes
    if classes.contains(.presentNoun) || isForeignLam(token) || governs(token) { return false }
    if classes.contains(.quantifier) || classes.isOffice || !quoteClasses.isDisjoint(with: .nouns) {
      // كلمة, لقاء: where words are said, not who says them.
      let isSetting = !quoteClasses.isEmpty && quoteClasses.isSubset(of: [.setting, .field])
      return !classes.contains(.speechNoun) && (!isSetting || classes.isOffice)
    }
    if isNamePart(token) { return true }
    if !classes.isDisjoint(with: Self.stops) || classes.contains(.speechNoun) { return false }
    // للبغدادي: to whom or by whom, never who.
    return cliticPrefix(key) == nil
  }

  /// مخاطبا النواب, مستعرضة الدار: how somebody spoke.
  private func isManner(_ token: Token, _ start: Int, _ limit: Int) -> Bool {
    guard token.word.isEmpty, token.classes.isEmpty, start + 1 < limit,
      passage.tokens.gap(start + 1).isEmpty
    else { return false }
    return isCircumstance(token.key) && passage.tokens.key(start + 1).hasArticle
      || endsInTeh(token) && token.key.count >= 6 && token.key.hasPrefix(Self.participle)
  }

  /// مستـ.
  private static let participle = WordKey(Letter.meem, Letter.seen, Letter.teh)

  /// وهي تصب القهوة: a clause of its own.
  private func isClause(_ token: Token, _ start: Int, _ limit: Int) -> Bool {
    token.key.first == Letter.waw && token.key.count >= 3 && officeLength(start, limit) == 0
      && !lexicon.classes(exactly: token.key.dropFirst(1)).isDisjoint(with: [
        .pronoun, .preposition, .stopWord, .demonstrative,
      ])
  }

  // MARK: The whole

  private func finish(_ state: PhraseState, _ rule: PhraseEnd) -> NounPhrase {
    let start = state.start
    var end = state.end
    var rule = rule
    var nameStart = state.nameStart
    // One word that something definite follows is no name but the next noun: … السبسي استقالة رئيس الحكومة.
    if let name = nameStart, name == end - 1, name > start, end < state.limit,
      isNextNoun(passage.tokens[end])
    {
      end = name
      nameStart = nil
      rule = .nextNoun
    }
    // اختتم المدير زيارة: an object, unless it is a given name.
    if state.hasObject, let name = nameStart, name == end - 1, name > start,
      endsInTeh(passage.tokens[name]), !passage.tokens[name].classes.contains(.givenName)
    {
      end = name
      nameStart = nil
      rule = .object
    }
    // No phrase ends with a preposition.
    while end > start + 1 {
      let last = passage.tokens[end - 1]
      guard
        !last.word.classes.isDisjoint(with: [.inside, .about])
          || last.classes.contains(.preposition)
      else { break }
      end -= 1
      rule = .preposition
    }
    var phrase = NounPhrase(tokens: start..<end, name: nil, role: nil, kind: .person, end: rule)
    if let nameStart, nameStart < end { phrase.name = nameStart..<end }
    if phrase.name == nil { phrase.role = start..<end }
    if let name = phrase.name, name.lowerBound > start {
      // د. is no role.
      var roleEnd = name.lowerBound
      while roleEnd > start, passage.tokens[roleEnd - 1].key.count == 1 { roleEnd -= 1 }
      phrase.role = roleEnd > start ? start..<roleEnd : nil
    }
    phrase.isMedium = isMedium(state.head, start..<end)
    phrase.isTitled = state.bearsName
    phrase.isDefinite = phrase.name == nil && (state.isDefinite || state.part != .name)
    describe(&phrase, state)
    return phrase
  }

  /// Whether a word behind a single one makes that a noun of its own.
  private func isNextNoun(_ token: Token) -> Bool {
    token.gap.isDisjoint(with: .parting)
      && (token.classes.isOffice
        || token.key.hasArticle && token.classes.isDisjoint(with: [.weekday, .presentNoun]))
  }

  /// Says what kind of voice a phrase is, by its first word.
  private func describe(_ phrase: inout NounPhrase, _ state: PhraseState) {
    let head = state.head
    // المعلمي, الخاطر: a definite word of no list may be a surname.
    if phrase.name == nil, state.isDefinite, phrase.tokens.count == 1, head.word.isEmpty,
      head.classes.isDisjoint(with: [.office, .sourceNoun, .city])
    {
      phrase.name = phrase.tokens
      phrase.role = nil
      phrase.isDefinite = false
    }
    // روسيا, واشنطن: a place is a body by its name.
    if phrase.name == phrase.tokens, head.classes.contains(.city),
      placeLength(phrase.tokens.lowerBound, phrase.tokens.upperBound) == phrase.tokens.count
    {
      phrase.name = nil
      phrase.role = phrase.tokens
      phrase.isDefinite = true
    }
    guard phrase.name == nil || state.part == .body else { return }
    if head.word.classes.contains(.document) {
      phrase.kind = .document
    } else if head.word.classes.contains(.body) || head.classes.contains(.city) {
      phrase.kind = .body
    } else if head.word.classes.contains(.person), !state.isDefinite {
      phrase.kind = .unnamed
    }
  }

  /// The title that stands between commas behind a name: سالم العلي، وزير النقل، …
  func titleBehind(_ name: Range<Int>) -> Range<Int>? {
    let start = name.upperBound
    guard start < passage.tokens.count,
      passage.tokens[start].gap == .comma || passage.tokens[start].gap.isEmpty
    else { return nil }
    guard passage.tokens[start].isTitle,
      let title = phrase(from: start, limit: passage.tokens.count)
    else { return nil }
    return title.role
  }
}
