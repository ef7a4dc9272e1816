import MujazCore

extension String {
  /// The words.
  var words: [Word] {
    var text = self
    text.makeContiguousUTF8()
    let span = text.utf8.span
    var scanner = WordScanner(from: 0, to: span.count)
    var words: [Word] = []
    while let word = scanner.next(span) { words.append(word) }
    return words
  }

  /// The folded words.
  var wordKeys: [WordKey] { words.map(\.key) }
}
