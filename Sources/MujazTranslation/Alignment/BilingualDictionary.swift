import MujazCore

/// Words with their translations, as evidence that two sentences belong together: a user's list, a dictionary file, or what
/// a memory has taught.
///
/// Words are compared by their stems: Arabic ones without clitics and by the light stemmer, others by their first six letters (truncation, the
/// stemmer that needs no language: McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text
/// Retrieval", 2004).
public struct BilingualDictionary: Sendable {
  private var words: [WordKey: Set<WordKey>] = [:]
  private var targets: Set<WordKey> = []
  /// Letters of a word that are compared.
  private static let compared = 6

  /// A dictionary without words.
  public init() {}

  /// Whether it has no words.
  public var isEmpty: Bool { words.isEmpty }
  /// How many different words have a translation.
  public var count: Int { words.count }

  /// A dictionary of pairs of phrases.
  ///
  /// Headwords of several words are left out: one of them alone proves nothing. Of a translation of several words all
  /// count but the function words, which are those that stand in more than one of a hundred such translations.
  public init(_ pairs: [(source: String, target: String)]) {
    var frequencies: [WordKey: Int] = [:]
    var phrases = 0
    for pair in pairs {
      let keys = pair.target.wordKeys
      guard keys.count > 1 else { continue }
      phrases += 1
      for key in Set(keys) { frequencies[key, default: 0] += 1 }
    }
    for pair in pairs {
      let source = pair.source.wordKeys
      guard source.count == 1 else { continue }
      let target = pair.target.wordKeys
      for word in target
      where target.count == 1 || frequencies[word, default: 0] * 100 <= max(phrases, 100) {
        add(source[0], word)
      }
    }
  }

  /// Adds a word and its translation.
  mutating func add(_ source: WordKey, _ target: WordKey) {
    let target = Self.comparable(target)
    words[Self.comparable(source), default: []].insert(target)
    targets.insert(target)
  }

  /// Adds what another dictionary has.
  public mutating func merge(_ other: BilingualDictionary) {
    words.merge(other.words) { $0.union($1) }
    targets.formUnion(other.targets)
  }

  /// What a word is looked up by.
  static func comparable(_ word: WordKey) -> WordKey {
    word.isArabic ? word.withoutAnyClitics.lightStem : word.prefix(compared)
  }

  /// The translations of a word in whatever form, as far as they are compared; nil where it is unknown.
  func translations(_ word: WordKey) -> Set<WordKey>? {
    words.isEmpty ? nil : words[Self.comparable(word)]
  }

  func knowsTarget(_ word: WordKey) -> Bool {
    !targets.isEmpty && targets.contains(Self.comparable(word))
  }
}
