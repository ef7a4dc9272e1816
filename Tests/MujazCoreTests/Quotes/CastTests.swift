import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// `Fixtures/Quotes/Rules/people.txt`: whom an article names, by which names and titles, and where.
@Suite struct CastTests {
  static let cases =
    (try? QuoteCase.cases(in: Fixtures.root.appendingPathComponent("Quotes/Rules/people.txt")))
    ?? []

  @Test("The people of a case", arguments: cases)
  func people(of example: QuoteCase) {
    let found = QuoteFinder().people(in: Article(text: example.text))
      .map { $0.line(in: example.text) }
    #expect(found == example.quotes, "\(example)")
  }

  @Test(
    "Every mention is a place of its own, in the order of the text, and the name stands in the text"
  )
  func places() throws {
    #expect(Self.cases.count >= 5)
    var count = 0
    for article in try ArticleFixture.all() {
      let people = QuoteFinder().people(in: Article(text: article.text))
      count += people.count
      for entity in people {
        #expect(!text(article, entity.name).isEmpty)
        #expect(entity.mentions == entity.mentions.sorted() && !entity.mentions.isEmpty)
        for (before, behind) in zip(entity.mentions, entity.mentions.dropFirst()) {
          #expect(before.end <= behind.start)
        }
      }
      #expect(people.map { $0.mentions[0] } == people.map { $0.mentions[0] }.sorted())
    }
    #expect(count > 20)
  }

  private func text(_ article: ArticleFixture, _ range: TextRange) -> String { article.text[range] }

  @Test("Every way to find a speaker occurs, and a speaker is found by one only where there is one")
  func resolutions() throws {
    let explanations = try QuoteCase.all().flatMap {
      QuoteFinder().explanations(of: Article(text: $0.text))
    }
    #expect(
      Set(SpeakerResolution.allCases).subtracting(explanations.compactMap(\.resolution)) == [])
    for explanation in explanations {
      #expect((explanation.speaker == nil) == (explanation.resolution == nil))
    }
  }
}

extension NamedEntity {
  /// `kind — name — titles — mentions`.
  fileprivate func line(in text: String) -> String {
    let titles = roles.isEmpty ? "" : " \(roles.map { text[$0] }.joined(separator: " | "))"
    let places = mentions.map { text[$0] }.joined(separator: " | ")
    return "\(kind.rawValue) — \(text[name]) —\(titles) — \(places)"
  }
}
