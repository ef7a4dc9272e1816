package import MujazCore

/// Which segments of an article a translator gets.
///
/// Bias: what may be text stays. Left out is only what shows itself to be no part of the article (a masthead, a share bar, "read also", a
/// notice); bylines, captions and subheads stay, and so does a sentence with its full stop that is no more than a line said twice. Where
/// nothing else would be left, all stays.
package struct TranslatedLines: Sendable {
  /// Those that are translated, by their places in the article.
  package let kept: [Int]
  /// Those that are not.
  package let leftOut: [Int]

  /// Chooses among the segments of a text; `keepsAll` keeps every line. Linear.
  package init(_ segments: [Segment], of text: Span<UInt8>, keepsAll: Bool = false) {
    var others = segments.indices.filter {
      segments[$0].role == .other && !segments[$0].isUnmarked
    }
    if !keepsAll, !others.isEmpty {
      let sentences = Self.saidTwice(others, segments, text)
      others.removeAll(where: sentences.contains)
    }
    let left = Set(others)
    let rest = segments.indices.filter { !left.contains($0) }
    let holdsText = rest.contains { ContentHash(text, segments[$0].range) != .blank }
    let isChosen = !keepsAll && holdsText
    (kept, leftOut) = isChosen ? (rest, others) : (Array(segments.indices), [])
  }

  /// Those with a final mark that stand more than once.
  private static func saidTwice(
    _ lines: [Int], _ segments: [Segment], _ text: Span<UInt8>
  ) -> Set<Int> {
    var places: [ContentHash: [Int]] = [:]
    for index in lines where text.endsTerminal(segments[index].range) {
      places[ContentHash(text, segments[index].range), default: []].append(index)
    }
    return Set(places.values.filter { $0.count > 1 }.joined())
  }
}
