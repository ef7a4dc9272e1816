import Foundation
import Testing

/// A silence that is told of.
@Suite struct NoQuotationsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let note: String? = "mujaz: no quotations were found"
  private static let filteredNote: String? =
    "mujaz: no quotations of that kind or speaker were found"

  @Test(
    "Who looks for quotations at a terminal is told that there are none",
    arguments: [
      ("quotes article.txt", note), ("quotes --format csv article.txt", note),
      ("quotes --format markdown article.txt article.txt", note),
      ("quotes --kind direct --speaker الوزير said.txt", filteredNote),
      ("quotes --quiet article.txt", nil),
      ("quotes --format json article.txt", nil), ("quotes said.txt", nil),
      ("quotes article.txt said.txt", nil), ("segment article.txt", nil),
    ])
  func noQuotations(_ line: String, _ note: String?) throws {
    try folder.write("افتتح الجسر صباح اليوم.\n".utf8, to: "article.txt")
    try folder.write("قال الوزير إن الجسر جديد.\n".utf8, to: "said.txt")
    let tool = try TerminalTool("exec \"$MUJAZ\" \(line) >out.txt", in: folder)
    #expect(try tool.finish() == .code(0))
    #expect(String(decoding: tool.screen, as: UTF8.self) == (note.map { $0 + "\r\n" } ?? ""))
    let silent = try Tool.shell("exec \"$MUJAZ\" \(line)", in: folder)
    #expect(silent.status == .code(0) && silent.message.isEmpty)
  }
}
