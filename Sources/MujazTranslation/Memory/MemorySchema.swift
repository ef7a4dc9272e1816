/// The tables and indexes of a memory, and nothing besides: a file that has others, or views or triggers, is none of ours.
enum MemorySchema {
  /// `MJZT`: what tells a memory from other SQLite files.
  static let applicationID = 0x4D4A_5A54
  static let version = 1

  /// As SQLite keeps the statements, word for word.
  private static let objects: [(kind: String, name: String, sql: StaticString)] = [
    (
      "table", "languages",
      """
      CREATE TABLE languages(id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL,
        UNIQUE(source, target))
      """
    ),
    (
      "table", "origins", "CREATE TABLE origins(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"
    ),
    (
      "table", "units",
      """
      CREATE TABLE units(id INTEGER PRIMARY KEY, languages INTEGER NOT NULL, hash INTEGER NOT NULL,
        source TEXT NOT NULL, target TEXT NOT NULL, origin INTEGER NOT NULL, date TEXT NOT NULL,
        confidence REAL)
      """
    ),
    ("index", "units_by_hash", "CREATE INDEX units_by_hash ON units(hash)"),
    (
      "table", "contexts",
      """
      CREATE TABLE contexts(unit INTEGER, before INTEGER, after INTEGER,
        PRIMARY KEY(unit, before, after)) WITHOUT ROWID
      """
    ),
    (
      "table", "segments", "CREATE TABLE segments(id INTEGER PRIMARY KEY, units INTEGER NOT NULL)"
    ),
    (
      "table", "postings",
      """
      CREATE TABLE postings(segment INTEGER, term INTEGER, count INTEGER NOT NULL, units BLOB NOT NULL,
        PRIMARY KEY(segment, term)) WITHOUT ROWID
      """
    ),
  ]
  /// The indexes that SQLite makes for what is unique.
  private static let ownIndexes = ["sqlite_autoindex_languages_1", "sqlite_autoindex_origins_1"]

  /// Makes them, within a transaction.
  static func create(_ connection: SQLiteConnection) throws(MemoryError) {
    for object in objects { try connection.execute(object.sql) }
    try connection.execute("PRAGMA application_id = 0x4D4A5A54; PRAGMA user_version = 1")
  }

  /// Whether the file has them; false for an empty file, an error for a foreign one.
  static func isThere(_ connection: SQLiteConnection) throws(MemoryError) -> Bool {
    let id = try connection.number("PRAGMA application_id")
    let version = try connection.number("PRAGMA user_version")
    guard id != applicationID || version == self.version else {
      throw MemoryError(
        .foreign, "a translation memory of version \(version), which this mujaz does not know")
    }
    let rows = try connection.prepare("SELECT type, name, sql FROM sqlite_schema")
    var found: Set<String> = []
    while try rows.step() {
      let name = rows.text(1)
      let isOurs =
        rows.isNull(2)
        ? rows.text(0) == "index" && ownIndexes.contains(name)
        : objects.contains { object in
          object.kind == rows.text(0) && object.name == name
            && object.sql.withUTF8Buffer { sql in rows.bytes(2) { $0.elementsEqual(sql) } }
        }
      guard isOurs, found.insert(name).inserted else {
        throw id == applicationID
          ? MemoryError(.foreign, "not a translation memory of mujaz: it holds more than one does")
          : .foreign
      }
    }
    if id == 0, version == 0, found.isEmpty { return false }
    guard id == applicationID else { throw .foreign }
    guard found.count == objects.count + ownIndexes.count else { throw .damaged }
    return true
  }
}
