import CBytes
import MujazCore

/// Writes JSON in the order of the calls: the order of members is the writer's, and the same on every run.
///
/// Objects, arrays and members are begun and ended, and know themselves where a comma parts them.
struct JSONWriter: ~Copyable {
  var bytes = ByteBuffer()
  /// Whether nothing stands yet in the object or array that was begun last.
  private var isFirst = true

  @inline(__always)
  mutating func raw(_ text: StaticString) { bytes.append(text) }

  // MARK: Structure

  /// `{`, as a whole value or as an element of an array.
  mutating func beginObject() {
    separate()
    open("{")
  }

  /// `"name":{`
  mutating func beginObject(_ name: StaticString) {
    member(name)
    open("{")
  }

  /// The same with a name that is data.
  mutating func beginObject(named name: String) {
    separate()
    string(name)
    raw(":")
    open("{")
  }

  mutating func endObject() { close("}") }

  /// `"name":[`
  mutating func beginArray(_ name: StaticString) {
    member(name)
    open("[")
  }

  mutating func endArray() { close("]") }

  /// `{` of an object that is a line of its own, or a record of a list whose commas somebody else writes.
  mutating func beginLine() { open("{") }

  mutating func endLine() { raw("}\n") }

  /// `"name":`, whose value is written next: one that is neither object nor array.
  @inline(__always)
  mutating func member(_ name: StaticString) {
    bytes.append(name: name, isFirst: isFirst)
    isFirst = false
  }

  /// An element of an array is written next: one that is neither object nor array.
  mutating func element() { separate() }

  @inline(__always)
  private mutating func separate() {
    if !isFirst { raw(",") }
    isFirst = false
  }

  @inline(__always)
  private mutating func open(_ bracket: StaticString) {
    raw(bracket)
    isFirst = true
  }

  @inline(__always)
  private mutating func close(_ bracket: StaticString) {
    raw(bracket)
    isFirst = false
  }

  // MARK: Values

  mutating func integer(_ value: Int) { bytes.append(decimal: value) }

  /// A number to four decimals, without trailing zeroes: the same bytes on every machine.
  mutating func decimal(_ value: Double) {
    let scaled = Int((value * 10_000).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = abs(scaled)
    integer(magnitude / 10_000)
    var rest = magnitude % 10_000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = 1_000
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0.span, TextRange(start: 0, end: $0.count)) }
  }

  /// A range of a text as a JSON string.
  mutating func string(_ text: Span<UInt8>, _ range: TextRange) {
    bytes.append(UInt8(ascii: "\""))
    text.extracting(range.start..<range.end).withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs without anything to escape whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    while true {
      let plain = cbytes_plain_json(base + start, text.count - start)
      bytes.append(base + start, count: plain)
      start += plain
      guard start < text.count else { return }
      escape(text[start])
      start += 1
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append("u00" as StaticString)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }
}
