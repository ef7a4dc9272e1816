/// The place, the date, the reporter and the agency at the head of an article.
///
/// Bias: every word before the dash, the colon or the last slash must be a place, a date, an agency, a number or of a byline, with a
/// place or an agency among them; or an agency must stand in brackets right before the dash; or the head must have the looks of one:
/// names in two parts or more, one of them a place or an agency, or a name or two right before a verb of saying.
///
///     القاهرة (رويترز) - أعلنت الحكومة …     left out        قمة الرياض: اتفاق على …      stays
///     سالم الحداد- المدار- جدة: افتتح …     left out        الوزير – وهو طبيب – قال …      stays
enum DatelineRule {
  /// A dateline has no more words.
  static let longest = 9
  /// The words that must follow it.
  private static let rest = 5

  /// What shows where a report is from, and what stands beside it.
  private static let signs: WordClasses = [.city, .agency, .credit]
  private static let dates: WordClasses = [.month, .weekday, .calendarMark, .era]
  private static let kinds = dates.union([.city, .agency])
  private static let headKinds = dates.union(signs)

  static func part(
    _ text: Span<UInt8>, _ range: TextRange, _ outline: SentenceOutline, _ lexicon: Lexicon
  ) -> SentencePart? {
    guard outline.count > 0 else { return nil }
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
    if let signed = signedHead(text, outline, lexicon) { end = max(end ?? signed, signed) }
    return end.map {
      SentencePart(
        kind: .dateline, range: TextRange(start: min(outline[0].start, range.start), end: $0))
    }
  }

  // MARK: Heads of names that no list knows

  /// What stands between two separators of a head.
  private struct HeadPart {
    var words = 0
    /// Whether all of it is a place, an agency, a date or of a byline.
    var isKnown = true
    var hasPlace = false
    /// Whether a place stands in brackets in it.
    var hasPlaceInside = false
    /// Whether its last word is a given name.
    var endsInName = false
    /// Whether its first word is one.
    var beginsWithName = false
    /// Whether its first word is a place.
    var beginsWithPlace = false

    /// Whether it may be a reporter or a newspaper.
    var isShort: Bool { words <= 5 }
    var isPlace: Bool { isKnown && hasPlace }
    /// Whether it is a name of two words or three.
    var isName: Bool { beginsWithName && (2...3).contains(words) }
    /// Whether it may be a name in all its words: أحمد بن سعيد الحداد.
    var isFullName: Bool { beginsWithName && (2...5).contains(words) }
  }

  /// Where the sentence begins behind a head of a reporter, a newspaper and a place, in any order.
  private static func signedHead(
    _ text: Span<UInt8>, _ outline: SentenceOutline, _ lexicon: Lexicon
  ) -> Int? {
    var part = HeadPart()
    var parts = 0
    var slashes = 0
    var hasPlace = false
    var hasName = false
    var end: Int?
    var place = 0
    while place <= longest, outline.count - place >= rest {
      let token = outline[place]
      if place > 0, !token.isInside || token.isQuoted && !outline[place - 1].isInside,
        let separator = separator(text, outline[place - 1].end, token.start, orHyphen: true)
      {
        guard part.isShort || part.isPlace else { break }
        parts += 1
        if part.isPlace { hasPlace = true }
        if part.isFullName { hasName = true }
        if separator == .slash { slashes += 1 }
        // متابعة: طالب …: behind the colon of a credit stands the name.
        let namesNext = part.isPlace && token.classes.contains(.givenName) && separator == .colon
        let mayEnd = !namesNext && !token.isInside
        if mayEnd, separator == .colon || separator == .dash || slashes > 1 {
          // فيفاء ـ سالم الحداد:, and no name with an aside: سالم الحداد - الرحالة المعروف - يروي …
          let isSigned = hasName && (separator == .colon || part.isFullName)
          if parts > 1, hasPlace || isSigned || opensReport(outline, place) { end = token.start }
          // أريحا والأغوار-, but not: القاهرة القديمة - الجيزة
          let isRegion =
            part.beginsWithPlace && separator == .dash && !token.classes.contains(.city)
          let isSign = part.hasPlaceInside || part.isName || isRegion
          if parts == 1, isSign || opensReport(outline, place),
            isSource(outline, place, part, separator)
          {
            end = token.start
          }
        }
        if !namesNext, separator == .colon { break }
        part = HeadPart()
      }
      guard let count = read(token, outline, place, &part, lexicon) else { break }
      place += count
    }
    return end
  }

  /// Takes a phrase of a head into its part, and says how many words it has; nil where no head goes on so.
  private static func read(
    _ token: SentenceOutline.Token, _ outline: SentenceOutline, _ place: Int,
    _ part: inout HeadPart, _ lexicon: Lexicon
  ) -> Int? {
    let followsName = part.endsInName
    part.endsInName = token.classes.contains(.givenName)
    // د. سالم الحداد -
    if part.words == 0, token.classes.contains(.titleAbbreviation) { return 1 }
    if part.words == 0 { part.beginsWithName = part.endsInName }
    if let found = outline.phrase(at: place, in: headKinds, lexicon) {
      let isSign = !found.classes.isDisjoint(with: signs)
      if part.words == 0, found.classes.contains(.city) { part.beginsWithPlace = true }
      if !token.isInside {
        part.words += found.count
      } else if found.classes.contains(.city) {
        part.hasPlaceInside = true
      }
      if isSign { part.hasPlace = true }
      return found.count
    }
    if token.isInside && !token.isQuoted || token.key.isNumber { return 1 }
    // من صالح …: who sent the report.
    if part.words == 0, token.key == .from { return 1 }
    if token.comma != nil, !part.endsInName { return nil }
    part.words += 1
    part.isKnown = false
    let none = WordClasses.saying.union([
      .stopWord, .preposition, .subordinator, .relative, .office, .demonstrative,
    ])
    // علي معالي, خالد علي: a name, and behind one علي is no preposition.
    return followsName || part.endsInName || token.either.isDisjoint(with: none) ? 1 : nil
  }

  /// Whether a verb of saying opens the report at a word.
  private static func opensReport(_ outline: SentenceOutline, _ place: Int) -> Bool {
    !outline[place].classes.isDisjoint(with: .saying)
  }

  /// Whether the words before one separator are the source of what follows: up to three, no aside between dashes behind
  /// them, and before a colon no person, as that is who speaks.
  private static func isSource(
    _ outline: SentenceOutline, _ place: Int, _ part: HeadPart, _ separator: Separator
  ) -> Bool {
    guard part.words <= 3 else { return false }
    if separator == .dash { return outline.dashes.count < 2 }
    return !(0..<place).contains { outline[$0].classes.contains(.givenName) }
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
    case dash, hyphen, colon, slash
  }

  /// A dash that is no hyphen, a colon or a slash between two words.
  private static func separator(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, orHyphen: Bool = false
  ) -> Separator? {
    var offset = start
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      switch scalar {
      case 0x3A: return .colon
      // القاهرة- and القاهرة – alike, and no أبو-ظبي.
      // A stroke that lengthens letters is a dash where it stands alone.
      case 0x2D, 0x2013, 0x2014, 0x2015, 0x0640:
        if end - start > count { return .dash }
        if orHyphen { return .hyphen }
      case 0x2F: return .slash
      default: break
      }
      offset += count
    }
    return nil
  }
}
