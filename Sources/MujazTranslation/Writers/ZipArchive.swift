internal import CZip

/// A zip archive in memory, the same bytes for the same entries.
///
/// A class because the archive can't be copied; a document writes into one, on one thread. The first failure is kept and
/// told at the end.
final class ZipArchive: @unchecked Sendable {
  private let writer: OpaquePointer?
  private var hasFailed = false

  init() {
    writer = czip_writer_open()
    hasFailed = writer == nil
  }

  deinit { czip_writer_free(writer) }

  /// Writes a whole entry.
  func entry(_ name: String, _ bytes: [UInt8]) {
    begin(name)
    append(bytes)
    end()
  }

  func begin(_ name: String) { note(writer.map { czip_writer_begin($0, name) }) }

  func append(_ bytes: [UInt8]) {
    guard let writer else { return }
    note(
      bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { czip_writer_append(writer, $0, buffer.count) } ?? 0
      })
  }

  func end() { note(writer.map { czip_writer_end($0) }) }

  private func note(_ status: Int32?) { hasFailed = hasFailed || status != 0 }

  /// Ends the archive and gives its bytes.
  func finish() throws(PackageError) -> [UInt8] {
    var count = 0
    guard let writer, !hasFailed, let start = czip_writer_finish(writer, &count) else {
      throw PackageError("the archive could not be made: out of memory")
    }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
