import MujazCore

/// Counts the words of a text that speak for each language.
struct LanguageCount {
  private enum Script { case arabic, latin, other }

  /// How many letters each script has, and how many words.
  private var letters = (arabic: 0, latin: 0, other: 0)
  private var words = (arabic: 0, latin: 0)
  /// By the languages' numbers.
  private var evidence = [Int](repeating: 0, count: ArticleLanguage.allCases.count)
  private let signs = LanguageSigns.standard

  /// One word in so many speaks for the language of a text: in Arabic letters, in Latin ones, where a language that is none of ours
  /// has some words of theirs, too. Six in ten of Arabic do, four in ten of English.
  private static let share = (arabic: 8, latin: 5)

  /// Of a text that is longer than four passages the words of four passages, spread evenly, are enough.
  private static let passage = 256

  /// Linear in the text, or in four passages.
  init(of text: Span<UInt8>) {
    guard text.count > 4 * Self.passage else {
      add(TextRange(start: 0, end: text.count), text)
      return
    }
    for number in 0..<4 {
      let start = number * (text.count - Self.passage) / 3
      var range = TextRange(start: start, end: start + Self.passage)
      // Half a word would be another.
      if start > 0 {
        while range.start < range.end, text[range.start] > 0x20 { range.start += 1 }
      }
      while range.end > range.start, text[range.end - 1] > 0x20 { range.end -= 1 }
      add(range, text)
    }
  }

  // MARK: Words

  private mutating func add(_ range: TextRange, _ text: Span<UInt8>) {
    var scanner = WordScanner(range)
    while let word = scanner.next(text) {
      if !word.isAddress, !word.key.isNumber { add(word, text) }
    }
  }

  private mutating func add(_ word: Word, _ text: Span<UInt8>) {
    let before = letters
    let own = addLetters(word, text)
    let languages: LanguageSet
    if letters.arabic > before.arabic {
      words.arabic += 1
      languages = Self.languages(own: own, listed: signs.languages(ofArabic: word.key))
    } else if letters.latin > before.latin {
      words.latin += 1
      languages =
        text.holdsLetterDigit(word)
        ? LanguageSet(.latinArabic) : signs.languages(of: word.key)
    } else {
      return
    }
    var left = languages.bits
    while left != 0 {
      evidence[left.trailingZeroBitCount] += 1
      left &= left - 1
    }
  }

  /// What a word speaks for by its letters and by the lists. Letters count for more: the lists know کے, كي and کی as one.
  private static func languages(own: LanguageSet, listed: LanguageSet) -> LanguageSet {
    if own.bits == LanguageSet.all.bits { return listed }
    // No language of ours has all of its letters.
    if own.bits == 0 { return LanguageSet(.undetermined) }
    let both = own.bits & listed.bits
    return both == 0 ? own : LanguageSet(bits: both)
  }

  /// Counts a word's letters; the languages that have all of them.
  private mutating func addLetters(_ word: Word, _ text: Span<UInt8>) -> LanguageSet {
    var languages = LanguageSet.all
    var offset = word.start
    while offset < word.end {
      let lead = text[offset]
      if lead & 0xFC == 0xD8, offset + 1 < word.end {
        let own = signs.languages(ofLetter: lead, text[offset + 1]).bits
        if own != 0 {
          letters.arabic += 1
          languages.bits &= own
        }
        offset += 2
        continue
      }
      let (scalar, count) = text.scalar(at: offset, limit: word.end)
      switch Self.script(of: scalar) {
      case .arabic: letters.arabic += 1
      case .latin: letters.latin += 1
      case .other: letters.other += 1
      case nil: break
      }
      offset += count
    }
    return languages
  }

  /// The script of a letter beyond the Arabic block; nil for digits, marks and signs.
  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
    case 0x370...0x5FF, 0x700...0x1DFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFAFF,
      0x10000...:
      .other
    default: nil
    }
  }

  // MARK: The language

  /// The language that the words speak for, where they are enough.
  var language: ArticleLanguage {
    if letters.other > letters.arabic + letters.latin { return .undetermined }
    if letters.arabic * 2 >= letters.latin {
      let told = most(
        [.arabic, .persian, .urdu, .kurdish, .undetermined], of: words.arabic, Self.share.arabic)
      if told != .undetermined || letters.arabic >= letters.latin { return told }
    }
    return most(
      [.undetermined, .english, .french, .latinArabic], of: words.latin, Self.share.latin)
  }

  /// The language that most words speak for, the first of several, where one word in `share` does.
  private func most(
    _ languages: [ArticleLanguage], of words: Int, _ share: Int
  ) -> ArticleLanguage {
    var found = ArticleLanguage.undetermined
    var most = 0
    for language in languages where evidence[language.place] > most {
      found = language
      most = evidence[language.place]
    }
    return words >= 2 && most * share >= words ? found : .undetermined
  }
}

extension Span<UInt8> {
  /// Whether a word in Latin letters has a digit in the place of an Arabic letter: 7okouma, sa3b, rabi3; not 5km, 20th, mp4.
  fileprivate func holdsLetterDigit(_ word: Word) -> Bool {
    for offset in word.start..<word.end where [0x32, 0x33, 0x35, 0x37, 0x39].contains(self[offset])
    {
      let before = smallLetters(from: offset - 1, by: -1, word)
      let behind = smallLetters(from: offset + 1, by: 1, word)
      let isFirst = offset == word.start
      let isLast = offset + 1 == word.end
      if isFirst && behind >= 3 || isLast && before >= 3 || before >= 1 && behind >= 1 {
        return true
      }
    }
    return false
  }

  /// How many small ASCII letters stand in a row, up to three.
  private func smallLetters(from start: Int, by step: Int, _ word: Word) -> Int {
    var count = 0
    var offset = start
    while count < 3, (word.start..<word.end).contains(offset),
      (0x61...0x7A).contains(self[offset])
    {
      count += 1
      offset += step
    }
    return count
  }
}
