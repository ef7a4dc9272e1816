import TestSupport
import Testing

@testable import MujazCore

/// What holds of every condensed brief.
@Suite struct CondensingPropertyTests {
  private func briefs(
    of article: Article, _ condensing: Condensing
  ) throws -> [(brief: Brief, words: Int)] {
    try [8, 15, 30, 60, 200].map { words in
      let briefer = Briefer(budget: try .words(words), condensing: condensing)
      return (briefer.brief(of: article), words)
    }
  }

  /// What is wrong with the kept ranges of a sentence; nil where nothing is.
  private func fault(_ sentence: BriefSentence, _ text: String) -> String? {
    guard let first = sentence.kept.first, let last = sentence.kept.last else {
      return "nothing kept"
    }
    if last.end != sentence.range.end { return "the end is gone" }
    var position = sentence.range.start
    for range in sentence.kept {
      if range.isEmpty || range.start < position || range.end > sentence.range.end {
        return "out of order"
      }
      let dropped = text[TextRange(start: position, end: range.start)]
      let pairs: [(Character, Character)] = [("«", "»"), ("“", "”"), ("(", ")")]
      for (opener, closer) in pairs {
        if dropped.components(opener) != dropped.components(closer) { return "half of \(opener)" }
      }
      if dropped.components("\"") % 2 != 0 { return "half of a quotation" }
      position = range.end
    }
    // What goes at the head is a dateline.
    let words = text.utf8.span.wordCount(TextRange(start: sentence.range.start, end: first.start))
    return words > 9 ? "the head is gone" : nil
  }

  private func check(_ article: Article) throws {
    for condensing in Condensing.allCases {
      for (brief, budget) in try briefs(of: article, condensing) {
        for sentence in brief.sentences {
          if let fault = fault(sentence, article.text) {
            Issue.record("\(fault): \(article.text[sentence.range])")
          }
          if condensing == .none { #expect(sentence.kept == [sentence.range]) }
        }
        let shown = brief.text(of: article)
        let words = shown.utf8.span.wordCount(TextRange(start: 0, end: shown.utf8.count))
        #expect(words <= budget || brief.sentences.count <= 1)
      }
    }
  }

  @Test(
    "Kept ranges are verbatim, in order and cross no quotation", arguments: FixtureTexts.articles)
  func fixtures(_ article: ArticleFixture) throws {
    try check(Article(title: article.title, text: article.text))
  }

  @Test("So they are of any text", arguments: 0..<10)
  func jumbles(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 900)
    for _ in 0..<10 {
      try check(Article(title: nil, text: RandomTexts.jumble(&generator, pieces: 120)))
    }
  }

  @Test("Every article's brief at thirty words is no longer condensed than whole")
  func shorter() throws {
    for article in FixtureTexts.articles {
      let article = Article(title: article.title, text: article.text)
      let whole = try Briefer(budget: .words(30)).brief(of: article)
      let condensed = try Briefer(budget: .words(30), condensing: .full).brief(of: article)
      #expect(condensed.sentences.isEmpty == whole.sentences.isEmpty)
    }
  }
}

extension String {
  /// How often a piece stands in it.
  fileprivate func components(_ piece: Character) -> Int { count { $0 == piece } }
}
