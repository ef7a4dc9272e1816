/// Full stops inside numbers, dates and times, and behind list markers.
///
/// Bias: a stop between two digits with no space never ends a segment; a stop behind a number ends one unless the
/// number is all that stands in the segment, which makes it a list marker.
///
///     ارتفع المؤشر 2.5 في المئة        no end          انتهت الحرب عام 1945. وبدأت مرحلة     an end
///     1. ضعف التمويل.                  no end behind the marker
enum NumberRule {
  /// A list marker is no longer than this, in bytes.
  private static let longestMarker = 32

  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>
  ) -> Verdict? {
    guard candidate.isSingleStop, candidate.next < candidate.limit else { return nil }
    let digitFollows = text.isDigit(at: candidate.next, limit: candidate.limit)
    if digitFollows, !candidate.hasGap {
      let previous = text.scalarStart(before: candidate.mark, floor: candidate.segmentStart)
      if candidate.mark > candidate.segmentStart,
        text.isDigit(at: previous, limit: candidate.mark)
          || text.whiteSpace(at: previous, limit: candidate.mark) > 0
      {
        return .refuse(.number)
      }
    }
    guard let previous = neighbours.previous else { return nil }
    return isMarker(previous, candidate, text) ? .refuse(.listMarker) : nil
  }

  /// Whether the word before the stop is a list marker: a short number or a single letter with nothing but
  /// bullets, brackets and other parts of the marker before it in the segment, or behind a colon.
  private static func isMarker(
    _ word: Word, _ candidate: Candidate, _ text: Span<UInt8>
  ) -> Bool {
    let isShortNumber = word.key.isNumber && word.key.count <= 3
    guard isShortNumber || word.key.count == 1 else { return false }
    var offset = word.start
    while offset > candidate.segmentStart {
      if word.start - offset > longestMarker { return false }
      let start = text.scalarStart(before: offset, floor: candidate.segmentStart)
      let isSpace = text.whiteSpace(at: start, limit: offset) > 0
      if text[start] == UInt8(ascii: ":") { return isShortNumber && word.key.count <= 2 }
      if !isSpace, text.isWordPart(at: start, limit: offset),
        !text.isDigit(at: start, limit: offset)
      {
        return false
      }
      offset = start
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether a digit of any of the systems that Arabic is written with stands at `offset`.
  func isDigit(at offset: Int, limit: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard byte & 0xFC == 0xD8, offset + 1 < limit else { return false }
    let code = Letter.arabic[byte, self[offset + 1]]
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code)
  }
}
