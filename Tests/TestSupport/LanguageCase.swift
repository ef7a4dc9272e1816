import Foundation

/// A case of `Fixtures/Languages/*.txt`: a text in the language that the file is named after.
///
///     === name
///     text
public struct LanguageCase: Sendable, CustomStringConvertible {
  public var name: String
  /// The tag of the language.
  public var language: String
  public var text: String

  public var description: String { name }

  public static func all() throws -> [LanguageCase] {
    try Fixtures.files(in: "Languages", ending: "txt").flatMap { file in
      let language = file.deletingPathExtension().lastPathComponent
      return try Fixtures.text(of: file).components(separatedBy: "\n=== ").dropFirst().map {
        block in
        let parts = block.split(separator: "\n", maxSplits: 1)
        guard parts.count == 2 else {
          throw FixtureError(
            file.lastPathComponent, 0, parts.first.map(String.init) ?? "empty case")
        }
        return LanguageCase(
          name: "\(language)/\(parts[0])", language: language,
          text: parts[1].trimmingCharacters(in: .newlines))
      }
    }
  }
}
