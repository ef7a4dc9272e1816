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
    if cue.form == .verbalNoun, word.key.last == Letter.heh, text.endsInTeh(word) {
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

extension Span<UInt8> {
  /// Whether a word is written with ة, which folds to ه.
  @inline(__always)
  func endsInTeh(_ word: Word) -> Bool { ends(word, 0xD8, 0xA9) }

  @inline(__always)
  func endsInMaqsura(_ word: Word) -> Bool { ends(word, 0xD9, 0x89) }

  /// Whether a word is written with ي and not with ى.
  @inline(__always)
  func endsInYeh(_ word: Word) -> Bool { ends(word, 0xD9, 0x8A) }

  @inline(__always)
  private func ends(_ word: Word, _ lead: UInt8, _ trail: UInt8) -> Bool {
    word.end - word.start >= 2 && self[word.end - 2] == lead && self[word.end - 1] == trail
  }

  /// Whether the first letter carries a damma, as in the passive يُذكر, يُعتقد, ذُكر.
  @inline(__always)
  func isPassive(_ word: Word) -> Bool {
    word.end - word.start > 4 && self[word.start + 2] == 0xD9 && self[word.start + 3] == 0x8F
  }
}
