/// What a brief of a checked claim must tell: that it is false.
///
/// Fact checkers tell the claim first, as news is told, and their verdict behind it or in the headline alone. A brief of the
/// claim without the verdict would spread it.
///
///     تتداول حسابات على مواقع التواصل صورة ادعت أنها …        the claim        تحقق الفريق وتبين أنه مضلل …        the verdict
enum ClaimCheck {
  /// The article tells no claim that goes round, or nobody says that it is false.
  case none
  /// The sentence of this place among the ranked gives the verdict.
  case verdict(Int)
  /// Only the headline denies the claim.
  case onlyHeadline

  /// Who tells the claim stands among so many of the first words.
  private static let opening = 4

  /// A text that is more than the claim has more sentences.
  private static let mostOfClaim = 8

  /// What an article is that opens with a claim. Linear in its text.
  static func of(
    _ words: Words, _ ranked: [RankedSentence], headline: Span<UInt8>, _ place: TextRange
  ) -> ClaimCheck {
    let text = words.text
    let isDenied = has(headline, place, [.verdict, .denial])
    // A headline that denies nothing is news; a text without one may be anything.
    guard isDenied || place.isEmpty else { return .none }
    for (index, sentence) in ranked.enumerated() where has(text, sentence.range, .verdict) {
      if isDenied || has(text, sentence.range, .checking) { return .verdict(index) }
    }
    guard isDenied, ranked.count <= mostOfClaim,
      !ranked.contains(where: { has(text, $0.range, .refuting) })
    else { return .none }
    return .onlyHeadline
  }

  /// Whether the first line that is no headline begins with a claim that goes round: told in nearly every article by its first word.
  static func opensWithClaim(_ words: Words, _ segments: [Segment]) -> Bool {
    guard
      let index = segments.indices.first(where: {
        segments[$0].role == .body || segments[$0].role == .other
      })
    else { return false }
    if let first = words.words(of: index).first, verb(words.key(first)).isEmpty { return false }
    var scanner = WordScanner(segments[index].range)
    guard let first = scanner.next(words.text) else { return false }
    let kind = verb(first.key)
    guard !kind.isEmpty else { return false }
    let crowd: WordClasses = kind.contains(.circulating) ? [.crowd, .user] : .user
    for _ in 1..<opening {
      guard let next = scanner.next(words.text) else { return false }
      if !Lexicon.genres.classes(of: next.key).isDisjoint(with: crowd) { return true }
    }
    return false
  }

  @inline(__always)
  private static func verb(_ key: WordKey) -> WordClasses { Lexicon.claims.classes(exactly: key) }

  /// Whether a range has a word or a phrase of the classes. Linear in the range.
  private static func has(_ text: Span<UInt8>, _ range: TextRange, _ classes: WordClasses) -> Bool {
    var keys = InlineArray<4, WordKey>(repeating: .empty)
    var scanner = WordScanner(range)
    var count = 0
    while true {
      while count < opening, let word = scanner.next(text) {
        keys[count] = word.key
        count += 1
      }
      guard count > 0 else { return false }
      if Lexicon.genres.phrase(at: keys.span.extracting(0..<count), in: classes) != nil {
        return true
      }
      for place in 1..<opening { keys[place - 1] = keys[place] }
      count -= 1
    }
  }
}
