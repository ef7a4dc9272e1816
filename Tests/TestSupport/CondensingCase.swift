import Foundation

/// A case of `Fixtures/Condensing/*.txt`: a sentence and the parts that can be left out of it.
///
///     === name
///     sentence
///     ---
///     kind: text of the part
public struct CondensingCase: Sendable, CustomStringConvertible {
  public var name: String
  public var sentence: String
  /// `kind: text`, in the order of the sentence; white space at the ends of the text left out.
  public var parts: [String]

  public var description: String { name }

  public static func all() throws -> [CondensingCase] {
    try Fixtures.files(in: "Condensing", ending: "txt").flatMap { file in
      try Fixtures.text(of: file).components(separatedBy: "\n=== ").dropFirst().map { block in
        let lines = block.components(separatedBy: "\n").filter { !$0.isEmpty }
        guard lines.count >= 3, lines[2] == "---" else {
          throw FixtureError(file.lastPathComponent, 0, lines.first ?? "empty case")
        }
        return CondensingCase(
          name: "\(file.deletingPathExtension().lastPathComponent)/\(lines[0])",
          sentence: lines[1], parts: Array(lines[3...]))
      }
    }
  }
}
