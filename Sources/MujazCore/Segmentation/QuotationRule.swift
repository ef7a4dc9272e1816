/// What follows a quotation that closed with a mark of its own: its tag, the rest of the sentence, or a new one.
///
/// Bias: decided by how the quotation was introduced. Behind a colon or a verb of saying the sentence was complete
/// when the quotation closed, so what follows is new unless it binds; a quotation that stands in its sentence as a
/// name, or at its head, goes on into its tag.
///
///     "إلى أين تذهبون؟" سأل الشرطي          no end        قال المدرب: "سنهاجم منذ البداية." ثم غادر      an end
enum QuotationRule {
  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ scene: Scene, _ text: Span<UInt8>,
    _ lexicon: Lexicon
  ) -> Verdict? {
    guard candidate.next < candidate.limit, let following = neighbours.following else { return nil }
    let isTag =
      neighbours.followingExactly.contains(.speechVerb) && following.start == candidate.next
    guard let opener = candidate.closedQuotation else {
      // In dialogue the dash is the mark: – لن أعود! صاحت الأم.
      let isSpeech = candidate.isStrong && opensWithDash(candidate, text)
      return isTag && isSpeech ? .refuse(.quotation) : nil
    }
    // «أين الماء؟» و«إلى متى؟»: و alone before a mark joins two quotations.
    if following.key.count == 1, following.end < candidate.limit,
      !text.isDigit(at: following.end, limit: candidate.limit), text[following.end] > 0x20
    {
      return .refuse(.quotation)
    }
    let isNew =
      neighbours.followingHasConjunction || neighbours.followingClasses.contains(.adversative)
    if isNew { return .keep(.quotation) }
    // A full stop inside the marks closes the sentence, where a tag would have had a comma; ؟ and ! close nothing
    // by themselves, and a name may carry them.
    if candidate.stops > 0, !candidate.isStrong {
      let isSource = neighbours.followingExactly.contains(.attribution)
      let isShortTag = isTag && Self.isShortTag(candidate, scene, text, lexicon)
      return isSource || isShortTag ? .refuse(.quotation) : .keep(.quotation)
    }
    if neighbours.followingBinds || following.key.isCircumstantial { return .refuse(.quotation) }
    let isIntroduced = isIntroduced(opener, scene, text, lexicon)
    if isTag, !isIntroduced { return .refuse(.quotation) }
    return isIntroduced ? .keep(.quotation) : .refuse(.quotation)
  }

  /// Whether a verb of saying and its subject are all that follows: … في البيت." قالت الجدة. With a complement of its own
  /// (قال فليك إن …) the verb opens a new sentence.
  private static func isShortTag(
    _ candidate: Candidate, _ scene: Scene, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    var scanner = WordScanner(from: candidate.next, to: scene.nextTerminal(behind: candidate.end))
    var count = 0
    while let word = scanner.next(text) {
      count += 1
      if count > 6 || lexicon.classes(exactly: word.key).contains(.subordinator) { return false }
    }
    return true
  }

  private static func opensWithDash(_ candidate: Candidate, _ text: Span<UInt8>) -> Bool {
    [0x2D, 0x2013, 0x2014].contains(
      text.scalar(at: candidate.segmentStart, limit: candidate.limit).value)
  }

  /// Whether a colon, a verb of saying or إن/أن stands before the quotation.
  private static func isIntroduced(
    _ opener: Int, _ scene: Scene, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Bool {
    let floor = scene.range.start
    var offset = opener
    while offset > floor {
      let start = text.scalarStart(before: offset, floor: floor)
      if text.whiteSpace(at: start, limit: offset) == 0 { break }
      offset = start
    }
    guard offset > floor else { return false }
    if text[offset - 1] == UInt8(ascii: ":") { return true }
    // Up to three words back: وسأل الصحفي "…", قال إن "…".
    var end = offset
    for _ in 0..<3 {
      guard let word = text.word(endingAt: end, floor: floor) else { return false }
      let classes = lexicon.classes(of: word.key)
      if classes.contains(.speechVerb) || classes.contains(.continuation) { return true }
      end = word.start
      while end > floor, text[end - 1] == 0x20 { end -= 1 }
    }
    return false
  }
}
