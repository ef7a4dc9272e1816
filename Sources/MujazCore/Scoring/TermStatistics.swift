/// The terms of an article's sentences: which, how often, in how many sentences.
///
/// A term is the light10 stem of a word that is no function word, no single letter and no part of an address.
/// Terms and sentences are numbered from 0. Linear in the words.
struct TermStatistics: Sendable {
  /// For each sentence the number of its words, as `--words` counts them.
  private(set) var wordCounts: [Int] = []
  /// For each sentence what its words show of a quotation in it, where quotations are asked for.
  private(set) var speech: [SpeechSigns] = []
  /// The distinct terms of all sentences, sentence after sentence, with the times each stands in it.
  var postings: ArraySlice<Posting> { postingTable[..<postingCount] }
  /// For each sentence where its postings end.
  private(set) var postingEnds: [Int] = []
  /// What is known of each term.
  var terms: ArraySlice<Term> { termTable[..<termCount] }
  /// The distinct terms of the title that the sentences hold too, and how many it has in all.
  private(set) var titleTerms: [Int32] = []
  private(set) var titleTermCount = 0

  // Longer than what is filled: room that is kept, and not cleared, from article to article.
  private var postingTable: [Posting] = []
  private(set) var postingCount = 0
  private var termTable: [Term] = []
  private(set) var termCount = 0

  /// A term in a sentence, and the times it stands there.
  struct Posting {
    var term: Int32
    var count: Int32

    /// The term as a place in tables of all terms: always below their number, so that those are read unchecked.
    @inline(__always) var place: Int { Int(truncatingIfNeeded: term) }
  }

  /// A term of the article.
  struct Term {
    /// How often it stands in all sentences.
    var frequency: Int32 = 0
    /// How many sentences hold it.
    var sentenceFrequency: Int32 = 0
    /// The sentence that was counted last, and its posting.
    fileprivate var lastSentence: Int32 = -1
    fileprivate var lastPosting: Int32 = 0
  }

  /// The term of a stem in the article of this generation.
  private struct Number {
    var generation: Int32 = 0
    var term: Int32 = 0
  }
  private var numbers: [Number] = []
  private var generation: Int32 = 0

  init() {}

  /// The number of sentences.
  var count: Int { wordCounts.count }

  @inline(__always)
  func posting(_ place: Int) -> Posting { postingTable[place] }

  /// The postings, to be walked over.
  var postingSpan: Span<Posting> {
    @_lifetime(borrow self) get { postingTable.span.extracting(first: postingCount) }
  }

  /// The postings of a sentence.
  @inline(__always)
  func postingRange(_ sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : postingEnds[sentence - 1])..<postingEnds[sentence]
  }

  /// How rare each term is in this article: ln(1 + n/sf).
  private(set) var rarities: [Double] = []
  /// What each term says of the article: tf·ln(1 + n/sf).
  private(set) var weights: [Double] = []

  func rarity(_ term: Int32) -> Double { rarities[Int(term)] }

  /// Counts the terms of those segments of an article whose words were read; `stems` is how many there may be.
  mutating func count(_ segments: [Int], of words: Words, stems: Int) {
    reset(stems: stems, words: words.count)
    wordCounts.reserveCapacity(segments.count)
    speech.reserveCapacity(segments.count)
    postingEnds.reserveCapacity(segments.count)
    // Taken out, each by itself, to be written through spans: an array asks at every change whether it is shared.
    var (numbers, terms, postings) = (
      self.numbers.taken(), termTable.taken(), postingTable.taken()
    )
    (termCount, postingCount) = count(segments, words, stems, &numbers, &terms, &postings)
    (self.numbers, termTable, postingTable) = (numbers, terms, postings)
    measureRarity()
  }

  /// Fills terms and postings from their beginning; gives how many of them.
  private mutating func count(
    _ segments: [Int], _ words: Words, _ stems: Int, _ numberTable: inout [Number],
    _ termTable: inout [Term], _ postingTable: inout [Posting]
  ) -> (terms: Int, postings: Int) {
    var numbers = numberTable.mutableSpan
    var terms = termTable.mutableSpan
    var postings = postingTable.mutableSpan
    // Stems are below `stems`, no more terms than those or words, and no more postings than words: so they are not checked
    // one by one.
    precondition(
      numbers.count >= stems && terms.count >= min(words.count, stems)
        && postings.count >= words.count)
    let generation = generation
    var termCount = 0
    var postingCount = 0
    for (sentence, segment) in segments.enumerated() {
      let range = words.words(of: segment)
      let sentence = Int32(truncatingIfNeeded: sentence)
      var signs: SpeechSigns = []
      for word in range {
        let known = words.known(word)
        if words.isAddress(word) { continue }
        signs.formUnion(known.speech)
        if known.stem < 0 { continue }
        let stem = Int(truncatingIfNeeded: known.stem)
        var number = Int(truncatingIfNeeded: numbers[unchecked: stem].term)
        if numbers[unchecked: stem].generation != generation {
          number = termCount
          termCount &+= 1
          numbers[unchecked: stem] = Number(
            generation: generation, term: Int32(truncatingIfNeeded: number))
          terms[unchecked: number] = Term()
        }
        var term = terms[unchecked: number]
        term.frequency &+= 1
        if term.lastSentence == sentence {
          postings[unchecked: Int(truncatingIfNeeded: term.lastPosting)].count &+= 1
        } else {
          term.lastSentence = sentence
          term.lastPosting = Int32(truncatingIfNeeded: postingCount)
          term.sentenceFrequency &+= 1
          postings[unchecked: postingCount] = Posting(
            term: Int32(truncatingIfNeeded: number), count: 1)
          postingCount &+= 1
        }
        terms[unchecked: number] = term
      }
      speech.append(signs)
      wordCounts.append(range.count)
      postingEnds.append(postingCount)
    }
    return (termCount, postingCount)
  }

  /// Counts the terms of the title, which may stand in another text.
  mutating func countTitle(
    _ title: Span<UInt8>, _ range: TextRange, _ words: inout WordTable
  ) {
    var distinct: [Int32] = []
    var scanner = WordScanner(range)
    while let word = scanner.next(title) {
      guard !word.isAddress else { continue }
      let stem = words.stem(of: word, in: title)
      guard stem >= 0, distinct.count < 64, !distinct.contains(stem) else { continue }
      distinct.append(stem)
      if let term = term(of: stem) { titleTerms.append(term) }
    }
    titleTermCount = distinct.count
  }

  /// The distinct terms of some words of the text that was counted, in no order that means anything.
  func terms(of range: Range<Int>, _ words: Words) -> [Int32] {
    var found: [Int32] = []
    for word in range where !words.isAddress(word) {
      guard let term = term(of: words.known(word).stem) else { continue }
      if !found.contains(term) { found.append(term) }
    }
    return found
  }

  /// What a term says of the article: tf·ln(1 + n/sf).
  func weight(_ term: Int32) -> Double { weights[Int(term)] }

  private mutating func reset(stems: Int, words: Int) {
    wordCounts.removeAll(keepingCapacity: true)
    speech.removeAll(keepingCapacity: true)
    postingEnds.removeAll(keepingCapacity: true)
    titleTerms.removeAll(keepingCapacity: true)
    titleTermCount = 0
    if generation == .max {
      numbers.removeAll()
      generation = 0
    }
    generation += 1
    if numbers.count < stems {
      let room = max(2 * stems, 1024) - numbers.count
      numbers.append(contentsOf: repeatElement(Number(), count: room))
    }
    // Room for a posting a word, and for a term a stem, of which there are no more than words.
    termTable.grow(to: min(words, stems), Term())
    postingTable.grow(to: words, Posting(term: 0, count: 0))
  }

  /// The term of a stem; nil where the article has none.
  @inline(__always)
  func term(of stem: Int32) -> Int32? {
    guard stem >= 0, Int(stem) < numbers.count else { return nil }
    let number = numbers[Int(stem)]
    return number.generation == generation ? number.term : nil
  }

  private mutating func measureRarity() {
    let sentences = Double(count)
    rarities.grow(to: termCount, 0)
    weights.grow(to: termCount, 0)
    Self.measure(terms, sentences, &rarities, &weights)
  }

  private static func measure(
    _ terms: ArraySlice<Term>, _ sentences: Double, _ rarityTable: inout [Double],
    _ weightTable: inout [Double]
  ) {
    // By sentence frequency: the logarithm is taken once for each, not for each term.
    var logarithms: [Double] = []
    let terms = terms.span
    var rarities = rarityTable.mutableSpan
    var weights = weightTable.mutableSpan
    precondition(rarities.count >= terms.count && weights.count >= terms.count)
    for term in terms.indices {
      let frequency = Int(truncatingIfNeeded: terms[unchecked: term].sentenceFrequency)
      while logarithms.count < frequency {
        logarithms.append(log1p(sentences / Double(logarithms.count + 1)))
      }
      let rarity = logarithms[frequency - 1]
      rarities[unchecked: term] = rarity
      weights[unchecked: term] = Double(terms[unchecked: term].frequency) * rarity
    }
  }
}

extension Array {
  /// Makes the array no shorter than this.
  fileprivate mutating func grow(to count: Int, _ element: Element) {
    if count > self.count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }

  /// What the array held, which is empty then.
  fileprivate mutating func taken() -> [Element] {
    var taken: [Element] = []
    swap(&taken, &self)
    return taken
  }
}
