import Foundation

/// A case of `Fixtures/Segmentation/*.txt`: a text and the segments it should be cut into.
///
///     === phenomenon-1
///     text
///     ---
///     segment
///
/// `=== name (known failure)` marks a case that is not solved yet: it must fail, so that it is unmarked when it is.
public struct SegmentationCase: Sendable, CustomStringConvertible {
  public var file: String
  public var name: String
  public var text: String
  public var segments: [String]
  public var isKnownFailure: Bool

  public var description: String { "\(file)/\(name)" }

  public static func all() throws -> [SegmentationCase] {
    try Fixtures.files(in: "Segmentation", ending: "txt").flatMap(cases(in:))
  }

  public static func cases(in file: URL) throws -> [SegmentationCase] {
    let source = try Fixtures.text(of: file)
    let lines = source.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    var cases: [SegmentationCase] = []
    var name: String?
    var text: [String] = []
    var segments: [String]?
    var start = 0

    func finish() throws {
      guard let name else { return }
      guard var expected = segments else {
        throw FixtureError(file.lastPathComponent, start, "\(name) has no ---")
      }
      while text.last == "" { text.removeLast() }
      while expected.last == "" { expected.removeLast() }
      let marker = " (known failure)"
      let isKnown = name.hasSuffix(marker)
      cases.append(
        SegmentationCase(
          file: file.deletingPathExtension().lastPathComponent,
          name: isKnown ? String(name.dropLast(marker.count)) : name,
          text: unescape(text.joined(separator: "\n")),
          segments: expected.map { unescape($0).replacingOccurrences(of: "⏎", with: "\n") },
          isKnownFailure: isKnown))
    }

    for (number, line) in lines.enumerated() {
      if line.hasPrefix("=== ") {
        try finish()
        name = String(line.dropFirst(4)).trimmingCharacters(in: .whitespaces)
        text = []
        segments = nil
        start = number + 1
      } else if name == nil {
        guard line.isEmpty || line.hasPrefix("#") else {
          throw FixtureError(file.lastPathComponent, number + 1, "text before the first case")
        }
      } else if segments == nil {
        if line == "---" { segments = [] } else { text.append(line) }
      } else {
        segments?.append(line)
      }
    }
    try finish()
    return cases
  }

  /// `\u{200F}` and `\r` stand for characters that an editor does not show.
  private static func unescape(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let backslash = rest.firstIndex(of: "\\") {
      result += rest[..<backslash]
      rest = rest[backslash...]
      if rest.hasPrefix("\\r") {
        result.unicodeScalars.append("\r")
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("\\u{"), let end = rest.firstIndex(of: "}"),
        let value = UInt32(rest[rest.index(rest.startIndex, offsetBy: 3)..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result += "\\"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
