@testable import MujazCore

extension WordTable {
  /// The words of some ranges of a text, each a segment of its own.
  init(
    _ text: Span<UInt8>, _ ranges: [TextRange], lexicon: Lexicon = .standard,
    for purpose: WordPurpose = .terms
  ) {
    self.init()
    read(text, ranges, lexicon: lexicon, for: purpose)
  }

  /// Reads the words of some ranges of a text in place of those that were read.
  mutating func read(
    _ text: Span<UInt8>, _ ranges: [TextRange], lexicon: Lexicon = .standard,
    for purpose: WordPurpose = .terms
  ) {
    read(text, ranges.map { Segment($0) }, lexicon, for: purpose) { _ in true }
  }
}

extension Segment {
  /// A sentence of the body.
  init(_ range: TextRange) { self.init(range: range, role: .body, paragraph: 0) }
}

extension RankedSentence {
  /// The sentence that is a text's first segment.
  init(_ range: TextRange, words: Int = 0) {
    self.init(index: 0, range: range, startsInQuotation: false, leavesQuotation: false)
    self.words = words
  }
}
