import Foundation
import Testing

/// JSON Lines in and out.
@Suite struct StreamTests {
  /// The ids of the lines that come out for some input, as they stand.
  private func ids(_ input: some Sequence<UInt8>) throws -> [String] {
    try success(["segment", "--input", "jsonl", "--format", "jsonl"], input: input).lines.map {
      line in
      let id = line.dropFirst(#"{"id":"#.count)
      return String(id[..<(id.range(of: #","segments""#)?.lowerBound ?? id.endIndex)])
    }
  }

  private func record(_ id: String) -> String { #"{"id":\#(id),"text":"\#(Sample.sentence)"}"# }

  // MARK: Lines

  @Test("A byte order mark is taken in stride")
  func byteOrderMark() throws {
    #expect(try ids("\u{FEFF}\(record("1"))\n\(record("2"))\n".utf8) == ["1", "2"])
  }

  @Test("Windows line ends are taken in stride")
  func carriageReturns() throws {
    #expect(try ids("\(record("1"))\r\n\(record("2"))\r\n".utf8) == ["1", "2"])
  }

  @Test("Blank lines are taken in stride")
  func blankLines() throws {
    #expect(try ids("\n\r\n\(record("1"))\n \t\n\n\(record("2"))\n\n".utf8) == ["1", "2"])
  }

  @Test("A missing last line end is taken in stride")
  func missingLineEnd() throws {
    #expect(try ids("\(record("1"))\n\(record("2"))".utf8) == ["1", "2"])
  }

  @Test("No input at all is no records")
  func noInput() throws {
    #expect(try ids("".utf8) == [])
  }

  @Test("JSON Lines are known by their content")
  func sniffed() throws {
    let ended = try success(["segment"], input: " \n\(record("1"))\n".utf8)
    #expect(ended.lines == [Sample.sentence])
  }

  @Test("A headline in curly brackets is text")
  func curlyBrackets() throws {
    let ended = try success(["segment"], input: "{النصرة} تواصل عملها في المدينة القديمة.".utf8)
    #expect(ended.lines == ["{النصرة} تواصل عملها في المدينة القديمة."])
  }

  @Test("Fields that mean nothing here are passed over")
  func otherFields() throws {
    #expect(try ids(#"{"x":[{"id":9}],"id":1,"text":"أ","y":{"text":4}}"#.utf8) == ["1"])
  }

  // MARK: Ids

  @Test("An id comes back as it stood, digit for digit")
  func verbatimIDs() throws {
    let all = [
      "1e3", "2.50", "-0", "0", "1.0E+2", "12345678901234567890", "true", "false", "null",
      #""""#, #""a\"b\\c""#, #""خبر ٣""#, #""1""#,
    ]
    #expect(try ids(all.map { record($0) + "\n" }.joined().utf8) == all)
  }

  @Test("White space around an id is no part of it")
  func spacedID() throws {
    #expect(try ids(#"{"id" : 2.50 , "text":"أ"}"#.utf8) == ["2.50"])
  }

  @Test("An escaped id is the same string")
  func escapedID() throws {
    #expect(try ids(#"{"id":"\u0623\/","text":"أ"}"#.utf8) == [#""أ/""#])
  }

  @Test("A record without an id has null")
  func noID() throws {
    #expect(try ids(#"{"text":"أ"}"#.utf8) == ["null"])
  }

  // MARK: Order

  @Test("Output is the same bytes for every number of jobs")
  func jobs() throws {
    let input = Sample.records(2_000).joined().utf8
    let one = try success(["brief", "--format", "jsonl", "--jobs", "1"], input: input)
    let ids = try one.lines.map { try decode($0.utf8, as: Identified<Int>.self).id }
    #expect(ids == Array(0..<2_000))
    for jobs in ["2", "3", "8"] {
      let ended = try success(["brief", "--format", "jsonl", "--jobs", jobs], input: input)
      #expect(ended.output == one.output, "--jobs \(jobs)")
    }
  }

  @Test("It is, too, where pieces take longer than others, are refused, or are files")
  func unevenJobs() throws {
    let folder = try TemporaryFolder()
    var records = Sample.records(300)
    for place in stride(from: 5, to: 300, by: 40) {
      let text = String(repeating: Sample.sentence + " ", count: 20 * place)
      records[place] = #"{"id":\#(place),"text":"\#(text)"}"# + "\n"
      records[place + 1] = "{}\n"
    }
    let stream = try folder.write(records.joined().utf8, to: "stream.jsonl")
    let file = try folder.write(Sample.long.utf8, to: "article.txt")
    let operands = [file, stream, folder.path("none.txt"), file, stream, file]
    let outputs = try ["1", "2", "3", "8"].map { jobs in
      let ended = try Tool.run(
        ["segment", "--format", "jsonl", "--on-error", "record", "--jobs", jobs, "--quiet"]
          + operands)
      expectDiagnostic(ended, 66, saying: "none.txt")
      return ended.lines
    }
    #expect(outputs[0].count == 604)
    for output in outputs { #expect(output == outputs[0]) }
  }

  @Test("More threads than pieces come to an end", arguments: ["", "\n", "{}", "{}\n{}"])
  func idleThreads(_ input: String) throws {
    let ended = try success(
      [
        "segment", "--input", "jsonl", "--format", "jsonl", "--on-error", "record", "--jobs", "16",
        "--quiet",
      ],
      input: input.utf8)
    #expect(ended.lines.count == input.filter { $0 == "{" }.count)
  }

  @Test("A record says the same whatever stands beside it")
  func neighbours() throws {
    let records = Sample.records(50)
    let all = try success(["brief", "--format", "jsonl"], input: records.joined().utf8).lines
    let last = try success(["brief", "--format", "jsonl"], input: records[49].utf8).lines
    #expect(all.last == last.first)
  }

  // MARK: Flow

  @Test("A record's line comes out while the pipe stays open", arguments: ["1", "3"])
  func latency(_ jobs: String) throws {
    let tool = try RunningTool(Tool.path, ["segment", "--format", "jsonl", "--jobs", jobs])
    tool.send("\(record("1"))\n".utf8)
    #expect(try tool.line().hasPrefix(#"{"id":1,"#))
    for number in 2...4 {
      tool.send("\(record("\(number)"))\n".utf8)
      #expect(try tool.line(within: 2).hasPrefix(#"{"id":\#(number),"#))
    }
    #expect(try tool.finish().status == .code(0))
  }

  @Test("A record may come in pieces")
  func pieces() throws {
    let tool = try RunningTool(Tool.path, ["segment", "--format", "jsonl"])
    let bytes = Array("\(record("1"))\n".utf8)
    for start in stride(from: 0, to: bytes.count, by: 10) {
      tool.send(bytes[start..<min(start + 10, bytes.count)])
      try tool.flush()
      usleep(1_000)
    }
    #expect(try tool.line(within: 2).hasPrefix(#"{"id":1,"#))
    #expect(try tool.finish().status == .code(0))
  }

  @Test("Standard input that does not block is waited for", arguments: ["text", "jsonl"])
  func nonBlocking(_ kind: String) throws {
    let tool = try RunningTool(
      Tool.path, ["segment", "--input", kind], isNonBlocking: true)
    usleep(200_000)
    let text = kind == "text" ? Sample.sentence : record("1")
    tool.send(text.utf8.prefix(20))
    try tool.flush()
    usleep(100_000)
    tool.send(text.utf8.dropFirst(20))
    let ended = try tool.finish()
    #expect(ended.status == .code(0))
    #expect(ended.message == "")
    #expect(ended.lines == [Sample.sentence])
  }

  @Test("A line of 5 MB is a record like any other")
  func longLine() throws {
    let text = String(repeating: "x", count: 5_000_000)
    let input = #"{"id":1,"text":"\#(text)"}"# + "\n" + record("2") + "\n"
    let lines = try success(["segment", "--format", "jsonl"], input: input.utf8).lines
    #expect(lines.count == 2)
    #expect(lines.first?.utf8.count ?? 0 > 5_000_000)
    #expect(lines.first?.hasSuffix(text + #""}]}"#) == true)
  }

  @Test("A long record keeps its id and its neighbours", arguments: ["2.50", #""خبر ٣""#])
  func longLineWithID(_ id: String) throws {
    let text = String(repeating: "x", count: 3_000_000)
    let long = #"{"id":\#(id),"text":"\#(text)"}"# + "\n"
    let bad = #"{"id":\#(id),"title":1,"text":"\#(text)"}"# + "\n"
    let input = record("1") + "\n" + long + record("2") + "\n" + bad + record("3") + "\n"
    let lines = try success(
      ["segment", "--format", "jsonl", "--on-error", "record", "--quiet"], input: input.utf8
    ).lines
    try #require(lines.count == 5)
    for (line, id) in zip(lines, ["1", id, "2", id, "3"]) {
      #expect(line.hasPrefix(#"{"id":\#(id),"#))
    }
    #expect(lines[1].hasSuffix(text + #""}]}"#) && lines[3].contains("bad_title"))
  }

  @Test("Reading takes time in proportion to the length", arguments: LongInput.all)
  func linear(_ long: LongInput) throws {
    func work(_ megabytes: Int) throws -> Double {
      let input = Array(long.head.utf8) + [UInt8](repeating: 0x61, count: megabytes << 20)
      let ended = try Tool.run(
        ["text", "--input", long.kind, "--on-error", "skip", "--quiet"], input: input)
      expectDiagnostic(ended, long.code)
      return ended.work
    }
    // Four times as long: where everything is copied for every chunk it takes sixteen times as long.
    let short = try work(8)
    #expect(try work(32) < 6 * short + 0.5)
  }
}

/// The beginning of an input that is read whole and then refused, so that hardly anything but its reading takes time.
struct LongInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var kind: String
  var head: String
  /// An archive that is cut off is a loss, whatever is passed over.
  var code: Int32 = 0

  static let all = [
    LongInput(testDescription: "a line", kind: "jsonl", head: #"{"text":""#),
    LongInput(testDescription: "a document", kind: "text", head: "%PDF-1.7\n"),
    LongInput(
      testDescription: "a record of an archive", kind: "warc",
      head: "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 50000000\r\n\r\n",
      code: 65),
  ]
}
