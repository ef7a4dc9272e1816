internal import CBytes

/// Tags that were left in a text: links, breaks, headings with what they say.
///
/// Bias: what begins with < and a letter or a slash and is closed within a few hundred bytes.
///
///     بيان <a href="/12">الوزارة</a>      the two tags are left out        س < ص      stays
enum MarkupRule {
  /// A tag has no more bytes; addresses of Arabic words are long.
  private static let longest = 1_000

  /// What is left of a range without tags; nil where it has none. Linear.
  static func without(_ text: Span<UInt8>, _ range: TextRange) -> [TextRange]? {
    let brackets = text.extracting(range.start..<range.end).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { cbytes_count($0, bytes.count, UInt8(ascii: "<")) } ?? 0
    }
    if brackets == 0 { return nil }
    var kept: [TextRange] = []
    var start = range.start
    var offset = range.start
    while offset < range.end {
      guard text[offset] == UInt8(ascii: "<"), var end = tagEnd(text, offset, range.end) else {
        offset += 1
        continue
      }
      if isHeading(text, offset), let closed = headingEnd(text, end, range.end) { end = closed }
      // Of the spaces on both sides one is enough.
      if offset > range.start, text[offset - 1] == 0x20, end < range.end, text[end] == 0x20 {
        end += 1
      }
      if offset > start { kept.append(TextRange(start: start, end: offset)) }
      start = end
      offset = end
    }
    guard start > range.start else { return nil }
    if start < range.end { kept.append(TextRange(start: start, end: range.end)) }
    return kept
  }

  private static func tagEnd(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start + 2 < limit else { return nil }
    let first = text[start + 1] | 0x20
    guard (0x61...0x7A).contains(first) || text[start + 1] == UInt8(ascii: "/") else { return nil }
    for offset in start + 2..<min(limit, start + longest) {
      if text[offset] == UInt8(ascii: ">") { return offset + 1 }
      // No tag holds another: so all tags together are read once.
      if text[offset] == UInt8(ascii: "<") { return nil }
    }
    return nil
  }

  /// <h1> to <h6>.
  private static func isHeading(_ text: Span<UInt8>, _ start: Int) -> Bool {
    text[start + 1] | 0x20 == UInt8(ascii: "h") && (0x31...0x36).contains(text[start + 2])
  }

  /// Behind the next tag, where that closes a heading of no more than `longest` bytes.
  private static func headingEnd(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    let limit = min(limit, start + longest)
    guard let tag = (start..<limit).first(where: { text[$0] == UInt8(ascii: "<") }),
      tag + 3 < limit, text[tag + 1] == UInt8(ascii: "/"),
      text[tag + 2] | 0x20 == UInt8(ascii: "h")
    else { return nil }
    return tagEnd(text, tag, limit)
  }
}
