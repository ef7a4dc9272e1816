internal import MujazPlatform

/// Question marks that stand for marks without a shape: archives of some newspapers have them around every space, where a
/// charset without such marks was gone through.
///
/// Bias: nothing is touched unless many words stand so, which no text of questions does; then what stands between two of them
/// is kept and they go. A single one stays: it may be a question's.
///
///     قال? ?الوزير?:? ?نعم     قال الوزير: نعم          متى؟ ? أين     untouched
enum StrayMarks {
  /// So many times two words of Arabic are parted by `? ?`.
  private static let enough = 6

  /// The text without them; nil where it has none. Linear.
  static func removed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard isDamaged(text) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    // Whether a mark stands here that ends a pair; it may begin another.
    var isClosing = false
    while index < text.count {
      let size = text[index] == mark ? pair(text, index) : 0
      if size > 0 {
        result.append(contentsOf: text[(index + 1)..<(index + size - 1)])
        index += size - 1
      } else {
        if !isClosing { result.append(text[index]) }
        index += 1
      }
      isClosing = size > 0
    }
    return result
  }

  private static let mark = UInt8(ascii: "?")

  private static func isDamaged(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    var found = 0
    var index = 0
    while index < text.count,
      let place = memchr(base + index, Int32(mark), text.count - index)
    {
      let start = UnsafeRawPointer(place) - UnsafeRawPointer(base)
      index = start + 1
      guard start + 2 < text.count, text[start + 1] == 0x20, text[start + 2] == mark else {
        continue
      }
      index = start + 3
      let isBetweenWords =
        start > 0 && text[start - 1] >= 0x80 && index < text.count
        && (0xD8...0xDB).contains(text[index])
      if isBetweenWords { found += 1 }
      if found == enough { return true }
    }
    return false
  }

  /// How many bytes two marks take with one space or one sign between them; else 0.
  private static func pair(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let rest = text[(start + 1)...]
    if rest.count > 1, [0x20, UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[start + 1]),
      text[start + 2] == mark
    {
      return 3
    }
    // The comma, the semicolon and the question mark of Arabic.
    let isSign =
      rest.starts(with: [0xD8]) && rest.count > 2 && [0x8C, 0x9B, 0x9F].contains(text[start + 2])
    return isSign && text[start + 3] == mark ? 4 : 0
  }
}
