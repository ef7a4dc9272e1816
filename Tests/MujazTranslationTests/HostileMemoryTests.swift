import Foundation
import Testing

@testable import MujazTranslation

/// Memories from somebody else: sound for SQLite, and made to harm.
@Suite struct HostileMemoryTests {
  @Test("The memory that the others are made of is sound")
  func sound() throws {
    #expect(try HostileMemory([]).errors().allSatisfy { $0 == nil })
  }

  @Test(
    "What is not ours is refused, whatever is done with the file",
    arguments: [
      "CREATE VIEW v AS SELECT 1",
      "CREATE TABLE more(x)",
      "CREATE INDEX more ON units(date)",
      "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM units; END",
      "CREATE TRIGGER t AFTER INSERT ON contexts BEGIN DELETE FROM units; END",
      "ALTER TABLE units ADD COLUMN more TEXT DEFAULT 'x'",
      "ALTER TABLE origins ADD COLUMN more INT GENERATED ALWAYS AS (id + 1) VIRTUAL",
      // A list of origins without an end.
      """
      DROP TABLE origins; CREATE VIEW origins AS WITH RECURSIVE r(id) AS
      (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 'x' AS name FROM r
      """,
      """
      INSERT INTO sqlite_schema VALUES('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING dbstat')
      """,
      "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')",
      "PRAGMA user_version = 7",
    ])
  func foreign(_ change: String) throws {
    for error in try HostileMemory([change]).errors() { #expect(error?.kind == .foreign) }
  }

  @Test(
    "What is ours and not there is damage",
    arguments: [
      "DROP INDEX units_by_hash", "DROP TABLE contexts",
      "DELETE FROM sqlite_schema WHERE name = 'origins'",
    ])
  func missing(_ change: String) throws {
    for error in try HostileMemory([change]).errors() { #expect(error?.kind == .damaged) }
  }

  @Test(
    "Numbers that no memory has are refused, whatever is done with the file",
    arguments: ["units", "segments"],
    [
      "9223372036854775807", "-9223372036854775808", "1000000000000", "4000000000", "-5", "0",
    ])
  func ids(_ table: String, _ id: String) throws {
    let memory = try HostileMemory(["UPDATE \(table) SET id = \(id) WHERE id = 2"])
    for error in try memory.errors() { #expect(error?.kind == .damaged) }
  }

  @Test(
    "A number that is too high for the size of the file takes no memory", arguments: [2_000_000_000]
  )
  func highID(_ id: Int) throws {
    let memory = try HostileMemory(["UPDATE units SET id = \(id) WHERE id = 36"])
    for error in try memory.errors() { #expect(error?.kind == .damaged) }
  }

  @Test(
    "Counts that do not fit what they count are damage",
    arguments: [
      ("UPDATE postings SET count = 9223372036854775807", HostileMemory.Use.lookup),
      ("UPDATE postings SET count = -9223372036854775808", .lookup),
      ("UPDATE postings SET count = 'many'", .lookup),
      ("UPDATE postings SET count = 0", .search),
      ("UPDATE postings SET units = zeroblob(100000)", .lookup),
      ("UPDATE segments SET units = 9223372036854775807", .importing),
      ("UPDATE segments SET units = -1", .compact),
      ("UPDATE segments SET units = 1.5", .statistics),
      (
        """
        WITH RECURSIVE r(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM r WHERE n < 5000)
        INSERT INTO segments SELECT n, 1 FROM r
        """, .lookup
      ),
      ("UPDATE contexts SET before = 9223372036854775807", .export),
      ("UPDATE contexts SET after = -2", .lookup),
      ("UPDATE contexts SET unit = 'x' || unit", .export),
      ("DELETE FROM units WHERE id > 20", .search),
    ])
  func counts(_ change: String, _ use: HostileMemory.Use) throws {
    let memory = try HostileMemory([change])
    let error = #expect(throws: MemoryError.self) { try memory.use(use) }
    #expect(error?.kind == .damaged)
  }

  @Test("A share of confidence that is none goes out as one")
  func confidence() throws {
    let memory = try HostileMemory(["UPDATE units SET confidence = 9e999"])
    let units = try Memories.all(MemoryDatabase(path: memory.name, .reading))
    #expect(units.allSatisfy { $0.confidence == 1 })
    #expect(String(decoding: Memories.written(units, .tsv), as: UTF8.self).contains("\t1.00\n"))
  }

  @Test("A statement that does not end is ended")
  func endless() throws {
    let connection = try SQLiteConnection(path: Array(":memory:".utf8CString), .writing)
    let error = #expect(throws: MemoryError.self) {
      _ = try connection.number(
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r")
    }
    #expect(error?.kind == .damaged)
    // What it has done is not held against the next one.
    #expect(try connection.number("SELECT 7") == 7)
  }

  @Test(
    "Pages that lead to the same rows for good are left",
    arguments: ["units", "segments", "languages", "origins"])
  func circles(_ table: String) throws {
    let memory = try HostileMemory([])
    try memory.fold(table)
    let start = ContinuousClock.now
    let errors = try memory.errors()
    #expect(start.duration(to: .now) < .seconds(20))
    // Those that go through the whole table, and the one that compares all pages.
    for error in errors { #expect(error == nil || error?.kind == .damaged) }
    #expect(errors.last == .damaged)
    let isEnded = errors.contains { $0?.message.hasSuffix("does not end") == true }
    #expect(isEnded == (table == "units"))
  }

  @Test("Schema, triggers and views of a file are not trusted")
  func distrust() throws {
    let connection = try SQLiteConnection(path: Array(":memory:".utf8CString), .writing)
    try connection.execute("CREATE TABLE t(x); CREATE VIEW v AS SELECT 1 AS x")
    #expect(throws: MemoryError.self) { try connection.number("SELECT x FROM v") }
    // Defensive: the setting is passed over.
    try connection.execute("PRAGMA writable_schema = ON")
    #expect(throws: MemoryError.self) {
      try connection.execute("UPDATE sqlite_schema SET sql = ''")
    }
    #expect(try connection.number("PRAGMA trusted_schema") == 0)
  }

  @Test(
    "What SQLite takes for no file is refused",
    arguments: ["", ":memory:", "file:x", "file::memory:"]
  )
  func names(_ name: String) {
    let error = #expect(throws: MemoryError.self) {
      _ = try MemoryDatabase(path: Array(name.utf8CString), .writing)
    }
    #expect(error?.message == "not the name of a file")
  }

  @Test("A pipe is no memory, and is not waited for", .timeLimit(.minutes(1)))
  func pipe() throws {
    let memory = try HostileMemory([])
    try FileManager.default.removeItem(atPath: memory.path)
    try #require(mkfifo(memory.path, 0o600) == 0)
    for access in [MemoryDatabase.Access.reading, .writing] {
      let error = #expect(throws: MemoryError.self) {
        _ = try MemoryDatabase(path: memory.name, access)
      }
      #expect(error?.kind == .foreign)
    }
  }

  /// `MUJAZ_HOSTILE_MEMORIES=10000` for as many; a few hundred in every run.
  private static let rounds =
    ProcessInfo.processInfo.environment["MUJAZ_HOSTILE_MEMORIES"].flatMap { Int($0) } ?? 400

  @Test("Random changes of what SQLite finds sound: no crash, none takes five seconds")
  func random() throws {
    var change = RandomChange(seed: 14)
    let memory = try HostileMemory([])
    var refused = 0
    for round in 0..<Self.rounds {
      let changes = change.next()
      try memory.change(changes)
      let start = ContinuousClock.now
      for error in try memory.errors() {
        guard let error else { continue }
        refused += 1
        #expect(
          error.kind == .foreign || error.kind == .damaged, "\(round): \(changes) \(error)")
        #expect(!error.message.contains("\n"))
      }
      let time = start.duration(to: .now)
      #expect(time < .seconds(5), "\(round): \(changes) took \(time)")
    }
    // Many of the changes do harm, and many do none.
    #expect(refused > Self.rounds && refused < Self.rounds * HostileMemory.Use.allCases.count)
  }
}
