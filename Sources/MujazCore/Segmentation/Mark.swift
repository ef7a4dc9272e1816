internal import CBytes

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
  /// The marks in the order of the text, appended to `marks`. Linear; does not keep what `marks` held.
  static func scan(_ text: Span<UInt8>, into marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    let limit = text.count
    var block = 0
    // Behind the last mark: one of several bytes may be seen twice.
    var end = 0
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      while block < limit {
        var places = cbytes_marks(base + block, limit - block)
        while places != 0 {
          let offset = block &+ places.trailingZeroBitCount
          places &= places &- 1
          if offset >= end, let mark = mark(text, at: offset, limit: limit) {
            marks.append(mark)
            end = mark.end
          }
        }
        block &+= 64
      }
    }
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
