/// What the lists say of a word, by its folded letters and its spelling, whatever stands around it.
struct WordFacts: Sendable {
  /// What they say of it as it is written, and, where they say nothing, without its leading و or ف.
  var classes: WordClasses = []
  var either: WordClasses = []
  /// What it is to quotations; nothing where those are not asked for.
  var quote = QuoteWord()
  /// Whether it may open a phrase of the lists.
  var opensPhrase = false

  /// Nothing.
  static let none = WordFacts()

  @inline(__always)
  var isNone: Bool { !opensPhrase && quote.isEmpty }
}

/// What folding takes away from a word.
struct Spelling: OptionSet, Sendable {
  let rawValue: UInt8
  /// Ends in ى, which folds to ي.
  static let maqsura = Self(rawValue: 1)
  /// علي where على may be meant.
  static let maybeAli = Self(rawValue: 2)
}

extension QuoteWord {
  /// What the lists say of a word, once its spelling is looked at for what folding has made equal.
  func reviewed(_ word: Word, _ text: Span<UInt8>) -> QuoteWord {
    guard let cue else { return self }
    // حديثة is not حديثه.
    if cue.form == .verbalNoun, word.key.last == Letter.heh, text.ends(word, in: .teh) {
      return withoutCue
    }
    if cue.takes.contains(.impersonal), text.isPassive(word) { return withoutCue }
    // بين is the preposition, and the verb where a و or the doubled letter shows it.
    if word.key.count == 3, word.end - word.start == 6,
      word.key == WordKey(Letter.beh, Letter.yeh, Letter.noon)
    {
      return withoutCue
    }
    return self
  }
}

/// What folding makes equal to another letter or takes away, by its two bytes.
enum Spelled: UInt16 {
  case alefWithHamzaAbove = 0xD8A3
  case alefWithHamzaBelow = 0xD8A5
  case teh = 0xD8A9
  case heh = 0xD987
  case maqsura = 0xD989
  case yeh = 0xD98A
  case tanwin = 0xD98B
  case damma = 0xD98F
}
