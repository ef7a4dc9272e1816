import MujazInput
import Testing

/// Bytes to texts and records.
@Suite struct InputTests {
  private func decode(_ bytes: [UInt8]) throws -> String {
    try bytes.withUnsafeBufferPointer { buffer in
      let range = try TextDecoder.textRange(of: buffer)
      return String(decoding: buffer[range], as: UTF8.self)
    }
  }

  private func code(of bytes: [UInt8]) -> InputError.Code? {
    do {
      _ = try decode(bytes)
      return nil
    } catch {
      return (error as? InputError)?.code
    }
  }

  @Test("UTF-8 comes through, a byte order mark is taken off")
  func text() throws {
    #expect(try decode(Array("نعم".utf8)) == "نعم")
    #expect(try decode([0xEF, 0xBB, 0xBF] + Array("نعم".utf8)) == "نعم")
  }

  @Test("What is no text is refused by its class")
  func refused() {
    #expect(code(of: []) == .emptyInput)
    #expect(code(of: Array(" \n\t".utf8)) == .emptyInput)
    #expect(code(of: Array("ab\0cd".utf8)) == .notText)
    #expect(code(of: Array("%PDF-1.7".utf8)) == .unsupportedFormat)
    #expect(code(of: [0x50, 0x4B, 3, 4, 0]) == .unsupportedFormat)
    #expect(code(of: [0xFF, 0xFE, 0x46, 0x06]) == .unsupportedFormat)
    #expect(code(of: Array("نعم".utf8) + [0xFF]) == .invalidUTF8)
  }

  @Test(
    "The first invalid byte is found",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC0, 0x80], 0), ([0xD8, 0xA7, 0xED, 0xA0, 0x80], 2), ([0x61, 0xD8], 1),
      ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func position(_ bytes: [UInt8], _ offset: Int) {
    bytes.withUnsafeBufferPointer { #expect(UTF8Position.firstInvalid($0) == offset) }
  }

  @Test(
    "JSON Lines are told from text by content",
    arguments: [
      ("{\"text\":\"نعم\"}", InputKind.jsonLines), ("  \n{ \"a\":1}", .jsonLines),
      ("{}", .jsonLines),
      ("{النصرة} تواصل القتال", .text), ("نص", .text), ("", .text), ("[1]", .text),
      ("\u{FEFF}{\"a\":1}", .jsonLines),
    ])
  func kind(_ text: String, _ kind: InputKind) {
    Array(text.utf8).withUnsafeBufferPointer { #expect(InputKind(sniffing: $0) == kind) }
  }

  /// The record of a line as strings: text, title, id with its kind; or the error's code.
  private func parse(_ line: String) throws -> (text: String, title: String, id: String) {
    let parser = try RecordParser()
    var bytes = Array(line.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0x7D, count: RecordParser.padding))
    return try bytes.withUnsafeBufferPointer { buffer in
      let record = try parser.parse(UnsafeBufferPointer(rebasing: buffer[..<count]))
      let id =
        switch record.id {
        case .none: "none"
        case .string(let id): "string " + String(decoding: id, as: UTF8.self)
        case .token(let id): "token " + String(decoding: id, as: UTF8.self)
        }
      return (
        String(decoding: record.text, as: UTF8.self), String(decoding: record.title, as: UTF8.self),
        id
      )
    }
  }

  @Test("A record gives its text, title and id")
  func record() throws {
    let record = try parse(#"{"id":"أ","title":"عنوان","text":"سطر\nثان \"نعم\" \u0646"}"#)
    #expect(record == ("سطر\nثان \"نعم\" ن", "عنوان", "string أ"))
    #expect(try parse(#"{"text":"","title":null}"#) == ("", "", "none"))
  }

  @Test(
    "An id that is no string comes back as it stood",
    arguments: ["1", "-0", "1e3", "2.50", "true", "null", "18446744073709551615"])
  func tokens(_ token: String) throws {
    #expect(try parse("{\"text\":\"\",\"id\": \(token) }").id == "token \(token)")
  }

  @Test(
    "A line that is no record is refused by its class",
    arguments: [
      ("{", InputError.Code.invalidJSON), ("{\"text\":\"\"} x", .invalidJSON),
      ("[1]", .notAnObject), ("3", .notAnObject),
      ("{}", .noText), ("{\"text\":3}", .noText), ("{\"text\":\"\",\"title\":3}", .badTitle),
      ("{\"text\":\"\",\"id\":[1]}", .badID), ("{\"text\":\"\\ud800\"}", .invalidJSON),
    ])
  func refusedLines(_ line: String, _ code: InputError.Code) {
    do {
      _ = try parse(line)
      Issue.record("accepted: \(line)")
    } catch {
      #expect((error as? RecordError)?.error.code == code)
    }
  }

  @Test("A refused record is known by its id")
  func refusedID() {
    do {
      _ = try parse(#"{"id":"x7","text":3}"#)
      Issue.record("accepted")
    } catch {
      #expect((error as? RecordError)?.id.map { String(decoding: $0, as: UTF8.self) } == "x7")
    }
  }
}
