import Foundation
import Testing

/// Input that is missing of which nobody knows how much: never a success, whatever is put up with.
@Suite struct LostInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func record(_ id: Int) -> String { #"{"id":\#(id),"text":"\#(Sample.sentence)"}"# + "\n" }

  private func run(_ options: String) throws -> Ended {
    try Tool.shell(#"exec "$MUJAZ" segment --format jsonl \#(options)"#, in: folder)
  }

  /// An archive of texts, u0, u1 and so on, one after the other.
  private func archive(_ texts: [String]) -> String {
    texts.enumerated().map { number, text in
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: u\(number)\r\n"
        + "Content-Type: text/plain\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
    }.joined()
  }

  /// Files that are lost, the exit code that tells it, and what is said.
  private static let lost: [(name: String, code: Int32, message: String)] = [
    ("none.jsonl", 66, "No such file or directory"), ("folder", 66, "is a folder: give its files"),
    ("cut.jsonl.gz", 65, "gzip data that ends too early"),
    ("cut.txt.gz", 65, "gzip data that ends too early"),
    ("damaged.jsonl.gz", 65, "gzip data that is damaged"),
    ("cut.warc", 65, "the archive ends inside a record"),
    ("broken.warc", 65, "a record has no head or no length"),
    ("cut.json", 65, "the array has no end"),
    ("bomb.jsonl.gz", 65, "inflates to more than 200 times its size"),
  ]

  private func writeLost() throws {
    let lines = (1...400).map(record).joined()
    try folder.write(lines.utf8, to: "lines")
    try folder.write("[\(record(1)),\(record(2)),".utf8, to: "cut.json")
    let texts = archive(["نص أول.", "نص ثان."])
    try folder.write(texts.utf8.dropLast(12), to: "cut.warc")
    try folder.write((texts + "نص\r\n\r\n").utf8, to: "broken.warc")
    let made = try Tool.shell(
      """
      mkdir folder
      gzip -c lines | head -c 300 >cut.jsonl.gz
      printf 'نص طويل بعض الشيء.' | gzip -c | head -c 30 >cut.txt.gz
      { gzip -c lines | head -c -8; head -c 8 /dev/zero; } >damaged.jsonl.gz
      { cat lines; head -c 60000000 /dev/zero; } | gzip -9c >bomb.jsonl.gz
      """, in: folder)
    #expect(made.status == .code(0))
  }

  @Test(
    "It ends with its code under skip and record, once all is written, with a line for each file")
  func codes() throws {
    try writeLost()
    try folder.write(record(1_000).utf8, to: "last.jsonl")
    for lost in Self.lost {
      let skipped = try run("--on-error skip --quiet \(lost.name) last.jsonl")
      expectDiagnostic(skipped, lost.code, saying: "mujaz: \(lost.name): ")
      #expect(skipped.message.contains(lost.message), "\(lost)")
      let recorded = try run("--on-error record --quiet \(lost.name) last.jsonl")
      expectDiagnostic(recorded, lost.code, saying: "mujaz: \(lost.name): ")
      #expect(recorded.message == skipped.message, "\(lost)")
      #expect(recorded.lines.count == skipped.lines.count + 1, "\(lost)")
      let error = try #require(recorded.lines.dropLast().last)
      #expect(try decode(error.utf8, as: Identified<String>.self).id == lost.name)
      #expect(
        try decode(error.utf8, as: ErrorRecord.self).error.message.contains(lost.message), "\(lost)"
      )
      #expect(recorded.lines.last?.hasPrefix(#"{"id":1000,"#) == true, "\(lost)")
      let failed = try run("\(lost.name) last.jsonl")
      expectDiagnostic(failed, lost.code, saying: lost.message)
    }
  }

  @Test("The first loss gives the code, and the sum is told behind the lines")
  func first() throws {
    try writeLost()
    for (order, code) in [("none.jsonl cut.warc", 66), ("cut.warc none.jsonl", 65)] {
      let ended = try run("--on-error record -o out.jsonl \(order)")
      #expect(ended.status == .code(Int32(code)))
      #expect(ended.message.hasSuffix("\nmujaz: 2 of 3 refused\n"))
      #expect(try folder.text(of: "out.jsonl").components(separatedBy: "\n").count == 4)
    }
  }

  @Test("A single document that is no article, or inflates too far, is no loss")
  func single() throws {
    try writeLost()
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0x14], to: "cut.docx")
    let made = try Tool.shell(
      "head -c 60000000 /dev/zero | gzip -9c >bomb.gz; : >empty.txt", in: folder)
    #expect(made.status == .code(0))
    let ended = try run("--on-error record cut.docx bomb.gz empty.txt lines")
    expectDiagnostic(ended, 0, saying: "3 of 403 refused")
  }

  @Test("Packages and analyses of what was left are no success either")
  func packages() throws {
    try writeLost()
    for command in ["prep --to en", "stats"] {
      let ended = try Tool.shell(
        #"exec "$MUJAZ" \#(command) --on-error skip --quiet cut.warc"#, in: folder)
      expectDiagnostic(ended, 65, saying: "cut.warc: the archive ends inside a record")
      #expect(!ended.output.isEmpty)
    }
  }

  // MARK: --skip

  @Test("As many inputs are passed over as a run had written lines, whatever was among them")
  func goOn() throws {
    try writeLost()
    let lines =
      "\u{FEFF}\n" + record(1) + "\n \t\r\n" + "{\"id\":2}\n" + "no record\n"
      + #"{"id":3,"text":"\#(String(repeating: "ا", count: 3_000))"}"# + "\n" + record(4) + "\r\n"
      + record(5).dropLast()
    try folder.write(lines.utf8, to: "mixed.jsonl")
    try folder.write("[\(record(6)), {\"id\": 7},\n3, \(record(8))]".utf8, to: "elements.json")
    let files =
      "mixed.jsonl none.jsonl elements.json cut.warc cut.json folder damaged.jsonl.gz last.jsonl"
    try folder.write(record(9).utf8, to: "last.jsonl")
    let options = "--on-error record --quiet --max-size 2000"
    let all = try run("\(options) \(files)")
    #expect(all.status == .code(66))
    try #require(all.lines.count > 18)
    for count in 0...all.lines.count {
      let rest = try run("\(options) --skip \(count) \(files)")
      #expect(rest.lines == Array(all.lines.dropFirst(count)), "\(count)")
      // What was lost stays lost.
      #expect(rest.status == .code(66), "\(count)")
      #expect(rest.message == all.message, "\(count)")
    }
  }

  @Test("Who stopped at what is lost may pass it over")
  func passOver() throws {
    try writeLost()
    try folder.write(record(9).utf8, to: "last.jsonl")
    let ended = try run("--skip 1 none.jsonl last.jsonl")
    expectDiagnosticFree(ended)
    #expect(ended.lines.count == 1)
  }

  private func expectDiagnosticFree(_ ended: Ended) {
    #expect(ended.status == .code(0))
    #expect(ended.message.isEmpty)
  }
}
