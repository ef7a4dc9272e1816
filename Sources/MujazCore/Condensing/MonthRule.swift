/// The second name of a month: papers write the international name and the Levantine one.
///
///     في أكتوبر/ تشرين الأول المقبل      / تشرين الأول is left out
enum MonthRule {
  static func parts(
    _ text: Span<UInt8>, _ outline: SentenceOutline, _ lexicon: Lexicon
  ) -> [SentencePart] {
    var parts: [SentencePart] = []
    for index in outline.indices.dropLast() where !outline[index].isQuoted {
      let end = outline[index].end
      guard isSlash(text, end, outline[index + 1].start),
        let second = outline.phrase(at: index + 1, in: .month, lexicon),
        (max(0, index - 1)...index).contains(where: {
          outline.phrase(at: $0, in: .month, lexicon)?.count == index - $0 + 1
        })
      else { continue }
      parts.append(
        SentencePart(
          kind: .calendar,
          range: TextRange(start: end, end: outline[index + second.count].end)))
    }
    return parts
  }

  /// Whether a slash and nothing but spaces stands between two words.
  private static func isSlash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var found = false
    for offset in start..<end {
      if text[offset] == UInt8(ascii: "/"), !found {
        found = true
      } else if text[offset] != 0x20 {
        return false
      }
    }
    return found
  }
}
