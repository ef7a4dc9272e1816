/// The place, the date, the reporter and the agency at the head of an article.
///
/// Bias: every word before the dash, the colon or the last slash must be a place, a date, an agency, a number or of a byline, with a
/// place or an agency among them; or an agency must stand in brackets right before the dash.
///
///     القاهرة (رويترز) - أعلنت الحكومة …     left out        قمة الرياض: اتفاق على …      stays
enum DatelineRule {
  /// A dateline has no more words.
  static let longest = 9
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
    var hasAgencyInside = false
    var isSlashed = false
    // Words that may be a reporter's family name, behind the given one.
    var names = 0
    var end: Int?
    var place = 0
    while place <= longest, place < outline.count {
      let token = outline[place]
      if token.isQuoted { break }
      if place > 0, !token.isInside,
        let separator = separator(text, outline[place - 1].end, token.start),
        // A place that no list knows is one before an agency in brackets: أتلانتا (CNN) –
        endsInAgency || hasPlace && isKnown
      {
        guard outline.count - place >= rest else { break }
        // الرباط/19 يونيو/: one slash parts nothing.
        if separator != .slash || isSlashed { end = token.start }
        if separator == .slash { isSlashed = true }
        isKnown = true
      }
      let found = outline.phrase(at: place, in: kinds, lexicon)
      let isAgency = found?.classes.contains(.agency) ?? false
      if isAgency || found?.classes.contains(.city) ?? false { hasPlace = true }
      let isReporter = found == nil && isOfByline(outline, place, &names)
      if found == nil, !token.key.isNumber, !token.isInside, !isReporter {
        // Between two slashes stands an agency, be it in a list or not: /ومع/
        let isBetween =
          isSlashed && place + 1 < outline.count
          && separator(text, token.end, outline[place + 1].start) == .slash
        if !isBetween { isKnown = false }
      }
      if !token.isInside { hasAgencyInside = false } else if isAgency { hasAgencyInside = true }
      endsInAgency =
        token.isInside
        && (hasAgencyInside || found == nil && token.key.first >= Letter.arabicEnd)
      place += found?.count ?? 1
    }
    return end.map {
      SentencePart(
        kind: .dateline, range: TextRange(start: min(outline[0].start, range.start), end: $0))
    }
  }

  /// Whether a word is one of a reporter's: خاص من رشيد خشانة. `names` counts how many more may be.
  private static func isOfByline(
    _ outline: SentenceOutline, _ place: Int, _ names: inout Int
  ) -> Bool {
    guard place > 0 else { return false }
    let token = outline[place]
    if token.classes.contains(.givenName) {
      names = 2
      return true
    }
    if !token.classes.isDisjoint(with: [.credit, .office, .titleAbbreviation]) { return true }
    if token.key == .from { return true }
    guard names > 0 else { return false }
    names -= 1
    return token.classes.isDisjoint(with: .saying.union(.stopWord))
  }

  private enum Separator {
    case dash, colon, slash
  }

  /// A dash that is no hyphen, a colon or a slash between two words.
  private static func separator(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Separator? {
    var offset = start
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      switch scalar {
      case 0x3A: return .colon
      // القاهرة- and القاهرة – alike, and no أبو-ظبي.
      case 0x2D, 0x2013, 0x2014, 0x2015: if end - start > count { return .dash }
      case 0x2F: return .slash
      default: break
      }
      offset += count
    }
    return nil
  }
}
