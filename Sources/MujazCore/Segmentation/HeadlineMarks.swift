/// The headline of a text that came without one, where a mark closes it as it would a sentence.
///
/// Bias: the first line, and the one below a first line that is no sentence either, where they are short, no full stop closes any part
/// of them, and text follows. A headline asks, calls or breaks off; a lead tells, and ends in a full stop.
///
///     الصراع بين الشركتين.. من يفوز؟⏎شهدت الفترة الأخيرة …        headline        وصل الوفد أمس.⏎…        body
enum HeadlineMarks {
  /// A headline has no more bytes, about twenty words.
  private static let longest = 200
  /// A headline and what stands above or below it.
  private static let lines = 2

  /// How many of the first segments are headlines, the last of them closed by a mark or in several parts.
  static func count(_ text: Span<UInt8>, _ segments: [Segment]) -> Int {
    var found = 0
    var first = 0
    for line in 0..<lines {
      guard first < segments.count, segments[first].role == .body else { break }
      var end = first
      var isHeadline = true
      while isHeadline, end < segments.count,
        segments[end].paragraph == segments[first].paragraph
      {
        let range = segments[end].range
        isHeadline =
          range.end - segments[first].range.start <= longest && !text.endsAsStatement(range)
        end += 1
      }
      let range = TextRange(start: segments[first].range.start, end: segments[end - 1].range.end)
      let isOne = end == first + 1
      guard isHeadline, line == 0 || isOne, end < segments.count else {
        break
      }
      if !isOne || text.endsTerminal(range) { found = end }
      first = end
    }
    return found
  }
}

extension Span<UInt8> {
  /// Whether a full stop that is no row of them, or a colon, ends a range; closers and spaces behind it are read over.
  fileprivate func endsAsStatement(_ range: TextRange) -> Bool {
    var end = range.end
    while end > range.start {
      let start = scalarStart(before: end, floor: range.start)
      switch scalar(at: start, limit: end).value {
      case 0x22, 0x27, 0xBB, 0xAB, 0x201C, 0x201D, 0x29, 0x5D, 0x20, 0xA0, 0x200E, 0x200F:
        end = start
      case 0x2E: return start == range.start || self[start - 1] != UInt8(ascii: ".")
      case 0x3A: return true
      default: return false
      }
    }
    return false
  }
}
