/// What a word may be to a phrase, by its letters, its spelling and the lists.
extension PhraseReader {
  /// Whether a word may be part of a name: no article, no function word, no verb of saying.
  func isNameWord(_ token: Token) -> Bool {
    let key = token.key
    if isNamePart(token) { return true }
    // يتذكرون
    if key.count >= 5, key.first == Letter.yeh, key.last == Letter.noon,
      key[key.count - 2] == Letter.waw
    {
      return false
    }
    if key.count < 2 || key.isNumber || key.hasArticle || token.word.cue != nil { return false }
    // و10 دقائق
    if key.first == Letter.waw, key.dropFirst(1).isNumber { return false }
    // بعقد دورة: ب and a word of the lists.
    if key.first == Letter.beh, key.count >= 4, token.word.isEmpty, token.classes.isEmpty,
      !passage.quoteWord(key.dropFirst(1)).isEmpty
    {
      return false
    }
    // أمل, إيمان are names too.
    if !token.word.classes.subtracting(QuoteClasses.titles.union(.owner)).isEmpty { return false }
    if !token.classes.isDisjoint(with: Self.stops.union([.office, .city])) { return false }
    return token.either.isDisjoint(with: Self.stops.union(.saying))
  }

  /// Whether a word ends in ه, ها or هم and so has an object or possessor: كلمته, جمهورها.
  func hasPronoun(_ token: Token) -> Bool {
    let key = token.key
    guard key.count >= 4, !key.hasArticle, !token.classes.contains(.givenName) else {
      return false
    }
    // والفواكه
    if key.first == Letter.waw, key.dropFirst(1).hasArticle { return false }
    // عبدالله, نصرالله
    if key.hasSuffix(.god) { return false }
    if key.last == Letter.heh {
      // ة folds to the same letter.
      return token.end - token.start >= 2 && passage.tokens.text.has(.heh, at: token.end - 2)
    }
    let before = key[key.count - 2]
    return before == Letter.heh && (key.last == Letter.alef || key.last == Letter.meem)
  }

  /// زوجته, محاميها, وزارته: a person or a body by whose it is.
  func isPersons(_ token: Token) -> Bool {
    nounsBeforePronoun(token).contains { noun in
      !passage.quoteWord(noun).classes.isDisjoint(with: [
        .person, .kin, .body, .document, .setting, .spokesman, .honorific,
      ]) || lexicon.classes(exactly: noun).isOffice
    }
  }

  /// تقريرها, بيانه: somebody's document, or where somebody spoke.
  func isSomebodysDocument(_ token: Token) -> Bool {
    hasPronoun(token)
      && nounsBeforePronoun(token).contains {
        !passage.quoteWord($0).classes.isDisjoint(with: [.document, .setting])
      }
  }

  /// What a word may be without its pronoun, none where it has none: the ة is written ت before one, as in زوجته, دراستها.
  func nounsBeforePronoun(_ token: Token) -> [WordKey] {
    guard let stem = token.key.withoutObjectPronoun else { return [] }
    guard stem.last == Letter.teh else { return [stem] }
    return [stem, stem.dropLast(1).followed(by: WordKey(Letter.heh))]
  }

  /// What the honorific of سموه, جلالته, معاليها is, which stand for somebody by a title alone; nil where a word is none.
  func honorific(_ token: Token) -> QuoteClasses? {
    guard hasPronoun(token) else { return nil }
    for noun in nounsBeforePronoun(token) {
      let classes = passage.quoteWord(noun).classes
      if classes.contains(.honorific) { return classes }
    }
    return nil
  }

  /// Whether somebody with a title is called by an honorific: an emir سموه, a minister معاليه.
  func takes(_ honorific: QuoteClasses, _ title: Range<Int>) -> Bool {
    let rank = honorific.intersection([.royal, .cleric])
    return rank.isEmpty
      || title.contains { !nounClasses(passage.tokens[$0]).isDisjoint(with: rank) }
  }

  /// Whether a word is written with ة.
  func endsInTeh(_ token: Token) -> Bool {
    token.end - token.start >= 2 && passage.tokens.text.has(.teh, at: token.end - 2)
  }

  /// فيها, تحته, عليه: a preposition with its pronoun.
  func governs(_ token: Token) -> Bool {
    let key = token.key
    guard key.count >= 2, key.count <= 6 else { return false }
    // ه, ها, هم, هن; but not معهد.
    let isLong =
      key.count >= 3 && key[key.count - 2] == Letter.heh
      && (key.last == Letter.alef || key.last == Letter.meem || key.last == Letter.noon)
    let letters = key.last == Letter.heh ? 1 : isLong ? 2 : 0
    guard letters > 0 else { return false }
    let stem = key.dropLast(letters)
    return lexicon.classes(exactly: stem).contains(.preposition)
      || stem.count == 1 && [Letter.beh, Letter.lam].contains(stem.first)
      || stem.last == Letter.yeh && lexicon.classes(exactly: stem).isEmpty
        && stem.count == 3 && [Letter.alef, Letter.feh, Letter.lam].contains(stem[0])
  }

  /// Whether a word is written with the tanwin of an adverb: ميتًا.
  func hasTanwin(_ token: Token) -> Bool {
    guard token.key.isArabic, token.end - token.start > 2 * token.key.count, token.end >= 4 else {
      return false
    }
    // Before or behind the alef.
    return passage.tokens.text.has(.tanwin, at: token.end - 2)
      || passage.tokens.text.has(.tanwin, at: token.end - 4)
  }

  /// لإيفننغ, لأحمد, لاستقبال: ل before a hamza or an infinitive is a preposition.
  func isForeignLam(_ token: Token) -> Bool {
    let key = token.key
    guard key.first == Letter.lam, key.count >= 4 else { return false }
    guard key[1] == Letter.alef, token.start + 4 <= token.end else { return false }
    if hasHamza(at: token.start + 2) { return true }
    // لاستقبال, لاغتيال, لانتخاب
    return key.count >= 6 && key[3] == Letter.teh
  }

  /// Whether أ or إ stands at an offset.
  private func hasHamza(at offset: Int) -> Bool {
    passage.tokens.text.has(.alefWithHamzaAbove, at: offset)
      || passage.tokens.text.has(.alefWithHamzaBelow, at: offset)
  }

  /// ألقى, إلزام: folded they look like words with an article.
  func beginsWithHamza(_ token: Token) -> Bool {
    token.end - token.start >= 2 && hasHamza(at: token.start)
  }

  /// لصانعي السيارات, لحماية المستهلك, لتراخيص الامتياز: a noun in construct behind ل.
  func isConstructLam(_ place: Int, _ limit: Int) -> Bool {
    let token = passage.tokens[place]
    let key = token.key
    guard key.first == Letter.lam, key.count >= 5, place + 1 < limit,
      passage.tokens.gap(place + 1).isEmpty, passage.tokens.key(place + 1).hasArticle
    else { return false }
    // لتراخيص has the ت of a plural or a verbal noun, لافروف has not.
    return key.last == Letter.yeh || endsInTeh(token)
      || key[1] == Letter.teh && !token.classes.contains(.givenName)
  }

  /// عبد الإله: the second word of a name with an article.
  func isServantOf(_ place: Int) -> Bool {
    place > 0 && passage.tokens.key(place).hasArticle && passage.tokens.gap(place).isEmpty
      && isNamePart(passage.tokens[place - 1])
  }

  /// ابن كيران: a name, but not ابن الوزير, ابن عمه.
  func isSonOf(_ place: Int, _ limit: Int) -> Bool {
    guard passage.tokens.key(place) == Self.son, place + 1 < limit,
      passage.tokens.gap(place + 1).isEmpty
    else { return false }
    let next = passage.tokens[place + 1]
    return next.word.isEmpty && isNameWord(next) && !hasPronoun(next)
  }

  /// ابن.
  private static let son = WordKey(Letter.alef, Letter.beh, Letter.noon)

  /// لدعوة: a verbal noun behind ل.
  func endsInTehBehindLam(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    return token.key.first == Letter.lam && token.key.count >= 5 && endsInTeh(token)
      && !token.classes.contains(.givenName)
  }

  /// بتناول الإفطار, بثاقب نظره: a noun in construct behind ب, and no name.
  func isConstructBeh(_ place: Int, _ limit: Int) -> Bool {
    let key = passage.tokens.key(place)
    guard key.first == Letter.beh, key.count >= 5 else { return false }
    let token = passage.tokens[place]
    guard token.word.isEmpty, token.classes.isEmpty, place + 1 < limit,
      passage.tokens.gap(place + 1).isEmpty
    else { return false }
    // بوشعيب, بلقاسم
    if key[1] == Letter.waw || key[1] == Letter.lam { return false }
    let next = passage.tokens[place + 1]
    if hasPronoun(next) { return !isNamePart(next) }
    guard next.key.hasArticle, !next.classes.contains(.givenName) else { return false }
    return key[1] == Letter.teh || endsInTeh(token)
      || key[1] == Letter.alef && key.count >= 6 && key[key.count - 2] == Letter.alef
  }

  /// يخشى التهديد: a verb with its object or subject behind a masculine noun, and no name.
  func isPresentVerb(_ place: Int, _ limit: Int) -> Bool {
    guard place + 1 < min(limit, passage.tokens.count), passage.tokens.gap(place + 1).isEmpty else {
      return false
    }
    let token = passage.tokens[place]
    let isFuture = token.key.first == Letter.seen && token.key[1] == Letter.yeh
    guard token.key.first == Letter.yeh || isFuture, (4...6).contains(token.key.count),
      token.classes.isEmpty, token.word.isEmpty
    else { return false }
    let next = passage.tokens[place + 1]
    return next.key.hasArticle || next.classes.contains(.demonstrative)
      || next.word.classes.contains(.to)
  }

  /// شنوا هجمة: a verb of several, and no name.
  func isPluralVerb(_ token: Token) -> Bool {
    let key = token.key
    return key.count >= 4 && key.count <= 5 && key.last == Letter.alef
      && key[key.count - 2] == Letter.waw && token.classes.isEmpty
  }

  /// المحققون, المتظاهرين: several, whose names follow one by one.
  func isSeveral(_ token: Token) -> Bool {
    let key = token.key
    guard key.hasArticle, key.count >= 7, key.last == Letter.noon else { return false }
    return key[key.count - 2] == Letter.waw || key[key.count - 2] == Letter.yeh
  }

  /// فإن, فإنه, which open a clause of their own. فان without its hamza may be a name: فان غوخ.
  func opensClause(_ place: Int) -> Bool {
    let token = passage.tokens[place]
    guard token.key.first == Letter.feh, token.key[1] == Letter.alef, token.key[2] == Letter.noon,
      token.key.count <= 5, token.end - token.start >= 6
    else { return false }
    return passage.tokens.text.has(.alefWithHamzaBelow, at: token.start + 2)
      || token.key.count == 3 && place + 1 < passage.tokens.count
        && passage.tokens.key(place + 1).hasArticle
  }

  /// A preposition that is a word of its own, or a single letter before marks: بـ«…».
  func isPreposition(_ token: Token) -> Bool {
    token.key.count == 1 || token.classes.contains(.preposition)
      || !token.word.classes.isDisjoint(with: [.inside, .to, .on, .from, .about])
  }

  func isPlace(_ key: WordKey) -> Bool { lexicon.classes(exactly: key).contains(.city) }

  /// Whether a place begins with a word: القاهرة, رام الله.
  func beginsPlace(_ word: Int) -> Bool { placeLength(word, passage.tokens.count) > 0 }

  /// The words of the place that begins with a word, 0 where none does.
  func placeLength(_ word: Int, _ limit: Int) -> Int {
    passage.tokens.phrase(at: word, limit: limit, in: .city, lexicon)?.count ?? 0
  }

  /// The words of the office that begins with a word, as the lists have it.
  func officeLength(_ start: Int, _ limit: Int) -> Int {
    guard passage.tokens.opensPhrase(start) else { return 0 }
    var end = start + 1
    while end < min(limit, start + 4), passage.tokens.gap(end).isDisjoint(with: .parting) {
      end += 1
    }
    return passage.tokens.phrase(at: start, limit: end, in: .office, lexicon)?.count ?? 0
  }

  /// A single letter that a full stop makes a title: د. خالد.
  func isAbbreviation(_ token: Int) -> Bool {
    let word = passage.tokens[token]
    return word.end < passage.tokens.text.count
      && passage.tokens.text[word.end] == UInt8(ascii: ".")
      && word.classes.contains(.titleAbbreviation)
  }

  /// ل or ب that is joined to a word with article or to a noun of the lists.
  func cliticPrefix(_ key: WordKey) -> UInt8? {
    let first = key.first
    guard first == Letter.lam || first == Letter.beh, key.count >= 4 else { return nil }
    if first == Letter.lam, key[1] == Letter.lam { return first }
    let rest = key.dropFirst(1)
    if rest.hasArticle { return first }
    if isPlace(rest) { return first }
    let word = passage.quoteWord(rest)
    return word.classes.isDisjoint(with: .nouns) ? nil : first
  }

  /// للصحافيين, لوكالة: with ل, whom the words are said to.
  func isAddressee(_ key: WordKey) -> Bool {
    lexicon.classes(exactly: key).contains(.addressee)
      || !passage.quoteWord(key.nounBehindPreposition).classes.isDisjoint(with: [
        .medium, .addressee,
      ])
  }

  /// What the noun of a word is, without ل.
  func nounClasses(_ token: Token) -> QuoteClasses {
    if token.word.isEmpty, cliticPrefix(token.key) != nil {
      return passage.quoteWord(token.key.nounBehindPreposition).classes
    }
    return token.word.classes
  }

  /// بن، أبو، أبي، بو، أم، آل، عبد.
  func isNamePart(_ token: Token) -> Bool { token.word.classes.contains(.namePart) }

  /// محمد, بن, عبدالرقيب: a word that begins a name or goes on with one.
  func isGivenName(_ token: Token) -> Bool {
    token.classes.contains(.givenName) || isNamePart(token) || token.key == Vocabulary.aliName
      || token.key.count >= 6 && token.key.hasPrefix(Self.servantOfThe)
  }

  /// عبدال.
  private static let servantOfThe = WordKey(
    Letter.ain, Letter.beh, Letter.dal, Letter.alef, Letter.lam)

  /// Whether a word has the form of an accusative participle, which says how somebody spoke: ممازحا.
  func isCircumstance(_ key: WordKey) -> Bool {
    key.count >= 5 && key.first == Letter.meem && key.last == Letter.alef
      && key[key.count - 2] != Letter.yeh
  }

  /// Whether a body is named and not only described: شركة النقل, تحالف «الإصلاح», but not شركة ممولة.
  func isProper(_ phrase: NounPhrase) -> Bool {
    phrase.tokens.dropFirst().contains { place in
      let token = passage.tokens[place]
      return token.key.hasArticle || isPlace(token.key) || token.gap.contains(.mark)
        || !token.key.isArabic
    } && !phrase.tokens.contains { passage.tokens[$0].word.classes.contains(.inside) }
  }

  /// Whether a phrase is an agency, a paper or a station.
  func isMedium(_ head: Token, _ words: Range<Int>) -> Bool {
    if head.word.classes.contains(.medium) { return true }
    // شبكة إن بي سي, شبكة CNN
    if head.word.classes.contains(.name), head.word.classes.contains(.body), words.count > 1 {
      let next = passage.tokens[words.lowerBound + 1]
      if next.classes.contains(.letterName), !head.key.hasArticle { return true }
    }
    if head.classes.contains(.agency) { return words.count == 1 }
    // تقرير لوكالة …, تقارير صحفية
    guard head.word.classes.contains(.document) else { return false }
    let behind = words.upperBound
    if behind + 1 < passage.tokens.count, passage.tokens[behind].word.classes.contains(.from) {
      return passage.tokens[behind + 1].word.classes.contains(.medium)
    }
    // تقرير نشره موقع …
    if behind + 1 < passage.tokens.count, hasPronoun(passage.tokens[behind]),
      passage.tokens[behind + 1].word.classes.contains(.medium)
    {
      return true
    }
    guard words.count > 1 else { return false }
    let next = passage.tokens[words.lowerBound + 1]
    let noun = cliticPrefix(next.key) == nil ? next.key : next.key.nounBehindPreposition
    return passage.quoteWord(noun).classes.contains(.medium)
  }
}
