/// What follows the claim: circumstances, clauses about its last noun, second claims, times and purposes.
///
/// Bias: the sentence must be whole without its tail. Where the main verb may still come, where the tail holds what turns
/// or limits the claim, or where a verb of saying would be left without what is said, nothing is a tail.
///
///     افتتح الوزير الجسر، مشيرا إلى أنه آمن.      مشيرا … goes
///     الشركة، التي تأسست عام 1990، أعلنت أرباحها.      nothing goes
enum TailRule {
  /// What stays has at least so many words.
  private static let head = 5

  static func find(
    _ outline: SentenceOutline, _ slots: ClauseSlots, _ lexicon: Lexicon,
    _ parts: inout SentenceParts
  ) {
    parts.tailEnd = outline.contentEnd
    var tails: [(kind: SentencePartKind, slot: Int, word: Int)] = []
    var end = slots.slots.count
    for (place, slot) in slots.slots.enumerated() {
      if place > 0 {
        switch slot.opening {
        case .part(let kind):
          tails.append((kind, place, slot.words.lowerBound))
        case .preposition, .conjunction: break
        case .source:
          // Said of all that stands before it: it stays, and what is behind it too.
          end = place
          parts.tailEnd = outline[slot.words.lowerBound].previousEnd
        case .stays: tails.removeAll()
        case .complement, .other:
          // The main clause may go on here, unless what is open takes everything.
          let takesAll = tails.last.map {
            $0.kind == .coordination || isSaying($0.word, outline)
          }
          if takesAll != true { tails.removeAll() }
        }
        if end == place { break }
      }
      // Some need no comma.
      for index in slot.words.dropFirst()
      where outline.opensPhrase(index) && !outline[index].isInside {
        if let kind = opensWithoutComma(index, outline, lexicon) {
          tails.append((kind, place, index))
        }
      }
    }
    guard end == slots.slots.count || slots.slots[end...].allSatisfy({ $0.isSourceOrGoesOn }) else {
      return
    }
    let first = mainStart(outline, slots, lexicon)
    // One that can't go stands and falls with the one before it.
    tails.removeAll { $0.word < max(head, first) || !isWhole(outline, $0.word) }
    for (number, tail) in tails.enumerated() {
      let start = outline[tail.word].previousEnd
      let next = tails[(number + 1)...].first { $0.word > tail.word }
      let stop = next.map { outline[$0.word].previousEnd } ?? parts.tailEnd
      guard start < stop else { continue }
      parts.tails.append(SentencePart(kind: tail.kind, range: TextRange(start: start, end: stop)))
    }
  }

  /// The words before which the main clause has surely not ended: a sentence that opens with a subordinate clause, a
  /// preposition or a time has it behind a comma or far behind.
  private static func mainStart(
    _ outline: SentenceOutline, _ slots: ClauseSlots, _ lexicon: Lexicon
  ) -> Int {
    guard let first = slots.slots.first, outline.count > 0 else { return 0 }
    let classes = outline[0].either
    let isFronted =
      !classes.isDisjoint(with: [
        .subordinator, .preposition, .adjunct, .circumstance, .attribution, .staysOpener,
      ])
    guard isFronted else { return 0 }
    let isClause =
      classes.contains(.subordinator)
      || outline.phrase(at: 0, in: [.circumstance, .adjunct, .staysOpener], lexicon) != nil
    // في 2 أكتوبر دخل الصحفي القنصلية: no comma, but words enough for both.
    if !isClause, first.words.count >= 9 { return 0 }
    let main = slots.slots.dropFirst().first {
      switch $0.opening {
      case .other, .stays, .conjunction, .complement: true
      default: false
      }
    }
    return main.map { $0.words.lowerBound + 3 } ?? .max
  }

  /// Whether the words before a place can stand alone: a verb of saying has what is said, إن has its predicate, and the last word
  /// asks for no other.
  private static func isWhole(_ outline: SentenceOutline, _ end: Int) -> Bool {
    if leadsOn(outline[end - 1]) || lacksPredicate(outline, end) { return false }
    var asks = false
    for index in 0..<end {
      let token = outline[index]
      if token.isInside { continue }
      let classes = token.classes
      let isVerb =
        !token.either.isDisjoint(with: .saying)
        && index < 3
      if isVerb { asks = true }
      if ClauseSlots.isThat(token.key) || token.opensSpeech { asks = false }
      if classes.contains(.subordinator), index > 0 { asks = false }
    }
    if (0..<end).contains(where: { outline[$0].opensSpeech }) { asks = false }
    return !asks || !(end..<outline.count).contains { ClauseSlots.isThat(outline[$0].key) }
  }

  /// Whether a word asks for another: في، وهو | الأمر الذي …، أوضح | قائلا: …
  private static func leadsOn(_ last: SentenceOutline.Token) -> Bool {
    if last.isInside { return false }
    let openers: WordClasses = [
      .preposition, .subordinator, .relative, .coordinator, .demonstrative,
    ]
    if !last.classes.isDisjoint(with: openers), !last.classes.contains(.adverb) { return true }
    return !last.either.isDisjoint(with: .saying.union(.pronoun))
      || last.classes.isSuperset(of: [.circumstance, .anaphoric])
  }

  /// Whether the last إن or أن has nothing behind it but its noun: قال إن السلطة الوطنية | وكما كانت …
  private static func lacksPredicate(_ outline: SentenceOutline, _ end: Int) -> Bool {
    let that = (max(0, end - longestNoun - 1)..<end).last {
      outline[$0].classes.contains(.subordinator) && ClauseSlots.isThat(outline[$0].key)
        && !outline[$0].isInside
    }
    guard let that else { return false }
    return (that + 1..<end).allSatisfy { outline[$0].key.hasArticle }
  }

  /// A noun with its adjectives has so many words with an article.
  private static let longestNoun = 3

  private static func isSaying(_ word: Int, _ outline: SentenceOutline) -> Bool {
    outline[word].either.contains(.needsNoComma)
  }

  /// The kind of a part that opens at a word with no comma before it; a participle of saying only with what it takes:
  /// إلى، أن، بـ.
  private static func opensWithoutComma(
    _ index: Int, _ outline: SentenceOutline, _ lexicon: Lexicon
  ) -> SentencePartKind? {
    guard
      let found = outline.phrase(
        at: index, in: [.needsNoComma, .circumstance, .relativeOpener], lexicon),
      found.classes.contains(.needsNoComma)
    else { return nil }
    if found.classes.contains(.relativeOpener) { return .relative }
    let next = index + found.count
    guard next < outline.count,
      outline.phrase(at: next, in: .attribution, lexicon) == nil
    else { return nil }
    let key = outline[next].key
    let isParticiple = found.count == 1 && outline[index].key.first != Letter.waw
    let takes =
      ClauseSlots.isThat(key) || lexicon.classes(exactly: key).contains(.preposition)
      || outline[next].opensSpeech
    return !isParticiple || takes ? .circumstance : nil
  }
}

extension ClauseSlots.Slot {
  /// Whether it may stand behind a source without being more than the source's own words.
  fileprivate var isSourceOrGoesOn: Bool {
    switch opening {
    case .source, .preposition, .conjunction: true
    default: false
    }
  }
}
