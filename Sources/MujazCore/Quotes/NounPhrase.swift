/// The noun phrase that names a speaker: who says it.
struct NounPhrase: Sendable {
  var tokens: Range<Int>
  /// The proper name in it: قاسم مصلح.
  var name: Range<Int>?
  /// What stands before the name, or the whole of it where there is none: قائد عمليات الأنبار للحشد.
  var role: Range<Int>?
  var kind: SpeakerKind
  /// An agency, a paper, a station.
  var isMedium = false
  /// Whether its first word is an office or a noun for people.
  var isTitled = false
  /// Whether it is one definite word, or begins with one, and names nobody: الوزارة، رئيس الهيئة.
  var isDefinite = false
}

/// Reads noun phrases from the words behind a verb.
///
/// Bias: rather too short than too long, as what follows a speaker is seldom part of the name. A phrase ends at a
/// preposition, a date, an addressee, a relative clause, a mark; a title goes on over one comma to its name.
///
///     قال وزير النقل سالم العلي لوكالة …      وزير النقل سالم العلي        قال سالم العلي، وزير النقل، …      سالم العلي
struct PhraseReader: ~Escapable {
  /// The longest phrase, in words.
  private static let longest = 16
  private static let stops: WordClasses = [
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

  private enum State { case title, body, name }
  private static let offices: QuoteClasses = [.person]

  /// The phrase that begins with a word, at most up to `limit`; nil where none does.
  ///
  /// A source may have a ل of its own: وفقا للوزارة. Behind a verb that takes an object the phrase is shorter:
  /// عقد الوزير سالم العلي اجتماعا.
  func phrase(
    _ text: Span<UInt8>, from start: Int, limit: Int, isSource: Bool = false,
    hasObject: Bool = false
  ) -> NounPhrase? {
    guard start < limit else { return nil }
    let tokens = passage.tokens
    var head = tokens[start]
    if isSource,
      cliticPrefix(head.key) == Letter.lam
        || head.key.first == Letter.lam && head.key.count >= 4 && head.word.isEmpty
          && lexicon.classes(exactly: head.key).isEmpty
    {
      head.key =
        head.key[1] == Letter.lam
        ? WordKey(
          bits: (head.key.dropFirst(2).bits &<< 16) | UInt128(WordKey(Letter.alef, Letter.lam).bits)
        ) : head.key.dropFirst(1)
      head.word = passage.quoteWord(head.key)
      head.classes = lexicon.classes(exactly: head.key)
    } else {
      guard canBegin(text, start, limit) else { return nil }
    }
    let headClasses = head.classes
    let isOffice = isOffice(head.key, headClasses)
    let headIsDefinite = isDefinite(head.key)
    let isNoun = !head.word.classes.isDisjoint(with: [
      .person, .body, .medium, .document, .evidence,
    ])
    var state: State =
      isOffice || headIsDefinite || hasPronoun(text, head) || head.word.classes.contains(.person)
        || headClasses.contains(.quantifier) ? .title : isNoun ? .body : .name
    if head.word.classes.contains(.body), !isOffice { state = .body }
    // Only offices and nouns for people are followed by their bearer's name.
    let isTitled =
      isOffice || head.word.classes.contains(.person) || headClasses.contains(.quantifier)
      || hasPronoun(text, head)
    let isDocument = head.word.classes.contains(.document)
    // Whether a definite word has been seen: behind one a word without article begins a name.
    var isBound =
      headIsDefinite || isPlace(head.key) || hasPronoun(text, head)
      || headClasses.contains(.titleAbbreviation) && head.key.count <= 2
    var end = start + 1
    // ولي العهد, رجل الأعمال: an office of several words.
    let officeWords = officeLength(start, limit)
    if officeWords > 1 {
      state = .title
      isBound = true
      end = start + officeWords
    }
    let isKin = head.word.classes.contains(.kin)
    let bearsName = (isTitled || officeWords > 1) && !isKin
    let isUnnamed = head.word.classes.contains(.person) && !headIsDefinite && !isOffice
    var nameStart: Int? = state == .name ? start : nil
    // Behind a preposition a construct may follow: النائب عن حزب نداء تونس.
    var isInside = false
    loop: while end < limit, end - start < Self.longest {
      let token = tokens[end]
      let key = token.key
      if !token.gap.isDisjoint(with: .parting) {
        // د. خالد
        if token.gap == [.stop] || token.gap == [.stop, .joined],
          tokens[end - 1].classes.contains(.titleAbbreviation)
        {
          if nameStart == nil { nameStart = end }
          end += 1
          continue
        }
        // A title goes on over one comma to its name.
        if token.gap == .comma, nameStart == nil, state == .title, !isSource,
          isOffice || head.word.classes.isDisjoint(with: [.document, .body, .medium]),
          let name = apposition(end, limit)
        {
          return NounPhrase(
            tokens: start..<name.upperBound, name: name, role: start..<end, kind: .person,
            isTitled: bearsName)
        }
        break
      }
      var classes = lexicon.classes(exactly: key)
      // وحدة folds to وحده: in a construct a noun follows.
      if classes == .stopWord, nameStart == nil, !isBound, endsInTeh(text, token) { classes = [] }
      if key.isNumber || !token.word.classes.isDisjoint(with: [.adverb, .particle, .verb])
        || key.count == 1 && !isAbbreviation(text, end)
      {
        break
      }
      // لبي بي سي, أجرته
      if isAddressedLetters(end) || isDocument && hasPronoun(text, token) { break }
      // واشنطن العام الماضي, but المدير العام.
      if classes.contains(.presentNoun),
        !headIsDefinite || end + 1 < tokens.count && tokens[end + 1].word.classes.contains(.when)
      {
        break
      }
      // بي بي سي
      if classes.contains(.letterName), end > start + 1 || state != .name, end + 1 < tokens.count,
        tokens[end + 1].classes.contains(.letterName)
          || tokens[end - 1].classes.contains(.letterName)
      {
        end += 1
        continue
      }
      // تفاؤله, كلمته: the object.
      // A title is followed by a name, whatever its ending: الطبيب غوستاف فوشيه.
      let isBare = nameStart.map { $0 == start || end - $0 >= 2 } ?? isBound
      if isBare, hasPronoun(text, token), !(token.gap == .joined) { break }
      if hasObject, isAccusative(key), nameStart != nil || isBound {
        // إيما واتسون, but اجتماعا طارئا
        guard nameStart == nil, bearsName, end + 1 < limit, isNameWord(tokens[end + 1]),
          !isAccusative(tokens[end + 1].key), tokens[end + 1].gap.isDisjoint(with: .parting)
        else { break }
      }
      if hasObject, objectBegins(end, nameStart, isBound: isBound) { break }
      // مسؤول حكومي رفض …: an adjective, no more.
      if isUnnamed, !isBound, end - start >= 2, !isDefinite(key), token.word.isEmpty,
        classes.isEmpty,
        tokens[end - 1].key.last == Letter.yeh, tokens[end - 1].word.isEmpty,
        end - start > 2 || !headClasses.contains(.quantifier)
      {
        break
      }
      if isNamePart(token) {
        if nameStart == nil, isBound, state == .title { nameStart = end }
        end += 1
        continue
      }
      if let cue = token.word.cue {
        // A name may look like a verb: الشاعر حكى. Behind a bound title it is one.
        if cue.form != .past || state == .name || nameStart != nil || isBound { break }
      }
      // كل من سالم وخالد
      if end == start + 1, headClasses.contains(.quantifier), token.word.classes.contains(.from),
        end + 1 < limit
      {
        nameStart = end + 1
        end += 2
        continue
      }
      // محافظ شمال سيناء
      if classes.contains(.adverb), classes.contains(.preposition), isOffice, !isBound,
        nameStart == nil
      {
        end += 1
        continue
      }
      if !token.word.classes.isDisjoint(with: [.inside, .about]) || classes.contains(.preposition) {
        // المخيزني في تفسير …: a surname governs nothing.
        guard nameStart == nil, end + 1 < limit, isTitled || !head.word.isEmpty || end > start + 1,
          joinsPhrase(token, end, limit)
        else { break }
        if classes.contains(.preposition), token.word.classes.contains(.inside),
          token.key == Self.inName,
          !head.word.classes.contains(.spokesman)
        {
          // المهندس باسم الخالدي
          if isBound, state == .title { nameStart = end }
          end += 1
          continue
        }
        if token.word.classes.contains(.about), !isOffice, !isDocument || end == start + 1 { break }
        end += 1
        isBound = false
        isInside = true
        continue
      }
      if !classes.isDisjoint(with: Self.stops), !isOffice_(classes),
        !token.word.classes.contains(.body)
      {
        break
      }
      if let prefix = cliticPrefix(key) {
        // للحشد, بالمنطقة: part of a title, never of a name.
        if nameStart != nil || state == .name { break }
        if !joins(prefix, key, token, end, limit) { break }
        if prefix == Letter.beh, isDocument || headIsDefinite && !isOffice { break }
        isBound = isDefinite(key.dropFirst(1)) || key[1] == Letter.lam || isPlace(key.dropFirst(1))
        end += 1
        continue
      }
      let isArticled = isDefinite(key)
      if nameStart != nil {
        if isOffice_(classes) || token.word.classes.contains(.person) {
          // جميل السيد, آل الشيخ: an honorific as a surname.
          guard isDefinite(key), nameStart == end - 1 || isNamePart(tokens[end - 1]) else {
            break
          }
        }
        if key.first == Letter.waw, key.count > 3, isDefinite(key.dropFirst(1)) { break }
        // ترمب عملية التفتيش: a common noun is no part of a name.
        if !token.word.classes.isDisjoint(with: [
          .body, .document, .medium, .evidence, .name, .setting,
        ]),
          !isArticled, !token.gap.contains(.joined)
        {
          break
        }
        if isCircumstance(key) || hasTanwin(text, token) || isForeignLam(text, token) { break }
        if isArticled, end + 1 < limit, tokens[end + 1].gap.isDisjoint(with: .parting),
          cliticPrefix(tokens[end + 1].key) != nil, key[2] == Letter.meem
        {
          break
        }
        end += 1
        continue
      }
      if isArticled || isPlace(key) {
        isBound = true
        end += 1
        continue
      }
      if isOffice_(classes) {
        end += 1
        continue
      }
      if key.first == Letter.waw, key.count > 3, isBound || isTitle(key.dropFirst(1)) {
        // والقروية: the title goes on. Another subject does not.
        if isDefinite(key.dropFirst(1)) {
          end += 1
          continue
        }
        break
      }
      if hasTanwin(text, token) || isForeignLam(text, token) && !(state == .body || headIsDefinite)
      {
        break
      }
      if isForeignLam(text, token) {
        isBound = false
        end += 1
        continue
      }
      if state == .title, isBound {
        guard isNameWord(token), !isCircumstance(key) else { break }
        guard
          bearsName
            || !hasObject && headIsDefinite && head.word.isEmpty && isFullName(text, end, limit)
        else { break }
        nameStart = end
      } else if headIsDefinite && !isInside || isDocument && isBound {
        break
      }
      end += 1
    }
    return finish(
      text, start, end, nameStart, state, headIsDefinite, head, isTitled: bearsName, limit)
  }

  /// What the noun of a word is, without ل.
  func nounClasses(_ token: Token) -> QuoteClasses {
    if token.word.isEmpty, cliticPrefix(token.key) != nil {
      return passage.quoteWord(withoutClitic(token.key)).classes
    }
    return token.word.classes
  }

  private func finish(
    _ text: Span<UInt8>, _ start: Int, _ found: Int, _ nameStart: Int?, _ state: State,
    _ headIsDefinite: Bool, _ head: Token, isTitled: Bool, _ limit: Int
  ) -> NounPhrase? {
    var end = found
    var nameStart = nameStart
    // One word that something definite follows is no name but the next noun: … السبسي استقالة رئيس الحكومة.
    if let name = nameStart, name == end - 1, name > start, end < limit,
      passage.tokens[end].gap.isDisjoint(with: .parting)
    {
      let classes = passage.tokens[end].classes
      if isOffice_(classes)
        || isDefinite(passage.tokens[end].key)
          && classes.isDisjoint(with: [.weekday, .presentNoun])
      {
        end = name
        nameStart = nil
      }
    }
    // No phrase ends with a preposition.
    while end > start + 1 {
      let last = passage.tokens[end - 1]
      guard
        !last.word.classes.isDisjoint(with: [.inside, .about])
          || last.classes.contains(.preposition)
      else { break }
      end -= 1
    }
    let classes = head.word.classes
    var phrase = NounPhrase(tokens: start..<end, name: nil, role: nil, kind: .person)
    if let nameStart, nameStart < end { phrase.name = nameStart..<end }
    if phrase.name == nil { phrase.role = start..<end }
    if let name = phrase.name, name.lowerBound > start {
      // د. is no role.
      var roleEnd = name.lowerBound
      while roleEnd > start, passage.tokens[roleEnd - 1].key.count == 1 { roleEnd -= 1 }
      phrase.role = roleEnd > start ? start..<roleEnd : nil
    }
    phrase.isMedium = isMedium(head, start..<end)
    phrase.isTitled = isTitled
    phrase.isDefinite = phrase.name == nil && (headIsDefinite || state != .name)
    // المعلمي, الخاطر: a definite word of no list may be a surname.
    if phrase.name == nil, headIsDefinite, phrase.tokens.count == 1, head.word.isEmpty,
      lexicon.classes(exactly: head.key).isDisjoint(with: [.office, .sourceNoun, .city])
    {
      phrase.name = phrase.tokens
      phrase.role = nil
      phrase.isDefinite = false
    }
    if phrase.name == nil || state == .body {
      if classes.contains(.document) {
        phrase.kind = .document
      } else if classes.contains(.body) || isPlace(head.key) {
        phrase.kind = .body
      } else if classes.contains(.person), !headIsDefinite {
        phrase.kind = .unnamed
      }
    }
    return phrase
  }

  /// The title that stands between commas behind a name: سالم العلي، وزير النقل، …
  func titleBehind(_ name: Range<Int>) -> Range<Int>? {
    let start = name.upperBound
    guard start < passage.tokens.count,
      passage.tokens[start].gap == .comma || passage.tokens[start].gap.isEmpty
    else { return nil }
    let head = passage.tokens[start]
    guard isOffice_(lexicon.classes(exactly: head.key)) || head.word.classes.contains(.person)
    else { return nil }
    var end = start + 1
    while end < passage.tokens.count, end - start < 12,
      passage.tokens[end].gap.isDisjoint(with: .parting),
      passage.tokens[end].word.classes.isDisjoint(with: .complementizers),
      passage.tokens[end].word.cue == nil
    {
      end += 1
    }
    return start..<end
  }

  // MARK: Words

  private func canBegin(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    let token = passage.tokens[start]
    let key = token.key
    if key.isNumber || key.isEmpty { return false }
    if key.count == 1 { return isAbbreviation(text, start) }
    if token.word.cue != nil { return false }
    // وهي تصب القهوة: a clause of its own.
    if key.first == Letter.waw, key.count >= 3, officeLength(start, limit) == 0,
      !lexicon.classes(exactly: key.dropFirst(1)).isDisjoint(with: [
        .pronoun, .preposition, .stopWord, .demonstrative,
      ])
    {
      return false
    }
    // بجدية: how it was said.
    if key.first == Letter.beh, key.count >= 4, endsInTeh(text, token), token.word.isEmpty,
      start + 1 == limit || !isNameWord(passage.tokens[start + 1])
    {
      return false
    }
    let quoteClasses = token.word.classes
    if !quoteClasses.isDisjoint(with: [
      .that, .byThat, .to, .on, .from, .about, .inside, .owner, .adverb, .saying, .according, .what,
      .wording, .whereas, .thereby, .text, .was, .particle, .verb,
    ]), quoteClasses.isDisjoint(with: [.person, .body]) {
      return false
    }
    let classes = lexicon.classes(exactly: key)
    if classes.contains(.presentNoun) || isForeignLam(text, token) || governs(text, token) {
      return false
    }
    if classes.contains(.quantifier) || isOffice_(classes) || !quoteClasses.isDisjoint(with: .nouns)
    {
      return !classes.contains(.speechNoun)
    }
    if isNamePart(token) { return true }
    if !classes.isDisjoint(with: Self.stops) || classes.contains(.speechNoun) { return false }
    if let prefix = cliticPrefix(key) {
      return !isAddressee(prefix, key)
    }
    return true
  }

  /// The name that stands between a comma and the next mark or the limit; nil where none does.
  private func apposition(_ start: Int, _ limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, end - start < 6 {
      let token = passage.tokens[end]
      if end > start, !token.gap.isDisjoint(with: .parting) { break }
      // والاس may be a name behind a first one.
      guard
        isNameWord(token) && (end > start || token.key.withoutConjunction == nil)
          || end > start && isDefinite(token.key) || isHonorific(token.key)
      else { break }
      end += 1
    }
    var start = start
    // القاضي عادل منصور: the honorific is no part of the name.
    while start + 1 < end, isHonorific(passage.tokens[start].key) { start += 1 }
    guard end > start, end - start <= 5, end - start >= 2 || end == limit else { return nil }
    return end == limit
      || !passage.tokens[end].gap.isDisjoint(with: [.comma, .stop, .mark, .colon, .dash])
      || !passage.tokens[end].word.classes.isDisjoint(with: .complementizers)
      || passage.tokens[end].classes.contains(.preposition)
      ? start..<end : nil
  }

  /// Whether a word may be part of a name: no article, no function word, no verb of saying.
  func isNameWord(_ token: Token) -> Bool {
    let key = token.key
    if isNamePart(token) { return true }
    if key.count < 2 || key.isNumber || isDefinite(key) || token.word.cue != nil { return false }
    // أمل, إيمان are names too.
    if !token.word.classes.subtracting(.owner).isEmpty { return false }
    let (exactly, either) = lexicon.bothClasses(of: key)
    if !exactly.isDisjoint(with: Self.stops.union([.office, .city])) { return false }
    return either.isDisjoint(with: Self.stops.union([.speechVerb, .continuation]))
  }

  /// Whether a word ends in ه, ها or هم and so has an object or possessor: كلمته, جمهورها.
  func hasPronoun(_ text: Span<UInt8>, _ token: Token) -> Bool {
    let key = token.key
    guard key.count >= 4, !isDefinite(key) else { return false }
    if key.last == Letter.heh {
      // ة folds to the same letter.
      return token.end - token.start >= 2 && text[token.end - 2] == 0xD9
        && text[token.end - 1] == 0x87
    }
    let before = key[key.count - 2]
    return before == Letter.heh && (key.last == Letter.alef || key.last == Letter.meem)
  }

  /// Whether a word is written with ة.
  private func endsInTeh(_ text: Span<UInt8>, _ token: Token) -> Bool {
    token.end - token.start >= 2 && text[token.end - 2] == 0xD8 && text[token.end - 1] == 0xA9
  }

  /// فيها, تحته, عليه: a preposition with its pronoun.
  private func governs(_ text: Span<UInt8>, _ token: Token) -> Bool {
    let key = token.key
    guard key.count >= 2, key.count <= 6 else { return false }
    let letters =
      key.last == Letter.heh ? 1 : key.count >= 3 && key[key.count - 2] == Letter.heh ? 2 : 0
    guard letters > 0 else { return false }
    let stem = key.dropLast(letters)
    return lexicon.classes(exactly: stem).contains(.preposition)
      || stem.count == 1 && [Letter.beh, Letter.lam].contains(stem.first)
      || stem.last == Letter.yeh && lexicon.classes(exactly: stem).isEmpty
        && [3].contains(stem.count) && [Letter.alef, Letter.feh, Letter.lam].contains(stem[0])
  }

  /// Whether a word is written with the tanwin of an adverb: ميتًا.
  func hasTanwin(_ text: Span<UInt8>, _ token: Token) -> Bool {
    guard token.key.isArabic, token.end - token.start > 2 * token.key.count, token.end >= 4 else {
      return false
    }
    // U+064B, before or behind the alef.
    return text[token.end - 2] == 0xD9 && text[token.end - 1] == 0x8B
      || text[token.end - 4] == 0xD9 && text[token.end - 3] == 0x8B
  }

  /// لبي بي سي: ل before spelled letters.
  private func isAddressedLetters(_ place: Int) -> Bool {
    let key = passage.tokens[place].key
    guard key.first == Letter.lam, key.count >= 3, place + 1 < passage.tokens.count else {
      return false
    }
    return lexicon.classes(exactly: key.dropFirst(1)).contains(.letterName)
      && passage.tokens[place + 1].classes.contains(.letterName)
  }

  /// لإيفننغ, لأحمد, لاستقبال: ل before a hamza or an infinitive is a preposition.
  func isForeignLam(_ text: Span<UInt8>, _ token: Token) -> Bool {
    let key = token.key
    guard key.first == Letter.lam, key.count >= 4 else { return false }
    guard key[1] == Letter.alef, token.start + 4 <= token.end else { return false }
    let lead = text[token.start + 2]
    let trail = text[token.start + 3]
    if lead == 0xD8, trail == 0xA3 || trail == 0xA5 { return true }
    return key.count >= 6 && key[2] == Letter.seen && key[3] == Letter.teh
  }

  func isDefinite(_ key: WordKey) -> Bool {
    key.first == Letter.alef && key[1] == Letter.lam && key.count >= 4
  }

  func isPlace(_ key: WordKey) -> Bool { lexicon.classes(exactly: key).contains(.city) }

  private func isOffice(_ key: WordKey, _ classes: WordClasses) -> Bool {
    isOffice_(classes)
      || isDefinite(key) && lexicon.classes(exactly: key.dropFirst(2)).contains(.office)
  }
  func isOffice_(_ classes: WordClasses) -> Bool {
    !classes.isDisjoint(with: [.office, .titleAbbreviation])
  }
  private func isTitle(_ key: WordKey) -> Bool {
    isOffice_(lexicon.classes(exactly: key)) || passage.quoteWord(key).classes.contains(.person)
  }
  /// The words of the office that begins with a word, as the lists have it.
  private func officeLength(_ start: Int, _ limit: Int) -> Int {
    let count = min(4, limit - start)
    var keys: InlineArray<4, WordKey> = .init(repeating: .empty)
    for offset in 0..<count {
      if offset > 0, !passage.tokens[start + offset].gap.isDisjoint(with: .parting) { break }
      keys[offset] = passage.tokens[start + offset].key
    }
    return lexicon.phrase(at: keys.span.extracting(0..<count), in: .office)?.count ?? 0
  }

  /// Whether two words of a name stand here: المؤرخ عبد الرحمن بدر.
  private func isFullName(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    guard start + 1 < limit, !endsInTeh(text, passage.tokens[start]) else { return false }
    let next = passage.tokens[start + 1]
    return next.gap.isDisjoint(with: .parting)
      && (isNameWord(next) || isDefinite(next.key) && next.word.isEmpty)
  }

  /// Whether a word behind a verb with an object can't belong to the subject any more: the third word of a name, and another
  /// body or person behind a definite one.
  private func objectBegins(_ end: Int, _ nameStart: Int?, isBound: Bool) -> Bool {
    let token = passage.tokens[end]
    if let nameStart {
      let names = (nameStart..<end).count { !isNamePart(passage.tokens[$0]) }
      return names >= 2 && !isNamePart(token) && !isNamePart(passage.tokens[end - 1])
    }
    return isBound && isDefinite(token.key)
      && !isOffice_(token.classes)
      && !token.word.classes.isDisjoint(with: [.body, .person, .document])
  }

  /// An indefinite accusative, as objects are: اجتماعا, وفدا. Foreign names in يا are none.
  private func isAccusative(_ key: WordKey) -> Bool {
    key.count >= 4 && key.last == Letter.alef && key.isArabic && key[key.count - 2] != Letter.yeh
  }

  /// باسم, which is also a name.
  private static var inName: WordKey {
    WordKey(Letter.beh, Letter.alef, Letter.seen, Letter.meem)
  }

  private func isHonorific(_ key: WordKey) -> Bool {
    isOffice_(lexicon.classes(exactly: key))
  }

  /// A single letter that a full stop makes a title: د. خالد.
  private func isAbbreviation(_ text: Span<UInt8>, _ token: Int) -> Bool {
    let word = passage.tokens[token]
    return word.end < text.count && text[word.end] == UInt8(ascii: ".")
      && lexicon.classes(exactly: word.key).contains(.titleAbbreviation)
  }

  /// ل or ب that is joined to a word with article or to a noun of the lists.
  func cliticPrefix(_ key: WordKey) -> UInt8? {
    let first = key.first
    guard first == Letter.lam || first == Letter.beh, key.count >= 4 else { return nil }
    if first == Letter.lam, key[1] == Letter.lam { return first }
    let rest = key.dropFirst(1)
    if isDefinite(rest) { return first }
    if isPlace(rest) { return first }
    let word = passage.quoteWord(rest)
    return word.classes.isDisjoint(with: .nouns) ? nil : first
  }

  /// The noun of a word with ل or ب.
  func withoutClitic(_ key: WordKey) -> WordKey {
    if key.first == Letter.lam, key[1] == Letter.lam { return key.dropFirst(2) }
    let rest = key.dropFirst(1)
    return isDefinite(rest) ? rest.dropFirst(2) : rest
  }

  /// للصحافيين, لوكالة: whom the words are said to.
  func isAddressee(_ prefix: UInt8, _ key: WordKey) -> Bool {
    guard prefix == Letter.lam else { return true }
    if lexicon.classes(exactly: key).contains(.addressee) { return true }
    let noun = passage.quoteWord(withoutClitic(key)).classes
    return !noun.isDisjoint(with: [.medium, .addressee]) || prefix == Letter.beh
  }

  private func joins(
    _ prefix: UInt8, _ key: WordKey, _ token: Token, _ index: Int, _ limit: Int
  ) -> Bool {
    if prefix == Letter.lam { return !isAddressee(prefix, key) }
    // بالمنطقة, بوزارة: where the office is; not ببيان, بمؤتمر.
    return passage.quoteWord(withoutClitic(key)).classes.isDisjoint(with: .setting)
  }

  /// Whether a preposition goes on with a title: رئيس القسم في الوزارة, but not الوزير في مؤتمر.
  private func joinsPhrase(_ token: Token, _ index: Int, _ limit: Int) -> Bool {
    guard !token.word.classes.isDisjoint(with: [.inside, .about]) else { return false }
    let next = passage.tokens[index + 1]
    guard next.gap.isDisjoint(with: .parting), !next.key.isNumber else { return false }
    if !next.word.classes.isDisjoint(with: [.setting, .adverb, .what]) { return false }
    let classes = next.classes
    if !classes.isDisjoint(with: [
      .month, .weekday, .presentNoun, .speechNoun, .demonstrative, .stopWord,
    ]) {
      return false
    }
    return next.word.cue == nil
  }

  /// بن، أبو، أبي، بو، أم، آل، عبد.
  func isNamePart(_ token: Token) -> Bool { token.word.classes.contains(.namePart) }

  /// Whether a word has the form of an accusative participle, which says how somebody spoke: ممازحا.
  func isCircumstance(_ key: WordKey) -> Bool {
    key.count >= 5 && key.first == Letter.meem && key.last == Letter.alef
      && key[key.count - 2] != Letter.yeh
  }

  /// Whether a phrase is an agency, a paper or a station.
  private func isMedium(_ head: Token, _ words: Range<Int>) -> Bool {
    if head.word.classes.contains(.medium) { return true }
    if lexicon.classes(exactly: head.key).contains(.agency) { return words.count == 1 }
    // تقرير لوكالة …, تقارير صحفية
    guard head.word.classes.contains(.document) else { return false }
    let behind = words.upperBound
    if behind + 1 < passage.tokens.count, passage.tokens[behind].word.classes.contains(.from) {
      return passage.tokens[behind + 1].word.classes.contains(.medium)
    }
    guard words.count > 1 else { return false }
    let next = passage.tokens[words.lowerBound + 1]
    let noun = cliticPrefix(next.key) == nil ? next.key : withoutClitic(next.key)
    return passage.quoteWord(noun).classes.contains(.medium)
  }
}
