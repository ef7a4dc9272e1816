import Foundation
import TestSupport
import Testing

@testable import MujazTranslation

/// Every format against a file that the real validators have passed (`.ci/run`). `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct GoldenFileTests {
  @Test(
    "A package is as it was",
    arguments: [
      (PackageFormat.xliff2, "xlf"), (.xliff1, "1.xlf"), (.tmx, "tmx"), (.po, "po"), (.tsv, "tsv"),
      (.html, "html"),
    ])
  func golden(_ format: PackageFormat, _ ending: String) throws {
    let file = Fixtures.root.appendingPathComponent("Translation/Golden/article.\(ending)")
    let bytes = try Packages.bytes([Packages.article()], format, scope: .both)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let expected = golden.components(separatedBy: "\n")
    for (number, (line, wanted)) in zip(lines, expected).enumerated() where line != wanted {
      Issue.record("\(file.lastPathComponent):\(number + 1): \(line) instead of \(wanted)")
      return
    }
    #expect(lines.count == expected.count)
  }
}
