/// What follows a quotation that closed with a mark of its own: its tag, the rest of the sentence, or a new one.
///
/// Bias: decided by how the quotation was introduced. Behind a colon or a verb of saying the sentence was complete
/// when the quotation closed, so what follows is new unless it binds; a quotation that stands in its sentence as a
/// name, or at its head, goes on into its tag.
///
///     "إلى أين تذهبون؟" سأل الشرطي          no end        قال المدرب: "سنهاجم منذ البداية." ثم غادر      an end
enum QuotationRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Verdict? {
    guard let opener = candidate.closedQuotation, candidate.next < candidate.limit,
      let following = neighbours.following
    else { return nil }
    let isNew =
      neighbours.followingHasConjunction || neighbours.followingClasses.contains(.adversative)
    if isNew { return .keep(.quotation) }
    if neighbours.followingBinds { return .refuse(.quotation) }
    let isIntroduced = isIntroduced(opener, candidate, text, lexicon)
    if neighbours.followingExactly.contains(.speechVerb), following.start == candidate.next,
      !isIntroduced
    {
      return .refuse(.quotation)
    }
    // A full stop inside the marks says more than ؟ or !, which a name may carry.
    if candidate.stops > 0, !candidate.isStrong { return .keep(.quotation) }
    return isIntroduced ? .keep(.quotation) : .refuse(.quotation)
  }

  /// Whether a colon, a verb of saying or إن/أن stands before the quotation.
  private static func isIntroduced(
    _ opener: Int, _ candidate: Candidate, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    var offset = opener
    while offset > candidate.segmentStart {
      let start = text.scalarStart(before: offset, floor: candidate.segmentStart)
      if text.whiteSpace(at: start, limit: offset) == 0 { break }
      offset = start
    }
    // The segment began inside the quotation: an earlier sentence of it was introduced.
    guard offset > candidate.segmentStart else { return opener < candidate.segmentStart }
    if text[offset - 1] == UInt8(ascii: ":") { return true }
    // Up to three words back: وسأل الصحفي "…", قال إن "…".
    var end = offset
    for _ in 0..<3 {
      guard let word = text.word(endingAt: end, floor: candidate.segmentStart) else { return false }
      let classes = lexicon.classes(of: word.key)
      if classes.contains(.speechVerb) || classes.contains(.continuation) { return true }
      end = word.start
      while end > candidate.segmentStart, text[end - 1] == 0x20 { end -= 1 }
    }
    return false
  }
}
