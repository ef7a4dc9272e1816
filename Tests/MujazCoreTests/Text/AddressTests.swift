import Testing

@testable import MujazCore

/// Which Latin runs are URLs, e-mail addresses and host names, and where they end.
@Suite struct AddressTests {
  /// The address at the head of a text.
  private func address(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let run = Address.scan(bytes.span, from: 0, limit: bytes.count)
    return run.addressEnd.map { text[TextRange(start: 0, end: $0)] }
  }

  @Test(
    "What looks like an address is one, whole",
    arguments: [
      "https://www.example.com/ar?id=5", "http://example.com/a_b/c-d.html#top", "http://a",
      "ftp://files.example.org/x.zip", "HTTPS://EXAMPLE.COM", "www.example.com",
      "www.example.gov.xx",
      "user@example.org", "first.last@mail.example.com", "a+b@example.net", "example.com",
      "example.com/path/page.html", "example.com?x=1&y=2", "news.example.co.uk", "page.html",
      "index.php", "ab.tv",
    ])
  func addresses(_ text: String) {
    #expect(address(in: text) == text)
    #expect(address(in: "\(text) ثم") == text)
    #expect(address(in: "\(text)، ثم") == text)
    #expect(address(in: "\(text)» ثم") == text)
  }

  @Test(
    "Marks at the end are the sentence's",
    arguments: [
      ("www.example.com.", "www.example.com"), ("www.example.com...", "www.example.com"),
      ("https://example.com/a!?", "https://example.com/a"), ("example.com,", "example.com"),
      ("example.com;", "example.com"), ("https://example.com/ar:", "https://example.com/ar"),
      ("user@example.org.", "user@example.org"),
    ] as [(String, String)])
  func trailingMarks(of text: String, are expected: String) {
    #expect(address(in: text) == expected)
  }

  @Test("An e-mail address at the end of a sentence is one under any top level domain")
  func mailAtSentenceEnd() {
    #expect(address(in: "info@uni.ch") == "info@uni.ch")
    #expect(address(in: "info@uni.ch.") == "info@uni.ch")
  }

  @Test(
    "What only has stops or signs in it is none",
    arguments: [
      "Inc.", "U.S.", "B.C", "e.g.", "v2.0", "node.js", "Dr.Smith", "Hello.World", "com", ".com",
      "a@b", "user@host", "@user", "#tag", "and/or", "12:30", "...", "", "كلمة", "www.", "https",
    ])
  func notAddresses(_ text: String) {
    #expect(address(in: text) == nil)
  }

  @Test("A run ends at the first byte that no address has, wherever the scan begins")
  func runEnd() {
    let text = "زر example.com/ar، ثم"
    let bytes = Array(text.utf8)
    let start = "زر ".utf8.count
    let run = Address.scan(bytes.span, from: start, limit: bytes.count)
    #expect(run.runEnd == start + "example.com/ar".utf8.count)
    #expect(run.addressEnd == run.runEnd)
    let cut = Address.scan(bytes.span, from: start, limit: start + 7)
    #expect(cut.runEnd == start + 7)
    #expect(cut.addressEnd == nil)
  }
}
