/// How far the sentences of a brief are cut down.
public enum Condensing: String, Sendable, CaseIterable {
  /// Whole sentences.
  case none
  /// Without datelines, media that a report is attributed to, and brackets that hold no number.
  case safe
  /// Without any part that can be left out where the budget has no room for it.
  case full
}

/// A sentence cut down.
struct Condensed: Equatable {
  /// What stays of it, in order: verbatim ranges of the article.
  var kept: [TextRange]
  /// Its words.
  var words: Int
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

  /// The sentence within `limit` words, or as short as it gets where it can't be.
  func condense(
    _ words: Words, _ sentence: RankedSentence, limit: Int, _ statistics: TermStatistics
  ) -> Condensed {
    let range = sentence.range
    let tokens = words.words(of: sentence.index)
    let isLong = mode == .full && sentence.words > limit
    guard mode != .none,
      isLong || finder.mayHoldAside(words, tokens, range, brackets: mode == .safe)
    else {
      return Condensed(kept: [range], words: sentence.words)
    }
    let parts = finder.parts(words, tokens, range, asides: !isLong)
    guard !parts.isEmpty else { return Condensed(kept: [range], words: sentence.words) }
    var left: [SentencePart] = []
    var rest: [SentencePart] = []
    var count = sentence.words
    for part in parts.insertions {
      if isSafe(part, words.text) {
        left.append(part)
        count -= words.wordCount(part.range)
      } else {
        rest.append(part)
      }
    }
    if isLong, count > limit {
      shorten(words, range, rest, parts.tails, limit, &left, &count, statistics)
    }
    return Condensed(kept: Self.complement(of: left, in: range), words: count)
  }

  private func isSafe(_ part: SentencePart, _ text: Span<UInt8>) -> Bool {
    switch part.kind {
    case .dateline, .agency: true
    case .parenthesis:
      mode == .safe
        && !(part.range.start..<part.range.end).contains {
          text.isDigit(at: $0, limit: part.range.end)
        }
    default: false
    }
  }

  /// A part that may go, its words and what it adds for each of them.
  private struct Weighed {
    var part: SentencePart
    var words: Int
    var gain: Double
  }

  /// Leaves out the part of the least gain for a word until the rest fits, and takes back what fits then.
  private func shorten(
    _ words: Words, _ range: TextRange, _ insertions: [SentencePart], _ tails: [SentencePart],
    _ limit: Int, _ left: inout [SentencePart], _ count: inout Int,
    _ statistics: TermStatistics
  ) {
    let head = TextRange(start: range.start, end: tails.first?.range.start ?? range.end)
    let known = statistics.terms(of: words.words(in: head), words)
    func weigh(_ part: SentencePart) -> Weighed {
      let within = words.words(in: part.range)
      let gain = statistics.terms(of: within, words)
        .filter { !known.contains($0) }.reduce(0) { $0 + statistics.weight($1) }
      return Weighed(part: part, words: within.count, gain: gain / Double(max(1, within.count)))
    }
    var inner = insertions.map(weigh).sorted { $0.gain > $1.gain }
    var outer = tails.map(weigh)
    var gone: [Weighed] = []
    while count > limit {
      // A tail takes those behind it along, so only the last may go.
      if let last = outer.last, last.gain <= inner.last?.gain ?? .infinity {
        outer.removeLast()
        let isInside = { (part: SentencePart) in
          part.range.start >= last.part.range.start && part.range.end <= last.part.range.end
        }
        inner.removeAll { isInside($0.part) }
        // What stood inside it and is gone already has been counted.
        let counted = left.filter(isInside) + gone.map(\.part).filter(isInside)
        left.removeAll(where: isInside)
        gone.removeAll { isInside($0.part) }
        count -= last.words - counted.reduce(0) { $0 + words.wordCount($1.range) }
        left.append(last.part)
      } else if let weakest = inner.popLast() {
        gone.append(weakest)
        count -= weakest.words
      } else {
        break
      }
    }
    for part in gone.reversed() {
      if count + part.words <= limit {
        count += part.words
      } else {
        left.append(part.part)
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
