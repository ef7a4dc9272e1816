/// A sentence, or a line that is none.
struct QuoteSentence: Sendable {
  var tokens: Range<Int>
  var range: TextRange
  /// The number of its segment.
  var segment: Int
  var paragraph: Int
  var role: SegmentRole
}

/// The sentences and quotation marks of an article, as the search for quotations reads them. Kept from article to article
/// for its room.
struct PassageTable: Sendable {
  private var sentences: [QuoteSentence] = []
  private var spans: [MarkedSpan] = []
  /// Where the last sentence of the article's body ends, whether it is read or not; nil where there is none.
  private var bodyEnd: Int?
  /// The words that were taken for the name Ali, and what they were.
  private var alis: [(word: Int, number: Int32)] = []

  /// Whether a segment's words are read where quotations are asked for. A line that is not the article's may yet be a
  /// quotation: صرح هيل قائلا: …
  static func isRead(_ segment: Segment, _ text: Span<UInt8>) -> Bool {
    switch segment.role {
    case .byline: return false
    case .other:
      guard let word = text.word(from: segment.range.start, limit: segment.range.end) else {
        return false
      }
      return QuoteLexicon.standard.word(word.key).cue?.form == .past
    default: return true
    }
  }

  /// Reads an article whose words were read, or its beginning: to the end of the paragraph of segment `last`, as
  /// quotation marks pair within paragraphs. Linear in what is read.
  mutating func read(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ words: inout WordTable,
    through last: Int? = nil
  ) {
    sentences.removeAll(keepingCapacity: true)
    let lastParagraph = last.map { segmentation.segments[$0].paragraph } ?? .max
    for (number, segment) in segmentation.segments.enumerated() {
      if segment.paragraph > lastParagraph { break }
      let tokens = words.words(of: number)
      guard !tokens.isEmpty else { continue }
      sentences.append(
        QuoteSentence(
          tokens: tokens, range: segment.range, segment: number, paragraph: segment.paragraph,
          role: segment.role))
    }
    nameAli(text, &words)
    bodyEnd =
      segmentation.segments.last {
        $0.role == .body && text.word(from: $0.range.start, limit: $0.range.end) != nil
      }?.range.end
    MarkedSpan.pair(text, segmentation.marks, sentences, into: &spans)
    if spans.isEmpty { return }
    place(words.view(text, limit: wordCount))
    // The first word of each knows that it begins there.
    for (index, span) in spans.enumerated() where !span.tokens.isEmpty {
      words.setSpan(span.tokens.lowerBound, index)
    }
  }

  /// The words that were read.
  var wordCount: Int { sentences.last?.tokens.upperBound ?? 0 }

  /// Who writes إلى with ى means the name by علي; who never does may mean على.
  private mutating func nameAli(_ text: Span<UInt8>, _ words: inout WordTable) {
    findAli(words.view(text, limit: wordCount))
    for place in alis.indices {
      alis[place].number = words.exchange(alis[place].word, Vocabulary.ali)
    }
  }

  private mutating func findAli(_ words: Words) {
    alis.removeAll(keepingCapacity: true)
    var writesMaqsura = false
    for word in words.indices {
      let spelling = words.known(word).spelling
      if spelling.isEmpty { continue }
      if spelling.contains(.maqsura) { writesMaqsura = true }
      if spelling.contains(.maybeAli) { alis.append((word, 0)) }
    }
    if !writesMaqsura { alis.removeAll(keepingCapacity: true) }
  }

  /// Gives the words back as they were read.
  func release(_ words: inout WordTable) {
    for ali in alis { _ = words.exchange(ali.word, ali.number) }
    for span in spans where !span.tokens.isEmpty { words.setSpan(span.tokens.lowerBound, -1) }
  }

  /// Tells every quotation in marks which words it has.
  private mutating func place(_ words: Words) {
    var next = 0
    for index in spans.indices {
      // The words lie in order: those before the span are passed over by halves.
      next = max(next, words.words(in: spans[index].range).lowerBound)
      while next < words.count, words.start(next) < spans[index].range.start { next += 1 }
      let first = next
      var last = first
      while last < words.count, words.end(last) <= spans[index].range.end { last += 1 }
      spans[index].tokens = first..<last
      if last > first { next = last }
    }
  }

  /// What was read of an article, to be looked at.
  @_lifetime(borrow self, copy words)
  func passage(_ words: Words) -> Passage {
    Passage(words, sentences.span, spans.span, bodyEnd)
  }
}

/// The words, sentences and quotation marks of an article, borrowed from the tables that hold them.
struct Passage: ~Escapable {
  let tokens: Words
  let sentences: Span<QuoteSentence>
  let spans: Span<MarkedSpan>
  let bodyEnd: Int?

  @_lifetime(copy tokens, copy sentences, copy spans)
  fileprivate init(
    _ tokens: Words, _ sentences: Span<QuoteSentence>, _ spans: Span<MarkedSpan>, _ bodyEnd: Int?
  ) {
    self.tokens = tokens
    self.sentences = sentences
    self.spans = spans
    self.bodyEnd = bodyEnd
  }

  /// What the word lists say of a word that is part of another.
  func quoteWord(_ key: WordKey) -> QuoteWord { QuoteLexicon.standard.word(key) }

  /// في رأي, على وصف: a noun that is spelled like the past of a verb, as a preposition stands before it.
  func isNoun(_ place: Int) -> Bool {
    guard place > 0, tokens.gap(place).isEmpty else { return false }
    let before = tokens.facts(place - 1).quote.classes
    guard !before.isDisjoint(with: [.on, .to, .about, .inside]),
      tokens.facts(place).quote.cue?.form == .past
    else { return false }
    if before.contains(.on) { return tokens.text.has(.maqsura, at: tokens.end(place - 1) - 2) }
    return !before.isDisjoint(with: [.to, .about])
      || before.contains(.inside) && tokens.key(place - 1).count == 2
  }

  /// What stands between brackets is not longer, in bytes: nobody looks further for their end.
  private static let longestBracket = 8_192

  /// What stands in the brackets that open before a word, and the word behind them; nil where none do, or nothing closes them.
  func bracketed(_ first: Int) -> (range: TextRange, next: Int)? {
    guard first > 0, tokens.gap(first).contains(.bracket) else { return nil }
    let text = tokens.text
    let start = tokens.start(first)
    guard (tokens.end(first - 1)..<start).contains(where: { text[$0] == UInt8(ascii: "(") }) else {
      return nil
    }
    let farthest = start + Self.longestBracket
    var last = sentence(of: first)
    while last + 1 < sentences.count, sentences[last].range.end < farthest,
      sentences[last + 1].paragraph == sentences[last].paragraph
    {
      last += 1
    }
    var depth = 1
    for offset in start..<max(start, min(sentences[last].range.end, farthest)) {
      if text[offset] == UInt8(ascii: "(") { depth += 1 }
      if text[offset] == UInt8(ascii: ")") { depth -= 1 }
      guard depth == 0 else { continue }
      let range = text.trimmed(TextRange(start: start, end: offset))
      return (range, tokens.words(in: range).upperBound)
    }
    return nil
  }

  /// The number of the sentence that holds a token. Logarithmic.
  func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// From the first to the last of some words.
  func range(_ words: Range<Int>) -> TextRange {
    TextRange(start: tokens[words.lowerBound].start, end: tokens[words.upperBound - 1].end)
  }

  /// The words of a name as they stand by themselves: لوزارة الدفاع and ووزارة الدفاع without ل and و, a closing mark with its
  /// opening one.
  ///
  /// Of للوزارة nothing can be taken off, as its article has lost a letter.
  func nameRange(_ text: Span<UInt8>, _ words: Range<Int>) -> TextRange {
    var range = range(words)
    let first = tokens[words.lowerBound]
    if first.word.isEmpty, first.key.first == Letter.lam, first.key[1] != Letter.lam,
      !quoteWord(first.key.dropFirst(1)).classes.isDisjoint(with: .nouns)
    {
      range.start += 2
    }
    if first.key.first == Letter.waw, first.classes.isEmpty,
      !quoteWord(first.key.dropFirst(1)).classes.isDisjoint(with: .nouns)
    {
      range.start += 2
    }
    var marks = 0
    for place in words.dropFirst() where tokens[place].gap.contains(.mark) { marks += 1 }
    if marks % 2 == 1 {
      let (scalar, count) =
        range.end < text.count ? text.scalar(at: range.end, limit: text.count) : (0, 0)
      if [0x22, 0xBB, 0x201D, 0x201C].contains(scalar) { range.end += count }
    }
    return range
  }
}
