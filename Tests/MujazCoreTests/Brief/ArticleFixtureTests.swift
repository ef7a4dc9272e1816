import MujazCore
import TestSupport
import Testing

/// Whole articles of many genres, some with the dirt of scraped pages: `Fixtures/Articles`.
@Suite struct ArticleFixtureTests {
  static let articles = (try? ArticleFixture.all()) ?? []

  @Test("There are articles enough")
  func articlesAreThere() throws {
    #expect(try ArticleFixture.all().count >= 10)
  }

  @Test("An article is cut where its annotation says", arguments: articles)
  func segments(of fixture: ArticleFixture) {
    let found = Segmenter().segments(of: fixture.text, title: fixture.title)
    #expect(found.map { fixture.text[$0.range] } == fixture.segments.map(\.text))
  }

  @Test("Every line has the role its annotation says", arguments: articles)
  func roles(of fixture: ArticleFixture) {
    let found = Segmenter().segments(of: fixture.text, title: fixture.title)
    guard found.count == fixture.segments.count else { return }
    for (segment, expected) in zip(found, fixture.segments) {
      #expect(segment.role.rawValue == expected.role, "\(expected.text.prefix(60))")
    }
  }

  @Test("A brief holds a key sentence and nothing that is not body text", arguments: articles)
  func brief(of fixture: ArticleFixture) throws {
    let article = Article(title: fixture.title, text: fixture.text)
    let chosen = try chosen(fixture, Briefer().brief(of: article))
    #expect(chosen.contains { $0.expected.isKey })
    #expect(chosen.allSatisfy { $0.expected.role == "body" })
  }

  @Test("A sentence that leans is taken with its antecedent or its speaker", arguments: articles)
  func leaning(of fixture: ArticleFixture) throws {
    let article = Article(title: fixture.title, text: fixture.text)
    let chosen = try chosen(fixture, Briefer().brief(of: article))
    for sentence in chosen where sentence.expected.leans {
      let isLed = chosen.contains { $0.sentence.index == sentence.sentence.index - 1 }
      #expect(
        isLed || sentence.sentence.speaker != nil, "\(sentence.expected.text.prefix(80))")
    }
  }

  private func chosen(
    _ fixture: ArticleFixture, _ brief: Brief
  ) throws -> [(sentence: BriefSentence, expected: ArticleFixture.Segment)] {
    try brief.sentences.map { sentence in
      let text = fixture.text[sentence.range]
      let expected = try #require(fixture.segments.first { $0.text == text }, "\(text.prefix(60))")
      return (sentence, expected)
    }
  }
}
