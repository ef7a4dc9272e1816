/// The mark that closes a quotation of several sentences.
///
/// Bias: only of what somebody says, behind a colon, أن or a verb of saying: a mark that was forgotten behind a name is not made good.
///
///     وقال: «سنفتح الجسر غدا. ثم نفتح الطريق».      [»]        صحيفة «الوطن نشرت الخبر. ثم نفته «القدس».      nothing
enum QuotationCloser {
  /// The closing mark of the quotation that a sentence leaves open, in the sentences behind it; nil where the sentence opens none or
  /// none is closed. Linear in those sentences.
  static func find(
    _ words: Words, _ ranked: [RankedSentence], behind index: Int
  ) -> TextRange? {
    let text = words.text
    let range = ranked[index].range
    guard let opener = text.openMark(of: range), isSaid(words, range, opener.start) else {
      return nil
    }
    let mark = text.scalar(at: opener.start, limit: range.end).value
    var next = index + 1
    while next < ranked.count, ranked[next].startsInQuotation {
      if let found = text.closingMark(for: mark, in: ranked[next].range) { return found }
      next += 1
    }
    return nil
  }

  /// Whether what stands before a mark says that somebody's words follow.
  private static func isSaid(_ words: Words, _ range: TextRange, _ mark: Int) -> Bool {
    guard let before = words.words(in: TextRange(start: range.start, end: mark)).last else {
      return false
    }
    if Gap(words.text, from: words.end(before), to: mark).contains(.colon) { return true }
    return ClauseSlots.isThat(words.key(before))
      || !words.either(before).isDisjoint(with: .saying)
  }
}

extension Span<UInt8> {
  /// The quotation mark that a range opens and does not close.
  fileprivate func openMark(of range: TextRange) -> TextRange? {
    var open: TextRange?
    var mark: UInt32 = 0
    var offset = range.start
    while offset < range.end {
      let (scalar, count) = scalar(at: offset, limit: range.end)
      if open != nil {
        if Self.closes(scalar, mark) { open = nil }
      } else if [0x22, 0xAB, 0x201C, 0x201D, 0x201E].contains(scalar) {
        open = TextRange(start: offset, end: offset + count)
        mark = scalar
      }
      offset += count
    }
    return open
  }

  fileprivate func closingMark(for opener: UInt32, in range: TextRange) -> TextRange? {
    var offset = range.start
    while offset < range.end {
      let (scalar, count) = scalar(at: offset, limit: range.end)
      if Self.closes(scalar, opener) { return TextRange(start: offset, end: offset + count) }
      offset += count
    }
    return nil
  }

  private static func closes(_ mark: UInt32, _ opener: UInt32) -> Bool {
    switch opener {
    case 0x22: mark == 0x22
    case 0xAB: mark == 0xBB
    default: mark == 0x201D || mark == 0x201C
    }
  }
}
