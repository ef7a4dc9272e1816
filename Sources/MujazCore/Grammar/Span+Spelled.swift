/// Letters as they are written, before folding.
extension Span<UInt8> {
  /// Whether a letter stands at an offset, behind which the text has two bytes.
  @inline(__always)
  func has(_ letter: Spelled, at offset: Int) -> Bool {
    UInt16(self[offset]) &<< 8 | UInt16(self[offset + 1]) == letter.rawValue
  }

  /// Whether a word ends in a letter.
  @inline(__always)
  func ends(_ word: Word, in letter: Spelled) -> Bool {
    word.end - word.start >= 2 && has(letter, at: word.end - 2)
  }

  /// Whether the first letter carries a damma, as in the passive يُذكر, يُعتقد, ذُكر.
  @inline(__always)
  func isPassive(_ word: Word) -> Bool {
    word.end - word.start > 4 && has(.damma, at: word.start + 2)
  }
}
