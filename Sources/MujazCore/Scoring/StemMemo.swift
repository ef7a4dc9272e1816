/// Remembers the stems of words from article to article.
///
/// The words of a language are few and come again: with most words known, neither the stop list nor the stemmer is asked.
/// A direct-mapped cache of fixed size: a word takes the place of the one that was there. What it holds
/// follows from the word alone, so it changes no result.
struct StemMemo: Sendable {
  private struct Entry {
    var word: UInt64
    /// The hash of the word's stem; 0 for a word that is no term.
    var stem: UInt64
  }

  private static let size = 1 << 15
  private var entries = [Entry](repeating: Entry(word: 0, stem: 0), count: size)

  /// The hash of a word's stem, 0 where the word is a function word or a single letter.
  @inline(__always)
  mutating func stem(of word: WordKey, _ lexicon: Lexicon) -> UInt64 {
    let hash = word.hash64
    let place = Int(truncatingIfNeeded: hash &>> 20) & (Self.size - 1)
    let entry = entries[place]
    if entry.word == hash { return entry.stem }
    let stem = Self.makeStem(word, lexicon)
    entries[place] = Entry(word: hash, stem: stem)
    return stem
  }

  @inline(never)
  private static func makeStem(_ word: WordKey, _ lexicon: Lexicon) -> UInt64 {
    guard word.count > 1, !lexicon.isStopWord(word) else { return 0 }
    return LightStemmer.stem(word).hash64
  }
}
