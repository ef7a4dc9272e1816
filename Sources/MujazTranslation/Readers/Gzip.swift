internal import CGzip

/// Files packed by gzip, of which dictzip is a kind.
package enum Gzip {
  /// The most that a file may unpack to: 512 MB.
  private static let limit = 512 << 20

  /// The bytes of all members of a file.
  package static func unpacked(_ bytes: [UInt8]) throws(PackageError) -> [UInt8] {
    guard !bytes.isEmpty, let stream = cgzip_open(0) else {
      throw PackageError("the gzip file is damaged, or too large")
    }
    defer { cgzip_close(stream) }
    var output: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var taken = 0
    var status = cgzip_ok
    repeat {
      var used = 0
      var written = 0
      status = bytes.withUnsafeBufferPointer { bytes in
        room.withUnsafeMutableBufferPointer { room in
          guard let from = bytes.baseAddress, let to = room.baseAddress else {
            return cgzip_damaged
          }
          return cgzip_inflate(
            stream, from + taken, bytes.count - taken, &used, to, room.count, &written)
        }
      }
      taken += used
      output += room[..<written]
      // Input that runs out in the middle of a member makes no headway.
      if status == cgzip_ok, used == 0, written == 0 { status = cgzip_damaged }
    } while (status == cgzip_ok || status == cgzip_end && taken < bytes.count)
      && output.count <= limit
    guard status == cgzip_end, output.count <= limit else {
      throw PackageError("the gzip file is damaged, or too large")
    }
    return output
  }
}
