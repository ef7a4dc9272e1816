import MujazCore

/// A word as matches are counted in it: folded, and stripped of what is written together with it.
struct MatchWord: Sendable, Hashable {
  var key: WordKey
  /// The same for all words that differ only in و ف ب ل ك and ال.
  var bare: WordKey

  @inline(__always)
  init(_ key: WordKey, _ clitics: CliticLetters) {
    self.key = key
    bare = clitics.stripped(key)
  }

  /// The words of a text, in order.
  static func words(_ text: Span<UInt8>, _ clitics: CliticLetters) -> [MatchWord] {
    var words: [MatchWord] = []
    var scanner = WordScanner(from: 0, to: text.count)
    while let word = scanner.next(text) { words.append(MatchWord(word.key, clitics)) }
    return words
  }

  static func words(_ text: String, _ clitics: CliticLetters) -> [MatchWord] {
    var text = text
    text.makeContiguousUTF8()
    return words(text.utf8.span, clitics)
  }
}

/// The folded letters that are written together with the next word: the conjunctions و ف, the prepositions ب ل ك, the article
/// ال.
///
/// All that may be one is taken off, as long as three letters stay: two forms of a word always meet, and now and then two words
/// do. That costs half a word in a match and shows as a difference, so nothing wrong is passed off as right.
///
///     والوزير = للوزير = وزير (all to زير)        كتاب = تاب, by mistake; بلد ≠ ولد, three letters stay
struct CliticLetters: Sendable {
  private let letters: [UInt8]
  private let alef: UInt8
  private let lam: UInt8
  private static let fewest = 3

  init() {
    func code(_ letter: String) -> UInt8 { letter.wordKeys.first?.first ?? 0 }
    alef = code("\u{0627}")
    lam = code("\u{0644}")
    letters = [code("\u{0648}"), code("\u{0641}"), code("\u{0628}"), code("\u{0643}"), lam]
  }

  @inline(__always)
  func stripped(_ word: WordKey) -> WordKey {
    guard word.isArabic else { return word }
    var word = word
    var count = word.count
    while count > Self.fewest {
      let first = word.first
      if first == alef, word[1] == lam, count - 2 >= Self.fewest {
        word = word.dropFirst(2)
        count -= 2
      } else if letters.contains(first) {
        word = word.dropFirst(1)
        count -= 1
      } else {
        break
      }
    }
    return word
  }
}

extension WordKey {
  /// What units are found by: the same for the forms of a word, with clitics and endings taken off. Words of the target are kept
  /// apart from those of the source.
  func term(_ clitics: CliticLetters, isTarget: Bool) -> Int64 {
    let stem = isArabic ? clitics.stripped(self).lightStem : prefix(Self.comparedLetters)
    let hash = Int64(bitPattern: stem.hash64)
    return isTarget ? ~hash : hash
  }

  /// Words of other scripts are known by so many letters.
  private static let comparedLetters = 6
}
