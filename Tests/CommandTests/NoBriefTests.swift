import Foundation
import TestSupport
import Testing

/// Articles without a brief, as `mujaz brief` tells of them.
@Suite struct NoBriefTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let rows = """
    نتائج الجولة الخامسة من الدوري
    1 الرمال 12 10 1 1 31
    2 النخيل 12 9 2 1 29
    3 المرجان 12 8 2 2 26
    4 الينابيع 12 7 3 2 24
    """
  private static let claim =
    "تتداول حسابات على مواقع التواصل الاجتماعي صورة ادعت أنها لحريق في ميناء المدينة مساء الأحد."

  private struct Line: Encodable {
    var id: Int
    var title: String?
    var text: String
  }

  /// A run over an article, a table, a denied claim, an empty text and an article again.
  private func lines() throws -> String {
    let lines = [
      Line(id: 1, text: Sample.sentence), Line(id: 2, text: Self.rows),
      Line(id: 3, title: "الصورة ليست لحريق في ميناء المدينة", text: Self.claim),
      Line(id: 4, text: ""), Line(id: 5, text: Sample.sentence),
    ]
    let text = try lines.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    return try folder.write((text.joined(separator: "\n") + "\n").utf8, to: "lines.jsonl")
  }

  @Test(
    "A record without a brief stands in its place and says why, whatever becomes of errors",
    arguments: [["--on-error", "fail"], ["--on-error", "skip"], ["--on-error", "record"]])
  func record(_ policy: [String]) throws {
    let ended = try success(["brief", "--format", "jsonl"] + policy + [try lines()])
    let records = try ended.lines.map { try decode($0.utf8, as: BriefRecord.self) }
    #expect(records.map { $0.noBrief?.reason } == [nil, "rows", "verdict", "empty", nil])
    for record in records {
      #expect(record.brief.isEmpty == (record.noBrief != nil))
      #expect(record.sentences.isEmpty == (record.noBrief != nil))
    }
    #expect(ended.message == "")
  }

  @Test("As text it is an empty line, and standard error is told why, with the place")
  func text() throws {
    let path = try lines()
    let ended = try Tool.run(["brief", path])
    #expect(ended.status == .code(0))
    #expect(ended.lines == [Sample.sentence, "", "", "", Sample.sentence])
    #expect(
      ended.message == """
        mujaz: \(path):2: no brief: rows of a table or a list, and no sentence
        mujaz: \(path):3: no brief: the text tells a claim that only the headline denies

        """)
    #expect(try success(["brief", "--quiet", path]).message == "")
  }

  @Test("A file's reason names the file", arguments: ["text", "markdown"])
  func file(_ format: String) throws {
    let path = try folder.write(Self.rows.utf8, to: "table.txt")
    let ended = try Tool.run(["brief", "--format", format, path])
    #expect(ended.status == .code(0))
    #expect(
      ended.message == "mujaz: \(path): no brief: rows of a table or a list, and no sentence\n")
  }

  @Test("With its headline or name above it a missing brief leaves no gap")
  func headline() throws {
    let table = try folder.write(Self.rows.utf8, to: "table.txt")
    let article = try folder.write(Sample.sentence.utf8, to: "article.txt")
    let ended = try success(["brief", "--headline", "--quiet", table, article])
    #expect(ended.lines == [table, "", article, Sample.sentence])
  }
}
