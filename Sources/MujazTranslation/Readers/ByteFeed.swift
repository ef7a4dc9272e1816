/// The bytes of a file, piece by piece, with its beginning looked at before anything is taken.
///
/// A class because libxml2 holds a pointer to it while it reads.
final class ByteFeed {
  private let read: (UnsafeMutableRawBufferPointer) -> Int
  private(set) var head: [UInt8] = []
  private var taken = 0

  /// `read` fills a buffer and says how many bytes it has put there: 0 at the end, less on failure.
  /// Where nothing is sniffed, an open pipe is not waited on for more than it gives.
  init(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int, isSniffing: Bool = true) {
    self.read = read
    guard isSniffing else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while head.count < 4096 {
      let count = buffer.withUnsafeMutableBytes { read($0) }
      guard count > 0 else { break }
      head.append(contentsOf: buffer[..<count])
    }
  }

  /// The bytes of a file that is held already.
  convenience init(_ bytes: [UInt8]) {
    var taken = 0
    self.init { buffer in
      let count = min(buffer.count, bytes.count - taken)
      buffer.copyBytes(from: bytes[taken..<taken + count])
      taken += count
      return count
    }
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard taken < head.count else { return read(buffer) }
    let count = min(buffer.count, head.count - taken)
    buffer.copyBytes(from: head[taken..<taken + count])
    taken += count
    return count
  }

  /// Puts spaces for a document type declaration that only names a DTD, which TMX has by custom. One that declares something
  /// itself stays, and is refused.
  func blankPlainDoctype() {
    let name = Array("<!DOCTYPE".utf8)
    guard
      let start = head.indices.first(where: {
        head[$0] == name[0] && head[$0...].starts(with: name)
      }),
      let end = head[start...].firstIndex(of: UInt8(ascii: ">")),
      !head[start..<end].contains(UInt8(ascii: "["))
    else { return }
    for index in start...end where head[index] != 0x0A { head[index] = 0x20 }
  }

  /// The most that is held of a file that is read whole: 512 MB, ten times the largest package measured.
  static let mostBytes = 512 << 20

  /// Everything that is left.
  func rest(atMost most: Int = mostBytes) throws(PackageError) -> [UInt8] {
    var bytes = Array(head[taken...])
    taken = head.count
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read($0) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= most else {
        throw PackageError("the file is larger than \(most >> 20) MB")
      }
    }
  }
}
