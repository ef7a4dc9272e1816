package import MujazCore

/// What a text is called by: 56 bits of a hash of what can be read in it.
///
/// White space, format and control characters do not count: a tool that re-indents a file, mends line ends or drops
/// a byte order mark has not altered a sentence. Everything else does. Two different sentences of a package of
/// 100,000 are called the same with a chance of one in ten million; the second is then numbered like a repeat.
///
///     قال الوزير: نعم.  =  قال⏎الوزير:  نعم.        قال الوزير: نعم.  ≠  قال الوزير: لا.
public struct ContentHash: Hashable, Sendable {
  /// The lowest 56 bits count.
  public let value: UInt64

  init(value: UInt64) { self.value = value }

  /// The hash of what holds nothing to be read.
  static let blank = ContentHash("")

  /// The hash of a text. Linear.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    self.init(span, TextRange(start: 0, end: span.count))
  }

  package init(_ text: Span<UInt8>, _ range: TextRange) {
    var builder = ContentHashBuilder()
    builder.append(text, range)
    self = builder.hash
  }

  /// Fourteen hexadecimal digits: with a letter before them a valid id in every format, and no allocation.
  public var digits: String {
    var digits = [UInt8](repeating: 0, count: 14)
    var rest = value
    for place in stride(from: 13, through: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      digits[place] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
      rest >>= 4
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The hash that an id of ours names (`s0123456789abcd`, `p…-2`), nil for other ids.
  public init?(id: String) {
    let bytes = Array(id.utf8)
    guard bytes.count >= 15,
      [UInt8(ascii: "s"), UInt8(ascii: "p"), UInt8(ascii: "b")].contains(bytes[0])
    else { return nil }
    var value: UInt64 = 0
    for byte in bytes[1..<15] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    if bytes.count > 15 {
      guard bytes.count > 16, bytes[15] == UInt8(ascii: "-"),
        bytes[16...].allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
    }
    self.value = value
  }
}

/// A hash of several pieces of text, as if they were one.
///
/// FNV-1a, 64 bits, with a final mix (Fowler, Noll and Vo; mix of MurmurHash3): fixed for good, because files out there
/// carry it.
struct ContentHashBuilder {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func append(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    append(span, TextRange(start: 0, end: span.count))
  }

  mutating func append(_ text: Span<UInt8>, _ range: TextRange) {
    precondition(range.start >= 0 && range.end <= text.count)
    var offset = range.start
    while offset < range.end {
      let byte = text[unchecked: offset]
      if Self.isSurelyRead(byte) || byte == 0xD8 && Self.isLetter(text, offset, range.end) {
        mix(byte)
        offset &+= 1
        continue
      }
      let size = text.unread(at: offset, limit: range.end)
      if size == 0 { mix(byte) }
      offset += max(1, size)
    }
  }

  /// Bytes that nothing unread begins with: ASCII, what stands inside a letter, and what most letters begin with.
  @inline(__always)
  private static func isSurelyRead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21..<0x7F, 0x80..<0xC2, 0xC3..<0xD8, 0xD9..<0xE1, 0xE4..<0xEF, 0xF0...: true
    default: false
    }
  }

  /// Whether an Arabic letter stands at D8, and not the Arabic letter mark, D8 9C.
  @inline(__always)
  private static func isLetter(_ text: Span<UInt8>, _ offset: Int, _ limit: Int) -> Bool {
    guard offset &+ 1 < limit else { return false }
    let next = text[unchecked: offset &+ 1]
    return next & 0xC0 == 0x80 && next != 0x9C
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var hash: ContentHash {
    var mixed = state
    mixed = (mixed ^ mixed >> 33) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
    mixed ^= mixed >> 33
    return ContentHash(value: mixed & 0xFF_FFFF_FFFF_FFFF)
  }
}

extension Span<UInt8> {
  /// The size of the white space, control or format character at `offset`, 0 where something to be read stands.
  fileprivate func unread(at offset: Int, limit: Int) -> Int {
    let byte = self[offset]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    // C2 80…A0, D8 9C, E1 9A 80, E2 80…81, E3 80 80, EF BB BF, EF BF BD…BF.
    guard [0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte) else { return 0 }
    let (scalar, count) = scalar(at: offset, limit: limit)
    switch scalar {
    case 0x80...0xA0, 0xAD, 0x061C, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0x3000,
      0xFEFF, 0xFFFD...0xFFFF:
      return count
    default: return 0
    }
  }
}
