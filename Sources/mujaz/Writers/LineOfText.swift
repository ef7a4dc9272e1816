import MujazCore

extension JSONWriter {
  /// A range as one line: line breaks and tabs inside it become spaces.
  mutating func line(_ text: Span<UInt8>, _ range: TextRange) {
    var start = range.start
    var offset = range.start
    while offset < range.end {
      let size = text.lineBreakOrTab(at: offset, limit: range.end)
      if size == 0 {
        offset += 1
        continue
      }
      bytes.append(text, TextRange(start: start, end: offset))
      bytes.append(0x20)
      offset += size
      start = offset
    }
    bytes.append(text, TextRange(start: start, end: range.end))
  }

  /// Up to forty characters on both sides of a place, which `|` marks; before it only what stands behind `floor`.
  mutating func context(_ text: Span<UInt8>, around offset: Int, floor: Int = 0) {
    var start = offset
    var end = offset
    for _ in 0..<40 {
      if start > floor {
        start -= 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      }
      if end < text.count {
        end += 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      }
    }
    line(text, TextRange(start: start, end: offset))
    raw(" | ")
    line(text, TextRange(start: offset, end: end))
  }
}
