import MujazCore
import TestSupport
import Testing

/// What the documentation of the module shows is this code, word for word: it compiles and runs.
@Suite struct SnippetTests {
  private let text =
    "افتتح وزير الأشغال سالم العلي أمس جسرا جديدا فوق نهر العاصي. وأضاف أن الجسر يخدم عشرين قرية."

  @Test("The documentation shows what runs here")
  func shown() throws {
    let shown = try Snippet.shown(in: "MujazCore")
    #expect(shown.count == 4)
    #expect(shown == (try Snippet.run()))
  }

  @Test("A brief")
  func brief() {
    // snippet
    let article = Article(title: "افتتاح جسر جديد", text: text)
    print(Briefer().brief(of: article).text(of: article))
    // end
    #expect(Briefer().brief(of: article).text(of: article).hasPrefix("افتتح وزير الأشغال"))
  }

  @Test("Quotations")
  func quotations() throws {
    let article = Article(text: text)
    // snippet
    for quote in QuoteFinder().quotes(in: article) {
      let speaker = quote.speaker.map { article.text[$0.canonical] } ?? "?"
      print(speaker, quote.confidence, article.text[quote.range])
    }
    // end
    let speaker = try #require(QuoteFinder().quotes(in: article).first?.speaker)
    #expect(article.text[speaker.canonical] == "سالم العلي")
  }

  @Test("Condensing")
  func condensing() throws {
    let article = Article(text: text)
    // snippet
    let briefer = Briefer(budget: try .words(40), condensing: .full)
    let brief = briefer.brief(of: article)
    for sentence in brief.sentences {
      print(sentence.kept.map { article.text[$0] })
    }
    // end
    #expect(!brief.sentences.isEmpty)
  }

  @Test("Segments")
  func segments() {
    let article = Article(text: text)
    // snippet
    for segment in Segmenter().segments(of: article.text, title: article.title) {
      print(segment.role, segment.range.start, segment.range.end, article.text[segment.range])
    }
    for decision in Segmenter().decisions(of: article.text) where !decision.isBoundary {
      print("no end at", decision.offset, "by the rule", decision.rule.rawValue)
    }
    // end
    #expect(Segmenter().segments(of: article.text).count == 2)
  }
}
