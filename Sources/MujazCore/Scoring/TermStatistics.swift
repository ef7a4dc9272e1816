/// The terms of an article's sentences: which, how often, in how many sentences.
///
/// A term is the light10 stem of a word that is no function word, no single letter and no part of an address.
/// Terms and sentences are numbered from 0. Linear in the words.
struct TermStatistics: Sendable {
  /// For each sentence the number of its words, as `--words` counts them.
  private(set) var wordCounts: [Int] = []
  /// The distinct terms of all sentences, sentence after sentence, with the times each stands in it.
  private(set) var postings: [(term: Int32, count: Int32)] = []
  /// For each sentence where its postings end.
  private(set) var postingEnds: [Int] = []
  /// For each term how often it stands in all sentences.
  private(set) var frequencies: [Int32] = []
  /// For each term how many sentences hold it.
  private(set) var sentenceFrequencies: [Int32] = []
  /// The distinct terms of the title that the sentences hold too, and how many it has in all.
  private(set) var titleTerms: [Int32] = []
  private(set) var titleTermCount = 0

  private var words = KeyTable()
  private var stems = KeyTable()
  private var lastSentence: [Int32] = []
  private var lastPosting: [Int32] = []

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
  func rarity(_ term: Int32) -> Double { rarities[Int(sentenceFrequencies[Int(term)])] }
  /// `rarity` by sentence frequency: the logarithm is taken once for each, not for each term.
  private var rarities: [Double] = []

  /// Counts the terms of `sentences` and of the title.
  mutating func count(
    _ text: Span<UInt8>, sentences: [TextRange], title: Span<UInt8>, titleRange: TextRange,
    _ lexicon: Lexicon
  ) {
    reset()
    wordCounts.reserveCapacity(sentences.count)
    for (sentence, range) in sentences.enumerated() {
      var scanner = WordScanner(range)
      var wordCount = 0
      while let word = scanner.next(text) {
        wordCount += 1
        if word.isAddress { continue }
        let term = self.term(word.key, lexicon)
        if term >= 0 { add(term, sentence) }
      }
      wordCounts.append(wordCount)
      postingEnds.append(postings.count)
    }
    countTitle(title, titleRange, lexicon)
    measureRarity()
  }

  private mutating func reset() {
    wordCounts.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    postingEnds.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    sentenceFrequencies.removeAll(keepingCapacity: true)
    titleTerms.removeAll(keepingCapacity: true)
    titleTermCount = 0
    lastSentence.removeAll(keepingCapacity: true)
    lastPosting.removeAll(keepingCapacity: true)
    words.removeAll()
    stems.removeAll()
  }

  /// The number of a word's term, -1 for a word that is none.
  @inline(__always)
  private mutating func term(_ key: WordKey, _ lexicon: Lexicon) -> Int32 {
    words.value(of: key) {
      if !Self.isTerm(key, lexicon) { return -1 }
      return stems.value(of: LightStemmer.stem(key)) {
        let term = Int32(frequencies.count)
        frequencies.append(0)
        sentenceFrequencies.append(0)
        lastSentence.append(-1)
        lastPosting.append(0)
        return term
      }
    }
  }

  private static func isTerm(_ key: WordKey, _ lexicon: Lexicon) -> Bool {
    guard key.count > 1 else { return false }
    if lexicon.classes(exactly: key).contains(.stopWord) { return false }
    if let bare = key.withoutConjunction, lexicon.classes(exactly: bare).contains(.stopWord) {
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func add(_ term: Int32, _ sentence: Int) {
    let index = Int(term)
    frequencies[index] += 1
    if lastSentence[index] == Int32(sentence) {
      postings[Int(lastPosting[index])].count += 1
    } else {
      lastSentence[index] = Int32(sentence)
      lastPosting[index] = Int32(postings.count)
      postings.append((term, 1))
      sentenceFrequencies[index] += 1
    }
  }

  private mutating func countTitle(
    _ title: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon
  ) {
    let known = frequencies.count
    var distinct = Set<WordKey>()
    var scanner = WordScanner(range)
    while let word = scanner.next(title) {
      guard !word.isAddress, Self.isTerm(word.key, lexicon) else { continue }
      let stem = LightStemmer.stem(word.key)
      guard distinct.insert(stem).inserted else { continue }
      if let term = stems.find(stem), Int(term) < known { titleTerms.append(term) }
    }
    titleTermCount = distinct.count
  }

  private mutating func measureRarity() {
    let sentences = Double(count)
    let most = Int(sentenceFrequencies.max() ?? 0)
    rarities.removeAll(keepingCapacity: true)
    rarities.append(0)
    for frequency in 0..<most { rarities.append(log1p(sentences / Double(frequency + 1))) }
  }
}
