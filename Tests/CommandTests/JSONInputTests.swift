import Foundation
import TestSupport
import Testing

/// Articles in a JSON array, or as objects over many lines.
@Suite struct JSONInputTests {
  static let texts = ["أعلنت الوزارة بدء التشغيل.", "وقال الوزير: {«نعم»}, \"لا\" [ثم] غادر."]
  static let objects = [
    #"{"id":1.50,"title":"خبر","text":"أعلنت الوزارة بدء التشغيل.","date":"2026-03-14"}"#,
    #"{"tags":[{"a":[]},"]"],"text":"وقال الوزير: {«نعم»}, \"لا\" [ثم] غادر.","id":"ب\\"}"#,
  ]

  private func lines(_ input: String, _ options: [String] = []) throws -> [String] {
    try success(["text", "--format", "jsonl"] + options, input: input.utf8).lines
  }

  @Test(
    "An array says what its elements say as lines",
    arguments: [
      "[①,②]", "\u{FEFF}[\n  ①,\n  ②\n]\n", "[\r\n①\r\n,②]", "①①", "① \n\n ②\n",
    ])
  func array(_ shape: String) throws {
    func filled(_ one: String, _ two: String) -> String {
      shape.replacingOccurrences(of: "①", with: one).replacingOccurrences(of: "②", with: two)
    }
    let isTwice = !shape.contains("②")
    let lines = Self.objects[0] + "\n" + Self.objects[isTwice ? 0 : 1]
    let expected = try self.lines(lines, ["--input", "jsonl"])
    #expect(
      try self.lines(filled(Self.objects[0], Self.objects[1]), ["--input", "json"]) == expected)
    // Over as many lines as there are members.
    let spread = Self.objects.map {
      $0.replacingOccurrences(of: ",\"", with: ",\n\"").replacingOccurrences(
        of: "{\"", with: "{\n\"")
    }
    #expect(try self.lines(filled(spread[0], spread[1])) == expected)
  }

  @Test("No element is no record", arguments: ["", " \n", "[]", " [ ]\n"])
  func empty(_ input: String) throws {
    #expect(try lines(input, ["--input", "json"]) == [])
  }

  @Test(
    "What is wrong is told by the number of its element",
    arguments: [
      (#"[①,{"text":1}]"#, "element 2: the object has no string \"text\""),
      ("[①,7]", "element 2: the element is JSON but no object"),
      ("[①,\"a,]\"]", "element 2: the element is JSON but no object"),
      (#"[①,{"text":"a"#, "element 2: not JSON"),
      ("[①,{\"text\":\"a\nb\"}]", "element 2: not JSON"), ("[①", "not JSON: the array has no end"),
      ("[①,]", "not JSON: an element of the array is missing"),
      ("[,①]", "not JSON: an element of the array is missing"),
      ("[① ①]", "not JSON: a comma or the end of the array is missing"),
      ("[①]]", "not JSON: text behind the array"),
      ("①,①", "not JSON: an array of objects or an object is expected"),
      ("نص", "not JSON: an array of objects or an object is expected"),
    ])
  func wrong(_ shape: String, _ message: String) throws {
    let input = shape.replacingOccurrences(of: "①", with: Self.objects[0])
    let ended = try Tool.run(["text", "--format", "jsonl", "--input", "json"], input: input.utf8)
    expectDiagnostic(ended, 65)
    #expect(ended.message.contains("-: \(message)"), "\(ended.message)")
    #expect(ended.lines.count == (shape.hasPrefix("[①") || shape.hasPrefix("①") ? 1 : 0))
  }

  @Test("The output is the same for every number of threads, and elements can be passed over")
  func many() throws {
    let elements = (0..<3000).map {
      #"{"id":\#($0),"text":"\#(Self.texts[0]) \#(String(repeating: "نعم ", count: $0 % 90))"}"#
    }
    let input = "[\n" + elements.joined(separator: ",\n") + "\n]"
    let one = try lines(input, ["--jobs", "1"])
    #expect(one.count == 3000)
    #expect(try lines(input, ["--jobs", "4"]) == one)
    #expect(try lines(input, ["--skip", "2998"]) == Array(one.suffix(2)))
  }

  @Test("An element beyond the limit ends the reading")
  func large() throws {
    let input =
      "[\(Self.objects[0]),{\"text\":\"\(String(repeating: "نعم ", count: 100_000))\"},\(Self.objects[0])]"
    let ended = try Tool.run(["text", "--format", "jsonl", "--max-size", "10k"], input: input.utf8)
    expectDiagnostic(ended, 65)
    #expect(
      ended.message.contains("element 2 is longer than 10 kB")
        || ended.message.contains("element 2: the element is longer than 10 kB"))
  }
}
