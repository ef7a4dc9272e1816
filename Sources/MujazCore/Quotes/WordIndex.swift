/// Where every word of an article stands, whatever article and clitics it has.
///
/// The first questions are answered by looking through the words, which costs less than an index; an article that asks
/// often gets one: chains of the words that some bits of a hash have in common.
struct WordIndex: Sendable {
  /// The first word of each chain, -1 where there is none. About as many as the article has words, a power of two, so that
  /// they are soon emptied and short in a book as well.
  private var first: [Int32] = []
  /// For each word the next of its chain, -1 where there is none.
  private var next: [Int32] = []
  private var isMade = false
  private var questions = 0
  /// So many places of a word are looked at.
  private static let most = 40
  private static let unindexed = 6

  mutating func reset() {
    isMade = false
    questions = 0
  }

  /// The first places of a word without article and clitics, in the order of the text.
  mutating func places(of key: WordKey, _ words: Words) -> [Int] {
    questions += 1
    let hash = key.hash16
    var places: [Int] = []
    if !isMade, questions <= Self.unindexed {
      for word in words.indices where words.known(word).bare == hash {
        take(word, key, words, &places)
        if places.count == Self.most { break }
      }
      return places
    }
    if !isMade { make(words) }
    var word = Int(first[Int(hash) & (first.count - 1)])
    while word >= 0, places.count < Self.most {
      take(word, key, words, &places)
      word = Int(next[word])
    }
    return places
  }

  /// Takes a word of the right hash where it is the right one.
  private func take(_ word: Int, _ key: WordKey, _ words: Words, _ places: inout [Int]) {
    if words.key(word).withoutArticleAndClitics == key { places.append(word) }
  }

  /// Chains the words: they are entered from the last to the first.
  private mutating func make(_ words: Words) {
    isMade = true
    first.removeAll(keepingCapacity: true)
    var chains = 256
    while chains < words.count, chains <= Int(UInt16.max) { chains *= 2 }
    first.append(contentsOf: repeatElement(-1, count: chains))
    if next.count < words.count {
      next.append(contentsOf: repeatElement(-1, count: words.count - next.count))
    }
    var (first, next) = (self.first, self.next)
    (self.first, self.next) = ([], [])
    for word in words.indices.reversed() {
      let hash = Int(words.known(word).bare) & (chains - 1)
      next[word] = first[hash]
      first[hash] = Int32(truncatingIfNeeded: word)
    }
    (self.first, self.next) = (first, next)
  }
}
