import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// The text-file suite: every case of `Fixtures/Condensing`.
@Suite struct CondensingCaseTests {
  static let cases = (try? CondensingCase.all()) ?? []

  @Test("The suite is there")
  func suiteIsThere() throws {
    #expect(try CondensingCase.all().count >= 50)
  }

  @Test("A sentence has the parts that can be left out, and no other", arguments: cases)
  func parts(of testCase: CondensingCase) {
    let text = testCase.sentence
    let range = TextRange(start: 0, end: text.utf8.count)
    let table = WordTable(text.utf8.span, [range])
    let words = table.view(text.utf8.span)
    let parts = PartFinder(lexicon: .standard).parts(words, words.sentence(range))
    let found = (parts.insertions + parts.tails).sorted { $0.range.start < $1.range.start }
    #expect(
      found.map {
        "\($0.kind.rawValue): " + text[$0.range].trimmingCharacters(in: .whitespaces)
      } == testCase.parts)
  }
}
