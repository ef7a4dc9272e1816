import MujazCore
import TestSupport
import Testing

/// `Fixtures/Quotes/*.txt`: every case gives exactly the quotations it states, or is marked as a known failure and does not.
@Suite struct QuoteCaseTests {
  static let cases = (try? QuoteCase.all()) ?? []

  @Test("There are cases of every kind")
  func casesAreThere() throws {
    #expect(try QuoteCase.all().count >= 150)
    #expect(Set(Self.cases.map(\.description)).count == Self.cases.count)
  }

  @Test("The quotations of a case", arguments: cases)
  func quotes(of example: QuoteCase) {
    let found = QuoteFinder().quotes(in: Article(text: example.text))
      .map { $0.line(in: example.text) }
    if example.isKnownFailure {
      #expect(found != example.quotes, "\(example) is solved: take the mark away")
    } else {
      #expect(found == example.quotes, "\(example)")
    }
  }
}

extension Quote {
  /// The quotation as the case files write it.
  func line(in text: String) -> String {
    let verb = cue.map { text[$0] } ?? "-"
    let carrier = medium.map { " (\(text[$0]))" } ?? ""
    let denial = isNegated ? ", negated" : ""
    let line =
      "\(speaker?.line(in: text) ?? "؟") — \(verb)\(carrier) — \(kind.rawValue)\(denial): \(text[range])"
    return line.replacing("\n", with: "⏎")
  }
}

extension Speaker {
  fileprivate func line(in text: String) -> String {
    guard let range else { return "[\(text[canonical])]" }
    return text[range] == text[canonical] ? text[range] : "\(text[range]) = \(text[canonical])"
  }
}
