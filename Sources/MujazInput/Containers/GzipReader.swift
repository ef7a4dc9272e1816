internal import CGzip

/// Inflates gzip data as it comes in, one member behind the other.
public final class GzipReader {
  private let stream: OpaquePointer

  /// What came of a call.
  public enum Status {
    /// There may be more.
    case going
    /// A member ended.
    case memberEnd
    /// The data is not gzip, or not whole.
    case damaged
    /// There was no memory left.
    case outOfMemory
  }

  /// Nil where memory runs out. `isRaw`: bare deflate data.
  public init?(isRaw: Bool = false) {
    guard let stream = cgzip_open(isRaw ? 1 : 0) else { return nil }
    self.stream = stream
  }

  deinit { cgzip_close(stream) }

  /// What a call used up of its input, wrote into its output, and came upon.
  public struct Step {
    /// Bytes of the input that were used up.
    public var used = 0
    /// Bytes that were written into the output.
    public var written = 0
    /// What the call came upon.
    public var status = Status.going
  }

  /// Inflates from `input` into `output`, until the one is used up or the other is full, or a member ends.
  public func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step {
    var step = Step()
    guard let from = input.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let to = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    else { return step }
    switch cgzip_inflate(stream, from, input.count, &step.used, to, output.count, &step.written) {
    case cgzip_ok: step.status = .going
    case cgzip_end: step.status = .memberEnd
    case cgzip_no_memory: step.status = .outOfMemory
    default: step.status = .damaged
    }
    return step
  }

  /// Inflates data whole; nil where it is damaged or inflates to more than `limit` bytes. What a broken end leaves is kept.
  /// Throws where memory runs out.
  static func inflate(
    _ input: ArraySlice<UInt8>, isRaw: Bool = false, limit: Int
  ) throws(InputError) -> [UInt8]? {
    guard let reader = GzipReader(isRaw: isRaw) else { throw .outOfMemory }
    var end = Status.going
    let output = input.withUnsafeBytes { input in
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { piece in
        var output: [UInt8] = []
        var rest = input
        while !rest.isEmpty {
          let step = reader.inflate(rest, into: piece)
          output.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<step.written]))
          rest = UnsafeRawBufferPointer(rebasing: rest[step.used...])
          end = step.status
          if output.count > limit || end == .damaged || end == .outOfMemory { return [UInt8]?.none }
          if end == .going, step.used == 0, step.written == 0 { break }
        }
        return output
      }
    }
    if end == .outOfMemory { throw .outOfMemory }
    return output
  }
}
