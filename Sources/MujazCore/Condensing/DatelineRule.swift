/// The place, the date and the agency at the head of an article.
///
/// Bias: every word before the dash or the colon must be a place, a date, an agency or a number, or an agency must stand
/// in brackets right before the dash.
///
///     القاهرة (رويترز) - أعلنت الحكومة …     left out        قمة الرياض: اتفاق على …      stays
enum DatelineRule {
  /// A dateline has no more words.
  static let longest = 8
  /// The words that must follow it.
  private static let rest = 5

  static func part(
    _ text: Span<UInt8>, _ range: TextRange, _ outline: SentenceOutline, _ lexicon: Lexicon
  ) -> SentencePart? {
    guard outline.count > 0 else { return nil }
    let kinds: WordClasses = [.city, .agency, .month, .weekday, .calendarMark, .era]
    var hasPlace = false
    var isKnown = true
    var endsInAgency = false
    var end: Int?
    var place = 0
    while place <= longest, place < outline.count {
      let token = outline[place]
      if token.isQuoted { break }
      if place > 0, !token.isInside, isSeparator(text, outline[place - 1].end, token.start),
        // A place that no list knows is one before an agency in brackets: أتلانتا (CNN) –
        endsInAgency || hasPlace && isKnown
      {
        guard outline.count - place >= rest else { break }
        end = token.start
        isKnown = true
      }
      let found = outline.phrase(at: place, in: kinds, lexicon)
      let isAgency = found?.classes.contains(.agency) ?? false
      if isAgency || found?.classes.contains(.city) ?? false { hasPlace = true }
      if found == nil, !token.key.isNumber, !token.isInside { isKnown = false }
      endsInAgency =
        token.isInside && (isAgency || found == nil && token.key.first >= Letter.arabicEnd)
      place += found?.count ?? 1
    }
    return end.map {
      SentencePart(
        kind: .dateline, range: TextRange(start: min(outline[0].start, range.start), end: $0))
    }
  }

  /// Whether a dash that is no hyphen, or a colon, stands between two words.
  private static func isSeparator(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      let isDash = scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014
      if scalar == 0x3A || isDash && offset > start && offset + count < end { return true }
      offset += count
    }
    return false
  }
}
