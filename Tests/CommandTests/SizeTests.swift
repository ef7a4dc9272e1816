import Foundation
import Testing

/// `--max-size`: what is too large is refused, and nothing behind it is lost.
@Suite struct SizeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A record on a line of so many bytes, without its end.
  private func line(_ id: Int, bytes: Int) -> String {
    let line = #"{"id":\#(id),"text":"\#(Sample.sentence)","x":"""#
    let filler = String(repeating: "x", count: bytes - line.utf8.count - 1)
    return line.dropLast() + filler + "\"}"
  }

  private static let lines = ["segment", "--input", "jsonl", "--format", "jsonl"]

  // MARK: The boundary

  @Test(
    "A line is refused one byte above the limit, whatever its end",
    arguments: [
      (300, "300"), (1024, "1k"), (1024, "1K"), (70_000, "70000"), (1 << 20, "1M"),
      (1 << 20, "1m"), (3 << 20, "3072k"),
    ])
  func lineBoundary(_ bytes: Int, _ size: String) throws {
    for end in ["", "\n", "\n\n"] {
      let ended = try success(
        Self.lines + ["--max-size", size], input: (line(1, bytes: bytes) + end).utf8)
      #expect(ended.lines.count == 1)
      let refused = try Tool.run(
        Self.lines + ["--max-size", size], input: (line(1, bytes: bytes + 1) + end).utf8)
      expectDiagnostic(refused, 65, saying: "mujaz: -:1: the line is longer than ")
      #expect(refused.output.isEmpty)
    }
  }

  @Test("A document is refused one byte above the limit, as a file and through a pipe")
  func documentBoundary() throws {
    let text = Array(String(repeating: Sample.sentence + "\n", count: 2000).utf8)
    let file = try folder.write(text, to: "article.txt")
    let (fits, fails) = ("\(text.count)", "\(text.count - 1)")
    for operands in [[file], []] {
      let input = operands.isEmpty ? text : []
      #expect(
        try success(["segment", "--max-size", fits] + operands, input: input).lines.count == 2000)
      let refused = try Tool.run(["segment", "--max-size", fails] + operands, input: input)
      expectDiagnostic(refused, 65, saying: "the document is larger than \(fails) bytes")
      #expect(refused.output.isEmpty)
    }
  }

  @Test("A record of a web archive is refused one byte above the limit, and the next one is read")
  func archive() throws {
    func record(_ bytes: Int) -> String {
      let text =
        Sample.sentence + String(repeating: "\n", count: bytes - Sample.sentence.utf8.count)
      return "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
        + "WARC-Target-URI: https://example.org/\(bytes)\r\nContent-Length: \(bytes)\r\n\r\n\(text)\r\n\r\n"
    }
    let lines = try success(
      ["segment", "--format", "jsonl", "--on-error", "record", "--quiet", "--max-size", "100k"],
      input: (record(102_400) + record(102_401) + record(102_400)).utf8
    ).lines
    try #require(lines.count == 3)
    #expect(lines[0] == lines[2] && lines[0].contains("\"segments\""))
    #expect(lines[1].hasPrefix(#"{"id":"https://example.org/102401","error":"#))
    let error = try decode(lines[1].utf8, as: ErrorRecord.self).error
    #expect(error.code == "too_large" && error.message == "the record is larger than 100 kB")
  }

  // MARK: Values

  @Test(
    "A bad value is a wrong command line", arguments: ["", "0", "-1", "+1", "1.5M", "10MB", "k"])
  func badValue(_ value: String) throws {
    expectDiagnostic(try Tool.run(["brief", "--max-size=\(value)"]), 64, saying: "--max-size")
  }

  @Test(
    "A value that no number holds is a wrong command line",
    arguments: ["9223372036854775808", "9007199254740992k", "8796093022208M", "8589934592g", "٥"])
  func hugeValue(_ value: String) throws {
    expectDiagnostic(try Tool.run(["stats", "--max-size", value]), 64, saying: "--max-size")
  }

  @Test(
    "Large values are taken", arguments: ["2G", "2g", "8589934591G", "9223372036854775807"])
  func largeValue(_ value: String) throws {
    let ended = try success(["brief", "--max-size", value], input: Sample.sentence.utf8)
    #expect(ended.lines == [Sample.sentence])
  }

  @Test("The help says what holds if nothing is given", arguments: ["brief", "stats", "prep"])
  func help(_ command: String) throws {
    let words = try success([command, "--help"]).text.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    #expect(text.contains("--max-size <max-size> The largest record or document"))
    #expect(text.contains("(of 1,024); 1 GB if not given."))
  }

  // MARK: Long lines

  @Test("An endless line ends the run, and an endless document does", arguments: ["jsonl", "text"])
  func endless(_ kind: String) throws {
    let ended = try Tool.shell(
      #"yes | tr -d '\n' | "$MUJAZ" brief --input \#(kind) --max-size 2M"#, in: folder)
    expectDiagnostic(ended, 65, saying: "er than 2 MB")
    #expect(ended.output.isEmpty)
  }

  @Test("skip passes over a long line to its end and goes on", arguments: ["1", "3"])
  func skip(_ jobs: String) throws {
    let ended = try Tool.run(
      Self.lines + ["--max-size", "1M", "--on-error", "skip", "--quiet", "--jobs", jobs],
      input: mixed.utf8)
    expectDiagnosticLines(ended, at: [2, 4, 5])
    #expect(try ids(ended) == [1, 3, 6])
  }

  @Test("record writes an error in the place of a long line", arguments: ["1", "3"])
  func record(_ jobs: String) throws {
    let lines = try success(
      Self.lines + ["--max-size", "1M", "--on-error", "record", "--quiet", "--jobs", jobs],
      input: mixed.utf8
    ).lines
    try #require(lines.count == 6)
    for place in [1, 3, 4] {
      #expect(
        lines[place]
          == #"{"id":null,"error":{"code":"too_large","message":"the line is longer than 1 MB","#
          + #""line":\#(place + 1)}}"#)
    }
    #expect(lines[5].hasPrefix(#"{"id":6,"segments""#))
  }

  @Test("Lines are refused that came in whole, among others in the same chunk")
  func shortLimit() throws {
    let input = (1...40).map { line($0, bytes: 200 + $0 % 2) + "\n" }.joined()
    let ended = try Tool.run(
      Self.lines + ["--max-size", "200", "--on-error", "skip", "--quiet"], input: input.utf8)
    expectDiagnosticLines(ended, at: Array(stride(from: 1, through: 39, by: 2)))
    #expect(try ids(ended) == Array(stride(from: 2, through: 40, by: 2)))
  }

  @Test("A long line that is cut off is told once")
  func cutOff() throws {
    let ended = try Tool.run(
      Self.lines + ["--max-size", "1k", "--on-error", "skip", "--quiet"],
      input: (line(1, bytes: 500) + "\n" + line(2, bytes: 300_000)).utf8)
    expectDiagnosticLines(ended, at: [2])
    #expect(try ids(ended) == [1])
  }

  @Test("A long line is not kept")
  func memory() throws {
    let tool = try RunningTool(
      Tool.path, Self.lines + ["--max-size", "1M", "--on-error", "skip", "--quiet", "--jobs", "1"])
    tool.send([UInt8](repeating: 0x61, count: 96 << 20))
    tool.send(("\n" + line(2, bytes: 500) + "\n").utf8)
    #expect(try tool.line().hasPrefix(#"{"id":2,"segments""#))
    #expect(try tool.peakMemory() < 64 << 20)
    expectDiagnosticLines(try tool.finish(), at: [1])
  }

  // MARK: Compressed data

  @Test("Compressed lines are refused by what they inflate to")
  func compressedLines() throws {
    let ended = try Tool.shell(
      #"gzip | "$MUJAZ" segment --format jsonl --max-size 1M --on-error skip --quiet"#, in: folder,
      input: mixed.utf8)
    expectDiagnosticLines(ended, at: [2, 4, 5])
    #expect(try ids(ended) == [1, 3, 6])
  }

  @Test("A compressed document is refused by what it inflates to")
  func compressedDocument() throws {
    let text = String(repeating: Sample.sentence + "\n", count: 2000)
    let ended = try Tool.shell(
      #"gzip | "$MUJAZ" segment --max-size 100k"#, in: folder, input: text.utf8)
    expectDiagnostic(ended, 65, saying: "the data inflates to more than 100 kB")
    #expect(ended.output.isEmpty)
  }

  @Test("The file behind one that is too large is read")
  func files() throws {
    let large = try folder.write([UInt8](repeating: 0x61, count: 5000), to: "large.txt")
    let small = try folder.write(Sample.sentence.utf8, to: "small.txt")
    let ended = try Tool.run(
      ["brief", "--max-size", "4k", "--on-error", "skip", "--quiet", large, small])
    expectDiagnostic(ended, 0, saying: "large.txt: the document is larger than 4 kB")
    #expect(ended.lines == [Sample.sentence])
  }

  // MARK: Helpers

  /// Six lines: the second, the fourth and the fifth are longer than a megabyte.
  private var mixed: String {
    let sizes = [500, 3 << 20, 1 << 20, 1 << 20 | 1, 5_000_000, 500]
    return sizes.enumerated().map { line($0.offset + 1, bytes: $0.element) + "\n" }.joined()
  }

  private func ids(_ ended: Ended) throws -> [Int] {
    try ended.lines.map { try decode($0.utf8, as: Identified<Int>.self).id }
  }

  /// The run went well, and told of these lines as too long.
  private func expectDiagnosticLines(
    _ ended: Ended, at lines: [Int], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(ended.status == .code(0), sourceLocation: sourceLocation)
    let messages = ended.message.components(separatedBy: "\n").dropLast()
    #expect(messages.count == lines.count, sourceLocation: sourceLocation)
    for (message, line) in zip(messages, lines) {
      expectOneLine(
        message + "\n", saying: "mujaz: -:\(line): the line is longer than ",
        sourceLocation: sourceLocation)
    }
  }
}
