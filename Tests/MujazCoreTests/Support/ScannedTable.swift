@testable import MujazCore

/// What a table of words must hold, found word by word by the scanner.
struct ScannedTable {
  struct Entry: Equatable {
    var start: Int
    var end: Int
    var key: WordKey
    var isAddress: Bool
    var gap: Gap
  }

  private(set) var entries: [Entry] = []
  /// For each segment the numbers of its words.
  private(set) var segments: [Range<Int>] = []

  init(_ text: Span<UInt8>, _ segments: [Segment], where isWanted: (Segment) -> Bool) {
    for segment in segments {
      let first = entries.count
      if isWanted(segment) { read(text, segment.range) }
      self.segments.append(first..<entries.count)
    }
  }

  private mutating func read(_ text: Span<UInt8>, _ range: TextRange) {
    var scanner = WordScanner(range)
    var end = range.start
    var isFirst = true
    while let word = scanner.next(text) {
      var gap = Gap(text, from: end, to: word.start)
      if isFirst { gap.insert(.sentence) }
      entries.append(
        Entry(
          start: word.start, end: word.end, key: word.key, isAddress: word.isAddress, gap: gap))
      end = word.end
      isFirst = false
    }
  }

  /// What a table has else; nil where nothing is.
  func fault(in table: WordTable, _ text: Span<UInt8>) -> String? {
    let words = table.view(text)
    guard words.count == entries.count, table.count == entries.count else {
      return "\(words.count) words in place of \(entries.count)"
    }
    for (segment, range) in segments.enumerated() {
      guard words.words(of: segment) == range, table.words(of: segment) == range else {
        return "words \(words.words(of: segment)) of segment \(segment) in place of \(range)"
      }
    }
    for (word, entry) in entries.enumerated() {
      let found = Entry(
        start: words.start(word), end: words.end(word), key: words.key(word),
        isAddress: words.isAddress(word), gap: words.gap(word))
      if found != entry { return "\(found) in place of \(entry)" }
      let token = words[word]
      guard
        token.start == entry.start, token.end == entry.end, token.key == entry.key,
        token.gap == entry.gap, token.span == -1
      else { return "\(token) in place of \(entry)" }
    }
    return nil
  }
}
