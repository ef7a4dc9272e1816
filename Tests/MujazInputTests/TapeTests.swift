import CXML
import TestSupport
import Testing

@testable import MujazInput

/// Pages as events. What libxml2 is given is made shorter than the page; a page with the character in it that marks what
/// was left out is given to it as it is, and so is the measure of every other.
@Suite struct TapeTests {
  private struct Event: Equatable {
    var kind: UInt8
    var name: UInt8
    /// White space as single spaces.
    var text: String
  }

  private func events(_ page: String) throws -> [Event] {
    try Array(page.utf8).withUnsafeBufferPointer { bytes in
      guard let tape = Tape(page: bytes) else { throw InputError(.outOfMemory, "no tape") }
      return tape.events.map { event in
        let text = String(decoding: tape.bytes(of: event), as: UTF8.self)
        return Event(
          kind: event.kind, name: event.name,
          text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      }
    }
  }

  private func expectSame(_ page: String) throws {
    #expect(try events("<!-- -->" + page) == events("<!--\u{7F}-->" + page), "\(page)")
  }

  private static let sentence = "أعلنت الوزارة 3 قرارات جديدة (منها قرار عاجل) أمس."

  @Test(
    "Text comes back wherever it stands",
    arguments: [
      "<p>\(sentence)</p>", "\(sentence)", "<p>قال: \"\(sentence)\" ثم 'صمت'</p>",
      "<a title=\"\(sentence)\" href=x>\(sentence)</a>", "<a title='\(sentence)'>",
      "<p>شركة&nbsp;\(sentence)&amp;\(sentence)&laquo\(sentence)</p>",
      "<p>&\(sentence)&#1571\(sentence)&#x;\(sentence)</p>", "<!-- \(sentence) --><p>نص</p>",
      "<!--\(sentence)-\(sentence)--\(sentence)-->\(sentence)",
      "<\(sentence)>\(sentence)</\(sentence)>",
      "<script>var a = \"\(sentence)\";</script><p>\(sentence)</p>",
      "<script type=\"application/ld+json\">{\"a\": \"\(sentence)\\n\(sentence)\"}</script>",
      "<title>\(sentence)</title><meta name=x content=\"\(sentence)\">",
      "<pre>\(sentence)\n\n  \(sentence)</pre>", "<textarea>\(sentence)   \(sentence)",
      "<p>\(sentence)\u{85}\u{A0}\(sentence)<p>\(sentence)",
      "<p>\(String(repeating: sentence, count: 100))</p>", "<p>\(sentence)", "\(sentence)<",
      "<p \(sentence)",
      "<p>  \n\t </p>  \r\n <b> </b>", "<p>\(sentence)\u{1A}\u{1}\(sentence)</p>",
      "<!DOCTYPE html [\(sentence)]><?xml \(sentence)?>\(sentence)",
    ])
  func places(_ page: String) throws {
    try expectSame(page)
  }

  @Test("Any pieces of pages make the same events")
  func random() throws {
    let pieces = [
      Self.sentence, "كلمة", "والقرار الأخير", " ", "  ", "\n", "\r\n\t", "word", "\"", "'", "=",
      "&", ";",
      "&nbsp", "&quot;", "&#1571;", "<", ">", "<p>", "</p>", "<a title=\"", "<div class='", "\">",
      "/>",
      "<!--", "-->", "--", "<script>", "</script>", "<script type=\"application/ld+json\">",
      "<pre>",
      "</pre>", "<br>", "«", "»", "\u{200F}", "1,234.5", "<title>", "</title>", "<style>",
      "</style>",
    ]
    var generator = SeededGenerator(7)
    for _ in 0..<4_000 {
      let count = 1 + generator.number(below: 24)
      try expectSame((0..<count).map { _ in generator.pick(pieces) }.joined())
    }
  }

  @Test("What looks like a mark of the parser's own gives no text twice")
  func forgedMarks() throws {
    let long = String(repeating: Self.sentence, count: 200)
    let page = "<p>\(long)</p><p>\(String(repeating: "&#127;00000 ", count: 500))</p><p>\(long)</p>"
    let texts = try events(page).map(\.text)
    #expect(texts.reduce(0) { $0 + $1.utf8.count } <= page.utf8.count)
    #expect(texts.contains(long))
  }

  @Test(
    "A reference to the character of the marks is that character, and replaces no text",
    arguments: ["&#127;", "&#00127;", "&#x7F;", "&#X007f;"])
  func namedMark(_ reference: String) throws {
    let first = "أعلنت البلدية فتح الحديقة العامة للزوار"
    let page = "<p title=\"\(reference)00000\">\(first)</p><p>\(reference)00000</p>"
    let texts = try events(page).map(\.text).filter { !$0.isEmpty }
    #expect(texts == ["\u{7F}00000", first, "\u{7F}00000"])
  }

  @Test("No numeric reference at all makes a mark, in whatever way its number is written")
  func everyReference() throws {
    let forms: [(Int) -> String] = [
      { "&#\($0);" }, { "&#x\(String($0, radix: 16));" }, { "&#0\($0) " },
      { "&#X00\(String($0, radix: 16, uppercase: true)) " },
    ]
    var references = (0..<0x11_0010).map { forms[$0 % 4]($0) }
    // Numbers that an overflow would make the mark's own, and the mark's own number, in all forms.
    for number in [0, 1 << 8, 1 << 16, 1 << 32, 1 << 33, 1 << 62].map({ $0 + 0x7F }) {
      references += forms.map { $0(number) }
    }
    for start in stride(from: 0, to: references.count, by: 4_096) {
      let chunk = references[start..<min(start + 4_096, references.count)]
      let page =
        "<p>\(Self.sentence)</p>" + chunk.map { "<b>\($0)00000</b>" }.joined()
        + "<p>\(Self.sentence)</p>"
      let plain = try text("<!--\u{7F}-->" + page)
      #expect(try text("<!-- -->" + page) == plain, "from \(chunk.first ?? "")")
    }
  }

  /// All text of a page as it is on the tape.
  private func text(_ page: String) throws -> [UInt8] {
    try Array(page.utf8).withUnsafeBufferPointer { bytes in
      guard let tape = Tape(page: bytes) else { throw InputError(.outOfMemory, "no tape") }
      return Array(tape.text)
    }
  }
}
