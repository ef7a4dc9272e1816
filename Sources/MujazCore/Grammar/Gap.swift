/// What stands between a word and the one before it.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let comma = Self(rawValue: 1)
  static let colon = Self(rawValue: 2)
  static let semicolon = Self(rawValue: 4)
  /// . … ؟ !
  static let stop = Self(rawValue: 8)
  /// A quotation mark, whatever it does.
  static let mark = Self(rawValue: 16)
  static let bracket = Self(rawValue: 32)
  /// - – — /
  static let dash = Self(rawValue: 64)
  static let lineBreak = Self(rawValue: 128)
  /// The word begins a sentence.
  static let sentence = Self(rawValue: 256)
  static let other = Self(rawValue: 512)
  /// No space at all: مستشار/آذار, جميلة_بوحيرد.
  static let joined = Self(rawValue: 1024)

  /// What no name goes across.
  static let parting: Self = [
    .comma, .colon, .semicolon, .stop, .bracket, .dash, .lineBreak, .sentence, .other,
  ]

  /// What stands between two words, nothing where that is a space.
  @inline(__always)
  init(_ text: Span<UInt8>, between start: Int, and end: Int) {
    self = end == start &+ 1 && text[start] == 0x20 ? [] : Self(text, from: start, to: end)
  }

  /// What stands between two offsets. Empty for white space alone.
  @inline(never)
  init(_ text: Span<UInt8>, from start: Int, to end: Int) {
    self = start == end ? .joined : []
    var offset = start
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      offset += count
      switch scalar {
      case 0x20, 0x09, 0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: insert(.lineBreak)
      case 0x060C, 0x2C: insert(.comma)
      case 0x3A: insert(.colon)
      case 0x061B, 0x3B: insert(.semicolon)
      case 0x2E, 0x21, 0x3F, 0x061F, 0x2026, 0x06D4: insert(.stop)
      case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: insert(.mark)
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: insert(.bracket)
      case 0x2D, 0x2010...0x2015, 0x2F: insert(.dash)
      case 0x5F: insert(.joined)
      case 0x23, 0x40: break
      default: insert(.other)
      }
    }
  }
}
