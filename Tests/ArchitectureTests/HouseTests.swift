import Testing

/// The rules themselves, on sources that break them.
@Suite struct HouseTests {
  private static let page = """
    A text.

    | module | folders, each of which uses those before it |
    | --- | --- |
    | `House` | Cellar, Floor, Roof |

    | `House` | Roof |
    """

  private func house(_ sources: [(path: String, source: String)]) -> House {
    let files = sources.map { path, source in
      let parts = path.split(separator: "/").map(String.init)
      return SourceFile(
        module: parts[0], folder: parts.dropFirst().dropLast().joined(separator: "/"),
        name: parts.last ?? "", source: source)
    }
    return House(files: files, order: FolderOrder(page: Self.page))
  }

  private func misplaced(_ cellar: String, roof: String) -> [String] {
    house([("House/Cellar/Coal.swift", cellar), ("House/Roof/Tile.swift", roof)])
      .misplacedUses(in: "House").map(\.description)
  }

  // MARK: Folders

  @Test("The order is the table's")
  func order() {
    #expect(FolderOrder(page: Self.page).folders == ["House": ["Cellar", "Floor", "Roof"]])
  }

  @Test("A type of a folder further down is found, with file and line")
  func typeBelow() {
    let found = misplaced("struct Coal {\n  var tile: Tile?\n}", roof: "struct Tile {}")
    #expect(found == ["Sources/House/Cellar/Coal.swift:2: Cellar uses 'Tile' of Roof"])
  }

  @Test("A type of a folder before is fine")
  func typeAbove() {
    #expect(misplaced("struct Coal {}", roof: "struct Tile { var coal: Coal }") == [])
  }

  @Test(
    "What a folder further down declares is found in each of its forms",
    arguments: [
      ("enum Roof { struct Slate {} }", "let coal: Roof.Slate? = nil"),
      ("func nail() {}", "func burn() { nail() }"),
      ("let slope = 30", "let coal = slope"),
      ("protocol Watertight {}", "struct Coal: Watertight {}"),
      ("typealias Slates = [Int]", "func burn(_ slates: Slates) {}"),
      ("extension Int { var degrees: Int { self } }", "let coal = 3.degrees"),
      ("extension Int { func bent(by other: Int) {} }", "let coal: Void = 3.bent(by: 4)"),
      ("struct Tile {}", "extension Tile { var soot: Int { 1 } }"),
      ("struct Tile {}", "let coal = \"\\(Tile())\""),
    ])
  func forms(_ roof: String, _ cellar: String) {
    let found = misplaced(cellar, roof: roof)
    #expect(found.count >= 1, "\(cellar)")
    #expect(found.allSatisfy { $0.hasPrefix("Sources/House/Cellar/Coal.swift:1: ") })
  }

  @Test(
    "What is no use of a folder further down is let be",
    arguments: [
      ("struct Tile {}", "/// A Tile.\nlet coal = 1 // Tile"),
      ("struct Tile {}", "/* Tile /* Tile */ Tile */ let coal = 1"),
      ("struct Tile {}", "let coal = \"Tile \\\" Tile\""),
      ("struct Tile {}", "let coal = #\"Tile \" Tile\"#"),
      ("struct Tile {}", "let coal = \"\"\"\n  Tile \"Tile\"\n  \"\"\""),
      ("struct Tile {}", "struct Tiles {}\nlet coal: Tiles? = nil"),
      ("private struct Tile {}", "struct Tile {}\nlet coal: Tile? = nil"),
      ("extension Int { var degrees: Int { self } }", "let degrees = 3\nlet coal = degrees"),
      ("struct Tile { var slope = 1 }", "func burn(_ slope: Int) -> Int { slope }"),
    ])
  func noUses(_ roof: String, _ cellar: String) {
    #expect(misplaced(cellar, roof: roof) == [])
  }

  @Test("A folder that the page doesn't name is found")
  func unknownFolder() {
    let found = house([("House/Attic/Trunk.swift", "")]).misplacedUses(in: "House")
    #expect(
      found.map(\.description)
        == ["Sources/House/Attic/Trunk.swift:1: ARCHITECTURE.md names no folder 'Attic' of House"])
  }

  // MARK: Extensions

  private func lodgers(_ name: String, _ source: String) -> [String] {
    house([
      ("House/Cellar/\(name).swift", source),
      ("House/Floor/Table.swift", "let table = 3.degrees"),
      ("House/Floor/Chair.swift", "let chair = 4.degrees"),
    ]).lodgers(in: "House").map(\.description)
  }

  @Test("An extension that two files use and that lodges with something else is found")
  func lodger() {
    let source = "struct Coal {}\nextension Int { var degrees: Int { self } }"
    #expect(
      lodgers("Coal", source) == [
        "Sources/House/Cellar/Coal.swift:2: 2 other files use the extension of Int: it wants its own"
      ])
    #expect(
      lodgers("Coal", "extension Int { var degrees: Int { self } }\nextension String {}").count == 1
    )
  }

  @Test("An extension at home is let be")
  func atHome() {
    let part = "extension Int { var degrees: Int { self } }"
    #expect(lodgers("Degrees", part + "\nprivate let full = 360") == [])
    #expect(lodgers("Int+Degrees", part + "\nstruct Angle {}") == [])
    let own = house([
      ("House/Cellar/Coal.swift", "struct Coal {}\nextension Coal { var heat: Int { 1 } }"),
      ("House/Floor/Table.swift", "let table = Coal().heat"),
      ("House/Floor/Chair.swift", "let chair = Coal().heat"),
    ])
    #expect(own.lodgers(in: "House") == [])
    let once = house([
      ("House/Cellar/Coal.swift", "struct Coal {}\n" + part),
      ("House/Floor/Table.swift", "let table = 3.degrees"),
    ])
    #expect(once.lodgers(in: "House") == [])
  }

  // MARK: Functions

  private func overgrown(_ source: String) -> [String] {
    house([("House/Floor/Table.swift", source)]).overgrown(in: "House").map(\.message)
  }

  @Test(
    "A function of more than 70 lines is found",
    arguments: [
      ("func lay() {", "lay"), ("init?(_ legs: Int) {", "init"), ("var legs: [Int] {", "legs"),
      ("subscript(leg: Int) -> Int {", "subscript"),
    ])
  func longFunction(_ head: String, _ name: String) {
    func table(_ lines: Int) -> String {
      let body = String(repeating: "    if legs { lay { $0 } }\n", count: lines - 2)
      return "struct Table {\n  \(head)\n\(body)  }\n  func other() {}\n}"
    }
    #expect(overgrown(table(71)) == ["\(name) has 71 lines"])
    #expect(overgrown(table(70)) == [])
  }

  @Test("A function with more than six parameters is found, but an initialiser is not")
  func parameters() {
    let six =
      "a: Int, b c: [Int: Int], _ d: (Int, e: Int) -> Void, f: Int = g(h: 1), i: Int, j: Int"
    #expect(overgrown("func lay(\(six)) { let (k, l): (Int, Int) = (1, 2) }") == [])
    #expect(overgrown("func lay<T>(\(six), m: T) {}") == ["lay has 7 parameters"])
    #expect(overgrown("struct Table { init(\(six), m: Int) {} }") == [])
  }

  // MARK: Documentation

  private func undocumented(_ source: String) -> [String] {
    house([("House/Cellar/Coal.swift", source)]).undocumented(in: "House").map(\.message)
  }

  @Test(
    "A public declaration that nothing is said of is found in each of its forms",
    arguments: [
      ("public struct Coal {}", "Coal"),
      ("// Coal.\npublic struct Coal {}", "Coal"),
      ("/// Coal.\n\npublic struct Coal {}", "Coal"),
      ("/// Coal.\npublic struct Coal {\n  public init() {}\n}", "init"),
      ("/// Coal.\npublic struct Coal {\n  public internal(set) var heat = 1\n}", "heat"),
      ("/// Coal.\npublic enum Coal {\n  case brown\n}", "brown"),
      ("/// Coal.\npublic enum Coal {\n  /// Brown.\n  case brown, hard\n}", "hard"),
      ("/// Coal.\npublic enum Coal {\n  /// Brown.\n  case brown\n  case hard(Int)\n}", "hard"),
      ("/// Coal.\npublic protocol Coal {\n  func burn()\n}", "burn"),
      ("extension Int {\n  @inlinable\n  public func bent() {}\n}", "bent"),
      ("/// Coal.\n@frozen public struct Coal {\n  public static func + (a: Coal) {}\n}", "func"),
    ])
  func undocumented(_ source: String, _ name: String) {
    #expect(undocumented(source) == ["nothing is said of '\(name)'"])
  }

  @Test(
    "What is documented, or not public, is let be",
    arguments: [
      "/// Coal.\npublic struct Coal {}", "struct Coal {\n  var heat = 1\n}",
      "/// Coal.\n@frozen\npublic struct Coal {}", "public import MujazCore",
      "package enum Coal {\n  case brown\n}",
      "/// Coal.\npublic enum Coal {\n  /// Brown (and, so, on).\n  case brown(Int, Int)\n}",
      "/// Coal.\npublic enum Coal {\n  func burn() { switch self { case .a: break } }\n}",
    ])
  func documented(_ source: String) {
    #expect(undocumented(source) == [])
  }

  // MARK: Imports

  @Test("Foundation, a system's C library and imports that are passed on are found")
  func imports() {
    let found = house([
      ("House/Floor/Table.swift", "internal import Foundation\n// import Foundation\nimport Coal"),
      ("House/Floor/Chair.swift", "@_exported import MujazPlatform"),
      ("House/Floor/Bench.swift", "#if canImport(Darwin)\n  import Darwin\n#endif"),
      ("MujazPlatform/MujazPlatform.swift", "@_exported public import Glibc"),
    ]).refusedImports()
    #expect(
      found.map(\.description) == [
        "Sources/House/Floor/Table.swift:1: imports Foundation",
        "Sources/House/Floor/Chair.swift:1: passes an import on",
        "Sources/House/Floor/Bench.swift:2: imports Darwin",
      ])
  }
}
