import Testing

@testable import MujazCore

/// Ranges of bytes and the text that stands at them.
@Suite struct TextRangeTests {
  @Test("A range counts its bytes")
  func count() {
    #expect(TextRange(start: 3, end: 9).count == 6)
    #expect(!TextRange(start: 3, end: 9).isEmpty)
    #expect(TextRange(start: 3, end: 3).count == 0)
    #expect(TextRange(start: 3, end: 3).isEmpty)
  }

  @Test("A range holds what lies within it, itself included")
  func contains() {
    let range = TextRange(start: 3, end: 9)
    #expect(range.contains(range))
    #expect(range.contains(TextRange(start: 4, end: 8)))
    #expect(range.contains(TextRange(start: 9, end: 9)))
    #expect(!range.contains(TextRange(start: 2, end: 5)))
    #expect(!range.contains(TextRange(start: 8, end: 10)))
    #expect(!range.contains(TextRange(start: 10, end: 12)))
  }

  @Test("Ranges sort by start, then by end")
  func order() {
    let sorted = [(0, 2), (0, 5), (1, 1), (1, 4), (3, 4)].map { TextRange(start: $0.0, end: $0.1) }
    #expect(sorted.reversed().sorted() == sorted)
    #expect(!(sorted[0] < sorted[0]))
  }

  @Test("A string gives its bytes at a range, verbatim")
  func text() {
    let text = "قال «نعم».\nثم غادر."
    #expect(text[TextRange(start: 0, end: text.utf8.count)] == text)
    #expect(text[TextRange(start: 0, end: 6)] == "قال")
    #expect(text[TextRange(start: 7, end: 17)] == "«نعم»")
    #expect(text[TextRange(start: 6, end: 6)].isEmpty)
  }

  @Test("A range of another text gives what there is")
  func foreignRange() {
    let text = "قلم"
    #expect(text[TextRange(start: 0, end: 99)] == "قلم")
    #expect(text[TextRange(start: 90, end: 99)].isEmpty)
    #expect(text[TextRange(start: -5, end: 2)] == "ق")
    #expect(text[TextRange(start: -5, end: -1)].isEmpty)
    // The half of a letter is no letter.
    #expect(text[TextRange(start: 0, end: 3)] == "ق\u{FFFD}")
  }
}
