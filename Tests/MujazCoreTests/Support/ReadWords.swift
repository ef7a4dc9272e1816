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

extension Words {
  /// The sentence that is a text's first segment and stands there.
  func sentence(_ range: TextRange) -> SentenceWords {
    SentenceWords(range: range, words: words(of: 0))
  }
}
