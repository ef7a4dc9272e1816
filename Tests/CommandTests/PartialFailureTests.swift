import Foundation
import Testing

/// Runs that go on past bad input, and what is left to see of it.
@Suite struct PartialFailureTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let lines = ["segment", "--input", "jsonl", "--format", "jsonl"]

  /// Records of which every third is bad.
  private func stream(_ count: Int) -> String {
    (1...count).map { $0 % 3 == 0 ? "{\"id\":\($0)}\n" : record($0) }.joined()
  }

  private func record(_ id: Int) -> String { #"{"id":\#(id),"text":"\#(Sample.sentence)"}"# + "\n" }

  private func ids(_ ended: Ended) throws -> [Int] {
    try ended.lines.map { try decode($0.utf8, as: Identified<Int>.self).id }
  }

  // MARK: The last line

  @Test("What was refused is counted in a last line", arguments: ["1", "3"])
  func lastLine(_ jobs: String) throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "skip", "--jobs", jobs], input: stream(4_500).utf8)
    #expect(ended.status == .code(0))
    #expect(ended.lines.count == 3_000)
    #expect(ended.message.hasSuffix("\nmujaz: 1,500 of 4,500 refused\n"))
  }

  @Test("Where nothing was refused, or notes are not wanted, there is none")
  func noLastLine() throws {
    let skip = Self.lines + ["--on-error", "skip"]
    #expect(try success(skip, input: record(1).utf8).message.isEmpty)
    let quiet = try Tool.run(skip + ["--quiet"], input: stream(3).utf8)
    expectDiagnostic(quiet, 0, saying: "mujaz: -:3: ")
    _ = try success(Self.lines + ["--on-error", "record", "--quiet"], input: stream(3).utf8)
    _ = try success(Self.lines + ["--on-error", "record"], input: record(1).utf8)
  }

  @Test("Errors that stand among the records are counted, too", arguments: ["1", "3"])
  func lastLineOfRecords(_ jobs: String) throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "record", "--jobs", jobs], input: stream(4_500).utf8)
    #expect(ended.status == .code(0))
    #expect(ended.lines.count == 4_500)
    #expect(ended.message == "mujaz: 1,500 of 4,500 refused\n")
  }

  @Test("Files that can't be read count, too")
  func files() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.run(["brief", "--on-error", "skip", file, folder.path("none.txt")])
    #expect(ended.status == .code(66))
    #expect(ended.message.hasSuffix("\nmujaz: 1 of 2 refused\n"))
  }

  @Test("Packages and analyses count what was refused over all their files")
  func packages() throws {
    let file = try folder.write(stream(3).utf8, to: "stream.jsonl")
    let package = try Tool.run(["prep", "--to", "en", "--on-error", "skip", file, file])
    #expect(package.status == .code(0))
    #expect(package.message.hasSuffix("\nmujaz: 2 of 6 refused\n"))
    let analysis = try Tool.run(["stats", "--on-error", "skip", "--fail-on-skipped", file, file])
    #expect(analysis.status == .code(65))
    #expect(analysis.message.hasSuffix("\nmujaz: 2 of 6 refused\n"))
    #expect(analysis.text.contains("4"))
  }

  // MARK: --fail-on-skipped

  @Test("--fail-on-skipped ends with 65 after all is written")
  func failOnSkipped() throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "skip", "--fail-on-skipped", "-o", folder.path("out.jsonl")],
      input: stream(6).utf8)
    #expect(ended.status == .code(65))
    #expect(ended.message.hasSuffix("\nmujaz: 2 of 6 refused\n"))
    #expect(try folder.text(of: "out.jsonl").components(separatedBy: "\n").count == 5)
  }

  @Test("It does so where errors stand among the records")
  func failOnRecorded() throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "record", "--fail-on-skipped", "-o", folder.path("out.jsonl")],
      input: stream(6).utf8)
    expectDiagnostic(ended, 65, saying: "2 of 6 refused")
    #expect(try folder.text(of: "out.jsonl").components(separatedBy: "\n").count == 7)
  }

  @Test("It is a success where nothing was refused", arguments: ["skip", "record"])
  func nothingSkipped(_ policy: String) throws {
    let arguments = Self.lines + ["--on-error", policy, "--fail-on-skipped"]
    #expect(try success(arguments, input: record(1).utf8).lines.count == 1)
  }

  // MARK: --max-errors

  @Test(
    "--max-errors ends the run at the one that is too many, whatever the number of threads",
    arguments: ["1", "3"], [0, 1, 7, 400])
  func maxErrors(_ jobs: String, _ most: Int) throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "skip", "--max-errors", "\(most)", "--jobs", jobs],
      input: stream(2_000).utf8)
    #expect(ended.status == .code(65))
    #expect(try ids(ended) == (1...(3 * most + 2)).filter { $0 % 3 != 0 })
    let messages = ended.message.components(separatedBy: "\n").dropLast()
    #expect(messages.count == most + 2)
    #expect(messages.dropLast().last?.hasPrefix("mujaz: -:\(3 * most + 3): ") == true)
    #expect(messages.last == "mujaz: more than \(most) refused: the run ends here (--max-errors)")
  }

  @Test("So many are put up with")
  func atMost() throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "skip", "--max-errors", "2"], input: stream(6).utf8)
    #expect(ended.status == .code(0))
    #expect(try ids(ended) == [1, 2, 4, 5])
  }

  @Test("With record the error that is too many is the last record")
  func maxErrorRecords() throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "record", "--max-errors", "1"], input: stream(20).utf8)
    expectDiagnostic(ended, 65, saying: "more than 1 refused")
    #expect(try ids(ended) == Array(1...6))
  }

  @Test("A file of such a run never appears")
  func maxErrorsFile() throws {
    let ended = try Tool.run(
      Self.lines + ["--on-error", "skip", "--max-errors", "0", "-o", folder.path("out.jsonl")],
      input: stream(9).utf8)
    #expect(ended.status == .code(65))
    #expect(try folder.names() == [])
  }

  @Test(
    "Options that say nothing together are a wrong command line",
    arguments: [
      "--max-errors 3", "--max-errors -1 --on-error skip", "--fail-on-skipped",
      "--fail-on-skipped --on-error fail", "--skip -1", "--null", "--files-from - -",
    ])
  func wrong(_ options: String) throws {
    expectDiagnostic(try Tool.run(["segment"] + options.components(separatedBy: " ")), 64)
  }

  // MARK: --files-from

  @Test("A list names files behind those of the command line", arguments: ["\n", "\0"])
  func list(_ end: String) throws {
    for name in ["a", "b\nc", "d", "-"] { try folder.write("\(name.count)\(name).".utf8, to: name) }
    let names = end == "\0" ? ["b\nc", "d", "-"] : ["d", "d", "-"]
    try folder.write(names.joined(separator: end).utf8, to: "list")
    let option = end == "\0" ? "-0" : ""
    let ended = try Tool.shell(
      #"exec "$MUJAZ" segment --format jsonl \#(option) --files-from list a"#, in: folder)
    #expect(ended.status == .code(0))
    let ids = try ended.lines.map { try decode($0.utf8, as: Identified<String>.self).id }
    #expect(ids == ["a"] + names.dropLast() + ["./-"])
  }

  @Test("A list comes from standard input, empty lines are no names, and names are bytes")
  func listFromInput() throws {
    try folder.write("نص.".utf8, to: "article.txt")
    let ended = try Tool.shell(
      #"""
      name=$(printf 'b\377.txt'); cp article.txt "$name"
      printf 'article.txt\n\n%s\narticle.txt' "$name" | "$MUJAZ" segment --files-from -; status=$?
      rm "$name"; exit $status
      """#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == "نص.\n\nنص.\n\nنص.\n")
  }

  @Test("A list of 20,000 names is read as it comes")
  func longList() throws {
    try folder.write("نص.".utf8, to: "article.txt")
    let tool = try RunningTool.shell(
      #"exec "$MUJAZ" segment --format jsonl --files-from -"#, in: folder)
    tool.send("article.txt\n".utf8)
    tool.send(String(repeating: "article.txt\n", count: 19_999).utf8)
    #expect(try tool.line().hasPrefix(#"{"id":"article.txt""#))
    let ended = try tool.finish()
    #expect(ended.status == .code(0))
    #expect(ended.lines.count == 20_000)
  }

  @Test("An empty list is no input, and no reason to read standard input")
  func emptyList() throws {
    let list = try folder.write([], to: "list")
    let ended = try success(["segment", "--files-from", list], input: Sample.short.utf8)
    #expect(ended.output.isEmpty)
  }

  @Test("A list that is missing is 66, before anything is read or written")
  func missingList() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.run(["segment", "--files-from", folder.path("none"), file])
    expectDiagnostic(ended, 66, saying: "none: No such file or directory")
    #expect(ended.output.isEmpty)
  }

  @Test(
    "What is no list is no success, whatever is put up with",
    arguments: [Data([0x61, 0, 0x62, 0x0A]), Data(repeating: 0x61, count: 200_000)])
  func noList(_ bytes: Data) throws {
    let list = try folder.write(bytes, to: "list")
    let failed = try Tool.run(["segment", "--files-from", list])
    expectDiagnostic(failed, 65, saying: "\(list): a name ")
    let skipped = try Tool.run(["segment", "--on-error", "skip", "--quiet", "--files-from", list])
    expectDiagnostic(skipped, 65, saying: "\(list): a name ")
  }

  @Test("Analyses and packages take lists, too")
  func listForPackages() throws {
    let file = try folder.write("نص.".utf8, to: "article.txt")
    let list = try folder.write("\(file)\n\(file)\n".utf8, to: "list")
    let both = try success(["stats", "--format", "json", file, file])
    #expect(try success(["stats", "--format", "json", "--files-from", list]).output == both.output)
    let package = try success(["prep", "--to", "en", file, file])
    #expect(
      try success(["prep", "--to", "en", "--files-from", list]).output == package.output)
  }

  // MARK: --skip

  @Test("--skip goes on where a run stopped", arguments: [0, 1, 2, 3, 1_000, 1_499, 1_500, 2_000])
  func skip(_ count: Int) throws {
    let stream = (1...1_500).map { ($0 % 7 == 0 ? "\n" : "") + record($0) }.joined()
    let all = try success(Self.lines, input: stream.utf8).lines
    let rest = try success(Self.lines + ["--skip", "\(count)", "--jobs", "2"], input: stream.utf8)
    #expect(rest.lines == Array(all.dropFirst(count)))
  }

  @Test("Lines keep their numbers behind those that were passed over")
  func skippedNumbers() throws {
    let ended = try Tool.run(Self.lines + ["--skip", "2"], input: stream(3).utf8)
    expectDiagnostic(ended, 65, saying: "mujaz: -:3: ")
  }

  @Test("Of files and archives whole files and pages are passed over, pictures don't count")
  func skipFiles() throws {
    try folder.write("نص أول.".utf8, to: "a.txt")
    try folder.write(stream(2).utf8, to: "b.jsonl")
    let records = [("text/plain", "نص ثان."), ("image/png", "x"), ("text/plain", "نص ثالث.")]
    let archive = records.enumerated().map { number, record in
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: u\(number)\r\n"
        + "Content-Type: \(record.0)\r\nContent-Length: \(record.1.utf8.count)\r\n\r\n\(record.1)\r\n\r\n"
    }
    try folder.write(archive.joined().utf8, to: "c.warc")
    func ids(_ skip: Int) throws -> [String] {
      let ended = try Tool.shell(
        #"exec "$MUJAZ" segment --format jsonl --skip \#(skip) a.txt b.jsonl c.warc a.txt"#,
        in: folder)
      #expect(ended.status == .code(0))
      return ended.lines.map { $0.components(separatedBy: ",")[0].replacing(#"{"id":"#, with: "") }
    }
    let all = [#""a.txt""#, "1", "2", #""u0""#, #""u2""#, #""a.txt""#]
    for count in 0...7 { #expect(try ids(count) == Array(all.dropFirst(count)), "\(count)") }
  }

  // MARK: Compressed data that ends too early

  @Test("Lines whose compression is cut off are told as that, and never a success")
  func cutLines() throws {
    try folder.write(Sample.records(400).joined().utf8, to: "stream.jsonl")
    for kept in [4, 11, 300, 2_000] {
      func run(_ policy: String) throws -> Ended {
        try Tool.shell(
          "gzip -c stream.jsonl | head -c \(kept) >cut.gz; "
            + #"exec "$MUJAZ" segment --format jsonl --input jsonl --on-error \#(policy) --quiet cut.gz"#,
          in: folder)
      }
      let failed = try run("fail")
      expectDiagnostic(failed, 65, saying: "mujaz: cut.gz: gzip data that ends too early")
      let skipped = try run("skip")
      expectDiagnostic(skipped, 65, saying: "mujaz: cut.gz: gzip data that ends too early")
      #expect(skipped.output == failed.output)
      let recorded = try run("record")
      expectDiagnostic(recorded, 65, saying: "mujaz: cut.gz: gzip data that ends too early")
      #expect(recorded.lines.count == failed.lines.count + 1)
      #expect(recorded.lines.last?.contains("gzip data that ends too early") == true)
    }
  }

  @Test("So is a document, and what stands behind it is read")
  func cutDocument() throws {
    try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.shell(
      "gzip -c article.txt | head -c 60 >cut.gz; "
        + #"exec "$MUJAZ" segment --on-error skip cut.gz article.txt"#, in: folder)
    #expect(ended.status == .code(65))
    #expect(
      ended.message == "mujaz: cut.gz: gzip data that ends too early\nmujaz: 1 of 2 refused\n")
    #expect(try ended.text == success(["segment", folder.path("article.txt")]).text)
  }

  @Test("An archive that is cut off at a member's end is whole as far as anybody can see")
  func wholeMembers() throws {
    try folder.write(record(1).utf8, to: "a")
    let ended = try Tool.shell(
      #"gzip -c a >b.gz; gzip -c a >>b.gz; exec "$MUJAZ" segment --input jsonl b.gz"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.lines.filter { !$0.isEmpty }.count == 2)
  }

  // MARK: Nothing

  @Test("Nothing at all is no records of JSON Lines, but no article where it may be one")
  func nothing() throws {
    #expect(try success(["segment", "--input", "jsonl"]).output.isEmpty)
    expectDiagnostic(try Tool.run(["segment"]), 65, saying: "mujaz: -: ")
    let file = try folder.write([], to: "empty")
    expectDiagnostic(try Tool.run(["segment", file]), 65, saying: "mujaz: \(file): ")
    #expect(try success(["segment", "--input", "jsonl", file]).output.isEmpty)
  }
}
