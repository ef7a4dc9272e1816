import Foundation
import Testing

/// A silence that is told of.
@Suite struct NoQuotationsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let note: String? = "mujaz: no quotations were found"
  private static let filteredNote: String? =
    "mujaz: no quotations of that kind or speaker were found"

  private static let others: String? =
    "mujaz: no quotations of البحيري; speakers: سالم العلي, هند سعيد, الوزارة"

  @Test(
    "Who looks for quotations at a terminal is told that there are none",
    arguments: [
      ("quotes article.txt", note), ("quotes --format csv article.txt", note),
      ("quotes --format markdown article.txt article.txt", note),
      ("quotes --kind direct --speaker الوزير said.txt", filteredNote),
      ("quotes --speaker البحيري people.txt article.txt", others),
      ("quotes --speaker البحيري --format csv people.txt people.txt", others),
      ("quotes --speaker البحيري article.txt", "mujaz: no quotations of البحيري"),
      ("quotes --speaker البحيري --kind direct people.txt", filteredNote),
      ("quotes --speaker البحيري --quiet people.txt", nil),
      ("quotes --speaker البحيري --format jsonl people.txt", nil),
      ("quotes --speaker العلي people.txt", nil),
      ("quotes --quiet article.txt", nil),
      ("quotes --format json article.txt", nil), ("quotes said.txt", nil),
      ("quotes article.txt said.txt", nil), ("segment article.txt", nil),
    ])
  func noQuotations(_ line: String, _ note: String?) throws {
    try folder.write("افتتح الجسر صباح اليوم.\n".utf8, to: "article.txt")
    try folder.write("قال الوزير إن الجسر جديد.\n".utf8, to: "said.txt")
    try folder.write(Self.people.utf8, to: "people.txt")
    let tool = try TerminalTool("exec \"$MUJAZ\" \(line) >out.txt", in: folder)
    #expect(try tool.finish() == .code(0))
    #expect(String(decoding: tool.screen, as: UTF8.self) == (note.map { $0 + "\r\n" } ?? ""))
    let silent = try Tool.shell("exec \"$MUJAZ\" \(line)", in: folder)
    #expect(silent.status == .code(0) && silent.message.isEmpty)
  }

  @Test("At most five speakers are named, each once, in the order of the articles")
  func fewSpeakers() throws {
    let names = [
      "سالم العلي", "هند سعيد", "كريم الجبوري", "سعاد العبيدي", "هادي رزيج", "سامر حداد",
    ]
    let lines = names.map { "قال الخبير \($0) إن الجسر آمن. وأضاف أن العبور مجاني.\n" }
    for (place, line) in lines.enumerated() { try folder.write(line.utf8, to: "\(place).txt") }
    let tool = try TerminalTool("exec \"$MUJAZ\" quotes --speaker البحيري ?.txt", in: folder)
    #expect(try tool.finish() == .code(0))
    let told =
      "mujaz: no quotations of البحيري; speakers: " + names.prefix(5).joined(separator: ", ")
    #expect(String(decoding: tool.screen, as: UTF8.self) == told + "\r\n")
  }

  private static let people = """
    قال المدير سالم العلي إن الجسر آمن، مضيفا أن الفحص انتهى.

    وقالت المهندسة هند سعيد: «العمل كان شاقا طوال الشتاء».

    وأكدت الوزارة أن العبور مجاني.

    """
}
