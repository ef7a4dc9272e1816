/// A word or two shortly before a place of the article, in two bytes, or none: quotations are copied often, and most have no such
/// words.
struct SpanBefore: Sendable, Hashable {
  private var distance: UInt8 = 0
  private var length: UInt8 = 0

  /// A span before a place, or none where it is none, or too far or too long.
  init(_ range: TextRange?, before place: Int) {
    guard let range, let distance = UInt8(exactly: place - range.start),
      let length = UInt8(exactly: range.count)
    else { return }
    self.distance = distance
    self.length = length
  }

  func range(before place: Int) -> TextRange? {
    let start = place - Int(distance)
    return length == 0 ? nil : TextRange(start: start, end: start + Int(length))
  }
}
