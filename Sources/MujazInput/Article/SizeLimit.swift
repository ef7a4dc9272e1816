/// How large one record or one document may be. Beyond it the input is refused.
public struct SizeLimit: Sendable, Hashable, CustomStringConvertible {
  /// The number of bytes that are allowed.
  public var bytes: Int

  /// A limit of so many bytes.
  public init(bytes: Int) { self.bytes = bytes }

  /// What nobody has asked otherwise for: 1 GB.
  public static let standard = SizeLimit(bytes: 1 << 30)

  /// The lower one of this and another limit.
  public func capped(at bytes: Int) -> SizeLimit { SizeLimit(bytes: min(self.bytes, bytes)) }

  /// `10 MB`, for people.
  public var description: String {
    for (shift, unit) in [(30, "GB"), (20, "MB"), (10, "kB")] {
      let size = bytes >> shift
      if size > 0, size << shift == bytes { return "\(size) \(unit)" }
    }
    return bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}
