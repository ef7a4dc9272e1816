/// The text of a file without markup: UTF-8, with or without a byte order mark, or UTF-16 with one.
package enum TextFile {
  /// The text of a file.
  package static func text(_ bytes: [UInt8]) throws(PackageError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let offset = bytes.firstIndex(of: 0) {
      throw PackageError(line: line(of: offset, bytes), "not a text: NUL at byte \(offset)")
    }
    guard let text = String(validating: bytes[start...], as: UTF8.self) else {
      throw PackageError("not UTF-8")
    }
    return text
  }

  private static func utf16(
    _ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16
  ) throws(PackageError) -> String {
    guard bytes.count % 2 == 0 else { throw PackageError("UTF-16 with an odd number of bytes") }
    let units = stride(from: 2, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else {
      throw PackageError("not UTF-16")
    }
    return text
  }

  private static func line(of offset: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<offset].count(where: { $0 == 0x0A }) + 1
  }
}
