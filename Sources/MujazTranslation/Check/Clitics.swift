import MujazCore

extension WordKey {
  /// The word, and what it is without one or two of the letters that are written together with the next word: و ف, then ب
  /// ل ك, then ال (of which لل has lost the alef).
  ///
  /// Readings, not analyses: وزير stays, and its reading زير is harmless where it is looked up in a list of names.
  var withoutClitics: [WordKey] {
    var readings = [self]
    func add(_ reading: WordKey?) {
      if let reading, reading.count >= 2, !readings.contains(reading) { readings.append(reading) }
    }
    guard isArabic else { return readings }
    add(withoutConjunction)
    for reading in readings where reading.count >= 4 && Clitic.prepositions.contains(reading.first)
    {
      add(reading.dropFirst(1))
      // للوزير is ل and الوزير.
      if reading.first == Clitic.lam, reading[1] == Clitic.lam {
        add(Clitic.article.followed(by: reading.dropFirst(2)))
      }
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
