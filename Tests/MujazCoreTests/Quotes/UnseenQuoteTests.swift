import Foundation
import MujazCore
import TestSupport
import Testing

/// `Fixtures/Quotes/Unseen`: articles by somebody who had not seen the rules. They say how far the rules carry; a quotation
/// that is missed here is no reason for a rule.
@Suite struct UnseenQuoteTests {
  /// What an annotation says of a quotation.
  private struct Expected {
    var speaker: String
    var content: String
    var isAsked: Bool

    init?(_ line: String) {
      isAsked = !line.hasPrefix("? ")
      let parts = (isAsked ? line : String(line.dropFirst(2))).components(separatedBy: " — ")
      guard parts.count >= 3 else { return nil }
      speaker = parts[0]
      let tail = parts[2...].joined(separator: " — ")
      guard let colon = tail.range(of: ": ") else { return nil }
      content = String(tail[colon.upperBound...].replacing("⏎", with: "\n"))
    }
  }

  @Test("As many are found, with their speakers, as when they were first read")
  func figures() throws {
    var (asked, found, attributed, given) = (0, 0, 0, 0)
    for file in try Fixtures.files(in: "Quotes/Unseen", ending: "txt") {
      for article in try QuoteCase.cases(in: file) {
        let quotes = QuoteFinder().quotes(in: Article(text: article.text))
        given += quotes.count
        for expected in try article.quotes.map({ try #require(Expected($0), "\($0)") })
        where expected.isAsked {
          asked += 1
          let core = core(expected.content)
          guard let quote = quotes.first(where: { self.core(article.text[$0.range]) == core })
          else { continue }
          found += 1
          let name = quote.speaker.map { article.text[$0.canonical] } ?? ""
          if expected.speaker.contains(name) && !name.isEmpty || name.contains(expected.speaker) {
            attributed += 1
          }
        }
      }
    }
    #expect(asked == 148)
    #expect(given <= 155)
    #expect(found >= 140, "\(found) of \(asked), \(given) given")
    #expect(attributed >= 124, "\(attributed) of \(found)")
  }

  /// A content without marks at its ends and without the إن or أن before it.
  private func core(_ text: String) -> String {
    let edges = CharacterSet.whitespacesAndNewlines.union(
      CharacterSet(charactersIn: "\"“”«»„.,،؛;:!؟?…-–—()[]"))
    var text = text.trimmingCharacters(in: edges)
    for complementizer in [
      "أن ", "إن ", "بأن ", "أنه ", "إنه ", "أنها ", "إنها ", "بأنه ", "بأنها ", "إنهم ", "أنهم ",
    ]
    where text.hasPrefix(complementizer) {
      text = String(text.dropFirst(complementizer.count)).trimmingCharacters(in: edges)
      break
    }
    return text
  }
}
