import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// Packages that a memory fills.
@Suite struct LeverageTests {
  private static let text =
    "افتتح الوزير اليوم جسرا جديدا فوق النهر. ويخدم الجسر 35 قرية في المنطقة. وانتهى العمل في موعده."

  private func package(_ format: PackageFormat, _ units: [MemoryUnit]) throws -> [UInt8] {
    let (source, target) = (try #require(Language("ar")), try #require(Language("en")))
    var builder = PackageBuilder(
      PrepSettings(source: source, target: target, format: format, version: "0"),
      leverage: Leverage(memory: try Memories.lookup(units)))
    var bytes: [UInt8] = []
    try builder.add(Article(text: Self.text), original: "a") { bytes += $0 }
    try builder.finish { bytes += $0 }
    return bytes
  }

  private static let units = [
    Memories.unit(
      "افتتح الوزير أمس جسرا جديدا فوق النهر.", "The minister opened a bridge yesterday."),
    Memories.unit("ويخدم الجسر 20 قرية في المنطقة.", "The bridge serves 20 villages."),
    Memories.unit("وانتهى العمل في موعده.", "Work was finished on time."),
    Memories.unit("وانتهى العمل في موعدِه!", "Work was finished on time!"),
  ]

  @Test(
    "States are honest in every format that has them",
    arguments: [.xliff2, .xliff1, .po] as [PackageFormat])
  func states(_ format: PackageFormat) throws {
    let package = try Packages.read(try package(format, Self.units))
    let segments = package.documents.flatMap(\.units).flatMap(\.segments)
    #expect(segments.map(\.status) == [.fuzzy, .fuzzy, .translated])
    #expect(segments[1].target == "The bridge serves 35 villages.")
    #expect(segments[2].target == "Work was finished on time.")
  }

  @Test(
    "Where a suggestion can't be marked it stands in the notes",
    arguments: [.tsv, .docx] as [PackageFormat])
  func plain(_ format: PackageFormat) throws {
    let package = try Packages.read(try package(format, Self.units))
    let segments = package.documents.flatMap(\.units).flatMap(\.segments)
    #expect(segments.map(\.status) == [.missing, .missing, .translated])
  }

  @Test("XLIFF 2 names what fits and what differs")
  func matches() throws {
    let text = String(decoding: try package(.xliff2, Self.units), as: UTF8.self)
    #expect(text.contains("state=\"initial\" subState=\"mujaz:tm-85\"><source>افتتح"))
    #expect(text.contains("memory, 85 %: أمس → اليوم"))
    #expect(text.contains("numbers put in: 20 → 35"))
    #expect(text.contains("similarity=\"100\""))
    #expect(text.contains("similarity=\"99\""))
  }

  @Test("A memory that knows nothing leaves a package as it is", arguments: PackageFormat.allCases)
  func nothing(_ format: PackageFormat) throws {
    let far = try package(format, [Memories.unit("نص آخر لا يشبه شيئا", "Another text")])
    #expect(try far == package(format, []))
  }
}
