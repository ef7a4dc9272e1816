internal import CZip

/// One entry of a zip archive in memory, unpacked piece by piece.
///
/// A class because minizip holds the place in it; it is read once, on one thread.
final class ZipEntry {
  /// The most that the entries of a package may be unpacked to: 512 MB, ten times the largest package measured.
  static let mostBytes = 512 << 20

  private let entry: OpaquePointer
  private let limit: Int
  /// The bytes that have been unpacked.
  private(set) var count = 0
  /// Whether it could not be unpacked to its end, or became too large.
  private(set) var hasFailed = false

  /// The entry of a name; nil where there is none, or no archive.
  init?(_ name: String, of archive: [UInt8], limit: Int = mostBytes) {
    let opened = archive.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { czip_entry_open($0, buffer.count, name) }
    }
    guard let opened else { return nil }
    entry = opened
    self.limit = limit
  }

  deinit { czip_entry_close(entry) }

  /// Its bytes as they come.
  var feed: ByteFeed { ByteFeed { self.read($0) } }

  private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let read = Int(czip_entry_read(entry, buffer.baseAddress, min(buffer.count, 65_536)))
    count += max(0, read)
    if read < 0 || count > limit { hasFailed = true }
    return hasFailed ? -1 : read
  }
}
