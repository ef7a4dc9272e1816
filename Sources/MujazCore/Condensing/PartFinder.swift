/// Finds the parts of a sentence that can be left out.
///
/// Bias: what is not surely a part of its own stays. A sentence that opens or closes a quotation of several
/// sentences, or whose marks do not pair, has no parts but a dateline. Linear in the sentence.
struct PartFinder {
  let lexicon: Lexicon

  /// With `asides` only datelines, media and what stands in brackets or between dashes: what may go though there is room.
  func parts(
    _ words: Words, _ sentence: SentenceWords, asides: Bool = false
  ) -> SentenceParts {
    guard sentence.count <= SentenceOutline.longest else { return SentenceParts() }
    let outline = SentenceOutline(words, sentence)
    let text = words.text
    let range = sentence.range
    guard outline.isBalanced else {
      var parts = SentenceParts()
      if let dateline = DatelineRule.part(text, range, outline, lexicon) {
        parts.insertions.append(dateline)
      }
      return parts
    }
    let slots = ClauseSlots(outline, lexicon)
    var parts = SentenceParts()
    parts.insertions = InsertionRule.parts(text, outline)
    if let dateline = DatelineRule.part(text, range, outline, lexicon) {
      parts.insertions.removeAll { $0.range.start < dateline.range.end }
      parts.insertions.append(dateline)
    }
    parts.insertions += SourceRule.parts(outline, slots, lexicon)
    if let connective = ConnectiveRule.part(words, sentence, lexicon) {
      parts.insertions.append(connective)
    }
    if let setting = SettingRule.part(words, sentence, outline) {
      parts.insertions.removeAll { setting.range.contains($0.range) }
      parts.insertions.append(setting)
    }
    if !asides {
      parts.insertions += MonthRule.parts(text, outline, lexicon)
      parts.insertions += AppositionRule.parts(outline, slots, lexicon)
      TailRule.find(outline, slots, lexicon, &parts)
    }
    parts.insertions.sort { $0.range.start < $1.range.start }
    return parts
  }

  /// Whether a sentence may hold a dateline, a medium that a report is attributed to or, with `brackets`, an aside. Most
  /// hold none, and are spared the outline. Linear in the sentence.
  func mayHoldAside(_ words: Words, _ sentence: SentenceWords, brackets: Bool) -> Bool {
    if mayHoldDateline(words, sentence.words) { return true }
    if ConnectiveRule.count(words, sentence, lexicon) != nil { return true }
    for word in sentence.words {
      if !words.either(word).isDisjoint(with: .setting) { return true }
      let gap = words.gap(word)
      if gap.isEmpty { continue }
      if brackets, gap.contains(.bracket) { return true }
      if !gap.isDisjoint(with: [.comma, .semicolon]),
        mayOpenSource(words, word, sentence.end)
      {
        return true
      }
    }
    return brackets && words.gap(behind: sentence).contains(.bracket)
  }

  /// Whether anything but spaces and commas parts two of the first words.
  private func mayHoldDateline(_ words: Words, _ sentence: Range<Int>) -> Bool {
    sentence.dropFirst().prefix(DatelineRule.longest + 1).contains { word in
      let gap = words.gap(word)
      return !gap.isDisjoint(with: [.dash, .colon]) || gap.contains(.other) && isStroke(words, word)
    }
  }

  /// Whether the stroke that lengthens letters stands before a word, as a dash.
  private func isStroke(_ words: Words, _ word: Int) -> Bool {
    (words.end(word - 1)..<words.start(word)).contains { words.text[$0] == 0xD9 }
  }

  /// Whether a word behind a comma opens a source, or a phrase of up to five words and then a source.
  private func mayOpenSource(_ words: Words, _ first: Int, _ limit: Int) -> Bool {
    let limit = min(limit, first + 10)
    return (first..<min(limit, first + 6)).contains {
      words.phrase(at: $0, limit: limit, in: .attribution, lexicon) != nil
    }
  }
}

/// What the stretches of a sentence between its commas begin with.
struct ClauseSlots {
  enum Opening {
    /// A part of a kind that can be left out.
    case part(SentencePartKind)
    /// What turns or limits the claim, says whose it is, or is a verb of saying behind its words.
    case stays
    /// بحسب …: a source.
    case source
    /// إن، أن: what is said.
    case complement
    /// A preposition: goes on with what stands before.
    case preposition
    /// و or ف with a word of no list: goes on or coordinates.
    case conjunction
    /// Anything else, the verb of the main clause as well.
    case other
  }

  struct Slot {
    /// The comma's offset; the sentence's start for the first.
    var comma: Int
    /// Its words in the outline.
    var words: Range<Int>
    var opening: Opening
  }

  private(set) var slots: [Slot] = []

  init(_ outline: SentenceOutline, _ lexicon: Lexicon) {
    var start = 0
    for index in outline.indices.dropFirst() where outline[index].comma != nil {
      add(outline, start..<index, lexicon)
      start = index
    }
    if outline.count > 0 { add(outline, start..<outline.count, lexicon) }
  }

  private mutating func add(
    _ outline: SentenceOutline, _ words: Range<Int>, _ lexicon: Lexicon
  ) {
    let token = outline[words.lowerBound]
    slots.append(
      Slot(
        comma: token.comma ?? token.start, words: words,
        opening: Self.opening(outline, words.lowerBound, lexicon)))
  }

  private static func opening(
    _ outline: SentenceOutline, _ index: Int, _ lexicon: Lexicon
  ) -> Opening {
    let token = outline[index]
    let key = token.key
    // What opens with marks of its own is a name or somebody's words.
    if outline[index].isInside { return .other }
    let kinds: WordClasses = [
      .circumstance, .relativeOpener, .secondClaim, .adjunct, .staysOpener, .attribution,
    ]
    if let found = outline.phrase(at: index, in: kinds, lexicon) {
      let classes = found.classes
      if classes.contains(.staysOpener) { return .stays }
      if classes.contains(.attribution) { return .source }
      // وذلك بحسب دراسة: a source too.
      if outline.phrase(at: index + found.count, in: .attribution, lexicon) != nil {
        return .source
      }
      if classes.contains(.circumstance) { return .part(.circumstance) }
      if classes.contains(.relativeOpener) { return .part(.relative) }
      if classes.contains(.secondClaim) { return .part(.coordination) }
      return .part(.adjunct)
    }
    let exactly = token.classes
    if !exactly.isDisjoint(with: [.speechVerb, .adversative]) { return .stays }
    if exactly.contains(.subordinator) { return isThat(key) ? .complement : .stays }
    if exactly.contains(.preposition) { return .preposition }
    if let bare = key.withoutConjunction, isImperfect(bare, lexicon) { return .part(.coordination) }
    if key.withoutConjunction != nil, exactly.isDisjoint(with: [.city, .agency, .office]) {
      return .conjunction
    }
    return .other
  }

  /// Whether a word of no list has the form of a verb of the third person: يحمل behind و.
  private static func isImperfect(_ key: WordKey, _ lexicon: Lexicon) -> Bool {
    key.count >= 4 && key.first == Letter.yeh && lexicon.classes(exactly: key).isEmpty
  }

  /// أن، إنه، بأنها …: alef and noon at the head, or behind ب.
  static func isThat(_ key: WordKey) -> Bool {
    let first = key.first == Letter.beh ? 1 : 0
    return key.count >= first + 2 && key[first] == Letter.alef && key[first + 1] == Letter.noon
  }
}
