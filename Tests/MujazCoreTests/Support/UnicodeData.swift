import Foundation

/// The files of Debian's `unicode-data`.
enum UnicodeData {
  /// Every text file, in the order of their paths.
  static let files: [URL] = {
    let root = URL(fileURLWithPath: "/usr/share/unicode")
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { ["txt", "html", "bz2"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }()

  /// The files of strings that try an algorithm of the Unicode Standard out.
  static let tests = files.filter {
    $0.lastPathComponent.hasSuffix("Test.txt") || $0.lastPathComponent.hasSuffix("Test.txt.bz2")
  }

  /// The text of a file, some of which are packed.
  static func text(of file: URL) throws -> String {
    guard file.pathExtension == "bz2" else { return try String(contentsOf: file, encoding: .utf8) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", file.path]
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The beginning, a piece of the middle and the end of a text: of the largest files every line looks alike.
  static func pieces(_ text: String) -> [String] {
    let size = 60_000
    let scalars = text.unicodeScalars
    guard scalars.count > 3 * size else { return [text] }
    let middle = scalars.index(scalars.startIndex, offsetBy: scalars.count / 2)
    return [
      String(scalars.prefix(size)), String(scalars[middle...].prefix(size)),
      String(scalars.suffix(size)),
    ]
  }

  /// The strings that the lines of a test file spell out in hexadecimal, of the largest files every twentieth.
  static func strings(of file: URL) throws -> [String] {
    let lines = try text(of: file).split(whereSeparator: \.isNewline)
    let step = lines.count > 20_000 ? 20 : 1
    return stride(from: 0, to: lines.count, by: step).compactMap { index in
      let line = lines[index].prefix { $0 != "#" && $0 != ";" }
      var string = ""
      for word in line.split(whereSeparator: \.isWhitespace) where word != "÷" && word != "×" {
        // The lines of BidiTest.txt name classes: those have no string.
        guard let value = UInt32(word, radix: 16) else { return nil }
        if let scalar = Unicode.Scalar(value) { string.unicodeScalars.append(scalar) }
      }
      return string.isEmpty ? nil : string
    }
  }
}
