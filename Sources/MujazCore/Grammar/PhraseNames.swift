/// Whether a phrase is the name of somebody, where no verb of saying vouches for it.
extension PhraseReader {
  /// Whether words behind a title are its bearer's name.
  ///
  /// Bias: a given name is one; other words must not look like the object or the adjunct of a verb: a verbal noun, a noun
  /// with ة, a word with a clitic, a verb in the present.
  ///
  ///     الرئيس إيمانويل ماكرون      a name        الوزير سيزور القاهرة, متحدث إعلان المسؤولية      none
  func isPersonName(_ name: Range<Int>) -> Bool {
    let first = passage.tokens[name.lowerBound]
    let isGiven = first.classes.contains(.givenName) || isNamePart(first)
    for place in isGiven ? name.dropFirst() : name {
      let token = passage.tokens[place]
      if hasPronoun(token) || hasTanwin(token) || cliticPrefix(token.key) != nil
        || isPlace(token.key) || token.key.first == Letter.beh && endsInTeh(token)
      {
        return false
      }
    }
    if isGiven { return true }
    if first.key.first == Letter.waw, first.key.count > 4, name.count > 2 { return false }
    if endsInTeh(first) || isVerbalNoun(first.key) || isPresent(first.key) { return false }
    // الرئيس عزيز, but لجنة سياسة.
    return name.count > 1
      || name.lowerBound > 0 && passage.tokens.key(name.lowerBound - 1).hasArticle
  }

  /// إعلان, تقديم, لتعويض, استقبال: nouns that name what is done.
  private func isVerbalNoun(_ key: WordKey) -> Bool {
    var noun = key
    if noun.count >= 6, noun.first == Letter.lam || noun.first == Letter.beh {
      noun = noun.dropFirst(1)
    }
    guard noun.count >= 5 else { return false }
    let before = noun[noun.count - 2]
    return noun.first == Letter.alef && before == Letter.alef
      || noun.first == Letter.teh && noun.count == 5 && before == Letter.yeh
  }

  /// يشرب, سيزور: a verb in the present or the future.
  private func isPresent(_ key: WordKey) -> Bool {
    if key.count >= 5, key.first == Letter.seen {
      return key[1] == Letter.yeh || key[1] == Letter.teh
    }
    return key.count == 4 && (key.first == Letter.yeh || key.first == Letter.teh)
  }

  /// The name between a comma's title and what stands before it: التقى ديمتري ميدفيديف، رئيس الوزراء، …
  func nameBefore(_ title: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let tokens = passage.tokens
    var start = title
    while start > sentence.lowerBound, title - start < 5,
      start == title || tokens.gap(start).isEmpty,
      isNameWord(tokens[start - 1]) || isSonOf(start - 1, title) || isServantOf(start - 1)
        || start < title && start == title - 1 && tokens[start - 1].classes.contains(.givenName)
        || start == title && tokens.key(start - 1).hasArticle
    {
      start -= 1
    }
    // A verb opens its sentence.
    if start == sentence.lowerBound || tokens[start].key.withoutConjunction != nil {
      if !tokens[start].classes.contains(.givenName) { start += 1 }
    }
    return title - start >= 2 && title - start <= 5 ? start..<title : nil
  }

  /// A body without those that و joins to it: مصرف لبنان of مصرف لبنان والمصارف.
  func withoutOthers(_ words: Range<Int>) -> Range<Int> {
    for place in words.dropFirst() {
      let token = passage.tokens[place]
      guard token.key.first == Letter.waw, token.key.count > 3 else { continue }
      let noun = passage.quoteWord(token.key.dropFirst(1)).classes
      if !noun.isDisjoint(with: [.body, .person]) { return words.lowerBound..<place }
    }
    return words
  }
}
