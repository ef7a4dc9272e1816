/// What is written together with a word, taken off and put back: the conjunctions و ف, the prepositions ب ل ك, the article ال (of
/// which لل has lost the alef), the endings of objects and possessors.
///
/// Arabic writes these as letters of the word, and a letter alone does not say what it is: وقف is "he stood", not "and" قف. So there is
/// no one way to take them off. Whoever looks a word up in a list reads boldly, as a wrong reading is in no list; whoever shows or
/// compares words reads carefully. Each policy has a name and an example here; how many letters must stay is part of it.
extension WordKey {
  // MARK: The letters

  /// الله, the second part of many names.
  static let god = WordKey(Letter.alef, Letter.lam, Letter.lam, Letter.heh)
  /// من
  static let from = WordKey(Letter.meem, Letter.noon)

  /// Whether the word begins with و or ف, whatever they are.
  @inline(__always) var beginsWithConjunction: Bool { first == Letter.waw || first == Letter.feh }

  /// Whether the word begins with ب, ل or ك, whatever they are.
  @inline(__always) var beginsWithPreposition: Bool {
    first == Letter.beh || first == Letter.lam || first == Letter.kaf
  }

  /// Whether the word begins with the letters ال, be they the article or not: الله، الى.
  @inline(__always) var beginsWithArticle: Bool { first == Letter.alef && self[1] == Letter.lam }

  /// Whether the word is a lone و or ف, which a mark parts from its word: و«الوطن».
  @inline(__always) var isLoneConjunction: Bool { count == 1 && beginsWithConjunction }

  // MARK: Conjunctions

  /// For look-up: the word without a leading و or ف, nil where it has none or hardly anything would be left.
  ///
  ///     وقال    قال، and وقف    قف        ود، في    nil
  @inline(__always) package var withoutConjunction: WordKey? {
    beginsWithConjunction && count >= 3 ? dropFirst(1) : nil
  }

  // MARK: The article

  /// Whether the word has the article: ال before two letters at least.
  ///
  ///     الوزير، الأم    true        الى، وزير، للوزير    false
  @inline(__always) package var hasArticle: Bool { beginsWithArticle && count >= 4 }

  /// For comparison: the word without its article, or as it is.
  ///
  ///     الوزير    وزير        الى، والوزير    as they are
  @inline(__always) package var withoutArticle: WordKey { hasArticle ? dropFirst(2) : self }

  /// For look-up of a noun: what stands behind ال where that is three letters at least, else nil.
  ///
  ///     البيان    بيان        الأم، إلى    nil
  @inline(__always) var nounBehindArticle: WordKey? {
    beginsWithArticle && count >= 5 ? dropFirst(2) : nil
  }

  // MARK: Prepositions

  /// For look-up: what stands behind a ل, without the article that لل has swallowed; nil where the word has no ل.
  ///
  ///     لوزارة، للوزارة    وزارة        بوزارة    nil
  @inline(__always) var behindLam: WordKey? {
    guard first == Letter.lam else { return nil }
    return self[1] == Letter.lam ? dropFirst(2) : dropFirst(1)
  }

  /// The word behind its ل as it would stand alone, with the article given back to لل.
  ///
  ///     للوزارة    الوزارة        لوزارة    وزارة
  @inline(__always) package var behindLamWithArticle: WordKey {
    guard self[1] == Letter.lam else { return dropFirst(1) }
    return WordKey(Letter.alef, Letter.lam).followed(by: dropFirst(2))
  }

  /// The noun of a word that is known to have ل or ب: without the article too.
  ///
  ///     للوزارة، بالوزارة، لوزارة    وزارة
  @inline(__always) var nounBehindPreposition: WordKey {
    if first == Letter.lam, self[1] == Letter.lam { return dropFirst(2) }
    return dropFirst(1).withoutArticle
  }

  /// For comparison of names: without the article, and without و, ب and ك where the article stands behind them, as only then they are
  /// surely what they seem.
  ///
  ///     والأمم، بالأمم، للأمم    أمم        وزارة، بغداد    as they are
  var withoutArticleAndClitics: WordKey {
    var key = self
    if key.count >= 5, key.first == Letter.waw, key.dropFirst(1).beginsWithArticle {
      key = key.dropFirst(1)
    }
    if key.count >= 5, key.first == Letter.beh || key.first == Letter.kaf,
      key.dropFirst(1).beginsWithArticle
    {
      key = key.dropFirst(1)
    }
    if key.count >= 4, key.first == Letter.lam, key[1] == Letter.lam { return key.dropFirst(2) }
    return key.withoutArticle
  }

  /// Whether و, ف, ب or ك stands before the word's article, or ل has swallowed its alef.
  ///
  ///     والأمم، للأمم    true        وزير، الأمم    false
  var hasCliticBeforeArticle: Bool {
    guard count >= 4 else { return false }
    if first == Letter.lam { return self[1] == Letter.lam }
    return (beginsWithConjunction || beginsWithPreposition) && dropFirst(1).beginsWithArticle
  }

  /// For comparison of whole texts: without all that may be a clitic, as long as three letters stay. Two forms of a word always meet,
  /// and now and then two words do.
  ///
  ///     والوزير، للوزير، وزير    زير        بلد    بلد
  package var withoutAnyClitics: WordKey {
    guard isArabic else { return self }
    let fewest = 3
    var word = self
    var count = count
    while count > fewest {
      if word.beginsWithArticle, count - 2 >= fewest {
        word = word.dropFirst(2)
        count -= 2
      } else if word.beginsWithConjunction || word.beginsWithPreposition {
        word = word.dropFirst(1)
        count -= 1
      } else {
        break
      }
    }
    return word
  }

  /// For look-up of names: the word, and what it is without one or two of the letters و ف, then ب ل ك, then ال, the word itself first.
  /// Readings, not analyses: وزير stays, and its reading زير is harmless.
  ///
  ///     وللوزير    وللوزير، للوزير، لوزير، الوزير        في    في
  package var readings: WordReadings {
    var readings = WordReadings(self)
    guard isArabic, count >= 3 else { return readings }
    let bare = withoutConjunction
    if let bare { readings.append(bare) }
    readings.append(withoutPrepositionOf: self)
    if let bare { readings.append(withoutPrepositionOf: bare) }
    return readings
  }

  // MARK: Endings

  /// For look-up of a verb: the word without the pronoun ه, ها or هم for whom it is done to; nil where it has none.
  ///
  ///     سأله، سألها، سألهم    سأل        له، قال    nil
  var withoutObjectPronoun: WordKey? {
    guard count >= 4 else { return nil }
    if last == Letter.heh { return dropLast(1) }
    let isLong = self[count - 2] == Letter.heh && (last == Letter.alef || last == Letter.meem)
    return isLong ? dropLast(2) : nil
  }

  /// Whether the word has the form of a nisba with its article, as family names and dates have: ال…ي.
  ///
  ///     الدوري، الماضي    true        دوري، الوزير    false
  var isArticledNisba: Bool { beginsWithArticle && last == Letter.yeh }

  /// Whether the word has the ending of a nisba: ي، ية، يون، يين.
  ///
  ///     الأمريكية، وطنيون    true        الوزير    false
  var isNisba: Bool {
    guard count >= 4 else { return false }
    if last == Letter.yeh { return true }
    if last == Letter.heh { return self[count - 2] == Letter.yeh }
    return last == Letter.noon && (self[count - 2] == Letter.yeh || self[count - 2] == Letter.waw)
      && self[count - 3] == Letter.yeh
  }

  /// Whether the word has the form of a participle that says how something was done: م…ا, five letters at least.
  ///
  ///     مخاطبا    true        مما، مدير    false
  var isCircumstantial: Bool { count >= 5 && first == Letter.meem && last == Letter.alef }

  /// Another word behind this one; what does not fit is dropped.
  @inline(__always)
  func followed(by other: WordKey) -> WordKey {
    WordKey(bits: bits | other.bits &<< UInt128(truncatingIfNeeded: 8 &* count))
  }
}
