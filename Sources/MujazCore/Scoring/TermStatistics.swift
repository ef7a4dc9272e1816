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
  private(set) var postings: [(term: Int32, count: Int32)] = []
  /// For each sentence where its postings end.
  private(set) var postingEnds: [Int] = []
  /// What is known of each term.
  private(set) var terms: [Term] = []
  /// The distinct terms of the title that the sentences hold too, and how many it has in all.
  private(set) var titleTerms: [Int32] = []
  private(set) var titleTermCount = 0

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

  /// Whether quotations are asked for.
  var looksForSpeech = false {
    didSet { if looksForSpeech != oldValue { memo = StemMemo(forQuotes: looksForSpeech) } }
  }

  private var memo = StemMemo()
  private var numbers = KeyTable()
  /// Counts the articles, for the memo.
  private var generation: Int32 = 0

  init() {}

  /// The number of sentences.
  var count: Int { wordCounts.count }

  /// The postings of a sentence.
  @inline(__always)
  func postingRange(_ sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : postingEnds[sentence - 1])..<postingEnds[sentence]
  }

  /// How rare a term is in this article: ln(1 + n/sf).
  @inline(__always)
  func rarity(_ term: Int32) -> Double { rarities[Int(terms[Int(term)].sentenceFrequency)] }
  /// `rarity` by sentence frequency: the logarithm is taken once for each, not for each term.
  private var rarities: [Double] = []

  /// Counts the terms of `sentences` and of the title.
  mutating func count(
    _ text: Span<UInt8>, sentences: [TextRange], title: Span<UInt8>, titleRange: TextRange,
    _ lexicon: Lexicon
  ) {
    reset(expecting: text.count / 16)
    wordCounts.reserveCapacity(sentences.count)
    for (sentence, range) in sentences.enumerated() {
      var scanner = WordScanner(range)
      var wordCount = 0
      var signs: SpeechSigns = []
      while let word = scanner.next(text) {
        wordCount += 1
        if word.isAddress { continue }
        let place = memo.place(of: word.key, lexicon)
        let known = memo[place]
        signs.formUnion(known.speech)
        if known.stem == 0 { continue }
        var number = Int(known.number)
        if known.generation != generation {
          number = self.number(of: known.stem)
          memo[place].number = Int32(truncatingIfNeeded: number)
          memo[place].generation = generation
        }
        add(number, Int32(truncatingIfNeeded: sentence))
      }
      wordCounts.append(wordCount)
      speech.append(signs)
      postingEnds.append(postings.count)
    }
    countTitle(title, titleRange, lexicon)
    measureRarity()
  }

  /// The distinct terms of a range of the text that was counted, in no order that means anything.
  func terms(of text: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon) -> [Int32] {
    var found: [Int32] = []
    var scanner = WordScanner(range)
    while let word = scanner.next(text) {
      if word.isAddress { continue }
      let stem = StemMemo.stem(of: word.key, lexicon)
      guard stem != 0, let term = numbers.value(at: numbers.place(of: stem)) else { continue }
      if !found.contains(term) { found.append(term) }
    }
    return found
  }

  /// What a term says of the article: tf·ln(1 + n/sf).
  func weight(_ term: Int32) -> Double { Double(terms[Int(term)].frequency) * rarity(term) }

  private mutating func reset(expecting distinctWords: Int) {
    wordCounts.removeAll(keepingCapacity: true)
    speech.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    postingEnds.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    titleTerms.removeAll(keepingCapacity: true)
    titleTermCount = 0
    numbers.removeAll(expecting: distinctWords)
    if generation == .max {
      memo = StemMemo(forQuotes: looksForSpeech)
      generation = 0
    }
    generation += 1
  }

  /// The number of a stem, a new one where it is new.
  @inline(__always)
  private mutating func number(of stem: UInt64) -> Int {
    let place = numbers.place(of: stem)
    if let term = numbers.value(at: place) { return Int(term) }
    let term = terms.count
    numbers.fill(place, stem, Int32(truncatingIfNeeded: term))
    terms.append(Term())
    return term
  }

  @inline(__always)
  private mutating func add(_ number: Int, _ sentence: Int32) {
    var term = terms[number]
    term.frequency += 1
    if term.lastSentence == sentence {
      postings[Int(term.lastPosting)].count += 1
    } else {
      term.lastSentence = sentence
      term.lastPosting = Int32(truncatingIfNeeded: postings.count)
      term.sentenceFrequency += 1
      postings.append((Int32(truncatingIfNeeded: number), 1))
    }
    terms[number] = term
  }

  private mutating func countTitle(
    _ title: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon
  ) {
    var distinct: [UInt64] = []
    var scanner = WordScanner(range)
    while let word = scanner.next(title) {
      guard !word.isAddress else { continue }
      let stem = memo.stem(of: word.key, lexicon)
      guard stem != 0, distinct.count < 64, !distinct.contains(stem) else { continue }
      distinct.append(stem)
      if let term = numbers.value(at: numbers.place(of: stem)) { titleTerms.append(term) }
    }
    titleTermCount = distinct.count
  }

  private mutating func measureRarity() {
    let sentences = Double(count)
    let most = terms.reduce(0) { max($0, Int($1.sentenceFrequency)) }
    rarities.removeAll(keepingCapacity: true)
    rarities.append(0)
    for frequency in 0..<most { rarities.append(log1p(sentences / Double(frequency + 1))) }
  }
}
