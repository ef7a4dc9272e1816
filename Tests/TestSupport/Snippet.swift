import Foundation

/// What the articles of a DocC catalogue show, and the code of a test that is the same.
public enum Snippet {
  /// The blocks of Swift in a module's catalogue, without their imports.
  public static func shown(in module: String) throws -> Set<String> {
    let catalogue = Fixtures.package.appendingPathComponent("Sources/\(module)/\(module).docc")
    let articles = try FileManager.default.contentsOfDirectory(
      at: catalogue, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }
    return try articles.reduce(into: []) { blocks, article in
      let text = try Fixtures.text(of: article)
      for rest in text.components(separatedBy: "```swift\n").dropFirst() {
        blocks.insert(code(rest.components(separatedBy: "```")[0], indentation: 0))
      }
    }
  }

  /// The code between `// snippet` and `// end` in the functions of a test, which calls this.
  public static func run(in path: String = #filePath) throws -> Set<String> {
    try Fixtures.text(of: URL(fileURLWithPath: path)).components(separatedBy: "    // snippet\n")
      .dropFirst().reduce(into: []) {
        $0.insert(code($1.components(separatedBy: "    // end\n")[0], indentation: 4))
      }
  }

  private static func code(_ block: String, indentation: Int) -> String {
    block.trimmingCharacters(in: .newlines).components(separatedBy: "\n")
      .drop { $0.isEmpty || $0.hasPrefix("import Mujaz") }
      .map { String($0.dropFirst($0.isEmpty ? 0 : indentation)) }.joined(separator: "\n")
  }
}
