import Foundation
import TestSupport
import Testing

/// What `stats` counts.
@Suite struct StatsCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func words(_ file: String) throws -> Int? {
    let ended = try Tool.run(["stats", "--format", "json", file])
    let object = try JSONSerialization.jsonObject(with: Data(ended.output)) as? [String: Any]
    let total = object?["total"] as? [String: Any]
    return (total?["all"] as? [String: Any])?["words"] as? Int
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
