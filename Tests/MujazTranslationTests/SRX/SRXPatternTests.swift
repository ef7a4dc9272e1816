import Testing

@testable import MujazTranslation

/// Patterns that look back.
@Suite struct SRXPatternTests {
  @Test(
    "Repetitions without an end stop at a hundred",
    arguments: [
      ("a*", "a{0,100}"), ("a+b", "a{1,100}b"), ("a*+", "a{0,100}+"), ("a++", "a{1,100}+"),
      ("a*?", "a{0,100}?"), ("a?+", "a?+"), ("a{2}+", "a{2}+"), ("a{2,}", "a{2,100}"),
      ("a{200,}", "a{200,200}"), ("[*+]", "[*+]"), ("[a[*]+]", "[a[*]+]"), ("\\*", "\\*"),
      ("\\}+", "\\}{1,100}"), ("[}]+", "[}]{1,100}"), ("\\Qa*\\E*", "\\Qa*\\E{0,100}"),
      ("\\Qa*", "\\Qa*"), ("", ""), ("\\", "\\"),
    ])
  func bounded(_ pattern: String, _ expected: String) {
    #expect(BoundedPattern.of(pattern) == expected)
  }

  @Test("A pattern that is none is refused", arguments: ["[", "(", "a{", "\\", "(?<=a*)b"])
  func refused(_ pattern: String) {
    #expect(throws: SRXPatternError.self) { try SRXPattern(pattern) }
  }
}
