import TestSupport
import Testing

@testable import MujazCore

/// An article of two hundred thousand words.
@Suite struct LargeTextTests {
  /// Sentences of 8 to 22 words of the fixtures, four a paragraph.
  static let text: String = {
    let words = FixtureTexts.articles.flatMap { article in
      ReferenceTokenizer.tokens(article.text)
        .filter { $0.folded.count >= 4 && $0.folded.key.isArabic }
        .map { article.text[TextRange(start: $0.start, end: $0.end)] }
    }
    var generator = SeededGenerator(2)
    var text = ""
    var count = 0
    var sentences = 0
    while count < 200_000 {
      let length = 8 + generator.number(below: 15)
      for place in 0..<length {
        text += place == 0 ? "" : " "
        text += generator.pick(words)
      }
      count += length
      sentences += 1
      text += sentences % 4 == 0 ? ".\n" : ". "
    }
    return text
  }()

  @Test("It is cut in seconds, nearly always at its full stops")
  func segments() {
    let text = Self.text
    var segments: [Segment] = []
    let seconds = ThreadClock.seconds { segments = Segmenter().segments(of: text) }
    #expect(seconds < 30)
    let stops = text.utf8.count { $0 == UInt8(ascii: ".") }
    #expect(stops > 10_000)
    #expect((stops * 95 / 100...stops).contains(segments.count))
    #expect(text.scannedWordCount >= 200_000)
  }

  @Test("A brief of it is made in seconds by every method", arguments: RankingMethod.allCases)
  func brief(_ method: RankingMethod) {
    let article = Article(text: Self.text)
    var brief = Brief(sentences: [])
    let seconds = ThreadClock.seconds { brief = Briefer(method: method).brief(of: article) }
    #expect(seconds < 30)
    #expect((1...3).contains(brief.sentences.count))
    #expect(brief.text(of: article).scannedWordCount <= 80)
  }

  @Test("A tenth of it is chosen in seconds")
  func ratio() throws {
    let article = Article(text: Self.text)
    let briefer = Briefer(budget: try .ratio(0.1))
    var brief = Brief(sentences: [])
    let seconds = ThreadClock.seconds { brief = briefer.brief(of: article) }
    #expect(seconds < 30)
    let words = brief.text(of: article).scannedWordCount
    #expect((19_000...20_100).contains(words), "\(words) words")
  }

  @Test(
    "One sentence of tens of thousands of words is read in seconds",
    arguments: RankingMethod.allCases)
  func longSentence(_ method: RankingMethod) {
    let stop = UInt8(ascii: ".")
    let bytes = Self.text.utf8.prefix(500_000).map { $0 == stop || $0 == 0x0A ? 0x20 : $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.scannedWordCount > 30_000)
    let article = Article(text: text + "نهاية.")
    var brief = Brief(sentences: [])
    let seconds = ThreadClock.seconds { brief = Briefer(method: method).brief(of: article) }
    #expect(seconds < 30)
    #expect(brief.sentences.map(\.range) == [TextRange(start: 0, end: article.text.utf8.count)])
  }
}
