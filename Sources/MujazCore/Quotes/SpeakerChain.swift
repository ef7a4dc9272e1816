/// Somebody who speaks in an article, by all mentions.
struct Voice: Sendable {
  /// The fullest mention.
  var canonical: Range<Int>
  var role: Range<Int>?
  var kind: SpeakerKind
  var isMedium: Bool
  /// The words of the name, and of the role, without article and clitics.
  var nameKeys: [WordKey]
  var roleKeys: [WordKey]
  /// As verbs have told; nil where none has.
  var agreement: Agreement?
  /// Where the voice was heard last, and where it was named last.
  var sentence = 0
  var paragraph = 0
}

/// Who spoke last, and who was named before: what short names, roles and verbs without a subject point at.
///
/// Bias: no speaker rather than a wrong one. A short name or a role points at the nearest earlier mention that has all
/// its words; a verb without a subject at the last voice with its gender.
///
///     قال سالم العلي … وأضاف العلي …      one voice        قال سالم العلي … وأضافت …      not he
struct SpeakerChain: Sendable {
  private(set) var voices: [Voice] = []
  /// The phrase and the voice of the sentence's last verb.
  private(set) var sentencePhrase: NounPhrase?
  private(set) var sentenceVoice: Int?
  private(set) var lastSpeaker: Int?
  /// By what the last voice was found that was asked for.
  private(set) var resolution = SpeakerResolution.phrase
  /// A person that a sentence without a quotation was about.
  private var noted: Int?
  private var sentence = 0
  private var paragraph = 0
  private var index = WordIndex()
  /// Who is named anywhere in the article: gathered when the voices and what stands near don't tell.
  private var cast = Cast()
  /// Where the voices were heard, by the words that name them. Filled where somebody asks for all people.
  private var heardAt: [(voice: Int, words: Range<Int>)] = []
  var keepsMentions = false

  /// So many voices back a mention is looked for.
  private static let farthest = 48
  /// And so many for whether a role was heard of at all: more than any article has, so that a book takes its own time only.
  private static let farthestRole = 1_024

  mutating func reset() {
    voices.removeAll(keepingCapacity: true)
    index.reset()
    cast.reset()
    heardAt.removeAll(keepingCapacity: true)
    sentencePhrase = nil
    sentenceVoice = nil
    lastSpeaker = nil
    noted = nil
  }

  mutating func begin(sentence: Int, paragraph: Int) {
    self.sentence = sentence
    self.paragraph = paragraph
    sentencePhrase = nil
    sentenceVoice = nil
  }

  /// A voice is heard: it is the sentence's, and the last.
  mutating func hear(_ voice: Int?, phrase: NounPhrase?) {
    guard let voice else { return }
    if keepsMentions, let phrase { heardAt.append((voice, phrase.name ?? phrase.tokens)) }
    sentencePhrase = phrase
    sentenceVoice = voice
    lastSpeaker = voice
    noted = nil
    voices[voice].sentence = sentence
    if phrase != nil { voices[voice].paragraph = paragraph }
  }

  /// Somebody is named without being quoted.
  mutating func note(_ voice: Int?, sentence: Int, _ paragraph: Int) {
    guard let voice else { return }
    noted = voice
    voices[voice].sentence = sentence
    voices[voice].paragraph = paragraph
  }

  /// Whether a voice is named in a paragraph or in the one before, as many pages have paragraphs of one sentence.
  func isNear(_ voice: Int, _ paragraph: Int) -> Bool { voices[voice].paragraph >= paragraph - 1 }

  // MARK: Verbs without a subject

  /// Whose verb it is that has no subject.
  mutating func resolveNull(_ cue: Cue) -> Int? {
    resolution = .verb
    if let voice = sentenceVoice, agrees(voice, cue.agreement) { return voice }
    if !cue.takes.contains(.continuation), let noted, voices[noted].sentence >= sentence - 1,
      agrees(noted, cue.agreement)
    {
      return noted
    }
    if let last = lastSpeaker, agrees(last, cue.agreement) { return last }
    if let noted, agrees(noted, cue.agreement) { return noted }
    // The last that agrees, not far back.
    var best: Int?
    for voice in voices.indices.suffix(12)
    where agrees(voice, cue.agreement) && voices[voice].agreement != nil {
      if voices[voice].sentence >= sentence - 4,
        best.map({ voices[$0].sentence <= voices[voice].sentence }) ?? true
      {
        best = voice
      }
    }
    return best
  }

  private func agrees(_ voice: Int, _ agreement: Agreement) -> Bool {
    guard let own = voices[voice].agreement else { return true }
    // قالوا is not said of one person; of a body or of people it is.
    if agreement.isPlural { return own.isPlural || voices[voice].kind != .person }
    if own.isPlural { return true }
    return own.isFeminine == agreement.isFeminine
  }

  // MARK: Phrases

  /// Whether a phrase names somebody who has spoken.
  func knows(_ phrase: NounPhrase, _ passage: Passage) -> Bool {
    let keys = passage.keys(phrase.name ?? phrase.tokens)
    if keys.isEmpty { return false }
    return match(keys, name: phrase.name != nil, phrase) != nil
      || voices.suffix(Self.farthestRole).contains { keys.isSubset(of: $0.roleKeys) }
  }

  /// Whether a phrase is a name: of two words at least, or part of such a one elsewhere.
  mutating func isNamed(_ phrase: NounPhrase, _ reader: PhraseReader) -> Bool {
    guard let name = phrase.name else { return false }
    if name.count >= 2, !reader.passage.tokens.key(name.lowerBound).hasArticle { return true }
    let keys = reader.passage.keys(name)
    return !keys.isEmpty && fullName(name, keys, reader) != nil
  }

  private func match(_ keys: [WordKey], name: Bool, _ phrase: NounPhrase) -> Int? {
    for voice in voices.indices.suffix(Self.farthest).reversed() {
      let known = voices[voice]
      if name ? keys.isName(of: known.nameKeys) : keys.isSubset(of: known.nameKeys) { return voice }
      // المحاميان may be a role and a surname.
      if !name || keys.count == 1 && phrase.role == nil && phrase.tokens.count == 1,
        keys.isSubset(of: known.roleKeys), known.roleKeys.first == keys[0] || !name
      {
        return voice
      }
    }
    return nil
  }

  /// The voice of a phrase, a new one where nobody fits.
  mutating func resolve(
    _ phrase: NounPhrase, _ reader: PhraseReader, _ agreement: Agreement?
  ) -> Int? {
    let passage = reader.passage
    resolution = .phrase
    if let name = phrase.name, !phrase.isMedium {
      return person(phrase, name, reader, agreement)
    }
    let keys = passage.keys(phrase.nouns)
    guard let head = keys.first else { return nil }
    if let owner = owner(phrase, reader) ?? dignitary(phrase, agreement, reader) { return owner }
    if phrase.isSame, let voice = same(keys) {
      resolution = .same
      return heard(voice, agreement, phrase, reader)
    }
    if phrase.kind == .document, !phrase.isMedium {
      return document(phrase, keys, reader, agreement)
    }
    // الوزارة, رئيس الهيئة: somebody of the same words before.
    if phrase.isDefinite || phrase.kind == .body {
      for voice in voices.indices.suffix(Self.farthest).reversed() {
        let known = voices[voice]
        if known.isMedium != phrase.isMedium { continue }
        // الصحة: the ministry, by its field.
        let isField =
          keys.count == 1 && known.kind == .body && known.roleKeys.count > 1
          && known.roleKeys[1] == head
        if isField
          || keys.isSubset(of: known.roleKeys)
            && (known.roleKeys.first == head || keys.count > 1 && !isTheirs(phrase, known, reader))
          || keys.count == 1 && known.nameKeys.contains(head)
          || keys.count > 1 && phrase.kind == .person && keys.isTitle(of: known.roleKeys)
          // الناشط الأمازيغي المثير للجدل: whoever was الناشط a moment ago.
          || voice == lastSpeaker && known.kind == .person && known.roleKeys.count == 1
            && known.roleKeys[0] == head && !known.nameKeys.isEmpty
        {
          resolution = .title
          return heard(voice, agreement, phrase, reader)
        }
        if phrase.isMedium, keys.count == 1, known.isMedium {
          return heard(voice, agreement, phrase, reader)
        }
      }
      if !phrase.isMedium || keys.count == 1, let found = mention(phrase, keys, reader) {
        resolution = .mention
        return add(found, agreement, reader)
      }
      // المنظمة, المرأة: whoever of that kind spoke last.
      let noun = passage.tokens[phrase.nouns.lowerBound]
      let isSeveral = reader.isSeveral(noun)
      let isSource = reader.lexicon.classes(exactly: noun.key).contains(.sourceNoun)
      if phrase.nouns.count <= 2, !noun.classes.isOffice || phrase.isSame || isSource,
        noun.key.hasArticle,
        let last = described(noun.word.classes, agreement, isSeveral)
          ?? (isSource && !isSeveral ? source(agreement) : nil)
      {
        resolution = .kind
        return last
      }
    }
    return add(phrase, agreement, reader)
  }

  /// الرئيس الأمريكي within محامي الرئيس الأمريكي: another, of whom a title tells; but السيدة المديرة العامة.
  private func isTheirs(_ phrase: NounPhrase, _ known: Voice, _ reader: PhraseReader) -> Bool {
    let tokens = reader.passage.tokens
    let key = tokens.key(phrase.nouns.lowerBound)
    guard known.kind == .person, key.hasArticle, let role = known.role,
      let place = role.dropFirst().first(where: { tokens.key($0) == key })
    else { return false }
    return !tokens.key(place - 1).hasArticle && tokens[place - 1].isTitle
  }

  /// ذات المصدر, نفس الوثيقة: the last that was called so, else the last that spoke.
  private func same(_ keys: [WordKey]) -> Int? {
    let called = voices.indices.suffix(Self.farthest).last {
      keys.isSubset(of: voices[$0].roleKeys) || keys.isSubset(of: voices[$0].nameKeys)
    }
    return called ?? lastSpeaker
  }

  /// Whose document it is: ورد في تقريرها, قال في بيانه. Nil where it is nobody's, or nobody fits.
  private mutating func owner(_ phrase: NounPhrase, _ reader: PhraseReader) -> Int? {
    let head = reader.passage.tokens[phrase.tokens.lowerBound]
    guard phrase.tokens.count <= 2, reader.isSomebodysDocument(head) else { return nil }
    let isFeminine = head.key.last == Letter.alef
    guard let last = lastSpeaker,
      agrees(last, Agreement(isFeminine: isFeminine, isPlural: head.key.last == Letter.meem))
    else { return nil }
    resolution = .pronoun
    return last
  }

  /// سموه, معاليها: whoever has a title and spoke last, or was named last.
  private mutating func dignitary(
    _ phrase: NounPhrase, _ agreement: Agreement?, _ reader: PhraseReader
  ) -> Int? {
    let head = reader.passage.tokens[phrase.tokens.lowerBound]
    guard phrase.tokens.count == 1, let honorific = reader.honorific(head) else { return nil }
    let isFeminine = head.key.last == Letter.alef
    if let last = lastSpeaker, voices[last].kind == .person, voices[last].sentence >= sentence - 6,
      agrees(last, Agreement(isFeminine: isFeminine, isPlural: false)),
      reader.takes(honorific, voices[last].role ?? voices[last].canonical)
    {
      resolution = .honorific
      return last
    }
    let place = phrase.tokens.lowerBound
    guard
      let found = gathered(reader).dignitary(
        honorific, before: place, isFeminine: isFeminine, reader)
    else { return nil }
    let voice = voice(found, agreement, reader)
    resolution = .honorific
    return voice
  }

  /// The voice of somebody of the cast.
  mutating func voice(
    _ member: CastMember, _ agreement: Agreement?, _ reader: PhraseReader
  ) -> Int? {
    let phrase = NounPhrase(
      tokens: member.name, name: member.name, role: member.roles.first, kind: member.kind)
    return person(phrase, member.name, reader, agreement)
  }

  /// Where every voice is heard by words of its own; its fullest mention where nowhere.
  func mentions() -> [[Range<Int>]] {
    var mentions: [[Range<Int>]] = Array(repeating: [], count: voices.count)
    for heard in heardAt { mentions[heard.voice].append(heard.words) }
    for voice in mentions.indices where mentions[voice].isEmpty {
      mentions[voice] = [voices[voice].canonical]
    }
    return mentions
  }

  mutating func places(of key: WordKey, _ words: Words) -> [Int] { index.places(of: key, words) }

  mutating func gathered(_ reader: PhraseReader) -> Cast {
    if !cast.isGathered { cast.gather(reader) }
    return cast
  }

  /// The voice that a definite noun without a name describes.
  private func described(
    _ noun: QuoteClasses, _ agreement: Agreement?, _ isSeveral: Bool
  ) -> Int? {
    let kind: SpeakerKind
    if noun.contains(.generic) {
      kind = .body
    } else if noun.contains(.person) {
      kind = .person
    } else {
      return nil
    }
    for voice in voices.indices.suffix(8).reversed()
    where voices[voice].kind == kind && !voices[voice].isMedium {
      guard voices[voice].sentence >= sentence - 6 else { continue }
      if let agreement, !agrees(voice, agreement) { continue }
      // الباحثون are not the one who spoke.
      if isSeveral, !voices[voice].nameKeys.isEmpty { continue }
      return voice
    }
    return nil
  }

  /// المصدر: whoever spoke last, where no source was named before.
  private func source(_ agreement: Agreement?) -> Int? {
    guard let last = lastSpeaker, voices[last].sentence >= sentence - 6,
      voices[last].kind != .document, agreement.map({ agrees(last, $0) }) ?? true
    else { return nil }
    return last
  }

  private mutating func person(
    _ phrase: NounPhrase, _ name: Range<Int>, _ reader: PhraseReader,
    _ agreement: Agreement?
  ) -> Int? {
    let keys = reader.passage.keys(name)
    guard !keys.isEmpty else { return nil }
    // No name of الله is fuller, though many hold it.
    let god = WordKey.god.withoutArticleAndClitics
    if let voice = match(keys, name: true, phrase) {
      resolution = .name
      if keys.count > voices[voice].nameKeys.count, voices[voice].nameKeys.isSubset(of: keys) {
        voices[voice].canonical = name
        voices[voice].nameKeys = keys
      }
      return heard(voice, agreement, phrase, reader)
    }
    // العلي, بن سلمان, دي ميستورا
    let isShort =
      keys.count == 1 && keys[0] != god
      || keys.count == 2
        && !reader.passage.tokens[name.lowerBound].classes.contains(.givenName)
        && !reader.passage.tokens.key(name.upperBound - 1).hasArticle
    if isShort, let full = fullName(name, keys, reader) {
      resolution = .mention
      let fullKeys = reader.passage.keys(full.name ?? full.tokens)
      if let voice = match(fullKeys, name: true, full) {
        return heard(voice, agreement, phrase, reader)
      }
      return add(full, agreement, reader)
    }
    return add(phrase, agreement, reader)
  }

  /// البيان: whoever issued it.
  private mutating func document(
    _ phrase: NounPhrase, _ keys: [WordKey], _ reader: PhraseReader,
    _ agreement: Agreement?
  ) -> Int? {
    if let issuer = issuer(phrase, reader) { return voice(ofIssuer: issuer, reader) }
    if phrase.isDefinite, phrase.tokens.count == 1 {
      for voice in voices.indices.suffix(Self.farthest).reversed() {
        if keys.isSubset(of: voices[voice].roleKeys),
          voices[voice].kind == .document || voices[voice].roleKeys.first == keys[0]
        {
          resolution = .title
          return heard(voice, agreement, phrase, reader)
        }
      }
      // A statement is somebody's, a report stands for itself.
      let isStatement = reader.nounClasses(reader.passage.tokens[phrase.tokens.lowerBound])
        .contains(.setting)
      if isStatement, let issuer = issuerBefore(phrase, keys[0], reader) {
        return voice(ofIssuer: issuer, reader)
      }
      if isStatement, let last = lastSpeaker,
        voices[last].kind == .body || voices[last].kind == .person, !voices[last].isMedium
      {
        resolution = .issuer
        return last
      }
      if let found = mention(phrase, keys, reader) {
        resolution = .mention
        return add(found, agreement, reader)
      }
    }
    return add(phrase, agreement, reader)
  }

  private mutating func voice(ofIssuer issuer: NounPhrase, _ reader: PhraseReader) -> Int? {
    let voice = resolve(issuer, reader, nil)
    resolution = .issuer
    return voice
  }

  /// بيان صادر عن مكتب …, بيان لوزارة …, بيان أصدرته الوزارة.
  private func issuer(
    _ phrase: NounPhrase, _ reader: PhraseReader
  ) -> NounPhrase? {
    let passage = reader.passage
    let limit = min(passage.tokens.count, phrase.tokens.lowerBound + 8)
    var place = phrase.tokens.lowerBound + 1
    while place < limit {
      let token = passage.tokens[place]
      if !token.gap.isDisjoint(with: .parting) { return nil }
      if token.word.classes.contains(.about), place + 1 < limit {
        return reader.phrase(from: place + 1, limit: passage.tokens.count)
      }
      if !reader.nounClasses(token).isDisjoint(with: [.body]) {
        return reader.phrase(from: place, limit: passage.tokens.count, isSource: true)
      }
      if !token.word.classes.isDisjoint(with: .complementizers) { return nil }
      place += 1
    }
    return nil
  }

  /// أصدرت الوزارة بيانا … وجاء في البيان: who stands before it, where it is mentioned without an article.
  private func issuerBefore(
    _ phrase: NounPhrase, _ noun: WordKey, _ reader: PhraseReader
  ) -> NounPhrase? {
    let passage = reader.passage
    let accusative = noun.followed(by: WordKey(Letter.alef))
    let here = passage.sentence(of: phrase.tokens.lowerBound)
    for number in (max(0, here - 2)...here).reversed() {
      let words = passage.sentences[number].tokens
      let end = min(words.upperBound, phrase.tokens.lowerBound)
      guard words.lowerBound < end,
        let mention = (words.lowerBound..<end).first(where: {
          let key = passage.tokens.key($0)
          return key == noun || key == accusative
        })
      else { continue }
      for place in words.lowerBound..<mention where passage.tokens[place].isSomebody {
        if let issuer = reader.phrase(from: place, limit: mention, hasObject: true),
          issuer.kind == .body || issuer.name != nil
        {
          return issuer
        }
      }
    }
    return nil
  }

  private mutating func heard(
    _ voice: Int, _ agreement: Agreement?, _ phrase: NounPhrase, _ reader: PhraseReader
  ) -> Int {
    if let agreement, voices[voice].agreement == nil { voices[voice].agreement = agreement }
    if phrase.name != nil, let role = phrase.role {
      let keys = reader.passage.keys(role)
      if keys.count > voices[voice].roleKeys.count {
        voices[voice].role = role
        voices[voice].roleKeys = keys
      }
    }
    return voice
  }

  private mutating func add(
    _ phrase: NounPhrase, _ agreement: Agreement?, _ reader: PhraseReader
  ) -> Int {
    let passage = reader.passage
    var phrase = phrase
    phrase.name = phrase.name.map { lasting($0, reader) }
    let name = phrase.name.map { passage.keys($0) } ?? []
    var roleKeys = phrase.role.map { passage.keys($0) } ?? []
    var role = phrase.name == nil ? nil : phrase.role
    // سالم العلي، وزير النقل: the title behind the name.
    if let nameRange = phrase.name, let title = reader.titleBehind(nameRange) {
      let keys = passage.keys(title)
      if keys.count > roleKeys.count { role = title }
      roleKeys += keys
    }
    voices.append(
      Voice(
        canonical: phrase.name ?? phrase.tokens, role: role, kind: phrase.kind,
        isMedium: phrase.isMedium, nameKeys: name, roleKeys: roleKeys, agreement: agreement,
        sentence: sentence, paragraph: paragraph))
    return voices.count - 1
  }

  // MARK: Mentions elsewhere

  /// A name without a definite word behind it that is none of it: نبيل العربي الأمين العام is called العربي later on.
  ///
  /// A family name comes back behind a verb of saying; where the word before the last does and the last does not, that is a title.
  private mutating func lasting(_ name: Range<Int>, _ reader: PhraseReader) -> Range<Int> {
    let tokens = reader.passage.tokens
    guard name.count >= 3, tokens.key(name.upperBound - 1).hasArticle,
      !reader.isNamePart(tokens[name.upperBound - 2])
    else { return name }
    let isCalled = isCalled(tokens.key(name.upperBound - 2), outside: name, reader)
    return isCalled && !self.isCalled(tokens.key(name.upperBound - 1), outside: name, reader)
      ? name.lowerBound..<name.upperBound - 1 : name
  }

  /// Whether a word is a whole name behind a verb of saying.
  private mutating func isCalled(
    _ key: WordKey, outside name: Range<Int>, _ reader: PhraseReader
  ) -> Bool {
    let tokens = reader.passage.tokens
    for place in index.places(of: key.withoutArticleAndClitics, tokens)
    where place > 0 && !name.contains(place) && tokens[place - 1].word.cue?.isFinite == true {
      let limit = min(tokens.count, place + 3)
      if reader.phrase(from: place, limit: limit, hasObject: true)?.name?.count == 1 { return true }
    }
    return false
  }

  /// A fuller mention of a role or a body: أمين الأحساء is أمين الأحساء المهندس عادل الملحم.
  private mutating func mention(
    _ phrase: NounPhrase, _ keys: [WordKey], _ reader: PhraseReader
  ) -> NounPhrase? {
    let places = index.places(of: keys[0], reader.passage.tokens)
    // بيان للمديرية العامة: the same words without the ل say it better.
    let isJoined = reader.passage.tokens.key(phrase.tokens.lowerBound).hasCliticBeforeArticle
    let fewest = phrase.tokens.count + (isJoined ? 0 : 1)
    var best: NounPhrase?
    for place in places where !phrase.tokens.contains(place) {
      // Before the phrase; what comes behind it only where nothing does before.
      if place > phrase.tokens.lowerBound, best != nil { break }
      // محامي الرئيس: of whom a title tells.
      if phrase.isDefinite, place > 0, reader.passage.tokens.gap(place).isEmpty,
        reader.passage.tokens[place - 1].isTitle,
        !reader.passage.tokens.key(place - 1).hasArticle
      {
        continue
      }
      let sentence = reader.passage.sentences[reader.passage.sentence(of: place)].tokens
      let limit = sentence.upperBound
      // للوزارة begins with the ل of a source; الرئيس، سالم العلي، goes on over the comma, which a source does not.
      let isSource = reader.passage.tokens.key(place).first == Letter.lam
      guard
        let found = reader.phrase(from: place, limit: limit, isSource: isSource, hasObject: true)
      else {
        if keys.count == 1, phrase.tokens.count == 1, phrase.kind == .person,
          let full = expanded(place, reader)
        {
          best = best ?? full
        }
        continue
      }
      let foundKeys = reader.passage.keys(found.tokens)
      // والأمم المتحدة, للأمم المتحدة: no fuller for a letter more. وزير النقل سالم العلي is.
      if reader.passage.tokens.key(place).hasCliticBeforeArticle { continue }
      guard found.isMedium == phrase.isMedium, foundKeys.first == keys[0],
        keys.isSubset(of: foundKeys) || phrase.kind == .person && keys.isTitle(of: foundKeys)
      else { continue }
      if phrase.kind == .body || phrase.isMedium {
        if found.kind == phrase.kind || phrase.isMedium, found.tokens.count >= fewest,
          best == nil, isJoined && found.tokens.count == fewest || reader.isProper(found)
        {
          best = found
        }
      } else if phrase.kind == .person, found.kind == .unnamed, found.tokens.count >= fewest,
        place < phrase.tokens.lowerBound,
        reader.isSeveral(reader.passage.tokens[phrase.tokens.lowerBound])
      {
        // باحثون في علم التغذية … الباحثون
        best = best ?? found
      } else if let bearer = bearer(found, sentence, reader) {
        best = bearer
        if place < phrase.tokens.lowerBound { continue }
      }
    }
    return best
  }

  /// A title with its name, or with the one that stands before it: سالم العلي، وزير النقل، …
  private func bearer(
    _ title: NounPhrase, _ sentence: Range<Int>, _ reader: PhraseReader
  ) -> NounPhrase? {
    // البيت الأبيض، سارة ساندرز: a name behind a comma is the bearer's only where a title stands before it.
    if title.name != nil { return title.isTitled || title.end != .apposition ? title : nil }
    let start = title.tokens.lowerBound
    let gap = reader.passage.tokens.gap(start)
    guard title.isTitled, gap == .comma || gap.isEmpty,
      let name = reader.nameBefore(start, sentence),
      // عبد الإله ابن كيران الأمين العام
      gap == .comma || reader.isGivenName(reader.passage.tokens[name.lowerBound])
    else { return nil }
    return NounPhrase(tokens: name, name: name, role: title.tokens, kind: .person, isTitled: true)
  }

  /// The full name of which one or two words are given: دونالد ترمب for ترمب.
  private mutating func fullName(
    _ name: Range<Int>, _ keys: [WordKey], _ reader: PhraseReader
  ) -> NounPhrase? {
    let last = keys[keys.count - 1]
    // بنموسى: شكيب بن موسى
    if last.count >= 5, last.hasPrefix(Self.son),
      let found = sonOf(last.dropFirst(2), reader)
    {
      return found
    }
    var best: NounPhrase?
    for place in index.places(of: last, reader.passage.tokens) where !name.contains(place) {
      if let found = titled(place, reader) ?? expanded(place, reader),
        let foundName = found.name, foundName.count > max(name.count, best?.name?.count ?? 0)
      {
        let foundKeys = reader.passage.keys(foundName)
        // Of two words they are the last: ابن كيران is not ابن كيران أمورا.
        if keys.isSubset(of: foundKeys), keys.count == 1 || keys.last == foundKeys.last {
          best = found
        }
      }
    }
    return best
  }

  /// بن.
  private static let son = WordKey(Letter.beh, Letter.noon)

  /// The full name that ends in بن and a word.
  private mutating func sonOf(_ father: WordKey, _ reader: PhraseReader) -> NounPhrase? {
    let tokens = reader.passage.tokens
    for place in index.places(of: father, tokens)
    where place > 1 && tokens.key(place - 1) == Self.son {
      if let found = titled(place, reader) ?? expanded(place, reader), found.name?.count ?? 0 > 2 {
        return found
      }
    }
    return nil
  }

  /// The titled name that a word is part of: الرئيس الأميركي دونالد ترمب.
  private func titled(_ place: Int, _ reader: PhraseReader) -> NounPhrase? {
    let passage = reader.passage
    var start = place
    var found: NounPhrase?
    while start > 0, place - start < 9, passage.tokens[start].gap.isDisjoint(with: .parting) {
      start -= 1
      if passage.tokens[start].isTitle, !reader.isSonOf(start, place + 1) {
        let limit = passage.sentences[passage.sentence(of: place)].tokens.upperBound
        if let phrase = reader.phrase(from: start, limit: limit, hasObject: true),
          let name = phrase.name,
          name.contains(place), name.count > 1
        {
          found = phrase
        }
      } else if found != nil {
        break
      }
    }
    return found
  }

  /// A name by its neighbours alone, where their surroundings show that they are one.
  private func expanded(
    _ place: Int, _ reader: PhraseReader
  ) -> NounPhrase? {
    let passage = reader.passage
    // موغيريني «نقول للإيرانيين …»
    let parting = Gap.parting.union(.mark)
    var start = place
    // والطبوبي begins another name.
    let isJoined =
      passage.tokens.key(place).first == Letter.waw
      && passage.tokens.key(place).dropFirst(1).hasArticle
    while !isJoined, start > 0, place - start < 4,
      passage.tokens[start].gap.isDisjoint(with: parting),
      place - start < 3 && reader.isNameWord(passage.tokens[start - 1])
        || reader.isSonOf(start - 1, place + 1) || reader.isServantOf(start - 1),
      !reader.isConstructLam(start - 1, place + 1), !reader.endsInTehBehindLam(start - 1),
      reader.cliticPrefix(passage.tokens.key(start - 1)) == nil,
      !reader.isForeignLam(passage.tokens[start - 1]),
      !reader.hasTanwin(passage.tokens[start - 1]),
      !reader.hasPronoun(passage.tokens[start - 1])
    {
      start -= 1
    }
    var end = place + 1
    while end < passage.tokens.count, end - place < 3,
      passage.tokens[end].gap.isDisjoint(with: parting),
      reader.isNameWord(passage.tokens[end]), !reader.isForeignLam(passage.tokens[end]),
      reader.cliticPrefix(passage.tokens.key(end)) == nil,
      !reader.hasTanwin(passage.tokens[end]), !reader.isCircumstance(passage.tokens[end].key),
      passage.tokens[end].key.withoutConjunction == nil
        || reader.isNamePart(passage.tokens[end])
    {
      end += 1
    }
    let isClosed =
      end == passage.tokens.count || !passage.tokens[end].gap.isDisjoint(with: parting)
    let opensAt = passage.tokens[start]
    let isIntroduced =
      start > 0 && opensAt.gap.isDisjoint(with: .parting)
      && passage.tokens[start - 1].key.hasArticle
      || opensAt.gap.contains(.comma) || reader.isGivenName(opensAt)
    // Only what stands to the left, where the right side is open.
    if !isClosed { end = place + 1 }
    // A verb stands where a sentence or a clause begins: يفتح سعيد المخيزني …
    if !isIntroduced { start = place }
    let isPresent = opensAt.key.first == Letter.yeh || opensAt.key.first == Letter.teh
    if isPresent, opensAt.gap.contains(.comma), start < place { start += 1 }
    // اشتكى أحمد أويحيى: the name begins with the given name.
    if start < place, reader.isGivenName(passage.tokens[start + 1]),
      !passage.tokens[start].classes.contains(.givenName),
      !reader.isNamePart(passage.tokens[start]),
      isPresent || !opensAt.gap.isDisjoint(with: .parting) || opensAt.key.beginsWithPreposition
        || opensAt.key.beginsWithConjunction
    {
      start += 1
    }
    // انخفض سهم تسلا: of three words one is a given name, and before an article the first: غياب الشاوي is none.
    let hasGiven = (start...place).contains { reader.isGivenName(passage.tokens[$0]) }
    if place - start == 2, !hasGiven { start += 1 }
    if passage.tokens.key(place).hasArticle, start < place, !hasGiven,
      reader.titleBehind(start..<end) == nil
    {
      return nil
    }
    guard end - start > 1 else { return nil }
    return NounPhrase(tokens: start..<end, name: start..<end, role: nil, kind: .person)
  }
}
