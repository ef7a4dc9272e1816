import Foundation
import Testing

/// Exit codes and diagnostics.
@Suite struct ErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: The command line

  @Test("No command shows the help on standard error and is wrong")
  func noCommand() throws {
    let ended = try Tool.run([])
    #expect(ended.status == .code(64))
    #expect(ended.output.isEmpty)
    #expect(ended.message.contains("USAGE: mujaz"))
  }

  @Test(
    "--help goes to standard output",
    arguments: [[], ["brief"], ["quotes"], ["segment"], ["schema"]])
  func help(_ command: [String]) throws {
    #expect(try success(command + ["--help"]).text.contains("USAGE: mujaz"))
  }

  @Test("--version is a number on standard output")
  func version() throws {
    #expect(try success(["--version"]).text.first?.isNumber == true)
  }

  @Test(
    "A misspelled option gets the right one",
    arguments: [
      ("--sentencs", "--sentences"), ("--formt", "--format"), ("--on-eror", "--on-error"),
    ])
  func didYouMean(_ wrong: String, _ right: String) throws {
    expectDiagnostic(
      try Tool.run(["brief", wrong, "3"]), 64, saying: "Did you mean '\(right)'?")
  }

  @Test(
    "A wrong command line is 64",
    arguments: [
      ["summarise"], ["schema"], ["schema", "schema"], ["brief", "-x"],
      ["brief", "--format", "xml"],
      ["brief", "--method", "best"], ["brief", "--jobs", "0"], ["brief", "--jobs", "two"],
      ["brief", "--sentences"], ["segment", "--format", "markdown"], ["segment", "--words", "3"],
      ["segment", "--on-error", "record"], ["brief", "--format", "text", "--on-error", "record"],
      ["brief", "--explain=yes"], ["brief", "--no\n\u{202E}such\u{1B}[31m"],
    ])
  func wrongCommandLine(_ arguments: [String]) throws {
    let ended = try Tool.run(arguments)
    expectDiagnostic(ended, 64)
    #expect(ended.output.isEmpty)
  }

  // MARK: Records

  @Test("fail stops at a bad record with its line", arguments: BadRecord.all)
  func fail(_ bad: BadRecord) throws {
    let ended = try Tool.run(
      ["segment", "--input", "jsonl", "--format", "jsonl"], input: bad.stream)
    expectDiagnostic(ended, 65, saying: "mujaz: -:2: ")
    #expect(ended.lines.count == 1)
  }

  @Test("skip tells of each bad record in a line and goes on")
  func skip() throws {
    let ended = try Tool.run(
      ["segment", "--input", "jsonl", "--format", "jsonl", "--on-error", "skip", "--quiet"],
      input: BadRecord.all.flatMap(\.stream))
    #expect(ended.status == .code(0))
    #expect(ended.lines.count == 2 * BadRecord.all.count)
    let messages = ended.message.components(separatedBy: "\n").dropLast()
    #expect(messages.count == BadRecord.all.count)
    for (number, message) in messages.enumerated() {
      expectOneLine(message + "\n", saying: "mujaz: -:\(3 * number + 2): ")
    }
  }

  @Test("record writes an error with the record's id in the place of a bad record")
  func record() throws {
    let lines = try success(
      ["segment", "--input", "jsonl", "--format", "jsonl", "--on-error", "record", "--quiet"],
      input: BadRecord.all.flatMap(\.stream)
    ).lines
    try #require(lines.count == 3 * BadRecord.all.count)
    for (number, bad) in BadRecord.all.enumerated() {
      let line = lines[3 * number + 1]
      #expect(line.hasPrefix(#"{"id":\#(bad.id),"error":"#), "\(bad)")
      let error = try decode(line.utf8, as: ErrorRecord.self).error
      #expect(error.code == bad.code, "\(bad)")
      #expect(error.line == 3 * number + 2, "\(bad)")
    }
  }

  @Test("Errors are members of the array as JSON", arguments: ["brief", "quotes", "segment"])
  func recordInArray(_ command: String) throws {
    let stream = Sample.records(2).joined(separator: "[]\n")
    let output = try success(
      [command, "--format", "json", "--on-error", "record", "--quiet"], input: stream.utf8
    ).output
    let array = try #require(try JSONSerialization.jsonObject(with: output) as? [[String: Any]])
    #expect(array.map { $0["error"] != nil } == [false, true, false])
  }

  @Test("Good records before a bad one are written whole", arguments: ["1", "3"])
  func goodRecordsFirst(_ jobs: String) throws {
    var records = Sample.records(600)
    let good = try success(["brief", "--format", "jsonl"], input: records[..<500].joined().utf8)
    records[500] = "{\"id\":500}\n"
    let ended = try Tool.run(
      ["brief", "--format", "jsonl", "--jobs", jobs], input: records.joined().utf8)
    expectDiagnostic(ended, 65, saying: "mujaz: -:501: ")
    #expect(ended.output == good.output)
  }

  @Test("A bad record ends the run though the pipe stays open")
  func openPipe() throws {
    let tool = try RunningTool(Tool.path, ["brief", "--format", "jsonl", "--jobs", "3"])
    tool.send("{\"id\":1}\n".utf8)
    try tool.flush()
    expectDiagnostic(try tool.finish(closingInput: false), 65, saying: "mujaz: -:1: ")
  }

  @Test("A byte that is not UTF-8 is told with its position in the line")
  func invalidByte() throws {
    let line = Array(#"{"id":2,"text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    expectDiagnostic(
      try Tool.run(["brief"], input: line), 65,
      saying: "mujaz: -:1: not UTF-8: invalid sequence at byte 16")
  }

  @Test("The file of a bad record is named")
  func namedFile() throws {
    let file = try folder.write("\n{}\n".utf8, to: "stream.jsonl")
    expectDiagnostic(try Tool.run(["brief", file]), 65, saying: "mujaz: \(file):2: ")
  }

  // MARK: Files

  @Test("A file that is no text is bad data", arguments: BadFile.all)
  func badFile(_ bad: BadFile) throws {
    let file = try folder.write(bad.bytes, to: "article")
    let ended = try Tool.run(["brief", "--strict", file])
    expectDiagnostic(ended, 65, saying: "mujaz: \(file): ")
    #expect(ended.output.isEmpty)
  }

  @Test("record writes an error with the file's path in the place of a bad file")
  func badFileRecords() throws {
    let files = try BadFile.all.map { try folder.write($0.bytes, to: $0.testDescription) }
    let ended = try Tool.run(
      [
        "brief", "--strict", "--format", "json", "--on-error", "record", "--input", "text",
        "--quiet",
      ]
        + files)
    // Of the gzip data nobody knows what was in it.
    expectDiagnostic(ended, 65, saying: "gzip data that ends too early")
    let output = ended.output
    #expect(try decode(output, as: [Identified<String>].self).map(\.id) == files)
    #expect(
      try decode(output, as: [ErrorRecord].self).map(\.error.code) == BadFile.all.map(\.code))
  }

  @Test("Broken UTF-8 in a file is told with its position where nothing is repaired")
  func invalidByteInFile() throws {
    let file = try folder.write(Array("نص ".utf8) + [0xD9] + Array(" نص".utf8), to: "article")
    expectDiagnostic(try Tool.run(["brief", "--strict", file]), 65, saying: "at byte 5")
  }

  @Test("A missing file is 66")
  func missingFile() throws {
    expectDiagnostic(
      try Tool.run(["brief", folder.path("none.txt")]), 66,
      saying: folder.path("none.txt") + ": No such file or directory")
  }

  @Test(
    "A folder as operand is 66, and the line says what to give instead",
    arguments: [
      ("brief", "today", "'mujaz brief today/*'"), ("quotes", "اليوم/", "'mujaz quotes اليوم/*'"),
      ("stats", "my day", "\"mujaz stats 'my day'/*\""),
    ])
  func folderAsOperand(_ command: String, _ name: String, _ line: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(name), withIntermediateDirectories: false)
    let ended = try Tool.shell("exec \"$MUJAZ\" \(command) '\(name)'", in: folder)
    #expect(ended.status == .code(66))
    #expect(ended.message == "mujaz: \(name): is a folder: give its files, as in \(line)\n")
  }

  @Test("A folder where an option wants one file is a directory, and no more is said")
  func folderAsOption() throws {
    for option in ["--files-from", "--abbreviations"] {
      expectDiagnostic(
        try Tool.run(["brief", option, folder.path]), 66, saying: "\(folder.path): Is a directory")
    }
  }

  @Test(
    "Whole numbers are read in the digits of every keyboard",
    arguments: [
      "brief --words ٤٠", "brief --words=۴۰", "brief --sentences ١ --jobs ۲ --quotes ٠",
      "quotes --context ٣", "brief --skip ٠ --on-error skip --max-errors ١",
    ])
  func digits(_ line: String) throws {
    try folder.write(Sample.long.utf8, to: "article.txt")
    let digits = Array("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
    let western = String(
      line.map { sign in
        digits.firstIndex(of: sign).map { Character(String($0 % 10)) } ?? sign
      })
    let ended = try [line, western].map {
      try Tool.shell("exec \"$MUJAZ\" \($0) article.txt", in: folder)
    }
    #expect(ended[0].status == .code(0) && !ended[0].output.isEmpty)
    #expect(ended[0].output == ended[1].output && ended[0].message == ended[1].message)
  }

  @Test("What is no whole number is 64", arguments: ["أربعون", "٤٫٥", "4.5", "", "٤k"])
  func noNumber(_ value: String) throws {
    expectDiagnostic(
      try Tool.run(["brief", "--words", value], input: Sample.short.utf8), 64,
      saying: "a whole number is expected")
  }

  @Test("A folder as standard input is 66")
  func folderAsInput() throws {
    expectDiagnostic(try Tool.shell(#"exec "$MUJAZ" brief < ."#, in: folder), 66)
  }

  @Test("A file that may not be read is 66", .enabled(if: geteuid() != 0))
  func unreadableFile() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    chmod(file, 0)
    expectDiagnostic(try Tool.run(["brief", file]), 66, saying: "Permission denied")
  }

  @Test("Articles before a missing file are written")
  func goodFilesFirst() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.run(["brief", file, folder.path("none.txt"), file])
    expectDiagnostic(ended, 66)
    #expect(ended.lines.count == 1)
  }

  @Test("skip goes on behind a missing file")
  func skipMissingFile() throws {
    let file = try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.run(
      ["brief", "--on-error", "skip", "--quiet", file, folder.path("none.txt"), file])
    expectDiagnostic(ended, 66, saying: "none.txt")
    #expect(ended.lines.count == 2)
  }

  @Test("The name of a missing file can't break or turn the line", arguments: strangeNames)
  func strangeName(_ name: String) throws {
    expectDiagnostic(try Tool.run(["brief", folder.path(name)]), 66, saying: folder.path)
  }

  @Test("The name of a bad file can't break or turn the line")
  func strangeNamesOfBadFiles() throws {
    let files = try strangeNames.map { try folder.write([0xFF], to: $0) }
    let ended = try Tool.run(["brief", "--on-error", "skip", "--quiet"] + files)
    let messages = ended.message.components(separatedBy: "\n").dropLast()
    #expect(messages.count == files.count)
    for message in messages { expectOneLine(message + "\n", saying: folder.path) }
  }

  @Test("A file whose name is not UTF-8 is read")
  func nameOfBytes() throws {
    try folder.write(Sample.short.utf8, to: "article.txt")
    let ended = try Tool.shell(
      #"""
      name=$(printf 'b\377\376.txt'); cp article.txt "$name"
      "$MUJAZ" brief "$name"; status=$?
      rm "$name"; exit $status
      """#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == (try success(["brief", folder.path("article.txt")]).text))
  }

  @Test("A missing file whose name is not UTF-8 is told of in UTF-8")
  func missingNameOfBytes() throws {
    let ended = try Tool.shell(#"exec "$MUJAZ" brief "$(printf 'b\377\033.txt')""#, in: folder)
    expectDiagnostic(ended, 66)
    #expect(String(validating: ended.errors, as: UTF8.self) != nil)
  }

  // MARK: Output

  @Test(
    "A full device is 74",
    arguments: ["brief article.txt", "segment --format json article.txt", "schema brief"])
  func fullDevice(_ command: String) throws {
    try folder.write(Sample.short.utf8, to: "article.txt")
    expectDiagnostic(
      try Tool.shell(#"exec "$MUJAZ" \#(command) > /dev/full"#, in: folder), 74,
      saying: "No space left on device")
  }

  @Test(
    "A full device is told of for help and versions, too",
    arguments: ["--help", "--version", "brief --help"])
  func fullDeviceForHelp(_ command: String) throws {
    expectDiagnostic(
      try Tool.shell(#"exec "$MUJAZ" \#(command) > /dev/full"#, in: folder), 74,
      saying: "No space left on device")
  }

  @Test("A full device named by -o is 74")
  func fullOutputDevice() throws {
    expectDiagnostic(
      try Tool.run(["brief", "-o", "/dev/full"], input: Sample.short.utf8), 74,
      saying: "/dev/full: ")
  }

  @Test("Output in a folder that is missing is 73")
  func missingOutputFolder() throws {
    expectDiagnostic(
      try Tool.run(["brief", "-o", folder.path("none/brief.txt")], input: Sample.short.utf8), 73,
      saying: folder.path("none/brief.txt"))
  }

  @Test(
    "An output that can't be made is 73, before anything is read",
    arguments: [
      "loop", "links/none.txt", String(repeating: "x", count: 256), "none/a.txt", "article.txt/a",
      String(repeating: "x/", count: 2_100),
    ],
    [
      "brief none.txt", "stats none.txt", "prep --to en none.txt", "merge none.xlf",
      "check none.xlf", "align none.txt none.txt --to en",
    ])
  func impossibleOutput(_ output: String, _ command: String) throws {
    try folder.write("old".utf8, to: "article.txt")
    symlink("loop", folder.path("loop"))
    symlink("none", folder.path("links"))
    let ended = try Tool.shell(#"exec "$MUJAZ" \#(command) -o \#(output)"#, in: folder)
    expectDiagnostic(ended, 73, saying: "cannot create: ")
    #expect(try folder.names() == ["article.txt", "links", "loop"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("loop")) == "loop")
  }

  // MARK: The system

  @Test("Memory that runs out is one line and 70")
  func outOfMemory() throws {
    let ended = try Tool.shell(
      #"""
      ulimit -v 450000
      head -c 600000000 /dev/zero | tr '\0' a | "$MUJAZ" segment --input text --max-size 2G
      """#, in: folder)
    expectDiagnostic(ended, 70, saying: "mujaz: out of memory")
    #expect(ended.output.isEmpty)
  }

  /// Whether a command can be run without /proc here, as root or by a name space of the user's.
  private static let hidesProc = "mount -t tmpfs none /proc"
  private static let canHideProc: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let ended = try? Tool.shell("unshare -rm sh -c '\(hidesProc)'", in: folder)
    return ended?.status == .code(0)
  }()

  @Test(
    "Without /proc the arguments are known, and a file can be written", .enabled(if: canHideProc))
  func withoutProc() throws {
    try folder.write(Sample.sentence.utf8, to: "article.txt")
    let ended = try Tool.shell(
      #"exec unshare -rm sh -c '\#(Self.hidesProc); "$MUJAZ" segment -o out.txt article.txt'"#,
      in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.message.isEmpty)
    #expect(try folder.text(of: "out.txt") == Sample.sentence + "\n")
    #expect(try folder.names() == ["article.txt", "out.txt"])
  }

  @Test(
    "A long row of operands is read to its end by every command",
    arguments: [
      "segment", "brief", "quotes", "text", "segment --format tsv", "stats", "prep --to en",
    ])
  func manyOperands(_ command: String) throws {
    try folder.write("قال الوزير إن المدينة بخير.".utf8, to: "a")
    let row = "$(yes a | head -n 70)"
    let many = try Tool.shell(#"exec "$MUJAZ" \#(command) \#(row)"#, in: folder)
    #expect(many.status == .code(0))
    let list = try Tool.shell(
      #"yes a | head -n 70 | exec "$MUJAZ" \#(command) --files-from -"#, in: folder)
    #expect(many.output == list.output)
    #expect(many.output.count > 70)
  }

  @Test("A command that takes one file or a few refuses a long row of them")
  func tooManyOperands() throws {
    for command in ["merge", "check", "srx"] {
      expectDiagnostic(try Tool.run([command] + Array(repeating: "a", count: 70)), 64)
    }
  }

  @Test("A memory takes in every file of a long row")
  func manyImports() throws {
    let files = try (0..<70).map {
      try folder.write("نص رقم \($0)\ttext number \($0)\n".utf8, to: "\($0).tsv")
    }
    let ended = try success(
      ["tm", "import", "--tm", folder.path("a.tm"), "--from", "ar", "--to", "en"] + files)
    #expect(ended.text.hasPrefix("70 units added"))
  }

  @Test("A folder as output is 73")
  func folderAsOutput() throws {
    expectDiagnostic(
      try Tool.run(["brief", "-o", folder.path], input: Sample.short.utf8), 73,
      saying: "Is a directory")
  }

  @Test("An output without a name is 73")
  func emptyOutputName() throws {
    expectDiagnostic(try Tool.run(["brief", "-o", ""], input: Sample.short.utf8), 73)
  }

  @Test(
    "A reader that goes away ends the program without a word",
    arguments: ["brief", "quotes", "segment"])
  func closedPipe(_ command: String) throws {
    let tool = try RunningTool(Tool.path, [command])
    tool.closeOutput()
    tool.send(Sample.short.utf8)
    let ended = try tool.finish()
    #expect(ended.status == .signal(SIGPIPE))
    #expect(ended.errors.isEmpty)
  }

  @Test("It does so, too, where SIGPIPE was ignored by the parent")
  func closedPipeIgnored() throws {
    let tool = try RunningTool.shell(#"trap '' PIPE; exec "$MUJAZ" brief"#, in: folder)
    tool.closeOutput()
    tool.send(Sample.short.utf8)
    let ended = try tool.finish()
    #expect(ended.status == .signal(SIGPIPE))
    #expect(ended.errors.isEmpty)
  }
}

/// File names that would break the line, turn its direction or steer a terminal.
private let strangeNames = [
  "a\nb", "a\r\tb", "\u{202E}txt", "\u{2066}\u{200F}", "\u{1B}[31m", "\u{2028}", "\u{85}\u{7F}",
]

/// A line that is no record, its id as JSON and the code of its error.
struct BadRecord: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var line: [UInt8]
  var id = "null"
  var code: String

  init(_ name: String, _ line: String, id: String = "null", _ code: String) {
    self.init(name, bytes: Array(line.utf8), id: id, code)
  }

  init(_ name: String, bytes: [UInt8], id: String = "null", _ code: String) {
    (testDescription, line, self.id, self.code) = (name, bytes, id, code)
  }

  /// It as second line between two good ones.
  var stream: [UInt8] {
    let good = Array("{\"text\":\"\(Sample.sentence)\"}\n".utf8)
    return good + line + [UInt8(ascii: "\n")] + good
  }

  static let all = [
    BadRecord("no JSON", Sample.sentence, "invalid_json"),
    BadRecord("cut off", #"{"id":2,"text":"أ"#, "invalid_json"),
    BadRecord("something behind", #"{"id":2,"text":"أ"} x"#, "invalid_json"),
    BadRecord("two records", #"{"text":"أ"}{"text":"ب"}"#, "invalid_json"),
    BadRecord("last comma", #"{"text":"أ",}"#, "invalid_json"),
    BadRecord("bare control", "{\"text\":\"أ\tب\"}", "invalid_json"),
    BadRecord("number with zero", #"{"id":02,"text":"أ"}"#, "invalid_json"),
    BadRecord("not a number", #"{"id":NaN,"text":"أ"}"#, "invalid_json"),
    BadRecord("huge integer", #"{"id":123456789012345678901,"text":"أ"}"#, "invalid_json"),
    BadRecord("high surrogate", #"{"id":2,"text":"\ud83d"}"#, "invalid_json"),
    BadRecord("low surrogate", #"{"id":2,"text":"\ude00"}"#, "invalid_json"),
    BadRecord("too deep", #"{"text":"أ","x":"# + nested(2_000) + "}", "invalid_json"),
    BadRecord(
      "no UTF-8", bytes: Array(#"{"text":""#.utf8) + [0xC0, 0x80] + Array(#""}"#.utf8),
      "invalid_utf8"),
    BadRecord("array", #"[{"text":"أ"}]"#, "not_an_object"),
    BadRecord("string", #""أ""#, "not_an_object"),
    BadRecord("null", "null", "not_an_object"),
    BadRecord("no text", #"{"id":"٢","body":"أ"}"#, id: #""٢""#, "no_text"),
    BadRecord("text null", #"{"id":2,"text":null}"#, id: "2", "no_text"),
    BadRecord("text a number", #"{"id":2.50,"text":5}"#, id: "2.50", "no_text"),
    BadRecord("title a number", #"{"id":2,"title":4,"text":"أ"}"#, id: "2", "bad_title"),
    BadRecord("id an array", #"{"id":[2],"text":"أ"}"#, "bad_id"),
    BadRecord("id an object", #"{"id":{},"text":"أ"}"#, "bad_id"),
  ]

  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }
}

/// A file that is no text, and the code of its error.
struct BadFile: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var code: String

  init(_ name: String, _ bytes: [UInt8], _ code: String) {
    (testDescription, self.bytes, self.code) = (name, bytes, code)
  }

  static let all = [
    BadFile("empty", [], "empty_input"),
    BadFile("blank", Array(" \n\t\r\n".utf8), "empty_input"),
    BadFile("byte order mark alone", [0xEF, 0xBB, 0xBF], "empty_input"),
    BadFile("NUL", Array("نص\0نص".utf8), "not_text"),
    BadFile("broken UTF-8", Array("نص ".utf8) + [0xD9, 0x20], "invalid_utf8"),
    BadFile("cut UTF-8", Array("نص ".utf8) + [0xD9], "invalid_utf8"),
    BadFile("presentation forms", Array("ﻣﺤﻤﺪ".utf8), "damaged_text"),
    BadFile("PDF", Array("%PDF-1.7\n".utf8), "unsupported_format"),
    BadFile("ZIP", [0x50, 0x4B, 0x03, 0x04, 0x14], "unsupported_format"),
    BadFile("gzip", [0x1F, 0x8B, 0x08, 0x00], "unsupported_format"),
    BadFile("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D], "unsupported_format"),
  ]
}
