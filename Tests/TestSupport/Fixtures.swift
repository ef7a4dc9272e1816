import Foundation

/// Where the text-file fixtures lie: beside the sources, so that a linguist's edit counts at once.
public enum Fixtures {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// The package's folder.
  public static let package = root.deletingLastPathComponent().deletingLastPathComponent()

  /// The files of a fixture folder with an ending, by name.
  public static func files(in folder: String, ending: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == ending }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// A fixture's text.
  public static func text(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }
}

/// Why a fixture file can't be read: the file, the line, what is wrong.
public struct FixtureError: Error, CustomStringConvertible {
  public var description: String
  init(_ file: String, _ line: Int, _ message: String) {
    description = "\(file):\(line): \(message)"
  }
}
