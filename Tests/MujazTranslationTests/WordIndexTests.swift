import MujazCore
import Testing

@testable import MujazTranslation

@Suite("What a table says of a word")
struct WordIndexTests {
  /// Words of one to four letters: enough of them that some share a slot.
  private static let words = (0..<3_000).map { number in
    WordKey(bits: UInt128(number + 1) << UInt128(8 * (number % 4)))
  }

  @Test("Every word of the table is found with what is its own, every other one is not")
  func found() {
    let words = Set(Self.words)
    let inside = words.filter { $0.bits % 3 != 0 }
    let index = WordIndex(Dictionary(uniqueKeysWithValues: inside.map { ($0, $0.bits) }))
    for word in words { #expect(index[word] == (inside.contains(word) ? word.bits : nil)) }
  }

  @Test("An empty table and an empty word have nothing")
  func empty() {
    let none: [WordKey: Int] = [:]
    #expect(WordIndex(none)[Self.words[0]] == nil)
    #expect(WordIndex([Self.words[0]: 1])[.empty] == nil)
  }
}
