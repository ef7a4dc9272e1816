import Foundation
import TestSupport
import Testing

/// What `stats` counts.
@Suite struct StatsCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func words(_ file: String, _ options: String...) throws -> Int? {
    let ended = try Tool.run(["stats", "--format", "json", file] + options)
    let object = try JSONSerialization.jsonObject(with: Data(ended.output)) as? [String: Any]
    let total = object?["total"] as? [String: Any]
    return (total?["all"] as? [String: Any])?["words"] as? Int
  }

  @Test(
    "Lines that are no part of the article are counted with --all-lines alone, by stats and prep")
  func allLines() throws {
    let text = """
      افتتاح جسر جديد

      افتتح الوزير الجسر أمس. وحضر كثيرون من السكان.

      اقرأ أيضا: سيول تقطع الطرق

      وقال المهندس إن العمل استغرق ثلاث سنوات.

      """
    let article = try folder.write(text.utf8, to: "a.txt")
    let package = folder.path("a.xlf")
    let ended = try Tool.run(["prep", article, "--to", "en", "-o", package])
    expectDiagnostic(ended, 0, saying: "left out as no part of an article: 1 (--all-lines")
    #expect(try words(article) == 18)
    #expect(try words(package) == 18)
    let whole = try Tool.run(["prep", article, "--to", "en", "--all-lines", "-o", package])
    #expect(whole.status == .code(0) && whole.message.isEmpty)
    #expect(try words(article, "--all-lines") == 23)
    #expect(try words(package) == 23)
  }

  @Test(
    "An article, its package and what the package says of itself have one number of words",
    arguments: [
      (#""title":"جسر جديد","text":"افتتح الوزير الجسر أمس. وحضر كثيرون.""#, 8),
      (#""title":"***","text":"افتتح الوزير الجسر أمس.""#, 4),
      (#""text":"افتتح الوزير الجسر أمس.""#, 4),
    ])
  func oneCount(_ members: String, _ count: Int) throws {
    let article = try folder.write("{\(members)}\n".utf8, to: "a.jsonl")
    let package = folder.path("a.xlf")
    let ended = try Tool.run(["prep", article, "--to", "en", "-o", package])
    #expect(ended.status == .code(0))
    #expect(try words(article) == count)
    #expect(try words(package) == count)
    let text = try String(contentsOfFile: package, encoding: .utf8)
    #expect(text.contains("<mda:meta type=\"words\">\(count)</mda:meta>"))
  }
}
