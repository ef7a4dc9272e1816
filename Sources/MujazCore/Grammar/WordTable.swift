internal import CBytes

/// The words of an article's segments, each read once: where it stands, what stands before it, its number in the
/// vocabulary.
///
/// Twenty bytes a word. Kept from article to article for its room; no text is beyond 4 GB.
struct WordTable: Sendable {
  private(set) var vocabulary = Vocabulary()
  /// The words in the order of the text; only the first `count` are the article's.
  private var entries: [cbytes_word] = []
  private(set) var count = 0
  /// A word and what stands before it have no fewer bytes in most texts.
  private static let bytesForWord = 10
  /// For each segment the number of words before it, and their number at the end. A segment that was not read has none.
  private var starts: [Int32] = []

  /// The words of a segment.
  @inline(__always)
  func words(of segment: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[segment]), Int(starts[segment + 1])))
  }

  /// Reads the words of those segments that `isWanted`. Linear.
  mutating func read(
    _ text: Span<UInt8>, _ segments: [Segment], _ lexicon: Lexicon, for purpose: WordPurpose,
    where isWanted: (Segment) -> Bool
  ) {
    precondition(text.count <= UInt32.max, "a text must not be beyond 4 GB")
    vocabulary.begin(lexicon, for: purpose)
    count = 0
    // For a book at once: growing step by step would take twice the room.
    entries.reserveCapacity(text.count / Self.bytesForWord)
    starts.removeAll(keepingCapacity: true)
    for segment in segments {
      starts.append(Int32(truncatingIfNeeded: count))
      if isWanted(segment) { read(text, segment.range) }
    }
    starts.append(Int32(truncatingIfNeeded: count))
  }

  /// Most words are Arabic letters behind a space: those are read by C, and what it leaves by the scanner.
  private mutating func read(_ text: Span<UInt8>, _ range: TextRange) {
    let first = count
    var gapStart = range.start
    var scanner = WordScanner(range)
    var reading = cbytes_reading()
    reading.limit = range.end
    reading.position = range.start
    while true {
      makeRoom()
      let stop = readOn(text, &reading, &gapStart)
      if stop == cbytes_end { break }
      guard stop == cbytes_other else { continue }
      scanner.go(to: reading.position)
      guard let word = scanner.next(text) else { break }
      entries[count] = cbytes_word(
        start: UInt32(truncatingIfNeeded: word.start), end: UInt32(truncatingIfNeeded: word.end),
        number: vocabulary.number(of: word, in: text), span: -1,
        gap: Gap(text, between: gapStart, and: word.start).rawValue, is_address: word.isAddress)
      count += 1
      reading.position = word.end
      gapStart = word.end
    }
    if count > first { entries[first].gap |= Gap.sentence.rawValue }
  }

  private mutating func readOn(
    _ text: Span<UInt8>, _ reading: inout cbytes_reading, _ gapStart: inout Int
  ) -> cbytes_stop {
    let first = count
    reading.found = count
    reading.capacity = entries.count
    let stop = entries.withUnsafeMutableBufferPointer { entries in
      text.withUnsafeBufferPointer { bytes in
        reading.text = bytes.baseAddress
        reading.count = bytes.count
        reading.words = entries.baseAddress
        return vocabulary.read(&reading)
      }
    }
    count = reading.found
    complete(text, first, &gapStart)
    vocabulary.makeRoom()
    return stop
  }

  /// Finds out of the words from `first` on what they are where they are new, and what stands before them where that is more
  /// than a space.
  private mutating func complete(_ text: Span<UInt8>, _ first: Int, _ gapStart: inout Int) {
    var entries: [cbytes_word] = []
    swap(&entries, &self.entries)
    defer { swap(&entries, &self.entries) }
    var words = entries.mutableSpan
    var next = vocabulary.count
    var end = gapStart
    for word in first..<count {
      let start = Int(words[word].start)
      if words[word].gap != 0 {
        words[word].gap = Gap(text, between: end, and: start).rawValue
      }
      end = Int(words[word].end)
      if Int(words[word].number) == next {
        vocabulary.learn(text, from: start, to: end)
        next += 1
      }
    }
    gapStart = end
  }

  private mutating func makeRoom() {
    guard count == entries.count else { return }
    entries.append(contentsOf: repeatElement(cbytes_word(), count: max(1024, entries.count / 8)))
  }

  /// The words, to be read: all, or the first so many.
  @_lifetime(borrow self, copy text)
  func view(_ text: Span<UInt8>, limit: Int = .max) -> Words {
    Words(
      text, entries.span.extracting(first: min(count, limit)), starts.span, vocabulary.known.span,
      vocabulary.facts.span)
  }

  /// The stem of a word that stands elsewhere; -1 where it is no term.
  mutating func stem(of word: Word, in text: Span<UInt8>) -> Int32 {
    let number = vocabulary.number(of: word, in: text)
    return vocabulary.known[Int(number)].stem
  }

  // MARK: What the reading of quotations notes

  /// Tells a word which quotation in marks begins with it, -1 for none.
  mutating func setSpan(_ word: Int, _ span: Int) {
    entries[word].span = Int32(truncatingIfNeeded: span)
  }

  /// Takes a word for another; gives the number of what it was.
  mutating func exchange(_ word: Int, _ number: Int32) -> Int32 {
    let old = entries[word].number
    entries[word].number = number
    return old
  }
}
