internal import MujazPlatform

/// Lines of bytes, which end in CRLF or LF, without their ends. Linear.
struct ByteLines {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next line begins.
  var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands behind the lines that were read.
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[index...]) }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard index < bytes.count, let base = bytes.baseAddress else { return nil }
    let start = index
    var end = bytes.count
    index = end
    if let found = memchr(base + start, Int32(UInt8(ascii: "\n")), end - start) {
      end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      index = end + 1
    }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
