import Foundation
import Testing

/// `-o`: a whole file or nothing.
@Suite struct OutputTests {
  let folder: TemporaryFolder
  /// A file with an article of one sentence.
  let article: String
  let brief = Sample.sentence + "\n"

  init() throws {
    folder = try TemporaryFolder()
    article = try folder.write(Sample.sentence.utf8, to: "article.txt")
  }

  // MARK: A whole file

  @Test(
    "-o writes what would go to standard output, and nothing else", arguments: ["-o", "--output"])
  func newFile(_ option: String) throws {
    let ended = try success(["brief", option, folder.path("brief.txt"), article])
    #expect(ended.output.isEmpty)
    #expect(try folder.text(of: "brief.txt") == brief)
    #expect(try folder.names() == ["article.txt", "brief.txt"])
  }

  @Test("-o replaces an existing file and leaves nothing beside it")
  func existingFile() throws {
    let file = try folder.write("old".utf8, to: "brief.txt")
    _ = try success(["brief", "-o", file, article])
    #expect(try folder.text(of: "brief.txt") == brief)
    #expect(try folder.names() == ["article.txt", "brief.txt"])
  }

  @Test("A file without a folder goes to the working directory")
  func workingDirectory() throws {
    let ended = try Tool.shell(#"exec "$MUJAZ" brief -o brief.txt article.txt"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(try folder.text(of: "brief.txt") == brief)
  }

  @Test("The input may be the output")
  func sameFile() throws {
    _ = try success(["brief", "-o", article, article])
    #expect(try folder.text(of: "article.txt") == brief)
  }

  @Test("A file whose name is not UTF-8 is written")
  func nameOfBytes() throws {
    let ended = try Tool.shell(
      #"""
      name=$(printf 'b\377.txt')
      "$MUJAZ" brief -o "$name" article.txt && cat "$name"; status=$?
      rm "$name"; exit $status
      """#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == brief)
  }

  // MARK: Permissions

  @Test(
    "A new file has the permissions that the umask leaves",
    arguments: [0o022, 0o027, 0o077] as [mode_t])
  func umask(_ mask: mode_t) throws {
    let octal = String(mask, radix: 8)
    _ = try Tool.shell(
      #"umask \#(octal); exec "$MUJAZ" brief -o brief.txt article.txt"#, in: folder)
    #expect(folder.permissions(of: "brief.txt") == 0o666 & ~mask)
  }

  @Test("An existing file keeps its permissions", arguments: [0o600, 0o664, 0o755] as [mode_t])
  func permissions(_ mode: mode_t) throws {
    chmod(try folder.write("old".utf8, to: "brief.txt"), mode)
    _ = try Tool.shell(#"umask 027; exec "$MUJAZ" brief -o brief.txt article.txt"#, in: folder)
    #expect(try folder.text(of: "brief.txt") == brief)
    #expect(folder.permissions(of: "brief.txt") == mode)
  }

  // MARK: Links, devices, pipes

  @Test("A link is followed and stays a link")
  func link() throws {
    try folder.write("old".utf8, to: "target.txt")
    symlink("target.txt", folder.path("link.txt"))
    _ = try success(["brief", "-o", folder.path("link.txt"), article])
    #expect(try folder.text(of: "target.txt") == brief)
    #expect(isLink("link.txt"))
  }

  @Test("A link to another folder leaves nothing in either")
  func linkToFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"), withIntermediateDirectories: false)
    try folder.write("old".utf8, to: "sub/target.txt")
    symlink("sub/target.txt", folder.path("link.txt"))
    _ = try success(["brief", "-o", folder.path("link.txt"), article])
    #expect(try folder.text(of: "sub/target.txt") == brief)
    #expect(try folder.names() == ["article.txt", "link.txt", "sub"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("sub")) == ["target.txt"])
  }

  @Test("A link to a file that is not there yet is followed")
  func danglingLink() throws {
    symlink("target.txt", folder.path("link.txt"))
    _ = try success(["brief", "-o", folder.path("link.txt"), article])
    #expect(isLink("link.txt"))
    #expect((try? folder.text(of: "target.txt")) == brief)
  }

  @Test("A device is written to and stays a device")
  func device() throws {
    _ = try success(["brief", "-o", "/dev/null", article])
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A named pipe is written to and stays a pipe")
  func namedPipe() throws {
    mkfifo(folder.path("pipe"), 0o600)
    let ended = try Tool.shell(
      #""$MUJAZ" brief -o pipe article.txt & cat pipe; wait $!"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == brief)
    #expect(try folder.names() == ["article.txt", "pipe"])
  }

  // MARK: Nothing

  @Test("On failure there is no file", arguments: Failing.all)
  func noNewFile(_ failing: Failing) throws {
    try folder.write(failing.stream, to: "stream.jsonl")
    let ended = try Tool.shell(
      #"exec "$MUJAZ" segment --format jsonl -o out.jsonl \#(failing.operands)"#, in: folder)
    expectDiagnostic(ended, failing.code)
    #expect(try folder.names() == ["article.txt", "stream.jsonl"])
  }

  @Test("On failure an existing file is what it was", arguments: Failing.all)
  func oldFile(_ failing: Failing) throws {
    try folder.write(failing.stream, to: "stream.jsonl")
    try folder.write("old".utf8, to: "out.jsonl")
    let ended = try Tool.shell(
      #"exec "$MUJAZ" segment --format jsonl -o out.jsonl \#(failing.operands)"#, in: folder)
    expectDiagnostic(ended, failing.code)
    #expect(try folder.text(of: "out.jsonl") == "old")
    #expect(try folder.names() == ["article.txt", "out.jsonl", "stream.jsonl"])
  }

  @Test("A signal during the work leaves no file", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signal(_ number: Int32) throws {
    #expect(try stopped(by: number).status == .signal(number))
    #expect(try folder.names() == ["article.txt"])
  }

  @Test(
    "A signal during the work leaves an existing file as it was",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func signalOverFile(_ number: Int32) throws {
    try folder.write("old".utf8, to: "out.jsonl")
    #expect(try stopped(by: number).status == .signal(number))
    #expect(try folder.text(of: "out.jsonl") == "old")
    #expect(try folder.names() == ["article.txt", "out.jsonl"])
  }

  /// A run that gets a signal when it has read and written, and waits for more.
  private func stopped(by signal: Int32) throws -> Ended {
    let tool = try RunningTool(
      Tool.path, ["segment", "--format", "jsonl", "-o", folder.path("out.jsonl")])
    // More than a pipe holds: when all is taken, the work has begun.
    tool.send(Sample.records(600).joined().utf8)
    try tool.flush()
    tool.stop(by: signal)
    return try tool.finish(closingInput: false)
  }

  private func isLink(_ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path(name))) != nil
  }
}

/// Operands that fail behind the first article.
struct Failing: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var operands: String
  var stream: [UInt8] = []
  var code: Int32

  static let all = [
    Failing(testDescription: "missing file", operands: "article.txt none.txt", code: 66),
    Failing(testDescription: "folder", operands: "article.txt .", code: 66),
    Failing(testDescription: "empty file", operands: "article.txt stream.jsonl", code: 65),
    Failing(
      testDescription: "bad record", operands: "stream.jsonl",
      stream: Array((Sample.records(600).joined() + "{}\n").utf8), code: 65),
  ]
}
