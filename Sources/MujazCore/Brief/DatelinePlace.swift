/// The place of a dateline that was left out of a brief, and whether the brief tells any place without it.
///
/// Bias: what the dateline says stays out where the brief names a place; and only a place with nothing but agencies and dates beside it
/// is told: that of a reporter or of an agency in brackets may be a desk.
///
///     الظهران - افتتحت الشركة معرضها السنوي.      [الظهران]        دبي (رويترز) - ارتفعت أسعار النفط.      nothing
enum DatelinePlace {
  /// The first place of a dateline of places, agencies and dates.
  static func place(
    of dateline: TextRange, _ words: Words, _ lexicon: Lexicon
  ) -> TextRange? {
    let inside = words.words(in: dateline)
    let kinds: WordClasses = [.city, .agency, .month, .weekday, .calendarMark, .era]
    var place: TextRange?
    var word = inside.lowerBound
    while word < inside.upperBound {
      guard !words.gap(word).contains(.bracket) else { return nil }
      let found = words.phrase(at: word, limit: inside.upperBound, in: kinds, lexicon)
      guard found != nil || words.key(word).isNumber else { return nil }
      let count = found?.count ?? 1
      if place == nil, let found, found.classes.contains(.city) {
        place = TextRange(start: words.start(word), end: words.end(word + count - 1))
      }
      word += count
    }
    return place
  }

  /// Whether a range names a place, be it behind a letter that is written with it: بالرياض.
  static func isTold(in range: TextRange, _ words: Words, _ lexicon: Lexicon) -> Bool {
    let inside = words.words(in: range)
    return inside.contains { word in
      if words.phrase(at: word, limit: inside.upperBound, in: .city, lexicon) != nil { return true }
      if words.either(word).contains(.city) { return true }
      let key = words.key(word)
      guard key.first == Letter.beh || key.first == Letter.lam else { return false }
      return lexicon.classes(exactly: key.dropFirst(1)).contains(.city)
    }
  }
}
