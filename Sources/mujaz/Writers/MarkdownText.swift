import MujazCore

extension JSONWriter {
  /// A range as one line of Markdown: what would be markup is escaped.
  mutating func markdown(_ text: Span<UInt8>, _ range: TextRange) {
    var offset = range.start
    while offset < range.end {
      let size = text.lineBreakOrTab(at: offset, limit: range.end)
      if size > 0 {
        bytes.append(0x20)
        offset += size
        continue
      }
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "#"), UInt8(ascii: "|"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }
}
