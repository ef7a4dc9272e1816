internal import CZip
internal import Glibc

/// Files packed by gzip, of which dictzip is a kind.
public enum Gzip {
  /// The most that a file may unpack to: 512 MB.
  private static let limit = 512 << 20

  /// The bytes of a file.
  public static func unpacked(_ bytes: [UInt8]) throws(PackageError) -> [UInt8] {
    var size = 0
    let start = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { czip_gunzip($0, buffer.count, limit, &size) }
    }
    guard let start else { throw PackageError("the gzip file is damaged, or too large") }
    defer { free(start) }
    return Array(UnsafeBufferPointer(start: start, count: size))
  }
}
