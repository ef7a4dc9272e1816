import TestSupport
import Testing

@testable import MujazCore

/// What holds of every text: nothing is lost, nothing is doubled, and no shape takes more than its length.
@Suite struct SegmentationPropertyTests {
  /// SplitMix64: the same texts on every run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }

  /// Checks the segments of a text; the failures name it.
  private func check(_ text: String) {
    let segments = Segmenter().segments(of: text)
    var last = 0
    var paragraph = 0
    var joined = ""
    for segment in segments {
      #expect(segment.range.start >= last && !segment.range.isEmpty, "\(text.debugDescription)")
      let gap = text[TextRange(start: last, end: max(last, segment.range.start))]
      #expect(gap.unicodeScalars.allSatisfy(Self.isSpace), "\(text.debugDescription)")
      #expect(segment.paragraph >= paragraph)
      joined += gap + text[segment.range]
      last = segment.range.end
      paragraph = segment.paragraph
    }
    let rest = text[TextRange(start: last, end: text.utf8.count)]
    #expect(rest.unicodeScalars.allSatisfy(Self.isSpace), "\(text.debugDescription)")
    #expect(joined + rest == text)
    #expect(segments == Segmenter().segments(of: text))
    let ends = Segmenter().decisions(of: text).filter(\.isBoundary).map(\.offset)
    #expect(ends == segments.map(\.range.end))
  }

  @Test("Nothing is lost of an article", arguments: ArticleFixtureTests.articles)
  func articles(_ fixture: ArticleFixture) { check(fixture.text) }

  @Test("Nothing is lost of random bytes", arguments: 0..<200)
  func randomBytes(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let count = Int.random(in: 0...400, using: &random)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    check(String(decoding: bytes, as: UTF8.self))
  }

  @Test("Nothing is lost of random marks and words", arguments: 0..<400)
  func randomMarks(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 1_000_000)
    let pieces = [
      ".", "..", "…", "؟", "!", "۔", "«", "»", "“", "”", "\"", "'", "(", ")", "[", "]", ":", "،",
      "؛", " ", " ", "\n",
      "\r\n", "\u{2028}", "\u{85}", "\t", "د", "أ.ف.ب", "قال", "وقال", "إن", "في", "الوزير", "2.5",
      "٣", "www.example.com",
      "a@b.org", "هـ", "ق.م", "–", "-", "•", "1.", "🙂", "\u{200F}", "&nbsp;", "Inc", "بي", "سي",
      "إلخ", "حسب", "\u{64B}",
    ]
    let count = Int.random(in: 1...60, using: &random)
    check((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
  }

  @Test("Nothing is lost of random scalars", arguments: 0..<100)
  func randomScalars(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 2_000_000)
    var text = String.UnicodeScalarView()
    for _ in 0..<200 {
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random)) {
        text.append(scalar)
      }
    }
    check(String(text))
  }

  @Test(
    "Hostile shapes take time in proportion to their length",
    arguments: [
      "\"", "«", "»", ".", ". ", "(", "()", "\n", "\r", "أ.", "أ. ", "\"قال. ", "(قال. ",
      "قال الوزير\n", "قال الوزير.. ", "ا",
      "a,", "a.", "1.", "1. ", "😀. ", "قال: \"نعم؟\" ", "– نعم! ", "فيسبوك ", "ﷺ ", ".&nbsp;",
      "… 😀 ", "وأضاف أن. ", "'",
    ])
  func hostile(_ unit: String) {
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: unit, count: count)
      let clock = ContinuousClock()
      let time = clock.measure {
        _ = Segmenter().segments(of: text)
        _ = Briefer().brief(of: Article(text: text))
      }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = seconds(100)
    let short = seconds(4_000)
    let long = seconds(32_000)
    // Eight times the length: a quadratic pass would take sixty-four times as long.
    #expect(long < 30 * short + 0.2)
    #expect(long < 20)
  }
}
