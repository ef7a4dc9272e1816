/// A half-open range of UTF-8 byte offsets into a text.
///
/// The one position type of the library: every segment, quote and brief sentence is a `TextRange` of the
/// decoded text it was found in.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset behind the last byte, at least `start`.
  public var end: Int

  /// The bytes from `start` up to, not including, `end`.
  @inlinable
  public init(start: Int, end: Int) {
    precondition(start <= end, "a range must not end before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies in this range.
  @inlinable
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
}

extension TextRange: Comparable {
  /// By start, then by end: the order of the article.
  @inlinable
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension String {
  /// The text at a range of this string, verbatim.
  ///
  /// A range that cuts a character or leaves the string gives U+FFFD in place of what is missing: it was
  /// made for another text. Linear in the length of the range.
  public subscript(range: TextRange) -> String {
    let lower = min(max(range.start, 0), utf8.count)
    let upper = min(max(range.end, lower), utf8.count)
    let start = utf8.index(utf8.startIndex, offsetBy: lower)
    let end = utf8.index(utf8.startIndex, offsetBy: upper)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
