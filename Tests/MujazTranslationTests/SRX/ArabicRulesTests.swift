import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// Our rules as SRX.
@Suite struct ArabicRulesTests {
  private static let rules = (try? ArabicRules.document.rules(for: "ar")) ?? []

  private func cut(_ text: String) throws -> [String] {
    var decisions: [SRXDecision]?
    return try SRXSegmenter(Self.rules).segments(of: text.utf8.span, decisions: &decisions)
      .map { text[$0.range] }
  }

  @Test("Every rule compiles, and the last of them breaks")
  func compiles() throws {
    _ = try SRXSegmenter(Self.rules)
    #expect(Self.rules.count > 20)
    #expect(Self.rules.last?.isBreak == true)
  }

  @Test("Every code of Arabic has rules, and no other language", arguments: ["ar", "AR-EG", "ara"])
  func languages(_ code: String) throws {
    #expect(try !ArabicRules.document.rules(for: code).isEmpty)
    #expect(throws: PackageError.self) { try ArabicRules.document.rules(for: "arc") }
  }

  @Test("A file of them read again is the same")
  func roundTrip() throws {
    let bytes = SRXWriter.bytes(ArabicRules.document, comments: ArabicRules.losses + ["a -- b"])
    var read = try SRXReader.document(bytes)
    for language in read.languageRules.indices {
      for index in read.languageRules[language].rules.indices {
        #expect(read.languageRules[language].rules[index].line > 0)
        read.languageRules[language].rules[index].line = 0
      }
    }
    #expect(read == ArabicRules.document)
  }

  /// What patterns can see.
  @Test("Most cases of the suite are right by the SRX rules too")
  func suite() throws {
    let cases = try SegmentationCase.all().filter {
      !$0.isKnownFailure && !["lines", "stray-stops", "unseen", "unseen-2"].contains($0.file)
    }
    let right = try cases.count { try cut($0.text) == $0.segments }
    #expect(right * 100 >= cases.count * 80, "\(right) of \(cases.count)")
  }

  @Test(
    "Nothing but white space is lost",
    arguments: [
      "قال د. سامر: «أين؟» ثم غادر. وعاد.", "... . ؟! «» \" . نص", "1. أول. 2. ثان",
      "\u{200F}. .\u{200F}",
    ])
  func lossless(_ text: String) throws {
    #expect(
      try cut(text).joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }
}
