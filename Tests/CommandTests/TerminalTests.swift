import Foundation
import Testing

/// Articles that are typed or pasted at a terminal.
@Suite struct TerminalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let end = "\u{4}"
  private static let command = #""$MUJAZ" segment --quiet >out.txt"#
  /// The shell lives on: with the one that a terminal controls its mode goes, too.
  private static let mode = "status=$?; stty -a >mode.txt; exit $status"

  /// What the command has read of what is typed once it waits for it.
  private func read(_ typed: String) throws -> String {
    let tool = try TerminalTool("\(Self.command); \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type(typed)
    #expect(try tool.finish() == .code(0))
    try expectOwnMode("mode.txt")
    return try folder.text(of: "out.txt")
  }

  /// What `stty` has said: lines, echo and the keys of both.
  private func expectOwnMode(_ file: String) throws {
    let flags = try folder.text(of: file).split(whereSeparator: \.isWhitespace)
    for flag in ["icanon", "echo", "iexten"] { #expect(flags.contains(Substring(flag)), "\(file)") }
  }

  // MARK: The end

  @Test(
    "The end typed once ends the reading, behind a line and in the midst of one",
    arguments: ["قال الوزير.\n", "قال الوزير.", "قال الوزير.\n\nوأضاف.", "a"])
  func end(_ text: String) throws {
    #expect(
      try read(text + Self.end).split(separator: "\n").count == text.split(separator: "\n").count)
  }

  @Test("It does so where it was typed before the command read")
  func endBefore() throws {
    let tool = try TerminalTool("sleep 0.3; exec \(Self.command)", in: folder)
    try tool.type("قال الوزير.\nوأضاف." + Self.end)
    #expect(try tool.finish() == .code(0))
    #expect(try folder.text(of: "out.txt") == "قال الوزير.\nوأضاف.\n")
  }

  @Test("The end alone is an input without an article")
  func endAlone() throws {
    let tool = try TerminalTool("exec \(Self.command) 2>errors.txt", in: folder)
    try tool.waitForReading()
    try tool.type(Self.end)
    #expect(try tool.finish() == .code(65))
    #expect(try folder.text(of: "errors.txt").hasPrefix("mujaz: -: "))
  }

  @Test("What is typed behind the end is left to who reads the terminal next")
  func behindTheEnd() throws {
    let tool = try TerminalTool("\(Self.command); head -n 1 >rest.txt", in: folder)
    try tool.waitForReading()
    try tool.type("قال الوزير.\n\(Self.end)echo\n")
    #expect(try tool.finish() == .code(0))
    #expect(try folder.text(of: "out.txt") == "قال الوزير.\n")
    #expect(try folder.text(of: "rest.txt") == "echo\n")
  }

  @Test("Lines of JSON come out as they are typed")
  func latency() throws {
    let tool = try TerminalTool(#"exec "$MUJAZ" segment --quiet --input jsonl"#, in: folder)
    try tool.waitForReading()
    try tool.type(#"{"text":"one two"}"# + "\n")
    try tool.waitFor("\r\none two\r\n")
    try tool.type(Self.end)
    #expect(try tool.finish() == .code(0))
  }

  // MARK: Long lines

  @Test(
    "A pasted line arrives whole, whatever its length", arguments: [4_094, 4_096, 20_000, 200_000])
  func pasted(_ length: Int) throws {
    let word = "الحديقة "
    let line = String(repeating: word, count: length / word.utf8.count + 1) + "النهاية"
    #expect(try read(line + "\n" + line + "\n" + Self.end) == line + "\n" + line + "\n")
  }

  // MARK: Erasing

  @Test(
    "Erasing takes back a character, a word or the line, and no more",
    arguments: [
      ("الأمسى\u{7F}.\n", "الأمس."), ("قال أمس\u{17}اليوم.\n", "قال اليوم."),
      ("قال\u{15}نعم.\n", "نعم."), ("أب\u{7F}\u{7F}\u{7F}ج.\n", "ج."),
      ("سطر.\n\u{7F}\u{17}\u{15}آخر.\n", "سطر.\nآخر."), ("قال \t\u{17}نعم.\n", "نعم."),
      ("أ\u{16}\u{7F}ب.\n", "أ\u{7F}ب."),
    ])
  func erasing(_ typed: String, _ text: String) throws {
    let lines = try read(typed + Self.end)
    #expect(lines == text + "\n")
  }

  @Test("What is typed is shown, controls by their letters, and taken back where it is erased")
  func echo() throws {
    let tool = try TerminalTool("exec \(Self.command)", in: folder)
    try tool.waitForReading()
    try tool.type("قال\u{1B}\u{7F}س\u{7F}\n\(Self.end)")
    #expect(try tool.finish() == .code(0))
    let shown = String(decoding: tool.screen, as: UTF8.self)
    #expect(shown == "قال^[\u{8} \u{8}\u{8} \u{8}س\u{8} \u{8}\r\n")
  }

  @Test("A terminal that shows nothing of what is typed goes on so")
  func silence() throws {
    let tool = try TerminalTool("stty -echo; exec \(Self.command)", in: folder)
    try tool.waitForReading()
    try tool.type("قال الوزير.\n\(Self.end)")
    #expect(try tool.finish() == .code(0))
    #expect(tool.screen.isEmpty)
    #expect(try folder.text(of: "out.txt") == "قال الوزير.\n")
  }

  // MARK: The mode

  /// The command as a process whose number stands in a file.
  private static let numbered = #"sh -c 'echo $$ >pid; exec \#(command)'"#

  private func send(_ signal: Int32) throws {
    let process = try folder.text(of: "pid").trimmingCharacters(in: .whitespacesAndNewlines)
    kill(try #require(pid_t(process)), signal)
  }

  @Test(
    "The terminal has its mode back where a signal ends the command",
    arguments: [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGUSR1, SIGALRM, SIGXCPU,
    ])
  func signals(_ signal: Int32) throws {
    let tool = try TerminalTool(
      "ulimit -c 0; trap : INT; \(Self.numbered); \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type("قال")
    try send(signal)
    #expect(try tool.finish() == .code(128 + signal))
    try expectOwnMode("mode.txt")
  }

  @Test("So it has where the key for it is pressed")
  func interrupted() throws {
    let tool = try TerminalTool("trap : INT; \(Self.command); \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type("قال\u{3}")
    #expect(try tool.finish() == .code(128 + SIGINT))
    try expectOwnMode("mode.txt")
  }

  @Test("So it has where nobody reads the output any more")
  func closedPipe() throws {
    let command = #""$MUJAZ" segment --quiet --input jsonl"#
    let tool = try TerminalTool("\(command) | head -n 1 >out.txt; \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type(#"{"text":"one"}"# + "\n")
    _ = try tool.waitForFile("out.txt", in: folder)
    try tool.type(#"{"text":"two"}"# + "\n")
    #expect(try tool.finish() == .code(0))
    try expectOwnMode("mode.txt")
  }

  @Test("So it has where the command fails while it reads")
  func failure() throws {
    let command = #""$MUJAZ" segment --quiet --input jsonl 2>errors.txt"#
    let tool = try TerminalTool("\(command); \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type("{\n")
    #expect(try tool.finish() == .code(65))
    try expectOwnMode("mode.txt")
  }

  @Test("So it has while the command is stopped, which goes on with what was typed")
  func stopped() throws {
    let tool = try TerminalTool(
      "set -m; \(Self.command); stty -a >stopped.txt; fg >shown.txt; \(Self.mode)", in: folder)
    try tool.waitForReading()
    try tool.type("قال")
    try tool.waitFor("قال")
    try tool.type("\u{1A}")
    _ = try tool.waitForFile("stopped.txt", in: folder)
    try expectOwnMode("stopped.txt")
    try tool.waitForReading()
    try tool.type(" الوزير.\n\(Self.end)")
    #expect(try tool.finish() == .code(0))
    try expectOwnMode("mode.txt")
    #expect(try folder.text(of: "out.txt") == "قال الوزير.\n")
  }

  @Test("A command that was stopped without a word takes its mode again")
  func stoppedHard() throws {
    let tool = try TerminalTool(
      "set -m; \(Self.numbered); stty sane; echo >stopped.txt; fg >shown.txt; \(Self.mode)",
      in: folder)
    try tool.waitForReading()
    try send(SIGSTOP)
    _ = try tool.waitForFile("stopped.txt", in: folder)
    try tool.waitForReading()
    try tool.type("قال الوزير.\n\(Self.end)")
    #expect(try tool.finish() == .code(0))
    try expectOwnMode("mode.txt")
    #expect(try folder.text(of: "out.txt") == "قال الوزير.\n")
  }

  @Test("A command that may not set the terminal's mode, in the background, does not")
  func background() throws {
    let tool = try TerminalTool(
      "set -m; \(Self.command) & sleep 0.5; stty -a >mode.txt; kill $!; fg >shown.txt; exit 3",
      in: folder)
    #expect(try tool.finish() == .code(3))
    try expectOwnMode("mode.txt")
  }
}
