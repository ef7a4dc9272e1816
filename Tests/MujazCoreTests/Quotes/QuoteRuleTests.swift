import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// `Fixtures/Quotes/Rules/*.txt`: where phrases and clauses end, by which rule, and why a word opens no quotation.
@Suite struct QuoteRuleTests {
  /// The cases of a file; lines with # between them say what the next are about.
  private static func cases(_ name: String) -> [QuoteCase] {
    let file = Fixtures.root.appendingPathComponent("Quotes/Rules/\(name).txt")
    return ((try? QuoteCase.cases(in: file)) ?? []).map {
      var example = $0
      example.quotes.removeAll { $0.hasPrefix("# ") }
      return example
    }
  }

  static let phrases = cases("phrases")
  static let clauses = cases("clauses")
  static let refusals = cases("refusals")
  static let confidences = cases("confidence")

  private func explanations(of example: QuoteCase) -> [QuoteExplanation] {
    QuoteFinder().explanations(of: Article(text: example.text))
  }

  @Test("The subject of a cue and the rule that ended it", arguments: phrases)
  func phrase(of example: QuoteCase) {
    let found = explanations(of: example).compactMap { $0.phraseLine(in: example.text) }
    #expect(found == example.quotes, "\(example)")
  }

  @Test("What is said and the rule that ended it", arguments: clauses)
  func clause(of example: QuoteCase) {
    let found = explanations(of: example).compactMap { $0.clauseLine(in: example.text) }
    #expect(found == example.quotes, "\(example)")
  }

  @Test("Why a word opens no quotation", arguments: refusals)
  func refusal(of example: QuoteCase) {
    let found = explanations(of: example).map {
      "\($0.cue.map { example.text[$0] } ?? "-") — \($0.refusal?.rawValue ?? "quotation")"
    }
    #expect(found == example.quotes, "\(example)")
  }

  @Test("How sure a speaker is", arguments: confidences)
  func confidence(of example: QuoteCase) {
    let found = QuoteFinder().quotes(in: Article(text: example.text)).map {
      "\($0.cue.map { example.text[$0] } ?? "-") — \($0.confidence.rawValue)"
    }
    #expect(found == example.quotes, "\(example)")
  }

  @Test("Every rule and every reason has a case")
  func everyRule() {
    let phrases = Self.phrases.flatMap(explanations(of:)).compactMap(\.subject?.end)
    #expect(Set(PhraseEnd.allCases).subtracting(phrases) == [])
    let clauses = Self.clauses.flatMap(explanations(of:)).compactMap(\.clause?.end)
    #expect(Set(ClauseEnd.allCases).subtracting(clauses) == [])
    let refusals = Self.refusals.flatMap(explanations(of:)).compactMap(\.refusal)
    #expect(Set(QuoteRefusal.allCases).subtracting(refusals) == [])
  }

  @Test("Explanations stand in the order of the text, every quotation among them")
  func order() throws {
    for article in try ArticleFixture.all() {
      let article = Article(text: article.text)
      let explained = QuoteFinder().explanations(of: article)
      #expect(explained.map(\.offset) == explained.map(\.offset).sorted())
      let quoted = explained.compactMap { $0.refusal == nil ? $0.clause?.range : nil }
      #expect(quoted.sorted() == QuoteFinder().quotes(in: article).map(\.range).sorted())
    }
  }
}

extension QuoteExplanation {
  /// `cue: phrase — rule`, with the name in brackets.
  fileprivate func phraseLine(in text: String) -> String? {
    guard let subject else { return nil }
    var phrase = text[subject.range]
    if let name = subject.name { phrase = phrase.replacing(text[name], with: "[\(text[name])]") }
    return "\(cue.map { text[$0] } ?? "-"): \(phrase) — \(subject.end.rawValue)"
  }

  /// `cue: what is said — rule`.
  fileprivate func clauseLine(in text: String) -> String? {
    clause.map {
      "\(cue.map { text[$0] } ?? "-"): \(text[$0.range]) — \($0.end.rawValue)"
    }
  }
}
