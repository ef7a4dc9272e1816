/// What a word may be when letters are taken off that can be written together with it, see `WordKey.readings`.
package struct WordReadings: RandomAccessCollection, Sendable {
  private var keys: InlineArray<6, WordKey> = .init(repeating: .empty)
  package private(set) var endIndex = 0

  package var startIndex: Int { 0 }
  package subscript(position: Int) -> WordKey { keys[position] }

  init(_ word: WordKey) { append(word) }

  mutating func append(_ word: WordKey) {
    keys[endIndex] = word
    endIndex += 1
  }

  /// Adds what a word is without ب, ل or ك, where three letters stay; of لل also with the article.
  mutating func append(withoutPrepositionOf word: WordKey) {
    guard word.count >= 4, word.beginsWithPreposition else { return }
    append(word.dropFirst(1))
    if word.first == Letter.lam, word[1] == Letter.lam { append(word.behindLamWithArticle) }
  }
}
