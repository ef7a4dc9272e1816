import MujazCore

/// A word as matches are counted in it: folded, and stripped of what is written together with it.
struct MatchWord: Sendable, Hashable {
  var key: WordKey
  /// The same for all words that differ only in و ف ب ل ك and ال. Where two words meet by mistake, that costs half a word in a match
  /// and shows as a difference, so nothing wrong is passed off as right.
  var bare: WordKey

  @inline(__always)
  init(_ key: WordKey) {
    self.key = key
    bare = key.withoutAnyClitics
  }

  /// The words of a text, in order.
  static func words(_ text: Span<UInt8>) -> [MatchWord] {
    var words: [MatchWord] = []
    var scanner = WordScanner(from: 0, to: text.count)
    while let word = scanner.next(text) { words.append(MatchWord(word.key)) }
    return words
  }

  static func words(_ text: String) -> [MatchWord] {
    var text = text
    text.makeContiguousUTF8()
    return words(text.utf8.span)
  }
}

extension WordKey {
  /// What units are found by: the same for the forms of a word, with clitics and endings taken off. Words of the target are kept
  /// apart from those of the source.
  func term(isTarget: Bool) -> Int64 {
    let stem = isArabic ? withoutAnyClitics.lightStem : prefix(Self.comparedLetters)
    let hash = Int64(bitPattern: stem.hash64)
    return isTarget ? ~hash : hash
  }

  /// Words of other scripts are known by so many letters.
  private static let comparedLetters = 6
}
