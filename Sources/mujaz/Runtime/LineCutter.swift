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

  init(_ source: Source, _ head: consuming ByteBuffer) {
    self.source = source
    rest = head
  }

  func next(into input: inout ByteBuffer) throws(Failure) -> Work? {
    input.removeAll()
    input.append(contentsOf: rest.bytes)
    rest.removeAll()
    var searched = 0
    while true {
      let found = Self.lineEnds(input.bytes, from: searched)
      if found.count > 0 {
        rest.append(contentsOf: UnsafeBufferPointer(rebasing: input.bytes[found.end...]))
        input.removeAll(from: found.end)
        return lines(&input, found.count)
      }
      searched = input.count
      if source.isCompressed, input.count > Source.largestInflated {
        isAtEnd = true
        let error = InputError(.tooLarge, "a line inflates to more than 256 MB")
        return .refused(error, source: source.name)
      }
      if isAtEnd { return input.isEmpty ? nil : lines(&input, 1) }
      isAtEnd = try input.read(from: source, atMost: Reader.chunk) == 0
    }
  }

  private func lines(_ input: inout ByteBuffer, _ count: Int) -> Work {
    defer { line += count }
    input.pad(RecordParser.padding)
    return .lines(first: line, source: source.name)
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
