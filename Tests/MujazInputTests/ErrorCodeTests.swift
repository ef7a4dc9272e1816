import Foundation
import MujazInput
import TestSupport
import Testing

/// The codes of errors, against what is written about them.
@Suite struct ErrorCodeTests {
  @Test("OPTIONS.md explains every code, in the order of the source, and no other")
  func table() throws {
    let lines = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("Documentation/OPTIONS.md")
    ).split(separator: "\n")
    let head = try #require(lines.firstIndex(of: "| error code | meaning |"))
    let rows = lines[(head + 2)...].prefix { $0.hasPrefix("| `") }
    let codes = rows.map { $0.dropFirst(3).prefix { $0 != "`" } }
    #expect(codes.map(String.init) == InputError.Code.allCases.map(\.rawValue))
    for row in rows { #expect(row.split(separator: "|").count == 2, "\(row)") }
  }
}
