import MujazInput
import Testing

/// Lines of JSON and the records that they hold.
@Suite struct RecordParserTests {
  /// A record with bytes of its own.
  private struct Parsed: Equatable {
    var text: String
    var title: String
    /// With the kind before it.
    var id: String
  }

  private enum Outcome: Equatable {
    case record(Parsed)
    case refused(InputError.Code)

    static func found(_ text: String, title: String = "", id: String = "none") -> Outcome {
      .record(Parsed(text: text, title: title, id: id))
    }
  }

  private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// What a parser makes of a line; `filler` stands in the bytes behind it, which are of no matter.
  private func parse(
    _ line: [UInt8], with parser: borrowing RecordParser, filler: UInt8 = 0x7D
  ) -> Outcome {
    let capacity = line.count + RecordParser.padding
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    buffer.initialize(repeating: filler)
    for (place, byte) in line.enumerated() { buffer[place] = byte }
    let whole = UnsafeBufferPointer(buffer)
    do throws(RecordError) {
      let record = try parser.parse(UnsafeBufferPointer(rebasing: whole[..<line.count]))
      let id: String
      switch record.id {
      case .none: id = "none"
      case .string(let bytes): id = "string \(string(bytes))"
      case .token(let bytes): id = "token \(string(bytes))"
      }
      return .found(string(record.text), title: string(record.title), id: id)
    } catch {
      return .refused(error.error.code)
    }
  }

  private func parse(_ line: String) throws -> Outcome {
    let parser = try RecordParser()
    return parse(Array(line.utf8), with: parser)
  }

  private func parse(bytes: [UInt8]) throws -> Outcome {
    let parser = try RecordParser()
    return parse(bytes, with: parser)
  }

  // MARK: Records

  @Test("A text is enough for a record")
  func text() throws {
    #expect(try parse(#"{"text":"قال نعم."}"#) == .found("قال نعم."))
    #expect(try parse(#"{"text":""}"#) == .found(""))
    #expect(try parse(" \t{ \"text\" : \"نعم\" } \t\r") == .found("نعم"))
  }

  @Test("A title and an id come with it, in any order")
  func members() throws {
    let expected = Outcome.found("نص", title: "عنوان", id: "string م-1")
    #expect(try parse(#"{"id":"م-1","title":"عنوان","text":"نص"}"#) == expected)
    #expect(try parse(#"{"text":"نص","title":"عنوان","id":"م-1"}"#) == expected)
    #expect(
      try parse(#"{"title":"عنوان","x":{"text":1},"text":"نص","y":[{}],"id":"م-1"}"#) == expected)
  }

  @Test("Escapes are decoded")
  func escapes() throws {
    #expect(
      try parse(#"{"text":"سطر\nسطر\t\"نعم\" \\ \/ \u0646\u0639\u0645 \ud83c\udfac"}"#)
        == .found("سطر\nسطر\t\"نعم\" \\ / نعم 🎬"))
    #expect(try parse(#"{"text":"ا\u0000ب"}"#) == .found("ا\0ب"))
    #expect(
      try parse(#"{"text":"","title":"\u0646","id":"\"\\"}"#)
        == .found("", title: "ن", id: #"string "\"#))
  }

  @Test("No title, an empty one and null are the same")
  func noTitle() throws {
    for line in [#"{"text":"نص"}"#, #"{"text":"نص","title":""}"#, #"{"text":"نص","title":null}"#] {
      #expect(try parse(line) == .found("نص"))
    }
  }

  @Test("Of members with one name the first counts")
  func firstCounts() throws {
    #expect(
      try parse(#"{"text":"أ","text":"ب","title":"ج","title":"د","id":1,"id":2}"#)
        == .found("أ", title: "ج", id: "token 1"))
  }

  // MARK: Ids

  @Test(
    "A number or a literal comes back digit for digit",
    arguments: [
      "0", "-0", "7", "1.50", "1e3", "1E+3", "-12.5e-7", "18446744073709551615",
      "-9223372036854775808",
      "0.10000000000000000000001", "true", "false", "null",
    ])
  func tokens(_ token: String) throws {
    #expect(try parse("{\"id\":\(token),\"text\":\"نص\"}") == .found("نص", id: "token \(token)"))
    #expect(
      try parse("{\"text\":\"نص\",\"id\": \(token) \t}") == .found("نص", id: "token \(token)"))
  }

  @Test("A string is an id as it is, and no number")
  func stringIDs() throws {
    #expect(try parse(#"{"id":"1.50","text":""}"#) == .found("", id: "string 1.50"))
    #expect(try parse(#"{"id":"","text":""}"#) == .found("", id: "string "))
    #expect(try parse(#"{"id":"\u0646","text":""}"#) == .found("", id: "string ن"))
  }

  @Test("An id inside of another member is none of the record")
  func innerID() throws {
    #expect(try parse(#"{"meta":{"id":3},"text":"نص"}"#) == .found("نص"))
    #expect(try parse(#"{"meta":{"id":3},"text":"نص","id":4}"#) == .found("نص", id: "token 4"))
  }

  // MARK: Refused

  static let refused: [(String, InputError.Code)] = [
    ("", .invalidJSON), (" ", .invalidJSON), ("{", .invalidJSON), (#"{"text":"نص""#, .invalidJSON),
    (#"{"text":"نص"} x"#, .invalidJSON), (#"{"text":"نص"}{"text":"نص"}"#, .invalidJSON),
    (#"{text:"نص"}"#, .invalidJSON), (#"{'text':'نص'}"#, .invalidJSON),
    (#"{"text":"نص",}"#, .invalidJSON),
    (#"{"text":"\x"}"#, .invalidJSON), (#"{"text":"\ud800"}"#, .invalidJSON),
    (#"{"text":"\udc00"}"#, .invalidJSON), ("{\"text\":\"\u{01}\"}", .invalidJSON),
    (#"{"id":01,"text":""}"#, .invalidJSON), ("نص", .invalidJSON),
    ("[]", .notAnObject), (#"[{"text":"نص"}]"#, .notAnObject), ("1", .notAnObject),
    (#""text""#, .notAnObject), ("null", .notAnObject), ("true", .notAnObject),
    ("{}", .noText), (#"{"id":1}"#, .noText), (#"{"Text":"نص"}"#, .noText),
    (#"{"text":null}"#, .noText),
    (#"{"text":1}"#, .noText), (#"{"text":["نص"]}"#, .noText), (#"{"a":{"text":"نص"}}"#, .noText),
    (#"{"text":"نص","title":1}"#, .badTitle), (#"{"text":"نص","title":["أ"]}"#, .badTitle),
    (#"{"text":"نص","title":false}"#, .badTitle),
    (#"{"text":"نص","id":{}}"#, .badID), (#"{"text":"نص","id":[1]}"#, .badID),
  ]

  @Test("A line that is no record is refused by its class", arguments: refused)
  func refuse(_ line: String, as code: InputError.Code) throws {
    #expect(try parse(line) == .refused(code))
  }

  @Test("Deep nesting is refused and no stack runs over")
  func nesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(try parse("{\"text\":\"نص\",\"a\":\(deep)") == .refused(.invalidJSON))
    let closed = deep + String(repeating: "]", count: 100_000)
    #expect(try parse("{\"text\":\"نص\",\"a\":\(closed)}") == .refused(.invalidJSON))
    let shallow = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try parse("{\"text\":\"نص\",\"a\":\(shallow)}") == .found("نص"))
  }

  @Test("Bytes that are not UTF-8 are refused by their offset in the line")
  func invalidUTF8() throws {
    let line = Array(#"{"text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    #expect(try parse(bytes: line) == .refused(.invalidUTF8))
    let parser = try RecordParser()
    var message = ""
    let padded = line + [UInt8](repeating: 0x20, count: RecordParser.padding)
    padded.withUnsafeBufferPointer { buffer in
      do throws(RecordError) {
        _ = try parser.parse(UnsafeBufferPointer(rebasing: buffer[..<line.count]))
      } catch {
        message = error.error.message
      }
    }
    #expect(message == "not UTF-8: invalid sequence at byte 9 of the line")
  }

  @Test(
    "What a record says of its article beside the text comes with it; what is no string, or empty, counts as absent",
    arguments: [
      ("", nil, nil),
      (#","date":"2026-11-03","url":"u""#, "2026-11-03", "u"),
      (#","url":"\u0627","date":20261103"#, nil, "ا"),
      (#","date":"2026-11-03","url":null"#, "2026-11-03", nil),
      (#","date":"7 نيسان 2021","url":"u""#, "2021-04-07", "u"),
      (#","date":"منذ ساعتين","url":"u""#, nil, "u"),
      (#","date":"","url":["u"]"#, nil, nil),
    ] as [(String, String?, String?)])
  func metadata(_ members: String, _ date: String?, _ url: String?) throws {
    let parser = try RecordParser(fields: RecordFields(includesFacts: true))
    let line = Array(#"{"text":"نص"\#(members)}"#.utf8)
    let padded = line + [UInt8](repeating: 0x20, count: RecordParser.padding)
    let origin = try padded.withUnsafeBufferPointer {
      _ = try parser.parse(UnsafeBufferPointer(rebasing: $0[..<line.count]))
      return parser.origin()
    }
    #expect(origin?.metadata.date == date)
    #expect(origin?.metadata.url == url)
    #expect((origin == nil) == (date == nil && url == nil))
  }

  // MARK: One parser, many lines

  @Test("A parser is used again, after a record as after an error")
  func reuse() throws {
    let parser = try RecordParser()
    let lines: [(String, Outcome)] = [
      (#"{"text":"نص أول","id":1}"#, .found("نص أول", id: "token 1")),
      ("{", .refused(.invalidJSON)),
      (#"{"text":"ب"}"#, .found("ب")),
      (#"{"id":"x"}"#, .refused(.noText)),
      (
        #"{"text":"\#(String(repeating: "نص ", count: 50_000))"}"#,
        .found(String(repeating: "نص ", count: 50_000))
      ),
      (#"{"text":"","title":"ج"}"#, .found("", title: "ج")),
    ]
    for _ in 0..<3 {
      for (line, expected) in lines {
        let found = parse(Array(line.utf8), with: parser)
        #expect(found == expected)
      }
    }
  }

  @Test(
    "What stands behind the line makes no difference",
    arguments: [0x00, 0x20, 0x22, 0x7D, 0x5D, 0x2C, 0xFF] as [UInt8])
  func filler(_ byte: UInt8) throws {
    let parser = try RecordParser()
    let whole = parse(Array(#"{"id":12,"text":"نص"}"#.utf8), with: parser, filler: byte)
    #expect(whole == .found("نص", id: "token 12"))
    let open = parse(Array(#"{"id":12,"text":"نص""#.utf8), with: parser, filler: byte)
    #expect(open == .refused(.invalidJSON))
    let number = parse(Array("1".utf8), with: parser, filler: byte)
    #expect(number == .refused(.notAnObject))
  }
}
