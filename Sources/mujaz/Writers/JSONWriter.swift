import CBytes
import MujazCore

/// Writes JSON in the order of the calls: the order of members is the writer's, and the same on every run.
struct JSONWriter: ~Copyable {
  var bytes = ByteBuffer()

  @inline(__always)
  mutating func raw(_ text: StaticString) { bytes.append(text) }

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
