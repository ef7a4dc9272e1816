/// A place in the text that matters to segmentation: a terminal mark, a quotation mark, a bracket or a line break.
struct Mark {
  enum Kind: UInt8 {
    case stop  // .
    case question  // ? ؟
    case exclamation  // !
    case ellipsis  // …
    case urduStop  // ۔
    case opener  // « “ „ ‹
    case closer  // » ” ›
    /// A mark that stands at both ends of a quotation: " and the single quotation marks.
    case quote
    case bracketOpener  // ( [ {
    case bracketCloser  // ) ] }
    case lineBreak

    @inline(__always) var isTerminal: Bool { rawValue <= Kind.urduStop.rawValue }
    @inline(__always) var isQuotation: Bool {
      rawValue >= Kind.opener.rawValue && rawValue <= Kind.quote.rawValue
    }
  }

  var offset: Int
  var kind: Kind
  /// The number of bytes: one to three, and two for CR LF.
  var count: UInt8

  @inline(__always) var end: Int { offset + Int(count) }
}

/// Finds every mark of a text in one pass over its bytes.
enum MarkScanner {
  /// For each byte: whether a mark may begin there. Arabic letters (D8 to DA) are passed over at once,
  /// so ؟ (D8 9F) is found by its second byte.
  private static let interesting: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x0A...0x0D, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), 0x9F, 0xC2, 0xDB, 0xE2:
      1
    default: 0
    }
  }

  /// The marks in the order of the text, appended to `marks`. Linear; does not keep what `marks` held.
  static func scan(_ text: Span<UInt8>, into marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    let interesting = interesting
    var offset = 0
    let limit = text.count
    text.withUnsafeBytes { bytes in
      // The one loop over every byte: eight at a time where they hold nothing but letters and spaces.
      while offset < limit {
        if offset &+ 8 <= limit,
          isPlain(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        {
          offset &+= 8
          continue
        }
        let end = min(offset &+ 8, limit)
        while offset < end {
          if interesting[Int(bytes[offset])] != 0, let mark = mark(text, at: offset, limit: limit) {
            marks.append(mark)
            offset = mark.end
          } else {
            offset &+= 1
          }
        }
      }
    }
  }

  /// Whether eight bytes are spaces and parts of letters that no mark begins with.
  ///
  /// The test for a zero byte in its exact form for spaces, where a wrong yes would lose a mark, and in its quick form,
  /// which may see one too many, for the bytes that send a block to the slow loop.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let tops: UInt64 = 0x8080_8080_8080_8080
    func quick(_ byte: UInt64) -> UInt64 {
      let differences = word ^ (ones &* byte)
      return (differences &- ones) & ~differences
    }
    let spaces = word ^ (ones &* 0x20)
    let isSpace = ~(((spaces & lows) &+ lows) | spaces | lows)
    let others = ~word & ~isSpace
    return (others | quick(0x9F) | quick(0xC2) | quick(0xDB) | quick(0xE2)) & tops == 0
  }

  @inline(__always)
  private static func mark(_ text: Span<UInt8>, at offset: Int, limit: Int) -> Mark? {
    func one(_ kind: Mark.Kind) -> Mark { Mark(offset: offset, kind: kind, count: 1) }
    switch text[offset] {
    case UInt8(ascii: "."): return one(.stop)
    case 0x0A, 0x0B, 0x0C: return one(.lineBreak)
    case 0x0D:
      let isPair = offset + 1 < limit && text[offset + 1] == 0x0A
      return Mark(offset: offset, kind: .lineBreak, count: isPair ? 2 : 1)
    case UInt8(ascii: "!"): return one(.exclamation)
    case UInt8(ascii: "?"): return one(.question)
    case UInt8(ascii: "\""): return one(.quote)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return one(.bracketOpener)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return one(.bracketCloser)
    case 0x9F:
      guard offset > 0, text[offset - 1] == 0xD8 else { return nil }
      return Mark(offset: offset - 1, kind: .question, count: 2)
    default: return wide(text, at: offset, limit: limit)
    }
  }

  private static func wide(_ text: Span<UInt8>, at offset: Int, limit: Int) -> Mark? {
    let (scalar, count) = text.scalar(at: offset, limit: limit)
    let kind: Mark.Kind
    switch scalar {
    case 0x85, 0x2028, 0x2029: kind = .lineBreak
    case 0xAB, 0x201C, 0x201E, 0x201F, 0x2039, 0x201A: kind = .opener
    case 0xBB, 0x201D, 0x203A: kind = .closer
    case 0x06D4: kind = .urduStop
    case 0x2026: kind = .ellipsis
    case 0x203C: kind = .exclamation  // ‼
    case 0x2047, 0x2048, 0x2049: kind = .question  // ⁇ ⁈ ⁉
    // The single quotation marks stand for apostrophes as often as not: between two letters they are.
    case 0x27, 0x2018, 0x2019:
      let end = offset + count
      let isApostrophe =
        offset > 0 && end < limit
        && text.isWordPart(at: text.scalarStart(before: offset, floor: 0), limit: offset)
        && text.isWordPart(at: end, limit: limit)
      if isApostrophe { return nil }
      kind = .quote
    default: return nil
    }
    return Mark(offset: offset, kind: kind, count: UInt8(count))
  }
}
