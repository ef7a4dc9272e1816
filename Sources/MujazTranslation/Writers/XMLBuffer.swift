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

  /// A number.
  mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Character data.
  mutating func text(_ text: String) { escape(text.utf8[...], inAttribute: false) }

  /// A part of character data.
  mutating func text(_ text: Substring.UTF8View) { escape(text, inAttribute: false) }

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

  private mutating func escape(_ text: Substring.UTF8View, inAttribute: Bool) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { escape($0, inAttribute) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { escape($0, inAttribute) } }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, _ inAttribute: Bool) {
    var start = 0
    for offset in text.indices {
      let byte = text[offset]
      if byte >= 0x40, byte != 0xEF { continue }
      var length = 1
      let replacement: StaticString
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
      case 0..<0x20: replacement = "\u{FFFD}"
      case 0xEF where Self.isNoncharacter(text, offset):
        replacement = "\u{FFFD}"
        length = 3
      default: continue
      }
      bytes.append(contentsOf: text[start..<offset])
      raw(replacement)
      start = offset + length
    }
    bytes.append(contentsOf: text[min(start, text.count)...])
  }

  /// U+FFFE and U+FFFF: EF BF BE and EF BF BF.
  @inline(__always)
  private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset + 2 < text.count && text[offset + 1] == 0xBF && text[offset + 2] >= 0xBE
  }
}
