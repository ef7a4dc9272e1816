/// Finds the named subject of a verb of saying: who an editor would put in brackets before وأضاف.
///
/// Bias: no speaker rather than a wrong one. A subject is taken only where it stands right behind its verb and is
/// more than a pronoun or a word that points back (البيان، المصدر).
///
///     قال وزير النقل سالم العلي إن …       وزير النقل سالم العلي        وقال إن …      none
enum SpeakerFinder {
  /// The longest subject, in words.
  private static let longest = 9

  /// The subject of a verb of a sentence, verbatim, from the words behind it; nil where none is named.
  static func subject(
    _ words: Words, behind verb: Int, of sentence: SentenceWords
  ) -> TextRange? {
    let limit = sentence.end
    guard verb < limit else { return nil }
    let text = words.text
    // Where the verb and what is known of its subject end.
    var end = words.end(verb)
    var start: Int?
    var firstClasses: WordClasses = []
    var count = 0
    var isDefiniteOnly = true
    var isTitle = false
    var isQuantified = false
    while count < longest, verb + 1 + count < limit {
      let word = words[verb + 1 + count]
      guard isGap(text, end, word.start, afterTitle: isTitle) else { break }
      let classes = word.classes
      // كل من, أحد السكان: function words elsewhere, the head of the subject here.
      let isHead = start == nil && classes.contains(.quantifier)
      // د. and م. belong to the name behind them.
      isTitle =
        classes.contains(.titleAbbreviation) && word.end < sentence.range.end
        && text[word.end] == UInt8(ascii: ".")
      // كل من سالم وخالد
      let isPartitive = isQuantified && count == 1 && word.key == .from
      if !isHead, !isTitle, !isPartitive, ends(word.key, classes) { break }
      if isHead { isQuantified = true }
      if start == nil {
        if word.either.contains(.demonstrative) { return nil }
        if classes.contains(.speechNoun) { return nil }
        start = word.start
        firstClasses = classes
      }
      if !word.key.hasPrefix(article) { isDefiniteOnly = false }
      end = word.end
      count += 1
    }
    guard let start else { return nil }
    // One definite noun is a role or a body that was named before: وأضاف البيان، وأوضح المصدر.
    if count == 1, isDefiniteOnly, firstClasses.contains(.sourceNoun) { return nil }
    return TextRange(start: start, end: end)
  }

  private static let article = WordKey(Letter.alef, Letter.lam)

  /// Only spaces stand between two words of a name, and the full stop of an abbreviated title.
  private static func isGap(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, afterTitle: Bool
  ) -> Bool {
    for offset in start..<end where text[offset] != 0x20 {
      if offset != start || !afterTitle || text[offset] != UInt8(ascii: ".") { return false }
    }
    return true
  }

  /// Whether a name can't go on with this word.
  private static func ends(_ key: WordKey, _ classes: WordClasses) -> Bool {
    // A single letter is a clitic that a mark parts from its word: لـ«الوطن».
    if key.isNumber || key.count == 1 { return true }
    if !classes.isDisjoint(with: [
      .preposition, .subordinator, .relative, .coordinator, .weekday, .month, .stopWord,
      .addressee,
    ]) {
      // بن and أبو are parts of names whatever else they are.
      return !nameParts.contains(key)
    }
    return key == withAn
  }

  /// بأن, which opens what is said.
  private static let withAn = WordKey(Letter.beh, Letter.alef, Letter.noon)
  /// بن، ابن، أبو، بو، آل.
  private static let nameParts: [WordKey] = [
    WordKey(Letter.beh, Letter.noon), WordKey(Letter.alef, Letter.beh, Letter.noon),
    WordKey(Letter.alef, Letter.beh, Letter.waw), WordKey(Letter.beh, Letter.waw),
    WordKey(Letter.alef, Letter.lam),
  ]

  /// The last named speaker of a sentence: the subject of its last verb of saying that has one. Linear in the
  /// sentence, of which no more than its first forty words are read.
  static func lastSpeaker(
    _ words: Words, of sentence: SentenceWords
  ) -> TextRange? {
    var found: TextRange?
    for word in sentence.words.prefix(40)
    where !words.either(word).isDisjoint(with: .saying) {
      found = subject(words, behind: word, of: sentence) ?? found
    }
    return found
  }
}
