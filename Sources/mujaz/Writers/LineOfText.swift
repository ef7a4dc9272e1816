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
}
