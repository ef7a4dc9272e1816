import MujazCore

/// Pseudo-translation: text that is plainly no translation, as long as one, in the letters of the target's script.
///
/// It shows what a pipeline loses: placeholders stay, every sentence keeps its mark and its length, brackets at both ends
/// show a text that was cut.
struct Pseudo: Sendable {
  /// The letters that targets are made of, each of `width` bytes, one behind the other.
  private let letters: [UInt8]
  private let width: Int

  init(into target: Language) {
    width = target.usesArabicScript ? 2 : 1
    letters =
      target.usesArabicScript
      ? (0x0627...0x0633).flatMap { [0xC0 | UInt8($0 >> 6), 0x80 | UInt8($0 & 0x3F)] }
      : Array("aeioubcdlmnprst".utf8)
  }

  /// A made-up target for a segment: a letter for a letter, placeholders and digits as they are.
  func translation(of segment: BilingualSegment) -> String {
    var source = segment.source
    source.makeContiguousUTF8()
    let text = source.utf8.span
    var result: [UInt8] = [UInt8(ascii: "[")]
    result.reserveCapacity(text.count + 2)
    var number = 0
    var offset = 0
    for place in segment.placeholders {
      append(text, offset..<max(offset, place.range.start), &number, to: &result)
      offset = max(offset, place.range.end)
      for inside in place.range.start..<place.range.end { result.append(text[inside]) }
    }
    append(text, offset..<text.count, &number, to: &result)
    result.append(UInt8(ascii: "]"))
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a target was made up of its source, whatever the format that it came by: what `prep` makes up it makes up the same each
  /// time. White space that a tool has changed does not count, and a target that somebody has touched is a translation.
  static func made(_ target: String, of source: String, in language: String) -> Bool {
    guard target.utf8.contains(UInt8(ascii: "[")), let language = Language(language) else {
      return false
    }
    var source = source
    source.makeContiguousUTF8()
    let whole = TextRange(start: 0, end: source.utf8.count)
    let segment = BilingualSegment(
      id: "", source: source,
      placeholders: PlaceholderFinder.placeholders(in: source.utf8.span, whole))
    return ContentHash(Pseudo(into: language).translation(of: segment)) == ContentHash(target)
  }

  /// Adds what a text without placeholders becomes.
  private func append(
    _ text: Span<UInt8>, _ range: Range<Int>, _ number: inout Int, to result: inout [UInt8]
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      // Arabic letters begin with D8 at least.
      if byte < 0xD8 {
        result.append(byte)
        offset += 1
        continue
      }
      let isPair = byte < 0xE0 && offset + 1 < range.upperBound
      let (value, size) =
        isPair
        ? (UInt32(byte & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F), 2)
        : text.scalar(at: offset, limit: range.upperBound)
      if Unicode.Scalar(value)?.isArabicLetter == true {
        // Neighbours differ and the run is the same every time.
        number = (number &* 5 &+ Int(value)) % (letters.count / width)
        for place in number * width..<(number + 1) * width { result.append(letters[place]) }
      } else {
        for inside in offset..<offset + size { result.append(text[inside]) }
      }
      offset += size
    }
  }
}
