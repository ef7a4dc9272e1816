/// The labels of a share bar that scraping ran into the sentence behind it.
///
/// Bias: three labels in a row and nothing else between them; one or two are the words of a sentence about
/// social networks.
///
///     شارك فيسبوك تويتر واتساب قال الوزير إن …      cut off       فيسبوك وتويتر منصتان …      left alone
enum ShareBar {
  /// Where the labels end and where the rest begins; nil where the paragraph does not begin with a bar or is nothing else.
  static func end(_ text: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon) -> (
    end: Int, next: Int
  )? {
    // Nearly every paragraph ends here.
    guard let first = text.word(from: range.start, limit: range.end),
      lexicon.classes(exactly: first.key).contains(.shareLabel)
    else { return nil }
    return longEnd(text, range, lexicon)
  }

  private static func longEnd(
    _ text: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon
  ) -> (end: Int, next: Int)? {
    var scanner = WordScanner(range)
    var keys: [WordKey] = []
    var ends: [Int] = []
    var labels = 0
    var position = 0
    var lastLabel = 0
    while labels < 24 {
      while keys.count < position + 5, let word = scanner.next(text) {
        keys.append(word.key)
        ends.append(word.end)
      }
      guard position < keys.count else { break }
      if let found = lexicon.phrase(at: keys.span.extracting(position...), in: .shareLabel) {
        labels += 1
        position += found.count
        lastLabel = position
      } else if lexicon.classes(of: keys[position]).contains(.preposition), position < lastLabel + 2
      {
        // شارك من خلال تويتر
        position += 1
      } else {
        break
      }
    }
    guard labels >= 3, lastLabel < keys.count else { return nil }
    // What stands between the last label and the text, a dash or an opening mark, stays with the text.
    let end = ends[lastLabel - 1]
    var next = end
    while next < range.end {
      let size = text.whiteSpace(at: next, limit: range.end)
      if size == 0 { break }
      next += size
    }
    return (end, next)
  }
}
