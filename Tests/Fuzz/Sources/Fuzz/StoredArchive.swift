/// A zip archive whose parts are stored as they are.
enum StoredArchive {
  static func of(_ name: String, _ content: some Collection<UInt8>) -> [UInt8] {
    of([(name, Array(content))])
  }

  static func of(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var locals: [UInt8] = []
    var entries: [UInt8] = []
    for (name, content) in parts {
      let size = UInt32(content.count)
      // Version, flags, method, time and date; then sizes and the length of the name.
      let head: [UInt8] =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x58] + check(content).bytes + size.bytes + size.bytes
        + [UInt8(name.utf8.count), 0, 0, 0]
      entries += [0x50, 0x4B, 1, 2, 20, 0] + head + [UInt8](repeating: 0, count: 10)
      entries += UInt32(locals.count).bytes + Array(name.utf8)
      locals += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + content
    }
    let count = [UInt8(parts.count), 0]
    return locals + entries + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + UInt32(entries.count).bytes + UInt32(locals.count).bytes + [0, 0]
  }

  /// CRC-32.
  private static func check(_ content: [UInt8]) -> UInt32 {
    var check: UInt32 = 0xFFFF_FFFF
    for byte in content {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
    }
    return check ^ 0xFFFF_FFFF
  }
}

extension UInt32 {
  /// The lowest first.
  fileprivate var bytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
