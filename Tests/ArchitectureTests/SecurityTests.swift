import Foundation
import TestSupport
import Testing

/// What `Documentation/SECURITY.md` says of the code.
@Suite struct SecurityTests {
  /// A row of its table of bounds: what stands in the code, and in which file.
  private struct Bound {
    var code: String
    var file: String
  }

  private func bounds() throws -> [Bound] {
    let page = Fixtures.package.appendingPathComponent("Documentation/SECURITY.md")
    let rows = try Fixtures.text(of: page).split(separator: "\n")
      .drop { !$0.hasPrefix("| what | bound |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    return try rows.map { row in
      let cell = try #require(row.split(separator: "|").last)
      let spans = cell.split(separator: "`").map(String.init)
      try #require(spans.count >= 4, "\(row)")
      return Bound(code: spans[1], file: spans[3])
    }
  }

  @Test("Every bound stands in the code as it stands there")
  func boundsHold() throws {
    let bounds = try bounds()
    #expect(bounds.count > 12)
    for bound in bounds {
      let file = Fixtures.package.appendingPathComponent("Sources/" + bound.file)
      let source = try Fixtures.text(of: file)
      #expect(source.contains(bound.code), "\(bound.file) has no \(bound.code)")
    }
  }

  @Test("It names every target of the Makefile that holds it")
  func targets() throws {
    let page = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("Documentation/SECURITY.md"))
    let makefile = try Fixtures.text(of: Fixtures.package.appendingPathComponent("Makefile"))
    for target in ["fuzz", "faults", "test-sanitized"] {
      #expect(page.contains("`make \(target)"))
      #expect(makefile.contains("\n\(target):"), "\(target)")
    }
  }
}
