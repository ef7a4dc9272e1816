import Foundation
import TestSupport
import Testing

/// Every shell block of the documents is run, and prints what stands below its commands.
@Suite struct ShellBlockTests {
  /// What can't be run here, document by document: how many blocks, and why. A block more has to be added knowingly.
  static let notRun: [String: [String: Int]] = [
    "README.md": ["builds": 1, "root": 1],
    "README.ar.md": ["builds": 1, "root": 1],
    "CONTRIBUTING.md": ["builds": 7],
    "Documentation/GUIDE.md": [:],
    "Documentation/RECIPES.md": ["network": 1, "root": 1, "needs jq": 1],
  ]

  @Test("Every block of a shell runs and prints what it says", arguments: Document.all)
  func run(_ document: Document) throws {
    let folder = try Self.folder()
    for block in try document.blocks() where block.isShell && block.notRun == nil {
      if let tool = block.needs, try !isInstalled(tool, in: folder) { continue }
      try run(block, of: document, in: folder)
    }
  }

  @Test("What isn't run says why, and is counted", arguments: Document.all)
  func counted(_ document: Document) throws {
    let reasons = try document.blocks().compactMap { $0.notRun ?? $0.needs.map { "needs \($0)" } }
    let counts = Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts == Self.notRun[document.path] ?? [:])
  }

  @Test("Every block names its language", arguments: Document.all)
  func languages(_ document: Document) throws {
    let known: Set = ["console", "sh", "swift", "python", "tsv", "text"]
    for block in try document.blocks() {
      #expect(known.contains(block.language), "\(document.path):\(block.line)")
      if block.language == "console" {
        #expect(block.lines.first?.hasPrefix("$ ") == true, "\(document.path):\(block.line)")
      }
    }
  }

  @Test("The documents that show commands have some")
  func some() throws {
    for path in ["README.md", "README.ar.md", "Documentation/GUIDE.md", "Documentation/RECIPES.md"]
    {
      let blocks = try Document(path: path).blocks().filter { $0.isShell && $0.notRun == nil }
      #expect(blocks.count >= 3, "\(path)")
    }
  }

  // MARK: Running

  /// A folder that has what the project's has, and takes what the commands write.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: Fixtures.package.path)
    where !name.hasPrefix(".") {
      try manager.createSymbolicLink(
        atPath: folder.path(name),
        withDestinationPath: Fixtures.package.appendingPathComponent(name).path)
    }
    return folder
  }

  private func isInstalled(_ tool: String, in folder: TemporaryFolder) throws -> Bool {
    try Tool.shell("command -v \(tool) >found", in: folder).status == .code(0)
  }

  private func run(_ block: Block, of document: Document, in folder: TemporaryFolder) throws {
    let mark = "=== \(UUID().uuidString)"
    // A command finds the status of the one before it, as at a terminal, and a line with it ends what it printed.
    let script = block.steps.map { step in
      "(exit $status)\n\(step.command)\nstatus=$?\nprintf '%s %s\\n' '\(mark)' $status\n"
    }.joined()
    let tools = URL(fileURLWithPath: Tool.path).deletingLastPathComponent().path
    let head = "exec 2>&1; export LC_ALL=C.UTF-8 PATH='\(tools)':\"$PATH\"; status=0\n"
    let ended = try Tool.shell(head + script, in: folder)
    let printed = ended.text.components(separatedBy: "\n").dropLast()
      .split(omittingEmptySubsequences: false) { $0.hasPrefix(mark) }
    let statuses = ended.lines.filter { $0.hasPrefix(mark) }.map { $0.dropFirst(mark.count + 1) }
    for (number, step) in block.steps.enumerated() {
      let place = "\(document.path):\(block.line): \(step.command)"
      guard number < statuses.count else {
        Issue.record("\(place) ended the shell:\n\(ended.text)")
        return
      }
      let lines = Array(printed[number])
      #expect(step.isMet(by: lines), "\(place) printed:\n\(lines.joined(separator: "\n"))")
      let next = number + 1 < block.steps.count ? block.steps[number + 1].command : ""
      #expect(statuses[number] == "0" || next == "echo $?", "\(place): \(statuses[number])")
    }
  }
}

/// How blocks are read.
@Suite struct BlockTests {
  private static let text = """
    Text.

    <!-- run
    touch a
    -->
    <!-- not run: root -->
    ```sh
    apt install
    ```
    <!-- needs jq -->
    ```sh
    jq .
    ```
    ```console
    $ echo a &&
    > echo b
    a
    b
    $ false
    $ echo $?
    1
    $ echo c
    ```

    <blockquote dir="rtl">
    c<br>
    </blockquote>
    """

  @Test("Languages, reasons and lines are told")
  func blocks() {
    let blocks = Block.blocks(of: Self.text)
    #expect(blocks.map(\.language) == ["sh", "sh", "sh", "console"])
    #expect(blocks.map(\.notRun) == [nil, "root", nil, nil])
    #expect(blocks.map(\.needs) == [nil, nil, "jq", nil])
    #expect(blocks.map(\.line) == [3, 7, 11, 14])
    #expect(
      blocks[3].steps == [
        .init(command: "echo a &&\necho b", output: ["a", "b"]),
        .init(command: "false", output: []), .init(command: "echo $?", output: ["1"]),
        .init(command: "echo c", output: ["c"]),
      ])
  }

  @Test(
    "A line … stands for any lines, and every other line for itself",
    arguments: [
      (["a", "b"], ["a", "b"], true), (["a", "…"], ["a", "b", "c"], true),
      (["a", "…", "c"], ["a", "c"], true), (["a", "…", "c"], ["a", "b", "c"], true),
      (["a"], ["a", "b"], false), (["a", "b"], ["a"], false), (["…", "b"], ["a"], false),
      ([], ["a"], false), (["a …"], ["a b"], false),
    ])
  func matching(_ shown: [String], _ lines: [String], _ isMet: Bool) {
    #expect(Block.Step(command: "", output: shown).isMet(by: lines) == isMet)
  }
}
