internal import CICU

extension Span<UInt8> {
  /// The number of words in a range, counted as `--words` counts them. Linear in the range.
  package func wordCount(_ range: TextRange) -> Int {
    var words = WordScanner(range)
    var count = 0
    while words.next(self) != nil { count += 1 }
    return count
  }

  /// The hashes of the folded words of a range, in order, no more than `limit`: equal for equal words.
  package func wordHashes(
    _ range: TextRange, atMost limit: Int, withoutNumbers: Bool = false
  ) -> [UInt64] {
    var words = WordScanner(range)
    var hashes: [UInt64] = []
    while hashes.count < limit, let word = words.next(self) {
      if !withoutNumbers || !word.key.isNumber { hashes.append(word.key.hash64) }
    }
    return hashes
  }

  /// The first word at or behind `offset`.
  func word(from offset: Int, limit: Int) -> Word? {
    var words = WordScanner(from: offset, to: limit)
    return words.next(self)
  }

  /// The word that ends at `offset`: nothing but its own letters may stand between.
  func word(endingAt offset: Int, floor: Int) -> Word? {
    var start = offset
    let arabic = Letter.arabic
    while start > floor {
      // Arabic letters, nearly always: two bytes each.
      if start &- 2 >= floor, self[start &- 2] & 0xFC == 0xD8 {
        if arabic[self[start &- 2], self[start &- 1]] == Letter.isBreak { break }
        start &-= 2
        continue
      }
      let previous = scalarStart(before: start, floor: floor)
      if !isWordPart(at: previous, limit: start) { break }
      start = previous
    }
    guard start < offset, let word = word(from: start, limit: offset) else { return nil }
    return word
  }

  /// Whether the scalar at `offset` is a letter, a digit or a mark.
  package func isWordPart(at offset: Int, limit: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return Letter.ascii[byte] != 0 }
    if byte & 0xFC == 0xD8, offset + 1 < limit {
      return Letter.arabic[byte, self[offset + 1]] != Letter.isBreak
    }
    return cicu_classify(scalar(at: offset, limit: limit).value) != cicu_break
  }
}
