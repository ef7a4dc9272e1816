import TestSupport
import Testing

@testable import MujazCore

/// A table holds the words that the scanner finds, each with what stands before it.
@Suite struct WordTableTests {
  /// Reads segments of a text that nothing can be read behind; what is wrong with the words, nil where nothing is.
  private func fault(
    _ text: String, _ segments: [Segment], _ table: inout WordTable,
    for purpose: WordPurpose = [.terms, .quotes], where isWanted: (Segment) -> Bool = { _ in true }
  ) -> String? {
    let guarded = GuardedBytes(text.utf8)
    let bytes = guarded.bytes.span
    table.read(bytes, segments, .standard, for: purpose, where: isWanted)
    let fault = ScannedTable(bytes, segments, where: isWanted).fault(in: table, bytes)
    return fault.map { "\($0) in \(text.debugDescription)" }
  }

  private func check(_ text: String, _ segments: [Segment]? = nil) {
    var fresh = WordTable()
    let segments = segments ?? [Segment(TextRange(start: 0, end: text.utf8.count))]
    if let fault = fault(text, segments, &fresh) { Issue.record("\(fault)") }
  }

  /// The offsets at which scalars begin, and the end.
  private func boundaries(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    return (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  /// A text cut into segments anywhere, some of them empty, some with gaps between.
  private func segments(_ text: String, _ generator: inout SeededGenerator) -> [Segment] {
    let boundaries = boundaries(text)
    let ends = (0..<2 * generator.number(below: 8)).map { _ in generator.pick(boundaries) }.sorted()
    return stride(from: 0, to: ends.count, by: 2).map {
      Segment(TextRange(start: ends[$0], end: ends[$0 + 1]))
    }
  }

  // MARK: Texts of chance

  @Test("The words of any text are the scanner's", arguments: UInt64(0)..<40)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed + 5_000)
    var reused = WordTable()
    for _ in 0..<60 {
      let text = RandomTexts.words(&generator, pieces: 60)
      check(text)
      let segments = segments(text, &generator)
      check(text, segments)
      // The same table again and again, some segments left out.
      let left = generator.number(below: 3)
      if let fault = fault(
        text, segments, &reused, where: { ($0.range.start + left) % 3 != 0 })
      {
        Issue.record("\(fault)")
      }
    }
  }

  @Test("So are those of jumbles, of scalars and of bytes", arguments: UInt64(0)..<20)
  func otherRandom(_ seed: UInt64) {
    var generator = SeededGenerator(seed + 6_000)
    for _ in 0..<20 {
      check(RandomTexts.jumble(&generator, pieces: 60))
      check(RandomTexts.scalars(&generator, count: 60))
      check(RandomTexts.bytes(&generator, count: 120))
    }
  }

  @Test(
    "Every scalar of the common blocks is read as the scanner reads it, wherever it stands in a word"
  )
  func scalars() {
    for value in [0...0x8FF, 0x2000...0x2070, 0xFB50...0xFEFF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      check(
        "\(scalar)قال الوزير\(scalar)الجديد \(scalar) مساء\(scalar) أمس \(scalar)إن \(scalar)\(scalar) العمل بدأ اليوم في المدينة\(scalar)"
      )
    }
  }

  // MARK: Ends

  private static let text =
    "وقال المتحدث باسم الوزارة، إن (المشروع) «سينتهي» قريبا: 2025 مُعلِّم والمستشفياتبالمدينةالجديدة في www.example.com غدا"

  @Test("A text that ends anywhere, in a word or behind it")
  func everyEnd() {
    let boundaries = boundaries(Self.text)
    for end in boundaries { check(Self.text[TextRange(start: 0, end: end)]) }
  }

  @Test("A segment that begins and ends anywhere in a text")
  func everySegment() {
    let boundaries = boundaries(Self.text)
    var table = WordTable()
    for (place, start) in boundaries.enumerated() {
      for end in boundaries[place...] {
        let segments = [Segment(TextRange(start: start, end: end))]
        if let fault = fault(Self.text, segments, &table) { Issue.record("\(fault)") }
      }
    }
  }

  @Test("A word of every length at every distance from the end", arguments: 1...36)
  func lengths(_ letters: Int) {
    var generator = SeededGenerator(UInt64(letters))
    let word = String(String.UnicodeScalarView(RandomTexts.letters(&generator, letters)))
    for behind in 0...40 {
      check("في " + word + String(repeating: " ", count: behind))
      check(word + " " + String(repeating: "م", count: behind))
      check(word + String(repeating: "،", count: behind) + word)
    }
  }

  @Test("No segments, empty ones, and segments without words")
  func empty() {
    check("", [])
    check("")
    check("قال", [])
    check("... «»", [Segment(TextRange(start: 0, end: 3)), Segment(TextRange(start: 3, end: 3))])
    check(" قال ", [Segment(TextRange(start: 0, end: 0)), Segment(TextRange(start: 0, end: 8))])
  }

  // MARK: Numbers

  /// The words of a text of one segment.
  private func table(_ text: String, for purpose: WordPurpose = .terms) -> (WordTable, [UInt8]) {
    let bytes = Array(text.utf8)
    return (
      WordTable(bytes.span, [TextRange(start: 0, end: bytes.count)], for: purpose), bytes
    )
  }

  @Test(
    "Words of the sizes at which reading changes are whole, and none is taken for another",
    arguments: [14, 15, 16, 17, 18, 30, 31, 32, 33, 34, 48, 49])
  func sizes(_ size: Int) {
    // Arabic letters have two bytes each; a digit makes the size odd.
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمن")
    let tail = size % 2 == 0 ? "" : "5"
    let word = String((0..<size / 2).map { letters[$0 % letters.count] })
    #expect((word + tail).utf8.count == size)
    // Each differs from the first in one letter, and one place of it.
    let words =
      [word + tail]
      + (0..<size / 2).map { place in
        var other = Array(word)
        other[place] = "ه"
        return String(other) + tail
      }
    let (table, bytes) = table((words + words).joined(separator: " "))
    let view = table.view(bytes.span)
    #expect(view.count == 2 * words.count)
    #expect((0..<view.count).allSatisfy { view.end($0) - view.start($0) == size })
    // One for Ali.
    #expect(table.vocabulary.known.count == words.count + 1)
    for (place, word) in (words + words).enumerated() { #expect(view.key(place) == word.key) }
  }

  @Test("Spellings of one word are words of their own with one key")
  func spellings() {
    let (table, bytes) = table("معلم مُعلّم معـلم معلم ١٢ 12 ۱۲")
    let view = table.view(bytes.span)
    #expect(table.vocabulary.known.count == 7)
    #expect((0..<4).allSatisfy { view.key($0) == "معلم".key })
    #expect((4..<7).allSatisfy { view.key($0) == "12".key })
  }

  @Test("A word that stands elsewhere has its stem")
  func stem() throws {
    var (table, bytes) = table("زار المعلمون المدرسة")
    let stem = table.view(bytes.span).known(1).stem
    let other = "معلمات، في بيروت".utf8.map(\.self)
    let words = "معلمات، في بيروت".scannedWords
    #expect(stem >= 0)
    #expect(table.stem(of: words[0], in: other.span) == stem)
    #expect(table.stem(of: words[1], in: other.span) == -1)
    let new = table.stem(of: words[2], in: other.span)
    #expect(Int(new) == table.vocabulary.stemCount - 1)
    #expect(new != stem)
  }

  // MARK: What is kept

  @Test("A vocabulary that has learned too much forgets, and the words are the same")
  func forgetting() {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمن")
    var words: [String] = []
    for first in letters {
      for second in letters {
        for third in letters {
          for last in ["ات", "ون", "ين", "ها", "ية"] {
            words.append("\(first)\(second)\(third)\(last)")
          }
        }
      }
    }
    let many = words.joined(separator: " ")
    let few = "قال المدير إن العمل بدأ"
    var table = WordTable()
    func read(_ text: String) -> String? {
      fault(text, [Segment(TextRange(start: 0, end: text.utf8.count))], &table, for: .terms)
    }
    #expect(read(few) == nil)
    #expect(table.vocabulary.known.count == 6)
    for _ in 0..<2 {
      #expect(read(many) == nil)
      #expect(table.vocabulary.known.count > 1 << 16)
      #expect(read(few) == nil)
      #expect(table.vocabulary.known.count == 6)
      #expect(table.vocabulary.stemCount == 3)
    }
  }

  @Test("A view of the first words has no others")
  func limited() {
    let (table, bytes) = table("قال المدير إن العمل بدأ")
    let view = table.view(bytes.span, limit: 3)
    #expect(view.count == 3)
    #expect(view.wordCount(TextRange(start: 0, end: bytes.count)) == 3)
    let all = table.view(bytes.span, limit: 9)
    #expect(all.count == 5)
  }

  @Test("An article's words are those of its segments as far as they are read")
  func fixtures() {
    var table = WordTable()
    for article in FixtureTexts.articles {
      let segments = Segmenter().segments(of: article.text, title: article.title)
      #expect(fault(article.text, segments, &table) == nil)
      #expect(fault(article.text, segments, &table) { $0.role == .body } == nil)
    }
  }
}
