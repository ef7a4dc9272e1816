import MujazCore

/// Pseudo-translation: text that is plainly no translation, as long as one, in the letters of the target's script.
///
/// It shows what a pipeline loses: placeholders stay, every sentence keeps its mark and its length, brackets at both ends
/// show a text that was cut.
enum Pseudo {
  /// A made-up target for a segment: a letter for a letter, placeholders and digits as they are.
  static func translation(of segment: BilingualSegment, into target: Language) -> String {
    let letters: [[UInt8]] =
      target.usesArabicScript
      ? (0x0627...0x0633).compactMap { Unicode.Scalar(UInt32($0)).map { Array(String($0).utf8) } }
      : Array("aeioubcdlmnprst".utf8).map { [$0] }
    var result: [UInt8] = [UInt8(ascii: "[")]
    result.reserveCapacity(segment.source.utf8.count + 2)
    var offset = 0
    var place = 0
    var number = 0
    for scalar in segment.source.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      while place < segment.placeholders.count, segment.placeholders[place].range.end <= offset {
        place += 1
      }
      let isInside =
        place < segment.placeholders.count && segment.placeholders[place].range.start <= offset
      if !isInside, scalar.isArabicLetter {
        // Neighbours differ and the run is the same every time.
        number = (number &* 5 &+ Int(scalar.value)) % letters.count
        result += letters[number]
      } else if scalar.isASCII {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        result += Array(String(scalar).utf8)
      }
    }
    result.append(UInt8(ascii: "]"))
    return String(decoding: result, as: UTF8.self)
  }
}
