/// How far the sentences of a brief are cut down.
public enum Condensing: String, Sendable, CaseIterable {
  /// Whole sentences.
  case none
  /// Without datelines, media that a report is attributed to, and brackets that hold no number.
  case safe
  /// Without connectives and occasions either, and without any other part that can be left out where the budget has no room
  /// for it.
  case full
}

/// A sentence cut down.
struct Condensed: Equatable {
  /// What stays of it, in order: verbatim ranges of the article.
  var kept: [TextRange]
  /// Its words.
  var words: Int
  /// The dateline that was left out.
  var dateline: TextRange?
}

/// Leaves parts of sentences out.
///
/// What stays are ranges of the sentence, in order, the final mark among them. The head is never left out, nor a tail
/// before those behind it. Where something must go, the part that adds least for each of its words goes first.
struct Condenser {
  let mode: Condensing
  let finder: PartFinder

  init(_ mode: Condensing, _ lexicon: Lexicon) {
    self.mode = mode
    finder = PartFinder(lexicon: lexicon)
  }

  /// The sentence within `limit` words, or as short as it gets where it can't be; where anything may be left out, without tags and
  /// the bullet before its first word.
  func condense(
    _ words: Words, _ sentence: SentenceWords, limit: Int, _ statistics: TermStatistics
  ) -> Condensed {
    var condensed = withoutParts(words, sentence, limit: limit, statistics)
    guard mode != .none else { return condensed }
    let text = words.text
    var kept = condensed.kept.flatMap { MarkupRule.without(text, $0) ?? [$0] }
    // The space between two tags in front.
    while kept.count > 1, text.trimmed(kept[0]).isEmpty { kept.removeFirst() }
    if kept != condensed.kept {
      condensed.kept = kept
      condensed.words = kept.reduce(0) { $0 + words.wordCount($1) }
    }
    if let head = condensed.kept.first {
      condensed.kept[0].start = text.bulletEnd(from: head.start, limit: head.end)
    }
    return condensed
  }

  private func withoutParts(
    _ words: Words, _ sentence: SentenceWords, limit: Int, _ statistics: TermStatistics
  ) -> Condensed {
    let whole = Condensed(kept: [sentence.range], words: sentence.count)
    let isLong = mode == .full && sentence.count > limit
    guard mode != .none,
      isLong || finder.mayHoldAside(words, sentence, brackets: mode == .safe)
    else { return whole }
    var parts = finder.parts(words, sentence, asides: !isLong)
    guard !parts.isEmpty else { return whole }
    var cut = Cut(words: sentence.count)
    parts.insertions.removeAll { part in
      guard isSafe(part, words.text) else { return false }
      cut.parts.append(part)
      cut.words -= words.wordCount(part.range)
      return true
    }
    if isLong, cut.words > limit { shorten(words, sentence.range, parts, limit, &cut, statistics) }
    return Condensed(
      kept: Self.complement(of: cut.parts, in: sentence.range), words: cut.words,
      dateline: cut.parts.first { $0.kind == .dateline }?.range)
  }

  private func isSafe(_ part: SentencePart, _ text: Span<UInt8>) -> Bool {
    switch part.kind {
    case .dateline, .agency: true
    case .connective, .setting: mode == .full
    case .parenthesis:
      mode == .safe
        && !(part.range.start..<part.range.end).contains {
          text.isDigit(at: $0, limit: part.range.end)
        }
    default: false
    }
  }

  /// The parts that go, and how many words stay.
  private struct Cut {
    var parts: [SentencePart] = []
    var words: Int
  }

  /// A part that may go, its words and what it adds for each of them.
  private struct Weighed {
    var part: SentencePart
    var words: Int
    var gain: Double
  }

  /// Leaves out the part of the least gain for a word until the rest fits, and takes back what fits then.
  private func shorten(
    _ words: Words, _ range: TextRange, _ parts: SentenceParts, _ limit: Int, _ cut: inout Cut,
    _ statistics: TermStatistics
  ) {
    let head = TextRange(start: range.start, end: parts.tails.first?.range.start ?? range.end)
    let known = statistics.terms(of: words.words(in: head), words)
    func weigh(_ part: SentencePart) -> Weighed {
      let within = words.words(in: part.range)
      let gain = statistics.terms(of: within, words)
        .filter { !known.contains($0) }.reduce(0) { $0 + statistics.weight($1) }
      return Weighed(part: part, words: within.count, gain: gain / Double(max(1, within.count)))
    }
    var inner = parts.insertions.map(weigh).sorted { $0.gain > $1.gain }
    var outer = parts.tails.map(weigh)
    var gone: [Weighed] = []
    while cut.words > limit {
      // A tail takes those behind it along, so only the last may go.
      if let last = outer.last, last.gain <= inner.last?.gain ?? .infinity {
        outer.removeLast()
        let isInside = { (part: SentencePart) in
          part.range.start >= last.part.range.start && part.range.end <= last.part.range.end
        }
        inner.removeAll { isInside($0.part) }
        // What stood inside it and is gone already has been counted.
        let counted = cut.parts.filter(isInside) + gone.map(\.part).filter(isInside)
        cut.parts.removeAll(where: isInside)
        gone.removeAll { isInside($0.part) }
        cut.words -= last.words - counted.reduce(0) { $0 + words.wordCount($1.range) }
        cut.parts.append(last.part)
      } else if let weakest = inner.popLast() {
        gone.append(weakest)
        cut.words -= weakest.words
      } else {
        break
      }
    }
    for part in gone.reversed() {
      if cut.words + part.words <= limit {
        cut.words += part.words
      } else {
        cut.parts.append(part.part)
      }
    }
  }

  /// What is left of a range without some parts of it, which may overlap.
  static func complement(of parts: [SentencePart], in range: TextRange) -> [TextRange] {
    var kept: [TextRange] = []
    var start = range.start
    for part in parts.sorted(by: { $0.range.start < $1.range.start }) {
      if part.range.start > start {
        kept.append(TextRange(start: start, end: part.range.start))
      }
      start = max(start, part.range.end)
    }
    if start < range.end { kept.append(TextRange(start: start, end: range.end)) }
    return kept
  }
}

extension Span<UInt8> {
  /// Where what stands in front of a sentence without being of it ends: bullets, dashes, and the colons, commas and stops of
  /// another sentence.
  fileprivate func bulletEnd(from start: Int, limit: Int) -> Int {
    var offset = start
    var hasOpenBrace = false
    while offset < limit {
      let (scalar, count) = scalar(at: offset, limit: limit)
      switch scalar {
      case 0x20, 0xA0, 0x200E, 0x200F, 0x202A...0x202E: break
      case 0x2A, 0x2C, 0x2D, 0x2E, 0x3A, 0x3C, 0x3E, 0x7C: break  // * , - . : < > |
      case 0xB7, 0x060C, 0x2013, 0x2014, 0x2022, 0x2190...0x21FF, 0x25A0...0x25FF: break
      case 0x2600...0x27BF, 0x2B00...0x2BFF: break
      // The stroke that lengthens letters, where it is a dash.
      case 0x0640 where offset + count < limit && self[offset + count] == 0x20: break
      // A brace that nothing closes, as some papers begin their paragraphs. What closes none closes no later one.
      case 0x7B:
        if !hasOpenBrace, (offset..<limit).contains(where: { self[$0] == 0x7D }) { return offset }
        hasOpenBrace = true
      default: return offset
      }
      offset += count
    }
    return start
  }
}
