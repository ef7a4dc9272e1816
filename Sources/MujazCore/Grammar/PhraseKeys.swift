extension Passage {
  /// The words of a phrase without article and clitics; function words and marks left out.
  func keys(_ words: Range<Int>) -> [WordKey] {
    var keys: [WordKey] = []
    keys.reserveCapacity(words.count)
    for word in words {
      let key = tokens.key(word).withoutArticleAndClitics
      if key.count > 1 { keys.append(key) }
    }
    return keys
  }
}

extension [WordKey] {
  /// Whether all these words, of which there must be one, are among others.
  func isSubset(of others: [WordKey]) -> Bool {
    !isEmpty && allSatisfy { others.contains($0) }
  }

  /// Whether a title has the same head as another and all its words, an adjective for a country where that has the country:
  /// السفير الإسرائيلي, سفير إسرائيل لدى الأمم المتحدة.
  func isTitle(of others: [WordKey]) -> Bool {
    guard let head = first, head == others.first else { return false }
    return dropFirst().allSatisfy { word in
      others.contains { $0 == word || word.isAdjective(of: $0) }
    }
  }

  /// Whether two names may be one person's: the words of one are among the other's, a single one of them the surname.
  ///
  ///     ترمب, دونالد ترمب      may      دونالد, دونالد ترمب الابن      may      سالم العلي, سالم      may not
  func isName(of known: [WordKey]) -> Bool {
    isSubset(of: known) || count > 1 && known.count > 1 && known.isSubset(of: self)
      || known.count == 1 && last == known[0]
  }
}

extension WordKey {
  /// إسرائيلي, مصرية, أميركي: whether a word is the adjective of another with the ي of relation.
  func isAdjective(of noun: WordKey) -> Bool {
    let adjective = last == Letter.heh ? dropLast(1) : self
    guard adjective.count >= 4, adjective.last == Letter.yeh else { return false }
    let stem = adjective.dropLast(1)
    guard noun.hasPrefix(stem) else { return false }
    // مصر, أميركا, إسبانيا
    switch noun.count - stem.count {
    case 0: return true
    case 1: return noun.last == Letter.alef || noun.last == Letter.heh
    case 2: return noun.hasPrefix(adjective) && noun.last == Letter.alef
    default: return false
    }
  }
}
