/// `..`, `...` and `…`.
///
/// Bias: refuse, unless a clause that can stand alone is on both sides. Arabic newspapers write two dots for a
/// comma, a colon or a pause; they end a sentence only in running text.
///
///     النفط يهبط.. والذهب يصعد      no end (headline)        خسر الفريق كل شيء في عشر دقائق.. لم يكن المدرب يصدق      an end
enum EllipsisRule {
  /// The fewest words of a clause.
  private static let clause = 3
  /// How far before the mark its clause is looked at, in bytes.
  private static let reach = 1000

  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ scene: Scene, _ text: Span<UInt8>,
    _ lexicon: Lexicon
  ) -> Verdict? {
    guard candidate.isEllipsis else { return nil }
    guard candidate.next < candidate.limit else { return nil }
    if scene.isHeadline || candidate.closedQuotation != nil && candidate.openQuotation != nil {
      return .refuse(.ellipsis)
    }
    if let opener = candidate.openQuotation, scene.isTitleQuotation(opener) {
      return .refuse(.ellipsis)
    }
    guard neighbours.following != nil else { return .refuse(.ellipsis) }
    if neighbours.followingBinds || neighbours.followingClasses.contains(.abbreviation) {
      return .refuse(.ellipsis)
    }
    if let previous = neighbours.previous, binds(previous, lexicon) { return .refuse(.ellipsis) }

    let leftStart = max(
      candidate.segmentStart, candidate.openQuotation ?? 0,
      text.scalarStart(before: max(1, candidate.mark - reach), floor: 0))
    let left = words(text, from: leftStart, to: candidate.mark)
    let right = words(text, from: candidate.next, to: scene.nextTerminal(behind: candidate.end))
    guard left > clause, right >= clause else { return .refuse(.ellipsis) }
    // A left side that opens with a preposition and is short has no verb yet: بعد تفكير عميق..
    if left <= 4, let first = text.word(from: leftStart, limit: candidate.mark),
      lexicon.classes(of: first.key).contains(.preposition)
    {
      return .refuse(.ellipsis)
    }
    return .keep(.ellipsis)
  }

  private static func binds(_ word: Word, _ lexicon: Lexicon) -> Bool {
    // A lone و or ف is the conjunction itself.
    if word.key.isLoneConjunction { return true }
    return !lexicon.classes(of: word.key)
      .isDisjoint(with: [.preposition, .subordinator, .relative, .coordinator])
  }

  /// The number of words, counted no further than a clause needs.
  private static func words(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var scanner = WordScanner(from: start, to: max(start, end))
    var count = 0
    while count <= 2 * clause,
      scanner.next(text) != nil
    {
      count += 1
    }
    return count
  }
}
