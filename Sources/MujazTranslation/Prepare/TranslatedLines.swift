package import MujazCore

/// Which segments of an article a translator gets.
///
/// Bias: what may be text stays. Left out is only what says itself that it is no part of the article ("read also", a share bar, a notice), a
/// menu or a masthead with bars between its parts, a word or two in front of the headline, and a line without a full stop that stood
/// before: the first stays, be it a caption or the headline. Where nothing else would be left, all stays.
package struct TranslatedLines: Sendable {
  /// Those that are translated, by their places in the article.
  package let kept: [Int]
  /// Those that are not.
  package let leftOut: [Int]

  private static let mastheadWords = 2

  /// Chooses among the segments of a text; `keepsAll` keeps every line. Linear.
  package init(_ segments: [Segment], of text: Span<UInt8>, keepsAll: Bool = false) {
    var seen: Set<ContentHash> = []
    let headline = segments.firstIndex { $0.role == .headline } ?? 0
    let others = segments.indices.filter { index in
      let segment = segments[index]
      guard segment.role == .other, !segment.isUnmarked else { return false }
      let hash = ContentHash(text, segment.range)
      let isAgain = !seen.insert(hash).inserted
      if segment.isBoilerplate || hash == .blank || text.isMenu(segment.range) { return true }
      if index < headline, text.wordCount(segment.range) <= Self.mastheadWords { return true }
      return isAgain && !text.endsTerminal(segment.range)
    }
    let left = Set(others)
    let rest = segments.indices.filter { !left.contains($0) }
    let holdsText = rest.contains { ContentHash(text, segments[$0].range) != .blank }
    let isChosen = !keepsAll && holdsText
    (kept, leftOut) = isChosen ? (rest, others) : (Array(segments.indices), [])
  }
}

extension Span<UInt8> {
  /// Whether a line has bars, or twice two spaces, between its parts.
  fileprivate func isMenu(_ range: TextRange) -> Bool {
    var wide = 0
    for offset in range.start..<range.end - 1 {
      if self[offset] == UInt8(ascii: "|") { return true }
      if self[offset] == 0x20, self[offset + 1] == 0x20 { wide += 1 }
    }
    return wide > 1
  }
}
