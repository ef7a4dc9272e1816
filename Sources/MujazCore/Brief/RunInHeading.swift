/// A heading or label that lost its line and ran into the sentence behind it.
///
/// Bias: cut off only where the article says the rest again as a sentence of its own, word for word, as where a page's paragraphs
/// were taken twice, once with their subhead; and where what stands in front could end there.
///
///     احتفالات الساحة عام 2021 يعود المقطع إلى … ⋯ يعود المقطع إلى …        the first five words are left out
enum RunInHeading {
  /// A heading has no more words, two of them in a row included.
  private static let longest = 20
  /// What is said twice is so long, in bytes: a short sentence may be the end of another by chance.
  private static let shortest = 40

  /// The paragraph stands again so few sentences behind.
  private static let reach = 2

  /// The sentence of a number without the heading in front of it; nil where it has none. Linear in the bytes of the sentences that
  /// end alike.
  static func without(
    _ words: Words, _ ranked: [RankedSentence], _ index: Int
  ) -> SentenceWords? {
    let text = words.text
    let range = ranked[index].range
    var start = range.start
    var next = index + 1
    while next < ranked.count, next <= index + reach {
      let other = ranked[next].range
      if other.count >= shortest, other.count < range.end - start, text.ends(range, with: other) {
        start = range.end - other.count
      }
      next += 1
    }
    guard start > range.start else { return nil }
    let first = words.words(of: ranked[index].index).lowerBound
    let rest = words.words(in: TextRange(start: start, end: range.end))
    guard rest.lowerBound > first, rest.lowerBound - first <= longest,
      words.start(rest.lowerBound) >= start, !words.gap(rest.lowerBound).contains(.joined),
      words.either(rest.lowerBound - 1).isDisjoint(with: [
        .preposition, .subordinator, .coordinator, .relative, .speechVerb,
      ])
    else { return nil }
    return SentenceWords(range: TextRange(start: start, end: range.end), words: rest)
  }
}

extension Span<UInt8> {
  /// Whether the bytes of one range end in those of another.
  fileprivate func ends(_ range: TextRange, with part: TextRange) -> Bool {
    var offset = 1
    while offset <= part.count {
      guard self[range.end - offset] == self[part.end - offset] else { return false }
      offset += 1
    }
    return true
  }
}
