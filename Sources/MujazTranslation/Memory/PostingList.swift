/// The units that a term stands in: growing numbers, as differences of seven bits a byte (variable-byte code).
struct PostingList: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var last = 0

  init() {}

  /// Appends a unit, which must not be less than the one before; the same one again is passed over.
  mutating func append(_ unit: Int) {
    guard count == 0 || unit > last else { return }
    var rest = unit - last
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
    last = unit
    count += 1
  }

  /// The units of a list; whatever the bytes are, no number is negative.
  @inline(__always)
  static func each(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var unit: UInt64 = 0
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      rest |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 {
        unit = (unit &+ rest) & 0x7FFF_FFFF_FFFF
        body(Int(unit))
        rest = 0
        shift = 0
      } else {
        shift = (shift &+ 7) & 63
      }
    }
  }
}
