import Foundation
import SystemSQLite
import Testing

@testable import MujazTranslation

/// A small memory's file, and what somebody with SQLite at hand has made of it.
final class HostileMemory {
  private let folder: URL
  let path: String

  /// Three batches of units: several segments of the index, two pairs of languages, contexts, origins.
  private static let sound: Result<Data, any Error> = Result {
    let memory = try HostileMemory(empty: ())
    var sentences = Sentences(seed: 1)
    do {
      let database = try MemoryDatabase(path: memory.name, .writing)
      for batch in 0..<3 {
        let sources = (0..<12).map { _ in sentences.sentence() }
        try Memories.add(
          sources.indices.map { index in
            var unit = Memories.unit(
              sources[index], "Sentence \(index) of \(batch)",
              context: MemoryContext(of: index, in: sources), origin: "file \(index % 3)",
              date: "2026010\(1 + index % 9)T000000Z")
            if index % 4 == 0 { unit.targetLanguage = "fr" }
            if index % 5 == 0 { unit.confidence = 0.5 }
            return unit
          }, to: database)
      }
    }
    return try Data(contentsOf: URL(fileURLWithPath: memory.path))
  }

  private init(empty: Void) throws {
    // In memory where there is such a folder: a test of thousands of files waits for no disk.
    let parent =
      FileManager.default.isWritableFile(atPath: "/dev/shm")
      ? URL(fileURLWithPath: "/dev/shm") : FileManager.default.temporaryDirectory
    folder = parent.appendingPathComponent("mujaz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("memory").path
  }

  /// A memory after some statements; those that SQLite refuses change nothing.
  convenience init(_ changes: [String]) throws {
    try self.init(empty: ())
    try change(changes)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Makes the file anew.
  func change(_ changes: [String]) throws {
    for ending in ["-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try Self.sound.get().write(to: URL(fileURLWithPath: path))
    var database: OpaquePointer?
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    let settings = [
      "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = OFF", "PRAGMA writable_schema = ON",
    ]
    for sql in settings + changes { sqlite3_exec(database, sql, nil, nil, nil) }
  }

  /// Puts pages of pointers above a table, each of which leads three hundred times to the one below: what has a dozen rows seems to have
  /// as many as 300⁵ dozen. SQLite finds nothing wrong with such pages until all are compared.
  func fold(_ table: String) throws {
    var database: OpaquePointer?
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    var statement: OpaquePointer?
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'"
    sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    try #require(sqlite3_step(statement) == SQLITE_ROW)
    let root = Int(sqlite3_column_int64(statement, 0))
    sqlite3_finalize(statement)
    sqlite3_close(database)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let place = (root - 1) * size..<root * size
    bytes += bytes[place]
    for _ in 0..<4 { bytes += Self.pointers(to: bytes.count / size, size) }
    bytes.replaceSubrange(place, with: Self.pointers(to: bytes.count / size, size))
    // The number of pages, in the head.
    bytes.replaceSubrange(28..<32, with: Self.digits(bytes.count / size, 4))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// A page of a table's tree (file format, 1.6): its head, places of cells, and cells of a page and a key at the end.
  private static func pointers(to page: Int, _ size: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    let cells = 300
    bytes[0] = 5
    bytes.replaceSubrange(3..<5, with: digits(cells, 2))
    bytes.replaceSubrange(5..<7, with: digits(size - 5 * cells, 2))
    bytes.replaceSubrange(8..<12, with: digits(page, 4))
    for cell in 0..<cells {
      let place = size - 5 * (cell + 1)
      bytes.replaceSubrange(12 + 2 * cell..<14 + 2 * cell, with: digits(place, 2))
      bytes.replaceSubrange(place..<place + 5, with: digits(page, 4) + [UInt8(min(cell, 127))])
    }
    return bytes
  }

  /// A number, the highest byte first.
  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  var name: [CChar] { Array(path.utf8CString) }

  /// Everything that is done with a memory.
  enum Use: CaseIterable {
    case statistics, export, lookup, search, dictionary, count, importing, compact
  }

  func use(_ use: Use) throws {
    let database = try MemoryDatabase(path: name, use == .importing ? .writing : .reading)
    switch use {
    case .statistics: _ = try MemoryStatistics(database)
    case .export: _ = Memories.written(try Memories.all(database), .tmx)
    case .lookup:
      let lookup = try MemoryLookup(database, from: nil, to: nil)
      var sentences = Sentences(seed: 1)
      let known = sentences.sentence()
      let context = MemoryContext(of: 0, in: [known, sentences.sentence()])
      _ = try lookup.matches(of: known, context: context, most: 3)
      _ = try lookup.matches(of: sentences.edited(known), most: 3)
    case .search: try MemoryConcordance(database).search("sentence", in: .both) { _ in true }
    case .dictionary:
      let (arabic, english) = (try #require(Language("ar")), try #require(Language("en")))
      _ = try MemoryDictionary.dictionary(of: database, from: arabic, to: english)
    case .count: _ = try database.count()
    case .importing:
      var sentences = Sentences(seed: 1)
      let known = Memories.unit(sentences.sentence(), "Sentence 0 of 0", origin: "new", date: "3")
      try Memories.add([known, Memories.unit("جملة جديدة", "A new one")], to: database)
    case .compact: try database.compact()
    }
  }

  /// What the uses end with: nil where nothing was wrong. Other errors than those of a memory are let through.
  func errors() throws -> [MemoryError?] {
    try Use.allCases.map { use in
      do {
        try self.use(use)
        return nil
      } catch let error as MemoryError {
        return error
      }
    }
  }
}
