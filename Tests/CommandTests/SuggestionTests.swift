import Foundation
import Testing

/// What a mistake is answered with that we understand.
@Suite struct SuggestionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "A misspelled command gets the right one",
    arguments: [
      ("breif", "brief"), ("bref", "brief"), ("quote", "quotes"), ("segmnet", "segment"),
      ("Brief", "brief"), ("prepp", "prep"), ("hepl", "help"), ("tm imprt", "import"),
      ("tm serach a", "search"),
    ])
  func misspelled(_ line: String, _ right: String) throws {
    let word = line.components(separatedBy: " ").first { $0 != "tm" } ?? ""
    expectDiagnostic(
      try Tool.run(line.components(separatedBy: " ")), 64,
      saying: "mujaz: '\(word)' is no command: did you mean '\(right)'?\n")
  }

  @Test(
    "What is near no command gets the parser's words",
    arguments: ["summarise", "x", "-", "tm nothing"])
  func farOff(_ line: String) throws {
    let ended = try Tool.run(line.components(separatedBy: " "))
    expectDiagnostic(ended, 64, saying: "nexpected argument")
  }

  @Test(
    "A file in the place of a command gets one",
    arguments: [
      ("article.txt", "article.txt"), ("article", "article"), ("none.txt", "none.txt"),
      ("./brief", "./brief"), ("مقال.txt", "مقال.txt"), ("it's mine.txt", #"'it'\''s mine.txt'"#),
      ("a b.txt", "'a b.txt'"),
    ])
  func file(_ name: String, _ typed: String) throws {
    try folder.write("نص.".utf8, to: "article")
    try folder.write("نص.".utf8, to: "article.txt")
    try folder.write("نص.".utf8, to: "brief")
    let ended = try Tool.shell("exec \"$MUJAZ\" \"$(cat name)\"", in: try named(name))
    expectDiagnostic(
      ended, 64, saying: "'\(name)' is no command: did you mean 'mujaz brief \(typed)'?\n")
  }

  private func named(_ name: String) throws -> TemporaryFolder {
    try folder.write(name.utf8, to: "name")
    return folder
  }

  @Test("A command goes before a file of its name")
  func fileNamedLikeCommand() throws {
    try folder.write("نص.".utf8, to: "srx")
    let ended = try Tool.shell(#"exec "$MUJAZ" srx"#, in: folder)
    #expect(ended.status == .code(0) && ended.message.isEmpty)
  }

  @Test(
    "An address is told that nothing is fetched",
    arguments: ["http://example.com/a", "HTTPS://example.com/?a=1&b='2'"])
  func address(_ address: String) throws {
    let quoted = address.components(separatedBy: "'").joined(separator: #"'\''"#)
    let advice =
      "nothing is fetched: save the page first, as with \"curl -L -o page.html '\(quoted)'\", then"
    expectDiagnostic(
      try Tool.run(["brief", address]), 66, saying: "\(address): \(advice) name page.html\n")
    expectDiagnostic(
      try Tool.run([address]), 64, saying: "\(address): \(advice) run 'mujaz brief page.html'\n")
    let list = try folder.write((address + "\n").utf8, to: "list")
    expectDiagnostic(try Tool.run(["segment", "--files-from", list]), 66, saying: advice)
  }

  @Test("What is read is a file that is there, whatever it is called")
  func fileNamedLikeAddress() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("http:/example.com"), withIntermediateDirectories: true)
    try folder.write("قال نعم.".utf8, to: "http:/example.com/a")
    let ended = try Tool.shell(#"exec "$MUJAZ" segment http://example.com/a"#, in: folder)
    #expect(ended.text == "قال نعم.\n")
  }
}
