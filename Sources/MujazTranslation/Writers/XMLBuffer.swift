/// Bytes of XML in the making. Every text that goes in is escaped; what XML 1.0 can't hold becomes U+FFFD.
struct XMLBuffer {
  private(set) var bytes: [UInt8] = []

  init() {}

  var count: Int { bytes.count }

  /// The bytes so far; the buffer is empty then.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  /// Markup, as it is.
  @inline(__always)
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Markup in bytes, as it is.
  mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// A number.
  mutating func integer(_ value: Int) {
    guard value < 0 || value > 9 else {
      bytes.append(0x30 + UInt8(value))
      return
    }
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Character data.
  mutating func text(_ text: String) { escape(text.utf8[...], inAttribute: false) }

  /// A part of character data.
  mutating func text(_ text: Substring.UTF8View) { escape(text, inAttribute: false) }

  /// A part of character data, with `<cp hex="…"/>` for what XML can't hold.
  mutating func textWithCodes(_ text: Substring.UTF8View) {
    escape(text, inAttribute: false, withCodes: true)
  }

  /// ` name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    escape(value.utf8[...], inAttribute: true)
    raw("\"")
  }

  /// ` name="value"` of a number.
  mutating func attribute(_ name: StaticString, _ value: Int) {
    raw(" ")
    raw(name)
    raw("=\"")
    integer(value)
    raw("\"")
  }

  /// ` name="pn"`, a letter and a number.
  mutating func attribute(_ name: StaticString, _ prefix: StaticString, _ value: Int) {
    raw(" ")
    raw(name)
    raw("=\"")
    raw(prefix)
    integer(value)
    raw("\"")
  }

  private mutating func escape(
    _ text: Substring.UTF8View, inAttribute: Bool, withCodes: Bool = false
  ) {
    let isDone: Void? = text.withContiguousStorageIfAvailable {
      escape($0, inAttribute, withCodes)
    }
    if isDone == nil {
      Array(text).withUnsafeBufferPointer { escape($0, inAttribute, withCodes) }
    }
  }

  private mutating func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ inAttribute: Bool, _ withCodes: Bool
  ) {
    var start = 0
    for offset in text.indices {
      let byte = text[offset]
      if byte >= 0x40 ? byte != 0xEF : byte == 0x20 { continue }
      var length = 1
      var replacement: StaticString = "\u{FFFD}"
      var forbidden: UInt32?
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
      // A bare carriage return is read as a line feed, white space in an attribute as a space.
      case 0x0D: replacement = "&#xD;"
      case 0x0A where inAttribute: replacement = "&#xA;"
      case 0x09 where inAttribute: replacement = "&#x9;"
      case 0x09, 0x0A: continue
      case 0..<0x20: forbidden = UInt32(byte)
      case 0xEF where Self.isNoncharacter(text, offset):
        forbidden = 0xFF40 + UInt32(text[offset + 2])
        length = 3
      default: continue
      }
      bytes.append(contentsOf: text[start..<offset])
      if withCodes, let forbidden { code(forbidden) } else { raw(replacement) }
      start = offset + length
    }
    bytes.append(contentsOf: text[min(start, text.count)...])
  }

  /// `<cp hex="001B"/>`.
  private mutating func code(_ character: UInt32) {
    raw("<cp hex=\"")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(character >> shift & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    raw("\"/>")
  }

  /// U+FFFE and U+FFFF: EF BF BE and EF BF BF.
  @inline(__always)
  private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset + 2 < text.count && text[offset + 1] == 0xBF && text[offset + 2] >= 0xBE
  }
}
