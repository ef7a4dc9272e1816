/// A sentence by its words.
struct SentenceWords {
  var range: TextRange
  var words: Range<Int>

  @inline(__always) var count: Int { words.count }
  @inline(__always) var isEmpty: Bool { words.isEmpty }
  /// The number of its first word.
  @inline(__always) var first: Int { words.lowerBound }
  /// The number behind its last.
  @inline(__always) var end: Int { words.upperBound }
}
