internal import CBytes

/// The words of an article, borrowed from the table that holds them: to be read, and neither copied nor kept.
///
/// Places of words are checked; the numbers that the table has written itself are not.
struct Words: ~Escapable {
  let text: Span<UInt8>
  private let entries: Span<cbytes_word>
  private let starts: Span<Int32>
  private let known: Span<Vocabulary.Known>
  private let facts: Span<WordFacts>

  @_lifetime(copy text, copy entries, copy starts, copy known, copy facts)
  init(
    _ text: Span<UInt8>, _ entries: Span<cbytes_word>, _ starts: Span<Int32>,
    _ known: Span<Vocabulary.Known>, _ facts: Span<WordFacts>
  ) {
    self.text = text
    self.entries = entries
    self.starts = starts
    self.known = known
    self.facts = facts
  }

  /// The words of a segment.
  @inline(__always)
  func words(of segment: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[segment]), Int(starts[segment + 1])))
  }

  /// What the vocabulary knows of a word.
  @inline(__always)
  func known(_ word: Int) -> Vocabulary.Known {
    known[unchecked: Int(truncatingIfNeeded: entries[word].number)]
  }

  @inline(__always)
  func isAddress(_ word: Int) -> Bool { entries[word].is_address }

  /// Whether no list knows a word and no quotation in marks begins with it.
  @inline(__always)
  func isPlain(_ word: Int) -> Bool {
    let entry = entries[word]
    return known[unchecked: Int(truncatingIfNeeded: entry.number)].facts == 0 && entry.span < 0
  }

  @inline(__always) func start(_ word: Int) -> Int { Int(entries[word].start) }
  @inline(__always) func end(_ word: Int) -> Int { Int(entries[word].end) }
  @inline(__always) func gap(_ word: Int) -> Gap { Gap(rawValue: entries[word].gap) }
  @inline(__always) func key(_ word: Int) -> WordKey { known(word).key }

  /// Whether a word may open a phrase of the lists.
  @inline(__always) func opensPhrase(_ word: Int) -> Bool { facts(word).opensPhrase }

  /// What the lists say of a word.
  @inline(__always)
  func facts(_ word: Int) -> WordFacts {
    facts[unchecked: Int(truncatingIfNeeded: known(word).facts)]
  }

  @inline(__always) func either(_ word: Int) -> WordClasses { facts(word).either }

  /// The words that stand in a range of the text, or in part. Logarithmic.
  func words(in range: TextRange) -> Range<Int> {
    let first = firstWord { Int($0.end) > range.start }
    return first..<max(first, firstWord { Int($0.start) >= range.end })
  }

  /// The number of words in a range, counted as `--words` counts them.
  func wordCount(_ range: TextRange) -> Int { words(in: range).count }

  /// The first word of which something is so that is so of all behind it.
  @inline(__always)
  private func firstWord(_ isBehind: (cbytes_word) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The longest phrase of one of the classes that begins at a word and ends before another.
  func phrase(
    at first: Int, limit: Int, in classes: WordClasses, _ lexicon: Lexicon
  ) -> (count: Int, classes: WordClasses)? {
    guard first < limit, facts(first).opensPhrase else { return nil }
    var keys = InlineArray<5, WordKey>(repeating: .empty)
    let count = min(5, limit - first)
    for place in 0..<count { keys[place] = key(first + place) }
    return lexicon.phrase(at: keys.span.extracting(0..<count), in: classes)
  }

  /// What stands behind a sentence's last word.
  func gap(behind sentence: SentenceWords) -> Gap {
    let last = sentence.isEmpty ? sentence.range.start : end(sentence.end - 1)
    return Gap(text, from: last, to: sentence.range.end)
  }

  /// Where a word begins with the marks that open before it or belong to it: «الوطن، #القدس، $50.
  func openingStart(_ word: Int) -> Int {
    var start = start(word)
    let floor = word == 0 ? 0 : end(word - 1)
    while start > floor {
      let before = text.scalarStart(before: start, floor: floor)
      switch text.scalar(at: before, limit: start).value {
      case 0x22, 0x27, 0xAB, 0x2018, 0x201C, 0x201D, 0x201E, 0x28, 0x5B: break  // " ' « ‘ “ ” „ ( [
      case 0x23, 0x24, 0x2B, 0x40, 0xA3, 0x20AC: break  // # $ + @ £ €
      default: return start
      }
      start = before
    }
    return start
  }

  @inline(__always) var count: Int { entries.count }
  @inline(__always) var indices: Range<Int> { entries.indices }

  @inline(__always)
  subscript(word: Int) -> Token {
    let entry = entries[word]
    let known = known[unchecked: Int(truncatingIfNeeded: entry.number)]
    let facts = facts[unchecked: Int(truncatingIfNeeded: known.facts)]
    return Token(
      start: Int(entry.start), end: Int(entry.end), key: known.key, word: facts.quote,
      classes: facts.classes, either: facts.either, gap: Gap(rawValue: entry.gap),
      span: entry.span)
  }
}

/// A word of an article with all that is known of it.
struct Token {
  var start: Int
  var end: Int
  /// Its folded letters.
  var key: WordKey
  /// What it is to quotations.
  var word: QuoteWord
  /// What the lists say of it as it is written, and, where they say nothing, without its leading و or ف.
  var classes: WordClasses
  var either: WordClasses
  /// What stands before it.
  var gap: Gap
  /// The quotation in marks that begins with it: its number, -1 where none does.
  var span: Int32

  /// Whether it is an office or a noun for people.
  @inline(__always)
  var isTitle: Bool { classes.isOffice || word.classes.contains(.person) }

  /// Whether it may begin with whom or what has a name: a title, a given name, a noun for a body.
  @inline(__always)
  var isSomebody: Bool {
    isTitle || classes.contains(.givenName) || word.classes.contains(.body)
  }
}
