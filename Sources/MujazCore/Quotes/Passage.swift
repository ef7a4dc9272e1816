/// What stands between a word and the one before it.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt16
  static let comma = Self(rawValue: 1)
  static let colon = Self(rawValue: 2)
  static let semicolon = Self(rawValue: 4)
  /// . … ؟ !
  static let stop = Self(rawValue: 8)
  /// A quotation mark, whatever it does.
  static let mark = Self(rawValue: 16)
  static let bracket = Self(rawValue: 32)
  /// - – — /
  static let dash = Self(rawValue: 64)
  static let lineBreak = Self(rawValue: 128)
  /// The word begins a sentence.
  static let sentence = Self(rawValue: 256)
  static let other = Self(rawValue: 512)
  /// No space at all: مستشار/آذار, جميلة_بوحيرد.
  static let joined = Self(rawValue: 1024)

  /// What no name goes across.
  static let parting: Self = [
    .comma, .colon, .semicolon, .stop, .bracket, .dash, .lineBreak, .sentence, .other,
  ]
}

/// A word of a passage.
struct QuoteToken: Sendable {
  var start: Int
  var end: Int
  var key: WordKey
  var word: QuoteWord
  var gap: Gap
  /// The quotation in marks that begins with this word: its number, -1 where none does.
  var span: Int32 = -1

  /// Takes a word for a name, whatever the lists say of its letters.
  mutating func becomeName(_ key: WordKey) {
    self.key = key
    word = QuoteWord()
  }
}

extension Span<UInt8> {
  /// Whether a word is written with ة, which folds to ه.
  @inline(__always)
  func endsInTeh(_ word: Word) -> Bool {
    word.end - word.start >= 2 && self[word.end - 2] == 0xD8 && self[word.end - 1] == 0xA9
  }

  @inline(__always)
  func endsInMaqsura(_ word: Word) -> Bool {
    word.end - word.start >= 2 && self[word.end - 2] == 0xD9 && self[word.end - 1] == 0x89
  }

  /// Whether the first letter carries a damma, as in the passive يُذكر, يُعتقد, ذُكر.
  @inline(__always)
  func isPassive(_ word: Word) -> Bool {
    word.end - word.start > 4 && self[word.start + 2] == 0xD9 && self[word.start + 3] == 0x8F
  }

  /// Whether a word is written with ي and not with ى.
  @inline(__always)
  func endsInYeh(_ word: Word) -> Bool {
    word.end - word.start >= 2 && self[word.end - 2] == 0xD9 && self[word.end - 1] == 0x8A
  }
}

/// A sentence, or a line that is none.
struct QuoteSentence: Sendable {
  var tokens: Range<Int>
  var range: TextRange
  /// The number of its segment.
  var segment: Int
  var paragraph: Int
  var role: SegmentRole
}

/// The words, sentences and quotation marks of an article, as the search for quotations reads them.
struct Passage: Sendable {
  private(set) var tokens: [QuoteToken] = []
  private(set) var sentences: [QuoteSentence] = []
  private(set) var spans: [MarkedSpan] = []
  /// Where the last sentence of the article's body ends, whether it is read or not; nil where there is none.
  private(set) var bodyEnd: Int?
  private let words = QuoteLexicon.standard

  /// Reads an article that was cut into segments, or its beginning: to the end of the paragraph of segment `last`, as
  /// quotation marks pair within paragraphs. Linear in what is read.
  mutating func read(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, through last: Int? = nil
  ) {
    let lexicon = words
    var tokens: [QuoteToken] = []
    swap(&tokens, &self.tokens)
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    var alis: [Int] = []
    var writesMaqsura = false
    let lastParagraph = last.map { segmentation.segments[$0].paragraph } ?? .max
    for (number, segment) in segmentation.segments.enumerated() {
      if segment.paragraph > lastParagraph { break }
      if segment.role == .byline { continue }
      // A line that is not the article's may yet be a quotation: صرح هيل قائلا: …
      if segment.role == .other, !Self.opensWithVerb(text, segment.range, lexicon) { continue }
      let first = tokens.count
      var scanner = WordScanner(segment.range)
      var end = segment.range.start
      while let word = scanner.next(text) {
        var gap: Gap = []
        if word.start != end &+ 1 || text[end] != 0x20 {
          gap = Self.gap(text, from: end, to: word.start)
        }
        if tokens.count == first { gap.insert(.sentence) }
        var found = lexicon.word(word.key)
        if !found.isEmpty {
          found = Self.reviewed(found, word, text)
          if found.classes.contains(.on), text.endsInYeh(word) { alis.append(tokens.count) }
        }
        if text[word.end - 1] == 0x89 { writesMaqsura = writesMaqsura || text.endsInMaqsura(word) }
        tokens.append(
          QuoteToken(start: word.start, end: word.end, key: word.key, word: found, gap: gap))
        end = word.end
      }
      guard tokens.count > first else { continue }
      sentences.append(
        QuoteSentence(
          tokens: first..<tokens.count, range: segment.range, segment: number,
          paragraph: segment.paragraph, role: segment.role))
    }
    // Who writes إلى with ى means the name by علي; who never does may mean على.
    if writesMaqsura { for token in alis { tokens[token].becomeName(Self.ali) } }
    swap(&tokens, &self.tokens)
    bodyEnd =
      segmentation.segments.last {
        $0.role == .body && text.word(from: $0.range.start, limit: $0.range.end) != nil
      }?.range.end
    MarkedSpan.pair(text, segmentation.marks, sentences, into: &spans)
    place(spans)
  }

  private static func opensWithVerb(
    _ text: Span<UInt8>, _ range: TextRange, _ lexicon: QuoteLexicon
  ) -> Bool {
    guard let word = text.word(from: range.start, limit: range.end) else { return false }
    return lexicon.word(word.key).cue?.form == .past
  }

  /// What the lists say of a word, once its spelling is looked at for what folding has made equal.
  private static func reviewed(
    _ found: QuoteWord, _ word: Word, _ text: Span<UInt8>
  ) -> QuoteWord {
    guard let cue = found.cue else { return found }
    // حديثة is not حديثه.
    if cue.form == .verbalNoun, word.key.last == Letter.heh, text.endsInTeh(word) {
      return found.withoutCue
    }
    if cue.takes.contains(.impersonal), text.isPassive(word) { return found.withoutCue }
    // بين is the preposition, and the verb where a و or the doubled letter shows it.
    if word.key.count == 3, word.end - word.start == 6,
      word.key == WordKey(Letter.beh, Letter.yeh, Letter.noon)
    {
      return found.withoutCue
    }
    return found
  }

  /// Tells every quotation in marks which words it has, and its first word that it begins there.
  private mutating func place(_ found: [MarkedSpan]) {
    var next = 0
    for index in found.indices {
      while next < tokens.count, tokens[next].start < found[index].range.start { next += 1 }
      let first = next
      var last = first
      while last < tokens.count, tokens[last].end <= found[index].range.end { last += 1 }
      spans[index].tokens = first..<last
      if last > first {
        tokens[first].span = Int32(index)
        next = last
      }
    }
  }

  /// What stands between two words.
  @inline(never)
  static func gap(_ text: Span<UInt8>, from start: Int, to end: Int) -> Gap {
    var gap: Gap = start == end ? .joined : []
    var offset = start
    var hasSpace = false
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      offset += count
      switch scalar {
      case 0x20, 0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: hasSpace = true
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: gap.insert(.lineBreak)
      case 0x09: hasSpace = true
      case 0x060C, 0x2C: gap.insert(.comma)
      case 0x3A: gap.insert(.colon)
      case 0x061B, 0x3B: gap.insert(.semicolon)
      case 0x2E, 0x21, 0x3F, 0x061F, 0x2026, 0x06D4: gap.insert(.stop)
      case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: gap.insert(.mark)
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: gap.insert(.bracket)
      case 0x2D, 0x2010...0x2015, 0x2F: gap.insert(.dash)
      case 0x5F: gap.insert(.joined)
      case 0x23, 0x40: break
      default: gap.insert(.other)
      }
    }
    _ = hasSpace
    return gap
  }

  /// The name's own key, with a letter that folding never gives.
  private static var ali: WordKey {
    WordKey(Letter.ain, Letter.lam, Letter.yeh, Letter.isIgnorable)
  }

  /// What the word lists say of a word that is part of another.
  func quoteWord(_ key: WordKey) -> QuoteWord { words.word(key) }

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

  /// The words of a name as they stand by themselves: لوزارة الدفاع without its ل, a closing mark with its opening one.
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
