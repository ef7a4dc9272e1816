import Foundation
import TestSupport
import Testing

@testable import MujazTranslation

/// What our pages allow a browser.
@Suite struct PagePolicyTests {
  /// The pages that we write.
  private static func pages() throws -> [String] {
    let merged = try Merger(allowsMissing: true).merge(
      Packages.read(Packages.bytes([Packages.article()])))
    let findings = FindingPage.html([], file: "a.xlf", languages: ("ar", "en"))
    let package = try Packages.bytes([Packages.article()], .html)
    return [try merged.bytes(.html), findings, package].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Every page allows nothing but its own style, by its hash")
  func pages() throws {
    for page in try Self.pages() {
      let policy = try #require(page.between("Content-Security-Policy\" content=\"", "\">"))
      #expect(policy.hasPrefix("default-src 'none'"))
      if let style = page.between("<style>", "</style>") {
        var hash = SHA256()
        for byte in style.utf8 { hash.update(byte) }
        let own = Data(hash.digest()).base64EncodedString()
        #expect(policy == "default-src 'none'; style-src 'sha256-\(own)'")
      } else {
        #expect(policy == "default-src 'none'")
      }
      // Before anything that it is to hold for.
      let place = try #require(page.range(of: "Content-Security-Policy"))
      #expect(
        !page[..<place.lowerBound].contains("<style")
          && !page[..<place.lowerBound].contains("<body"))
      for word in ["<script", " style=", "javascript:", "src=\"", "href="] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test("Base 64 is Foundation's, at every length")
  func base64() {
    var generator = SeededGenerator(5)
    for count in 0..<70 {
      let bytes = (0..<count).map { _ in UInt8(generator.number(below: 256)) }
      #expect(PagePolicy.base64(bytes) == Data(bytes).base64EncodedString())
    }
  }
}

extension String {
  /// What stands between two marks.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard let first = range(of: start), let last = self[first.upperBound...].range(of: end) else {
      return nil
    }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
