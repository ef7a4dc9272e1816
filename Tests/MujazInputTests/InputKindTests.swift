import MujazInput
import Testing

/// Text or JSON Lines, by content.
@Suite struct InputKindTests {
  private func kind(_ bytes: [UInt8]) -> InputKind {
    bytes.withUnsafeBufferPointer { InputKind(sniffing: $0) }
  }

  @Test(
    "An object at the head makes JSON Lines",
    arguments: [
      #"{"text":"نعم"}"#, "{}", "{ }", #"{ "a":1}"#, "{\n\"a\":1}", "{\t}", " \n\r\n{\"a\":1}",
      "\u{FEFF}{}",
      "\u{FEFF} \n{ \"a\"", #"{""#, #"{"not JSON at all"#,
    ])
  func jsonLines(_ text: String) {
    #expect(kind(Array(text.utf8)) == .jsonLines)
  }

  @Test(
    "Everything else is text",
    arguments: [
      "", " ", "نص", "قال {\"text\":1}", "{النصرة} تواصل القتال", "{", "{ ", "{{", "{a}", "{1:2}",
      "{'a':1}",
      #"[{"text":"نعم"}]"#, #""text""#, "1", "null", "\u{FEFF}", "\u{FEFF}نص", "\u{00A0}{}",
      "\u{200F}{}", "}",
    ])
  func text(_ text: String) {
    #expect(kind(Array(text.utf8)) == .text)
  }

  @Test("Bytes that are no text are sniffed all the same")
  func anyBytes() {
    #expect(kind([0xFF, 0xFE]) == .text)
    #expect(kind([0xEF, 0xBB]) == .text)
    #expect(kind([0x7B, 0xFF]) == .text)
    #expect(kind([0xEF, 0xBB, 0xBF, 0x7B, 0x22, 0xFF]) == .jsonLines)
  }

  @Test("The kinds have the names of the option's values")
  func names() {
    #expect(InputKind.allCases.map(\.rawValue) == ["text", "jsonl"])
  }
}
