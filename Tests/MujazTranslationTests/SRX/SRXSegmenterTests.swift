import MujazCore
import Testing

@testable import MujazTranslation

/// Cutting by a user's rules.
@Suite struct SRXSegmenterTests {
  private func rule(_ isBreak: Bool, _ before: String, _ after: String) -> SRXRule {
    SRXRule(isBreak: isBreak, before: before, after: after, name: "\(before)|\(after)")
  }

  private func cut(_ text: String, _ rules: [SRXRule]) throws -> [String] {
    var decisions: [SRXDecision]?
    let segmenter = try SRXSegmenter(rules)
    return try segmenter.segments(of: text.utf8.span, decisions: &decisions).map { text[$0.range] }
  }

  @Test("A segment ends where a breaking rule matches on both sides")
  func breaks() throws {
    let rules = [rule(true, "[.؟]+", "\\s")]
    #expect(try cut("ذهب.. وعاد؟ نعم.لا", rules) == ["ذهب..", "وعاد؟", "نعم.لا"])
  }

  @Test("The first rule that matches decides")
  func order() throws {
    let title = rule(false, "\\bد\\.", "\\s")
    let stop = rule(true, "\\.", "\\s")
    #expect(try cut("قال د. سامر. وذهب.", [title, stop]) == ["قال د. سامر.", "وذهب."])
    #expect(try cut("قال د. سامر. وذهب.", [stop, title]) == ["قال د.", "سامر.", "وذهب."])
  }

  @Test("What looks back may repeat without an end")
  func unboundedLookBehind() throws {
    let rules = [rule(false, "^\\s*\\d+\\.", "\\s"), rule(true, "\\.", "\\s")]
    #expect(try cut("123. أول. ثان.", rules) == ["123. أول.", "ثان."])
  }

  @Test("Each line is a text of its own, whatever ends it")
  func lines() throws {
    #expect(
      try cut("أول\r\n\r\nثان. ثالث\u{2028}رابع", [rule(true, "\\.", "\\s")])
        == ["أول", "ثان.", "ثالث", "رابع"])
  }

  @Test("No segment ends inside a scalar, and offsets count bytes")
  func surrogates() throws {
    #expect(try cut("ن😀ب🇪🇬", [rule(true, "", "")]) == ["ن", "😀", "ب", "🇪", "🇬"])
  }

  @Test("Every decision names its rule")
  func decisions() throws {
    var decisions: [SRXDecision]? = []
    let rules = [rule(false, "د\\.", "\\s"), rule(true, "\\.", "\\s")]
    _ = try SRXSegmenter(rules).segments(of: "د. أ. ب".utf8.span, decisions: &decisions)
    #expect(
      decisions == [
        SRXDecision(offset: 3, isBoundary: false, rule: "د\\.|\\s"),
        SRXDecision(offset: 7, isBoundary: true, rule: "\\.|\\s"),
        SRXDecision(offset: 10, isBoundary: true, rule: "line-break"),
      ])
  }

  @Test("A wrong pattern is told with the line of its rule")
  func wrongPattern() {
    let wrong = SRXRule(isBreak: true, before: "[", after: "", name: "A:1", line: 7)
    #expect {
      _ = try SRXSegmenter([wrong])
    } throws: { error in
      (error as? PackageError)?.line == 7
    }
  }

  @Test(
    "A pattern that would take exponential time is an error, soon",
    arguments: ["(ا+)+$", "(ا|ا)*ب$", "(.*)*x"])
  func costly(_ pattern: String) throws {
    let text = String(repeating: "ا", count: 200) + "ب نص"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: PackageError.self) { try cut(text, [rule(true, pattern, "")]) }
      #expect(throws: PackageError.self) {
        try cut(text, [rule(false, "", pattern), rule(true, "ا", "")])
      }
    }
    #expect(time < .seconds(10))
  }
}
