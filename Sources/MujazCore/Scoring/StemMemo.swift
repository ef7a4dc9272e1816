/// Remembers the stems of words from article to article, and their numbers within one.
///
/// The words of a language are few and come again: with most words known, neither the stop list nor the stemmer is
/// asked. A direct-mapped cache that grows to a fixed size: a word takes the place of the one that was there. What it
/// holds follows from the word alone, so it changes no result.
struct StemMemo: Sendable {
  /// What is known of a word.
  struct Entry {
    /// The hash of the word; 0 in an empty entry.
    fileprivate(set) var word: UInt64 = 0
    /// The hash of the word's stem; 0 for a word that is no term.
    fileprivate(set) var stem: UInt64 = 0
    /// The number of the stem in the article `generation`.
    var number: Int32 = 0
    var generation: Int32 = 0
    /// What the word may do in a quotation; nothing where quotations are not asked for.
    fileprivate(set) var speech: SpeechSigns = []
  }

  private static let smallest = 1 << 10
  private static let largest = 1 << 13

  private var entries = [Entry](repeating: Entry(), count: smallest)
  private var made = 0
  /// The words of quotations; nil where those are not asked for.
  private let quoteWords: QuoteLexicon?

  init(forQuotes: Bool = false) {
    quoteWords = forQuotes ? .standard : nil
  }

  /// Where what is known of a word stands, found out if need be. Valid until the next call.
  @inline(__always)
  mutating func place(of word: WordKey, _ lexicon: Lexicon) -> Int {
    let hash = word.hash64
    let place = Int(truncatingIfNeeded: hash &>> 20) & (entries.count &- 1)
    return entries[place].word == hash ? place : make(word, hash, lexicon)
  }

  /// What is known at a place.
  @inline(__always)
  subscript(place: Int) -> Entry {
    get { entries[place] }
    set { entries[place] = newValue }
  }

  /// The hash of a word's stem, 0 where the word is a function word or a single letter.
  mutating func stem(of word: WordKey, _ lexicon: Lexicon) -> UInt64 {
    entries[place(of: word, lexicon)].stem
  }

  @inline(never)
  private mutating func make(_ word: WordKey, _ hash: UInt64, _ lexicon: Lexicon) -> Int {
    made += 1
    if made > entries.count, entries.count < Self.largest {
      entries = Array(repeating: Entry(), count: entries.count * 4)
      made = 0
    }
    let place = Int(truncatingIfNeeded: hash &>> 20) & (entries.count &- 1)
    entries[place] = Entry(
      word: hash, stem: Self.stem(of: word, lexicon),
      speech: quoteWords.map { SpeechSigns($0.word(word)) } ?? [])
    return place
  }

  /// The hash of a word's stem, 0 where it is no term, worked out anew.
  static func stem(of word: WordKey, _ lexicon: Lexicon) -> UInt64 {
    let isTerm = word.count > 1 && !lexicon.isStopWord(word)
    return isTerm ? LightStemmer.stem(word).hash64 : 0
  }
}
