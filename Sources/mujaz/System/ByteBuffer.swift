import CSystem
import MujazCore
import MujazPlatform

/// Bytes that are read or written once and handed on: an array without the cost of one at every append.
///
/// A record is some twenty small appends for each segment; with an array these took longer than copying the text. Room
/// grows by doubling, and what is read comes straight into it.
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Room beyond this is given back when the bytes are dropped: one long record must not cost its size to the end.
  private static let kept = 1 << 20

  init(capacity: Int = 4096) {
    base = Self.room(capacity, insteadOf: nil)
    self.capacity = capacity
  }

  deinit { free(base) }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> UInt8 {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// The bytes where they are; valid until the buffer is changed.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The bytes, copied out; the buffer is empty then and keeps its room.
  mutating func take() -> [UInt8] {
    let bytes = [UInt8](bytes)
    count = 0
    return bytes
  }

  /// Drops the bytes.
  mutating func removeAll() {
    count = 0
    guard capacity > Self.kept else { return }
    free(base)
    capacity = Self.kept
    base = Self.room(capacity, insteadOf: nil)
  }

  /// Drops the first bytes.
  mutating func removeFirst(_ length: Int) {
    precondition(length >= 0 && length <= count)
    memmove(base, base + length, count - length)
    count -= length
  }

  /// Drops all but the first bytes.
  mutating func removeAll(from end: Int) {
    precondition(end >= 0 && end <= count)
    count = end
  }

  /// Makes room for `more` bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    base = Self.room(capacity, insteadOf: base)
  }

  /// By realloc, which moves large room page by page instead of copying it.
  private static func room(
    _ size: Int, insteadOf old: UnsafeMutablePointer<UInt8>?
  ) -> UnsafeMutablePointer<UInt8> {
    guard let room = realloc(old, size) else { csys_end_without_memory() }
    return room.assumingMemoryBound(to: UInt8.self)
  }

  /// Has `body` write up to `most` bytes behind these. It gives how many it wrote, and so does this.
  mutating func append<Cause: Error>(
    atMost most: Int, _ body: (UnsafeMutableRawBufferPointer) throws(Cause) -> Int
  ) throws(Cause) -> Int {
    reserve(most)
    let written = try body(UnsafeMutableRawBufferPointer(start: base + count, count: most))
    precondition(written >= 0 && written <= most)
    count += written
    return written
  }

  /// Makes sure that so many zeroes can be read behind the bytes.
  mutating func pad(_ length: Int) {
    reserve(length)
    memset(base + count, 0, length)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, count length: Int) {
    reserve(length)
    memcpy(base + count, start, length)
    count &+= length
  }

  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress { append(start, count: bytes.count) }
  }

  mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// `"name":`, with a comma before it where it is not the first.
  @inline(__always)
  mutating func append(name: StaticString, isFirst: Bool) {
    let length = name.utf8CodeUnitCount
    reserve(length &+ 4)
    base[count] = UInt8(ascii: ",")
    if !isFirst { count &+= 1 }
    base[count] = UInt8(ascii: "\"")
    memcpy(base + (count &+ 1), name.utf8Start, length)
    count &+= length &+ 1
    base[count] = UInt8(ascii: "\"")
    base[count &+ 1] = UInt8(ascii: ":")
    count &+= 2
  }

  /// A range of a text.
  mutating func append(_ text: Span<UInt8>, _ range: TextRange) {
    text.extracting(range.start..<range.end).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// A number in decimal digits.
  mutating func append(decimal value: Int) {
    reserve(20)
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var digits = 1
    var limit: UInt = 10
    while rest >= limit, digits < 19 {
      digits &+= 1
      limit = limit &* 10
    }
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }
}
