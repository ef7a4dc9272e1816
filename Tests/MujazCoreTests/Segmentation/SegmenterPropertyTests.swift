import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// What holds of the segments of any text whatever.
@Suite struct SegmenterPropertyTests {
  /// What is wrong with the segments of a text; nil where nothing is.
  private func fault(in text: String, title: String? = nil) -> String? {
    let segments = Segmenter().segments(of: text, title: title)
    var position = 0
    var paragraph = 0
    var joined = ""
    for segment in segments {
      let range = segment.range
      guard !range.isEmpty else { return "empty segment at \(range.start)" }
      guard range.start >= position else { return "overlap at \(range.start)" }
      guard segment.paragraph >= paragraph else { return "paragraph falls at \(range.start)" }
      let gap = text[TextRange(start: position, end: range.start)]
      guard gap.unicodeScalars.allSatisfy(isWhite) else { return "lost: \(gap.debugDescription)" }
      let piece = text[range]
      guard let first = piece.unicodeScalars.first, let last = piece.unicodeScalars.last,
        !isWhite(first), !isWhite(last)
      else { return "white space at an end: \(piece.debugDescription)" }
      joined += gap + piece
      position = range.end
      paragraph = segment.paragraph
    }
    let tail = text[TextRange(start: position, end: text.utf8.count)]
    guard tail.unicodeScalars.allSatisfy(isWhite) else { return "lost: \(tail.debugDescription)" }
    // Compared as bytes: segments of a string that was cut in a character would not be equal to it.
    guard Array((joined + tail).utf8) == Array(text.utf8) else { return "not verbatim" }
    return nil
  }

  /// Unicode's white space, the zero width space and the byte order mark.
  private func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }

  private func check(_ text: String, title: String? = nil) {
    if let fault = fault(in: text, title: title) {
      Issue.record("\(fault) in \(text.debugDescription)")
    }
  }

  // MARK: Nothing is lost

  @Test("The texts of the fixtures are cut without loss")
  func fixtures() {
    for text in FixtureTexts.all { check(text) }
    for article in FixtureTexts.articles { check(article.text, title: article.title) }
  }

  @Test("Words, marks and spaces in any order are cut without loss", arguments: 0..<20)
  func jumbles(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    for _ in 0..<30 { check(RandomTexts.jumble(&generator, pieces: 80)) }
  }

  @Test("Bytes at random are cut without loss", arguments: 0..<10)
  func bytes(seed: Int) {
    var generator = SeededGenerator(UInt64(seed) + 100)
    for _ in 0..<30 { check(RandomTexts.bytes(&generator, count: 300)) }
  }

  @Test("Scalars at random are cut without loss", arguments: 0..<10)
  func scalars(seed: Int) {
    var generator = SeededGenerator(UInt64(seed) + 200)
    for _ in 0..<30 { check(RandomTexts.scalars(&generator, count: 200)) }
  }

  @Test("Damaged articles are cut without loss", arguments: FixtureTexts.articles)
  func damaged(_ article: ArticleFixture) {
    var generator = SeededGenerator(UInt64(article.text.utf8.count))
    for _ in 0..<5 { check(RandomTexts.damaged(article.text, &generator), title: article.title) }
  }

  @Test(
    "What stands between a share bar and the text is not lost",
    arguments: [
      "فيسبوك تويتر واتساب - قال الوزير إن الأمر مهم جدا.",
      "فيسبوك تويتر واتساب: «قال الوزير إن الأمر مهم جدا».",
      "فيسبوك | تويتر | واتساب | قال الوزير إن الأمر مهم جدا.",
      "شارك فيسبوك تويتر واتساب (قال الوزير) إن الأمر مهم جدا.",
    ])
  func shareBar(_ text: String) {
    check(text)
    #expect(Segmenter().segments(of: text).count == 2)
  }

  @Test(
    "The files of the Unicode Character Database are cut without loss",
    arguments: UnicodeData.files)
  func unicodeData(_ file: URL) throws {
    // As one text, in pieces that end anywhere, so that the longest do not take minutes.
    let text = try UnicodeData.text(of: file)
    try #require(!text.isEmpty)
    for piece in UnicodeData.pieces(text) { check(piece) }
  }

  @Test(
    "The strings of Unicode's test files are cut without loss",
    arguments: UnicodeData.tests)
  func unicodeTestStrings(_ file: URL) throws {
    let strings = try UnicodeData.strings(of: file)
    try #require(!strings.isEmpty || file.lastPathComponent == "BidiTest.txt")
    for string in strings { check(string) }
    check(strings.joined(separator: " "))
  }

  @Test("The Unicode Character Database is there")
  func unicodeDataIsThere() {
    #expect(UnicodeData.files.count >= 70, "install unicode-data: make test does")
  }

  // MARK: Edges

  @Test("Texts of nothing but white space have no segments")
  func blank() {
    for text in [
      "", " ", "\n", "\r\n\r\n", " \t\u{00A0}\u{2028}", "\u{FEFF}", "\u{200B}\n\u{3000}",
    ] {
      #expect(Segmenter().segments(of: text).isEmpty, "\(text.debugDescription)")
      #expect(Segmenter().decisions(of: text).isEmpty, "\(text.debugDescription)")
    }
  }

  @Test(
    "A single letter or mark is a segment",
    arguments: ["م", ".", "؟", "«", "»", "(", "🎬", "\u{200F}", "\u{064B}", "1"])
  func single(_ text: String) {
    #expect(Segmenter().segments(of: text).map { text[$0.range] } == [text])
    #expect(
      Segmenter().segments(of: " \(text)\n").map(\.range) == [
        TextRange(start: 1, end: 1 + text.utf8.count)
      ])
  }

  // MARK: The same again

  @Test("The same text has the same segments, whatever was cut before it")
  func deterministic() {
    var workspace = SegmentationWorkspace()
    let segmenter = Segmenter()
    var generator = SeededGenerator(9)
    var texts = FixtureTexts.articles.map(\.text)
    for _ in 0..<60 { texts.append(RandomTexts.jumble(&generator, pieces: 60)) }
    texts.shuffle(using: &generator)
    for text in texts {
      let bytes = Array(text.utf8)
      let title: [UInt8] = []
      segmenter.segment(bytes.span, title: title.span, &workspace)
      #expect(workspace.segments == segmenter.segments(of: text))
    }
  }

  @Test("A text that comes as a slice or as another kind of string is cut alike")
  func otherStrings() {
    for article in FixtureTexts.articles {
      let slice = String("xx\(article.text)yy".dropFirst(2).dropLast(2))
      #expect(Segmenter().segments(of: slice) == Segmenter().segments(of: article.text))
    }
  }

  // MARK: Decisions

  @Test("The places that are kept are the ends of the segments, in order")
  func decisions() {
    var generator = SeededGenerator(11)
    var texts = FixtureTexts.all
    for _ in 0..<100 { texts.append(RandomTexts.jumble(&generator, pieces: 60)) }
    for text in texts {
      let kept = Segmenter().decisions(of: text).filter(\.isBoundary).map(\.offset)
      #expect(kept == Segmenter().segments(of: text).map(\.range.end), "\(text.debugDescription)")
    }
  }

  @Test("Every place lies within the text, and every rule has its word")
  func rules() {
    var rules: Set<BoundaryRule> = []
    let bar = "شارك فيسبوك تويتر واتساب قال الوزير إن الأمر مهم جدا."
    for text in FixtureTexts.all + [bar] {
      for decision in Segmenter().decisions(of: text) {
        #expect((1...text.utf8.count).contains(decision.offset))
        rules.insert(decision.rule)
      }
    }
    #expect(rules == Set(BoundaryRule.allCases))
  }

  @Test("A rule that only refuses never keeps, and the other way round")
  func ruleDirections() {
    let refusing: Set<BoundaryRule> = [
      .address, .number, .listMarker, .initials, .title, .strayStop, .followingMark, .hardWrap,
      .brokenLine,
    ]
    let keeping: Set<BoundaryRule> = [.terminalMark, .lineBreak, .shareBar]
    for text in FixtureTexts.all {
      for decision in Segmenter().decisions(of: text) {
        if refusing.contains(decision.rule) { #expect(!decision.isBoundary) }
        if keeping.contains(decision.rule) { #expect(decision.isBoundary) }
      }
    }
  }

  // MARK: Paragraphs

  @Test("Sentences of one line share a paragraph, sentences of two do not")
  func paragraphs() {
    let text = "وصل الوفد أمس. وغادر اليوم.\nوقال رئيسه إن الزيارة نجحت.\n\nوتعود البعثة غدا."
    #expect(Segmenter().segments(of: text).map(\.paragraph) == [0, 0, 1, 2])
  }

  @Test("What begins inside a quotation says so")
  func quotations() {
    let text = "قال المدرب: «فزنا بجدارة. واللاعبون تعبوا كثيرا». ثم غادر الملعب."
    let segments = Segmenter().segments(of: text)
    #expect(
      segments.map { text[$0.range] } == [
        "قال المدرب: «فزنا بجدارة.", "واللاعبون تعبوا كثيرا».", "ثم غادر الملعب.",
      ])
    #expect(segments.map(\.startsInQuotation) == [false, true, false])
  }
}
