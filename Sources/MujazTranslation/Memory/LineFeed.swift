/// The lines of a file, one after the other, without holding it whole. None may be longer than 16 MB.
struct LineFeed {
  private static let longest = 16 << 20

  private let feed: ByteFeed
  private var buffer: [UInt8] = []
  private var start = 0
  private var isOpen = true
  /// The number of the line that was read last, from 1.
  private(set) var line = 0

  init(_ feed: ByteFeed) { self.feed = feed }

  /// The next line without its end (LF or CR LF), nil behind the last.
  mutating func next() throws(PackageError) -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return try text(start..<end)
      }
      searched = buffer.count
      if !isOpen {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return try text(start..<buffer.count)
      }
      searched -= start
      guard searched <= Self.longest else {
        throw PackageError(line: line + 1, "a line of more than 16 MB")
      }
      fill()
    }
  }

  private mutating func fill() {
    buffer.removeFirst(start)
    start = 0
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 65_536))
    let count = buffer.withUnsafeMutableBytes { bytes in
      feed.fill(UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
    }
    buffer.removeLast(65_536 - max(0, count))
    isOpen = count > 0
  }

  private mutating func text(_ range: Range<Int>) throws(PackageError) -> String {
    line += 1
    var bytes = buffer[range]
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PackageError(line: line, "not UTF-8")
    }
    return text
  }
}

/// The lines of a file, for those who look each of them up.
package struct LineReader {
  private var lines: LineFeed

  /// `read` fills a buffer and says how many bytes it has put there: 0 at the end, less on failure.
  package init(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    lines = LineFeed(ByteFeed(read, isSniffing: false))
  }

  /// The next line without its end, nil behind the last.
  package mutating func next() throws(PackageError) -> String? { try lines.next() }
}
