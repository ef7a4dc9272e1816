@testable import MujazCore

extension String {
  /// The words that the scanner finds, in order.
  var scannedWords: [Word] {
    let bytes = Array(utf8)
    let text = bytes.span
    var scanner = WordScanner(TextRange(start: 0, end: bytes.count))
    var words: [Word] = []
    while let word = scanner.next(text) { words.append(word) }
    return words
  }

  /// The keys of the words.
  var keys: [WordKey] { scannedWords.map(\.key) }

  /// The key of the first word, the empty one where there is none.
  var key: WordKey { scannedWords.first?.key ?? .empty }

  /// The words as they stand.
  var wordTexts: [String] { scannedWords.map { self[TextRange(start: $0.start, end: $0.end)] } }

  /// The number of words as `--words` counts them.
  var scannedWordCount: Int { scannedWords.count }
}
