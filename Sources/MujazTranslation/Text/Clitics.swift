import MujazCore

extension WordKey {
  /// The first of the word's readings for which there is something: the word, and what it is without one or two of the
  /// letters that are written together with the next word: و ف, then ب ل ك, then ال (of which لل has lost the alef).
  ///
  /// Readings, not analyses: وزير stays, and its reading زير is harmless where it is looked up in a list of names.
  @inline(__always)
  func firstReading<Found>(_ look: (WordKey) -> Found?) -> Found? {
    if let found = look(self) { return found }
    guard isArabic, count >= 3 else { return nil }
    let bare = withoutConjunction
    if let bare, let found = look(bare) { return found }
    if let found = withoutPreposition(look) { return found }
    return bare?.withoutPreposition(look)
  }

  private func withoutPreposition<Found>(_ look: (WordKey) -> Found?) -> Found? {
    guard count >= 4, Clitic.prepositions.contains(first) else { return nil }
    if let found = look(dropFirst(1)) { return found }
    // للوزير is ل and الوزير.
    guard first == Clitic.lam, self[1] == Clitic.lam else { return nil }
    return look(Clitic.article.followed(by: dropFirst(2)))
  }

  /// Whether the word begins with the article and is more than that.
  var hasArticle: Bool { count > 3 && hasPrefix(Clitic.article) }

  /// All readings of the word, the word itself first.
  var withoutClitics: [WordKey] {
    var readings: [WordKey] = []
    _ = firstReading { reading -> Bool? in
      readings.append(reading)
      return nil
    }
    return readings
  }

  /// Another word behind this one; what does not fit is dropped.
  fileprivate func followed(by other: WordKey) -> WordKey {
    WordKey(bits: bits | other.bits &<< UInt128(truncatingIfNeeded: 8 * count))
  }
}

/// Letters that are written together with the next word, folded.
private enum Clitic {
  static let lam = key("\u{0644}").first
  static let prepositions: [UInt8] = [key("\u{0628}").first, lam, key("\u{0643}").first]
  static let article = key("\u{0627}\u{0644}")

  private static func key(_ letters: String) -> WordKey {
    letters.wordKeys.first ?? WordKey(bits: 0)
  }
}
