/// Statements that change a memory's values and its schema by chance: the same for the same seed.
struct RandomChange {
  private var random: Sentences
  private static let columns = [
    "units": ["id", "languages", "hash", "source", "target", "origin", "date", "confidence"],
    "languages": ["id", "source", "target"], "origins": ["id", "name"],
    "contexts": ["unit", "before", "after"], "segments": ["id", "units"],
    "postings": ["segment", "term", "count", "units"],
  ]
  private static let tables = columns.keys.sorted()
  private static let numbers = [
    "0", "1", "2", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775806",
    "4294967295", "4294967296", "2147483647", "2147483648", "1000000000000", "4000000000", "65536",
    "255", "256", "72057594037927935", "72057594037927936", "-2", "37",
  ]
  private static let others = [
    "NULL", "''", "'x'", "'12abc'", "1e308", "-1e308", "9e999", "0.5", "zeroblob(0)",
    "zeroblob(5000)", "randomblob(40)", "x'80808080808080808080'", "x'FFFFFFFFFFFFFFFF7F'",
    "'a' || char(0) || 'b'", "char(1632, 10, 9)", "printf('%20000s', 'كلمة')", "x'C3'", "-0.0",
    "replace(printf('%4000s', ''), ' ', 'كلمة ')",
  ]
  private static let schemas = [
    "CREATE VIEW v AS SELECT * FROM units", "CREATE TABLE extra(a)",
    "CREATE TRIGGER t AFTER UPDATE ON units BEGIN DELETE FROM units; END",
    "CREATE TRIGGER t BEFORE INSERT ON postings BEGIN SELECT RAISE(ABORT, 'no'); END",
    "DROP TABLE contexts", "DROP INDEX units_by_hash", "ANALYZE", "PRAGMA user_version = 2",
    "PRAGMA application_id = 0", "ALTER TABLE units RENAME COLUMN date TO day",
    "ALTER TABLE segments ADD COLUMN x DEFAULT 1", "REINDEX", "VACUUM", "PRAGMA auto_vacuum = 1",
    "CREATE INDEX i ON contexts(after)", "PRAGMA encoding = 'UTF-16'", "PRAGMA page_size = 512",
    """
    DROP TABLE units; CREATE VIEW units AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r)
    SELECT id, 1 languages, 1 hash, 'x' source, 'y' target, 1 origin, '' date, 0 confidence FROM r
    """,
  ]

  init(seed: UInt64) { random = Sentences(seed: seed) }

  /// One to three statements.
  mutating func next() -> [String] { (0...random.below(3)).map { _ in statement() } }

  private mutating func statement() -> String {
    let table = one(of: Self.tables)
    let column = one(of: Self.columns[table] ?? [])
    switch random.below(12) {
    case 0: return one(of: Self.schemas)
    case 1: return "DELETE FROM \(table) WHERE abs(random()) % 3 = 0"
    case 2:
      // Where a table begins, in pages, and what it is said to be.
      return random.below(2) == 0
        ? "UPDATE sqlite_schema SET rootpage = \(random.below(30)) WHERE name = '\(table)'"
        : "UPDATE sqlite_schema SET \(one(of: ["type", "name", "tbl_name", "sql"])) = \(value()) WHERE name = '\(table)'"
    case 3:
      let columns = Self.columns[table] ?? []
      let values = columns.map { _ in value() }.joined(separator: ", ")
      return "INSERT OR REPLACE INTO \(table) VALUES(\(values))"
    case 4: return "UPDATE OR REPLACE \(table) SET \(column) = \(value())"
    default:
      return
        "UPDATE OR REPLACE \(table) SET \(column) = \(value()) WHERE abs(hex(\(column)) + \(random.below(9))) % 4 = 0"
    }
  }

  private mutating func value() -> String {
    one(of: random.below(2) == 0 ? Self.numbers : Self.others)
  }

  private mutating func one(of list: [String]) -> String { list[random.below(list.count)] }
}
