internal import CGzip

/// Inflates gzip data as it comes in, one member behind the other.
public final class GzipReader {
  private let stream: OpaquePointer

  /// What came of a call.
  public enum Status {
    case going
    /// A member ended.
    case memberEnd
    case damaged
  }

  /// Nil where memory runs out. `isRaw`: bare deflate data.
  public init?(isRaw: Bool = false) {
    guard let stream = cgzip_open(isRaw ? 1 : 0) else { return nil }
    self.stream = stream
  }

  deinit { cgzip_close(stream) }

  /// Inflates from `input` on, and appends no more than `room` bytes to `output`. Gives how much of the input is used up.
  public func inflate(
    _ input: ArraySlice<UInt8>, into output: inout [UInt8], room: Int
  ) -> (used: Int, status: Status) {
    var used = 0
    var status = cgzip_ok
    let piece = [UInt8](unsafeUninitializedCapacity: room) { target, written in
      input.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        status = cgzip_inflate(stream, from, source.count, &used, to, room, &written)
      }
    }
    output.append(contentsOf: piece)
    switch status {
    case cgzip_ok: return (used, .going)
    case cgzip_end: return (used, .memberEnd)
    default: return (used, .damaged)
    }
  }

  /// Inflates data whole; nil where it is damaged or inflates to more than `limit` bytes. What a broken end leaves is kept.
  static func inflate(_ input: ArraySlice<UInt8>, isRaw: Bool = false, limit: Int) -> [UInt8]? {
    guard let reader = GzipReader(isRaw: isRaw) else { return nil }
    var output: [UInt8] = []
    var rest = input
    while !rest.isEmpty {
      let before = output.count
      let (used, status) = reader.inflate(rest, into: &output, room: 1 << 16)
      rest = rest.dropFirst(used)
      if output.count > limit || status == .damaged { return nil }
      if status == .going, used == 0, output.count == before { break }
    }
    return output
  }
}
