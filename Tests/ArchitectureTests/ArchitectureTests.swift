import Foundation
import TestSupport
import Testing

/// The order of the sources. Every failure names the file, the line and what stands there.
@Suite struct ArchitectureTests {
  /// The modules that keep all rules.
  static let modules = ["MujazCore", "MujazInput", "MujazTranslation", "mujaz"]

  /// Those that other packages can depend on.
  static let libraries = ["MujazCore", "MujazInput", "MujazTranslation"]

  static let house = Result { try House.ofPackage() }

  @Test("A folder uses only those before it in ARCHITECTURE.md", arguments: modules)
  func folders(_ module: String) throws {
    let misplaced = try Self.house.get().misplacedUses(in: module)
    #expect(misplaced == [])
  }

  @Test("ARCHITECTURE.md names the folders that there are", arguments: modules)
  func named(_ module: String) throws {
    let house = try Self.house.get()
    let folders = Set(house.files.filter { $0.module == module }.map(\.folder))
    #expect(folders.count > 1)
    #expect(Set(house.order.folders[module] ?? []) == folders)
  }

  @Test("An extension that two files use has a file of its own", arguments: modules)
  func extensions(_ module: String) throws {
    #expect(try Self.house.get().lodgers(in: module) == [])
  }

  @Test("No function is longer than 70 lines or has more than six parameters", arguments: modules)
  func functions(_ module: String) throws {
    #expect(try Self.house.get().overgrown(in: module) == [])
  }

  @Test("Nothing imports Foundation or a system's C library, or passes an import on")
  func imports() throws {
    let house = try Self.house.get()
    #expect(house.files.count > 100)
    #expect(house.refusedImports() == [])
  }

  @Test("Every public declaration has a line that says what it is", arguments: libraries)
  func documented(_ module: String) throws {
    let house = try Self.house.get()
    #expect(house.publicDeclarations(in: module).count > 100)
    #expect(house.undocumented(in: module) == [])
  }
}

extension House {
  /// All files of Sources, and the order in ARCHITECTURE.md.
  fileprivate static func ofPackage() throws -> House {
    let sources = Fixtures.package.appendingPathComponent("Sources")
    let manager = FileManager.default
    let files = try manager.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in
        let parts = path.split(separator: "/").map(String.init)
        return SourceFile(
          module: parts[0], folder: parts[1..<(parts.count - 1)].joined(separator: "/"),
          name: parts[parts.count - 1],
          source: try Fixtures.text(of: sources.appendingPathComponent(path)))
      }
    let page = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("Documentation/ARCHITECTURE.md"))
    return House(files: files, order: FolderOrder(page: page))
  }
}
