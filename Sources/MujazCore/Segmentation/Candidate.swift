/// A cluster of terminal marks and closers (`.`, `؟»..!`, `" .`) behind which a segment may end, with all
/// that the rules ask about it.
struct Candidate {
  /// The first terminal mark's offset.
  var mark: Int
  /// Behind the last terminal mark or closer: where the segment ends if it does.
  var end: Int
  /// The first byte that is no white space behind `end`, at most `limit`.
  var next: Int
  /// Where the paragraph ends.
  var limit: Int
  /// Where the segment that may end here began.
  var segmentStart: Int

  /// The number of full stops in the longest row of them; an ellipsis counts as three.
  var stops = 0
  /// Whether ؟ ! or ۔ is among the marks.
  var isStrong = false
  /// Whether the first mark is a single full stop and nothing else: the one that abbreviations share.
  var isSingleStop: Bool { stops == 1 && !isStrong }
  var isEllipsis: Bool { stops >= 2 && !isStrong }

  /// The opening mark of the outermost quotation that closes at the end of the cluster, behind a terminal mark; nil
  /// where one more mark follows the closer (`؟».`).
  var closedQuotation: Int?
  /// The opening mark of the bracket that closes at the end of the cluster, behind a terminal mark.
  var closedBracket: Int?
  /// The opening mark of the innermost quotation, bracket that is still open behind the cluster.
  var openQuotation: Int?
  var openBracket: Int?

  /// Whether white space stands between the cluster and what follows.
  var hasGap: Bool { next > end }
}

/// What a rule says of a candidate.
struct Verdict {
  var isBoundary: Bool
  var rule: BoundaryRule

  static func keep(_ rule: BoundaryRule) -> Verdict { Verdict(isBoundary: true, rule: rule) }
  static func refuse(_ rule: BoundaryRule) -> Verdict { Verdict(isBoundary: false, rule: rule) }
}

/// The words on both sides of a candidate, looked up once for all rules.
struct Neighbours {
  /// The word directly before the mark, nil where a closer or a space stands between.
  var previous: Word?
  /// The classes of the previous word as it is written.
  var previousClasses: WordClasses
  /// The first word behind the cluster; nil where a mark or the end comes first.
  var following: Word?
  var followingClasses: WordClasses
  /// The classes of the following word only as it is written, without taking off و or ف.
  var followingExactly: WordClasses

  init(_ candidate: Candidate, _ text: Span<UInt8>, _ lexicon: Lexicon) {
    // Behind ؟ and ! nobody asks for the word before.
    previous =
      candidate.isStrong ? nil : text.word(endingAt: candidate.mark, floor: candidate.segmentStart)
    previousClasses = previous.map { lexicon.classes(exactly: $0.key) } ?? []
    following = nil
    followingClasses = []
    followingExactly = []
    if candidate.next < candidate.limit,
      // Behind so many bytes of marks and symbols a word follows nothing any more.
      let word = text.word(from: candidate.next, limit: min(candidate.limit, candidate.next + 256))
    {
      following = word
      (followingExactly, followingClasses) = lexicon.bothClasses(of: word.key)
    }
  }

  /// Whether the following word carries a و or ف of its own: the commonest opening of an Arabic sentence.
  var followingHasConjunction: Bool {
    guard let key = following?.key, key.withoutConjunction != nil else { return false }
    if !followingExactly.isDisjoint(with: .adversative) { return true }
    // فيما, وكالة: the letter belongs to the word.
    return followingExactly.isDisjoint(with: [
      .preposition, .subordinator, .coordinator, .relative, .agency, .city,
    ])
  }

  /// Whether the following word binds to what stands before it: a preposition, subordinator or relative.
  var followingBinds: Bool {
    !followingHasConjunction
      && !followingExactly.isDisjoint(with: [.preposition, .subordinator, .relative, .coordinator])
      && followingExactly.isDisjoint(with: .adversative)
  }
}
