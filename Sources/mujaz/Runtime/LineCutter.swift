import Glibc
import MujazInput

/// Cuts JSON Lines at line ends: whatever has come in goes out as soon as it holds a whole line.
///
/// Linear: a byte is looked at once, and only what stands behind the last line end of a chunk is copied.
final class LineCutter: Cutter {
  let source: Source
  /// What was read behind the last whole line.
  private var rest: ByteBuffer
  /// The number of the line that it begins with.
  private var line = 1
  private var isAtEnd = false
  /// Whether a line has begun that is longer than the limit, and is dropped.
  private var isInLongLine = false
  private let limit: SizeLimit

  init(_ source: Source, _ head: consuming ByteBuffer, _ limit: SizeLimit) {
    self.source = source
    rest = head
    self.limit = source.isCompressed ? limit.capped(at: Source.largestInflated) : limit
  }

  func next(into input: inout ByteBuffer) throws(Failure) -> Work? {
    if isInLongLine { try dropLine(&input) }
    input.removeAll()
    input.append(contentsOf: rest.bytes)
    rest.removeAll()
    var searched = 0
    while true {
      let found = Self.lineEnds(input.bytes, from: searched)
      if found.count > 0 {
        keep(input.bytes[found.end...])
        input.removeAll(from: found.end)
        return lines(&input, found.count)
      }
      searched = input.count
      if input.count > limit.bytes {
        isInLongLine = true
        defer { line += 1 }
        return .longLine(line, limit: limit, source: source.name)
      }
      if isAtEnd { return input.isEmpty ? nil : lines(&input, 1) }
      isAtEnd = try source.read(into: &input, atMost: Reader.chunk) == 0
    }
  }

  private func lines(_ input: inout ByteBuffer, _ count: Int) -> Work {
    defer { line += count }
    input.pad(RecordParser.padding)
    return .lines(first: line, limit: limit, source: source.name)
  }

  /// Reads to the end of a line, wherever that is, and keeps nothing of it.
  private func dropLine(_ input: inout ByteBuffer) throws(Failure) {
    while !isAtEnd {
      input.removeAll()
      isAtEnd = try source.read(into: &input, atMost: Reader.chunk) == 0
      if let end = input.bytes.firstIndex(of: UInt8(ascii: "\n")) {
        keep(input.bytes[(end + 1)...])
        break
      }
    }
    isInLongLine = false
  }

  private func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    rest.append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
  }

  /// How many lines end behind an offset, and the offset behind the last of them.
  private static func lineEnds(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (count: Int, end: Int) {
    var count = 0
    var offset = start
    while offset < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), bytes.count - offset)
    {
      count += 1
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
    return (count, offset)
  }
}
