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

  /// Whether two names may be one person's: the words of one are among the other's, a single one of them the surname.
  ///
  ///     ترمب, دونالد ترمب      may      دونالد, دونالد ترمب الابن      may      سالم العلي, سالم      may not
  func isName(of known: [WordKey]) -> Bool {
    isSubset(of: known) || count > 1 && known.count > 1 && known.isSubset(of: self)
      || known.count == 1 && last == known[0]
  }
}
