/// A zip archive with one part that is stored as it is.
enum StoredArchive {
  static func of(_ name: String, _ content: some Collection<UInt8>) -> [UInt8] {
    var check: UInt32 = 0xFFFF_FFFF
    for byte in content {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
    }
    let size = UInt32(content.count)
    // Version, flags, method, time and date; then sizes and the length of the name.
    let head: [UInt8] =
      [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x58] + (check ^ 0xFFFF_FFFF).bytes + size.bytes
      + size.bytes + [UInt8(name.utf8.count), 0, 0, 0]
    let local = [0x50, 0x4B, 3, 4] + head + Array(name.utf8)
    let entry =
      [0x50, 0x4B, 1, 2, 20, 0] + head + [UInt8](repeating: 0, count: 14) + Array(name.utf8)
    let start = UInt32(local.count) + size
    return local + Array(content) + entry + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
      + UInt32(entry.count).bytes + start.bytes + [0, 0]
  }
}

extension UInt32 {
  /// The lowest first.
  fileprivate var bytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
