import Testing

@testable import MujazInput

/// Bytes that are text, and bytes that are none.
@Suite struct TextDecoderTests {
  /// What a decoder makes of some bytes.
  private enum Outcome: Equatable {
    case text(Range<Int>)
    case refused(InputError)
  }

  /// Where clean UTF-8 stands, which comes back without a copy.
  private func decode(_ bytes: [UInt8]) -> Outcome {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(InputError) {
        let text = try TextDecoder(isStrict: true).decode(buffer)
        return .text(text.range ?? 0..<0)
      } catch {
        return .refused(error)
      }
    }
  }

  private func code(_ bytes: [UInt8]) -> InputError.Code? {
    if case .refused(let error) = decode(bytes) { error.code } else { nil }
  }

  private func message(_ bytes: [UInt8]) -> String? {
    if case .refused(let error) = decode(bytes) { error.message } else { nil }
  }

  // MARK: Text

  @Test(
    "UTF-8 is text from its first byte to its last",
    arguments: [
      "قال نعم.", "a", " \n نص \n", "سطر\r\nسطر", "漢字 🎬", "\u{1F}نص\u{7F}", "\u{00A0}", "\u{200F}",
      "%PD F", "PK", "BZ",
      "{\"text\":1}",
    ])
  func text(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(decode(bytes) == .text(0..<bytes.count))
  }

  @Test("A byte order mark at the head is no part of the text, one inside it is")
  func byteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = Array("نعم".utf8)
    #expect(decode(mark + text) == .text(3..<9))
    #expect(decode(text + mark) == .text(0..<9))
    #expect(decode(mark + mark + text) == .text(3..<12))
  }

  // MARK: Nothing

  @Test("Nothing, or nothing but white space, is an empty input")
  func empty() {
    for bytes in ["", " ", "\n", "\r\n\t \u{0B}\u{0C}", "\u{FEFF}", "\u{FEFF} \n"].map({
      Array($0.utf8)
    }) {
      #expect(code(bytes) == .emptyInput, "\(bytes)")
      #expect(message(bytes) == "the input is empty")
    }
  }

  // MARK: Other kinds of file

  /// The first bytes of files that are met in the place of a text, and what they are called.
  static let signatures: [([UInt8], String)] = [
    (Array("%PDF-1.7\n".utf8), "PDF"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "a ZIP archive"),
    ([0x1F, 0x8B, 0x08, 0x00], "gzip data"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], "a JPEG image"),
    (Array("GIF89a".utf8), "a GIF image"),
    (Array("BZh91AY".utf8), "bzip2 data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    ([0x7F, 0x45, 0x4C, 0x46, 0x02], "an ELF program"),
    ([0x52, 0x49, 0x46, 0x46, 0x00], "a WebP image or other RIFF file"),
    (Array("{\\rtf1".utf8), "RTF"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file"),
  ]

  @Test("A file of another kind is refused by its name", arguments: signatures)
  func signature(_ bytes: [UInt8], of name: String) {
    #expect(code(bytes) == .unsupportedFormat)
    #expect(
      message(bytes)
        == "\(name) is not supported: text, a web page, a feed, mail, subtitles, JSON, WARC, DOCX or ODT is expected"
    )
  }

  @Test("A signature counts at the head only")
  func signatureInside() {
    let bytes = Array("انظر %PDF-1.7 وGIF89a".utf8)
    #expect(decode(bytes) == .text(0..<bytes.count))
  }

  // MARK: No text

  @Test(
    "A NUL makes no text where nothing is repaired, and is told by its offset",
    arguments: [0, 1, 5])
  func null(_ offset: Int) {
    var bytes = Array("abcdef ghijklmnop".utf8)
    bytes[offset] = 0
    #expect(code(bytes) == .notText)
    #expect(message(bytes) == "not a text: NUL at byte \(offset)")
  }

  @Test("What is not UTF-8 is told by the offset in the file where nothing is repaired")
  func invalid() {
    let text = Array("نعم ".utf8)
    #expect(code(text + [0xFF]) == .invalidUTF8)
    #expect(message(text + [0xFF]) == "not UTF-8: invalid sequence at byte 7")
    #expect(
      message([0xEF, 0xBB, 0xBF] + text + [0xE3]) == "not UTF-8: invalid sequence at byte 10")
    #expect(code([0xD8]) == .invalidUTF8)
  }

  @Test("A code is a word that scripts may rely on")
  func codes() {
    #expect(
      InputError.Code.allCases.map(\.rawValue) == [
        "empty_input", "not_text", "unsupported_format", "no_article", "not_arabic",
        "damaged_text",
        "unsafe_archive", "invalid_utf8", "invalid_json", "not_an_object", "no_text", "bad_title",
        "bad_id", "too_large", "out_of_memory",
        "unreadable", "rule_too_costly",
      ])
  }
}
