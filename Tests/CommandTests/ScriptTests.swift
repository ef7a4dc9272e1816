import Foundation
import MujazCore
import TestSupport
import Testing

@testable import mujaz

/// The scripts behind `make test` and `make install`.
@Suite struct ScriptTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func script(_ line: String) throws -> Ended {
    let scripts = Fixtures.package.appendingPathComponent("Scripts").path
    return try Tool.shell("PATH=\"$FOLDER:$PATH\"; \"\(scripts)/\"\(line)", in: folder)
  }

  // MARK: test

  /// Has `swift test` say something and end with a code.
  private func make(_ said: String, code: Int32, build: Int32 = 0) throws {
    try folder.write(said.utf8, to: "said.txt")
    let swift = """
      #!/bin/sh
      echo "$*" >>"$FOLDER/calls.txt"
      if [ "$1" = build ]; then echo '[1/2] Compiling a.swift'; echo 'a.swift:1: error: b'; exit \(build); fi
      cat "$FOLDER/said.txt"
      exit \(code)

      """
    // Written by another process: one that was begun by another test meanwhile could hold it open, and it would not run.
    let made = try Tool.shell("cat >swift && chmod +x swift", in: folder, input: swift.utf8)
    #expect(made.status == .code(0))
  }

  private static let begun = "Test Suite 'All tests' started\n"
  private static let passing = """
    ◇ Test case passing 1 argument text → "first
    second" to "a" started.
    ✔ Test "a" passed after 0.1 seconds.
    ↳ a remark

    """

  private static let failing = """
    ✘ Test "b" recorded an issue at b.swift:1:2: Expectation failed: (x → "one
    two") == y
    ↳ what the test said
    ± removed "one"

    """

  @Test("Where all goes well one line is said")
  func good() throws {
    let sum = "✔ Test run with 1 test in 1 suite passed after 0.1 seconds.\n"
    try make(Self.begun + Self.passing + sum, code: 0)
    let ended = try script("test")
    #expect(ended.status == .code(0) && ended.text == sum)
    #expect(try folder.text(of: "calls.txt") == "build --build-tests\ntest --skip-build\n")
  }

  @Test("A failure comes whole, and nothing else does")
  func failure() throws {
    let sum = "✘ Test run with 2 tests in 1 suite failed after 0.1 seconds with 1 issue.\n"
    try make(Self.begun + Self.passing + Self.failing + Self.passing + sum, code: 1)
    let ended = try script("test 'a|b'")
    #expect(ended.status == .code(1))
    #expect(ended.text == Self.failing + sum)
    #expect(try folder.text(of: "calls.txt").hasSuffix("test --skip-build --filter a|b\n"))
  }

  @Test("Tests that end before their sum, or are none, are no success")
  func noSum() throws {
    try make(Self.passing + "Fatal error: c\n", code: 0)
    let ended = try script("test")
    #expect(ended.status == .code(1) && ended.text.contains("Fatal error: c\n"))
    try make("✔ Test run with 0 tests in 0 suites passed after 0.1 seconds.\n", code: 0)
    let none = try script("test nothing")
    #expect(none.status == .code(1) && none.message.contains("no test is called so: nothing\n"))
  }

  @Test("What doesn't compile is told of without what does")
  func noBuild() throws {
    try make("", code: 0, build: 1)
    let ended = try script("test")
    #expect(ended.status == .code(1) && ended.output.isEmpty)
    #expect(ended.message == "building the tests\na.swift:1: error: b\n")
  }

  // MARK: install

  @Test("What is installed can be run and read, and goes without a trace")
  func install() throws {
    // In place of a build: whoever builds anything here is found out.
    try make("", code: 1)
    let ended = try script("install \"$FOLDER/to\" \"$MUJAZ\"")
    #expect(ended.status == .code(0) && ended.message.isEmpty)
    let files = NamedCommand.root.family.map {
      "share/man/man1/\($0.words.joined(separator: "-")).1"
    }
    let others = [
      "bin/mujaz", "share/bash-completion/completions/mujaz",
      "share/zsh/site-functions/_mujaz", "share/fish/vendor_completions.d/mujaz.fish",
    ]
    #expect(try installed() == Set(files + others))
    #expect(ended.lines.count == files.count + others.count)
    #expect(folder.permissions(of: "to/share/man/man1/mujaz-brief.1") == 0o644)
    #expect(try !folder.names().contains("calls.txt"))
    let version = try Tool.shell("exec to/bin/mujaz --version", in: folder)
    #expect(version.text == MujazVersion.current + "\n")
    #expect(try script("install --remove \"$FOLDER/to\" \"$MUJAZ\"").status == .code(0))
    #expect(try installed() == [])
  }

  private func installed() throws -> Set<String> {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path("to"))
    return Set(
      paths.filter {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: folder.path("to/" + $0), isDirectory: &isFolder)
        return !isFolder.boolValue
      })
  }
}
