import TestSupport
import Testing

@testable import MujazCore

/// The words of a range, and the phrases that begin at a word.
@Suite struct WordsTests {
  private func table(_ bytes: [UInt8]) -> WordTable {
    WordTable(bytes.span, [TextRange(start: 0, end: bytes.count)])
  }

  /// Some ranges between two of some offsets.
  private func ranges(
    _ offsets: [Int], _ generator: inout SeededGenerator, _ count: Int
  ) -> [TextRange] {
    guard !offsets.isEmpty else { return [] }
    return (0..<count).map { _ in
      let one = generator.pick(offsets)
      let other = generator.pick(offsets)
      return TextRange(start: min(one, other), end: max(one, other))
    }
  }

  /// The words that a range holds or cuts, looked for one by one.
  private func slowly(_ words: Words, _ range: TextRange) -> [Int] {
    (0..<words.count).filter { words.end($0) > range.start && words.start($0) < range.end }
  }

  private func check(_ text: String, _ bytes: [UInt8], _ words: Words, _ range: TextRange) {
    let counted = bytes.span.wordCount(range)
    let found = words.words(in: range)
    #expect(words.wordCount(range) == counted, "\(range) of \(text.debugDescription)")
    #expect(Array(found) == slowly(words, range), "\(range) of \(text.debugDescription)")
  }

  @Test(
    "Ranges that begin and end at words or between them have as many words as are counted",
    arguments: UInt64(0)..<40)
  func boundaries(_ seed: UInt64) {
    var generator = SeededGenerator(seed + 7_000)
    for _ in 0..<10 {
      let text = RandomTexts.words(&generator, pieces: 60)
      let bytes = Array(text.utf8)
      let table = table(bytes)
      let words = table.view(bytes.span)
      let starts = (0..<words.count).map { words.start($0) }
      let ends = (0..<words.count).map { words.end($0) }
      // Where a scalar begins in no word.
      let between = bytes.indices.filter { offset in
        bytes[offset] & 0xC0 != 0x80
          && !zip(starts, ends).contains { $0.0 < offset && offset < $0.1 }
      }
      let offsets = starts + ends + between + [0, bytes.count]
      for range in ranges(offsets, &generator, 60) { check(text, bytes, words, range) }
    }
  }

  @Test("So have ranges that begin and end inside words", arguments: UInt64(0)..<20)
  func insideWords(_ seed: UInt64) {
    var generator = SeededGenerator(seed + 8_000)
    for _ in 0..<10 {
      // Letters alone: half a word of marks is none.
      var text = ""
      for _ in 0..<generator.number(below: 30) {
        let letters = RandomTexts.letters(&generator, 1 + generator.number(below: 20))
        text += String(String.UnicodeScalarView(letters))
        text += generator.pick([" ", "، ", ". ", "/", ": «", "» ", "\n"])
      }
      let bytes = Array(text.utf8)
      let table = table(bytes)
      let words = table.view(bytes.span)
      let offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
      for range in ranges(offsets, &generator, 60) where !range.isEmpty {
        check(text, bytes, words, range)
      }
    }
  }

  @Test("A range between two words has none, and says where they would stand")
  func none() {
    let text = "قال المدير، إن"
    let bytes = Array(text.utf8)
    let table = table(bytes)
    let words = table.view(bytes.span)
    let gap = TextRange(start: words.end(1), end: words.start(2))
    #expect(words.words(in: gap) == 2..<2)
    #expect(words.words(in: TextRange(start: 0, end: 0)) == 0..<0)
    #expect(words.words(in: TextRange(start: bytes.count, end: bytes.count)) == 3..<3)
    #expect(words.words(in: TextRange(start: 0, end: bytes.count)) == 0..<3)
  }

  @Test("Words of segments that were not read are in no range")
  func unread() {
    let text = "قال المدير إن العمل بدأ"
    let bytes = Array(text.utf8)
    let middle = "قال المدير ".utf8.count
    var table = WordTable()
    table.read(
      bytes.span,
      [
        Segment(TextRange(start: 0, end: middle)),
        Segment(TextRange(start: middle, end: bytes.count)),
      ], .standard, for: .terms
    ) { $0.range.start > 0 }
    let words = table.view(bytes.span)
    #expect(words.words(of: 0).isEmpty)
    #expect(words.words(of: 1) == 0..<3)
    #expect(words.words(in: TextRange(start: 0, end: middle)) == 0..<0)
    #expect(words.wordCount(TextRange(start: 0, end: bytes.count)) == 3)
    #expect(words.gap(0) == [.joined, .sentence])
  }

  @Test("A phrase at a word is the one that the lexicon finds in the words from there")
  func phrases() {
    let lexicon = Lexicon.standard
    let kinds: [WordClasses] = [
      [.attribution, .turn], [.circumstance, .adjunct, .staysOpener], .stopWord, .agency,
    ]
    var found = 0
    for text in FixtureTexts.articles.map(\.text) {
      let bytes = Array(text.utf8)
      let table = table(bytes)
      let words = table.view(bytes.span)
      let keys = (0..<words.count).map { words.key($0) }
      for word in 0..<words.count {
        let limit = min(words.count, word + 1 + word % 7)
        let head = Array(keys[word..<min(limit, word + 5)])
        for kind in kinds {
          let phrase = words.phrase(at: word, limit: limit, in: kind, lexicon)
          let expected = lexicon.phrase(at: head.span, in: kind)
          if expected != nil { found += 1 }
          #expect(phrase?.count == expected?.count)
          #expect(phrase?.classes == expected?.classes)
        }
        #expect(words.phrase(at: word, limit: word, in: .stopWord, lexicon) == nil)
      }
    }
    #expect(found > 1_000)
  }
}
