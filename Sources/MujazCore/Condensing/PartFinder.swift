/// Finds the parts of a sentence that can be left out.
///
/// Bias: what is not surely a part of its own stays. A sentence that opens or closes a quotation of several
/// sentences, or whose marks do not pair, has no parts. Linear in the sentence.
struct PartFinder {
  let lexicon: Lexicon

  /// With `asides` only datelines, media and what stands in brackets or between dashes: what may go though there is room.
  func parts(_ text: Span<UInt8>, _ range: TextRange, asides: Bool = false) -> SentenceParts {
    guard let outline = SentenceOutline(text, range), outline.isBalanced else {
      return SentenceParts()
    }
    let slots = ClauseSlots(outline, lexicon)
    var parts = SentenceParts()
    parts.insertions = InsertionRule.parts(text, outline, lexicon)
    if let dateline = DatelineRule.part(text, range, outline, lexicon) {
      parts.insertions.removeAll { $0.range.start < dateline.range.end }
      parts.insertions.append(dateline)
    }
    parts.insertions += SourceRule.parts(outline, slots, lexicon)
    if !asides {
      parts.insertions += AppositionRule.parts(outline, slots, lexicon)
      TailRule.find(outline, slots, lexicon, &parts)
    }
    parts.insertions.sort { $0.range.start < $1.range.start }
    return parts
  }

  /// Whether a sentence may hold a dateline, a medium that a report is attributed to or, with `brackets`, an aside. Most
  /// hold none, and are spared the outline. Linear in the sentence.
  func mayHoldAside(_ text: Span<UInt8>, _ range: TextRange, brackets: Bool) -> Bool {
    if mayHoldDateline(text, range) { return true }
    var offset = range.start
    while offset < range.end {
      let byte = text[offset]
      offset &+= 1
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): if brackets { return true }
      case UInt8(ascii: ","):
        if mayOpenSource(text, TextRange(start: offset, end: range.end)) { return true }
      case 0xD8:
        // D8 8C, D8 9B: the Arabic comma and semicolon.
        guard offset < range.end, text[offset] == 0x8C || text[offset] == 0x9B else { continue }
        offset &+= 1
        if mayOpenSource(text, TextRange(start: offset, end: range.end)) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether anything but spaces and commas parts two of the first words.
  private func mayHoldDateline(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    var words = WordScanner(range)
    guard var last = words.next(text) else { return false }
    for _ in 0...DatelineRule.longest {
      guard let word = words.next(text) else { return false }
      if word.start != last.end &+ 1 || text[last.end] != 0x20,
        !Passage.gap(text, from: last.end, to: word.start).isDisjoint(with: [.dash, .colon])
      {
        return true
      }
      last = word
    }
    return false
  }

  /// Whether what stands behind a comma opens with a source, or with a phrase of up to five words and then a source.
  private func mayOpenSource(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    var keys: InlineArray<10, WordKey> = .init(repeating: .empty)
    var words = WordScanner(range)
    var count = 0
    while count < keys.count, let word = words.next(text) {
      keys[count] = word.key
      count += 1
    }
    for first in 0..<min(6, count) {
      let phrase = keys.span.extracting(first..<min(count, first + 5))
      if lexicon.phrase(at: phrase, in: .attribution) != nil { return true }
    }
    return false
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
    for index in outline.tokens.indices.dropFirst() where outline.tokens[index].comma != nil {
      add(outline, start..<index, lexicon)
      start = index
    }
    if !outline.tokens.isEmpty { add(outline, start..<outline.tokens.count, lexicon) }
  }

  private mutating func add(
    _ outline: SentenceOutline, _ words: Range<Int>, _ lexicon: Lexicon
  ) {
    let token = outline.tokens[words.lowerBound]
    slots.append(
      Slot(
        comma: token.comma ?? token.start, words: words,
        opening: Self.opening(outline, words.lowerBound, lexicon)))
  }

  private static func opening(
    _ outline: SentenceOutline, _ index: Int, _ lexicon: Lexicon
  ) -> Opening {
    let key = outline.tokens[index].key
    // What opens with marks of its own is a name or somebody's words.
    if outline.tokens[index].isInside { return .other }
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
    let exactly = lexicon.classes(exactly: key)
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
