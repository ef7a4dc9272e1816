/// The words of a text as they are compared: folded, and without the article.
package struct FoldedWords: Sendable {
  private var keys: Set<WordKey> = []

  package init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let count = text.utf8.count
    self.init(text.utf8.span, TextRange(start: 0, end: count))
  }

  /// The words of a range of a text.
  package init(_ text: Span<UInt8>, _ range: TextRange) {
    var scanner = WordScanner(range)
    while let word = scanner.next(text) { keys.insert(word.key.withoutArticle) }
  }

  package var isEmpty: Bool { keys.isEmpty }
  package mutating func formUnion(_ other: FoldedWords) { keys.formUnion(other.keys) }
  package func isSubset(of other: FoldedWords) -> Bool { keys.isSubset(of: other.keys) }
}

extension Span<UInt8> {
  /// A range with so many words before and behind it.
  package func context(of range: TextRange, words: Int) -> TextRange {
    guard words > 0 else { return range }
    var start = range.start
    var left = words
    while left > 0, start > 0 {
      var end = start
      while end > 0 {
        let previous = scalarStart(before: end, floor: 0)
        if isWordPart(at: previous, limit: end) { break }
        end = previous
      }
      guard let word = word(endingAt: end, floor: 0) else { break }
      start = word.start
      left -= 1
    }
    var scanner = WordScanner(from: range.end, to: count)
    var end = range.end
    left = words
    while left > 0, let word = scanner.next(self) {
      end = word.end
      left -= 1
    }
    return TextRange(start: start, end: end)
  }
}
