import MujazInput
import MujazPlatform

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
    self.limit = source.capped(limit)
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
      // Behind compressed data that is cut off a line is no line: what is wrong is told of the data.
      if isAtEnd { return input.isEmpty || source.damage != nil ? nil : lines(&input, 1) }
      isAtEnd = try source.read(into: &input, atMost: Reader.chunk) == 0
    }
  }

  private func lines(_ input: inout ByteBuffer, _ count: Int) -> Work {
    defer { line += count }
    input.pad(RecordParser.padding)
    return .lines(first: line, limit: limit, source: source.name, unit: .line)
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

  /// Drops lines, of which the first has a number, until `count` records have gone; how many lines those were. A blank line is no
  /// record, also behind a byte order mark.
  static func dropRecords(_ count: inout Int, of input: inout ByteBuffer, first: Int) -> Int {
    var lines = 0
    var offset = first == 1 && input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while count > 0, offset < input.count {
      let rest = input.bytes[offset...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      if rest[..<end].contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) { count -= 1 }
      lines += 1
      offset = min(end + 1, input.count)
    }
    input.removeFirst(offset)
    input.pad(RecordParser.padding)
    return lines
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
