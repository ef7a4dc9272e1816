internal import Glibc

/// A translation memory: one SQLite file that several processes may read and write at once.
///
/// Every unit of two languages stands once, with the contexts it was seen in, its provenance and its date; an index of the words of both
/// sides finds candidates for a fuzzy match and for a concordance. What was committed survives the end of the process at
/// any moment (write-ahead log).
///
/// For one thread at a time.
public final class MemoryDatabase: @unchecked Sendable {
  public enum Access: Sendable {
    /// The file must be there.
    case reading
    /// The file is made where there is none.
    case writing
  }

  let connection: SQLiteConnection

  /// `MJZT`: what tells a memory from other SQLite files.
  private static let applicationID = 0x4D4A_5A54
  private static let version = 1

  /// Opens the memory in a file, whose path is ended by a NUL.
  public init(path: [CChar], _ access: Access) throws(MemoryError) {
    // SQLite takes a file of a few bytes for an empty one, and would write over it.
    guard Self.mayBeDatabase(path) else {
      throw MemoryError(.foreign, "not a translation memory of mujaz")
    }
    connection = try SQLiteConnection(path: path, access == .writing ? .writing : .reading)
    // The log is synced when it goes into the file: the end of a process loses nothing, and a power failure the last
    // transactions at most.
    try connection.execute("PRAGMA synchronous = NORMAL")
    try connection.execute("PRAGMA cache_size = -32768")
    // In one transaction: what another process makes in the meantime is there whole, or not at all.
    if try !connection.transaction(isWriting: false, isMemory) {
      guard access == .writing else {
        throw MemoryError(.foreign, "not a translation memory of mujaz")
      }
      try create()
    }
  }

  /// A memory that is gone with its object.
  public init() throws(MemoryError) {
    connection = try SQLiteConnection(path: Array(":memory:".utf8CString), .writing)
    try create()
  }

  /// Whether a file is empty, missing, unreadable, or begins as SQLite's do.
  private static func mayBeDatabase(_ path: [CChar]) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    var head = [UInt8](repeating: 0, count: 16)
    let count = read(file, &head, head.count)
    return count <= 0 || head.elementsEqual(Array("SQLite format 3\0".utf8))
  }

  /// Whether the file is a memory; false for an empty file, an error for a foreign one.
  private func isMemory() throws(MemoryError) -> Bool {
    let id = try connection.number("PRAGMA application_id")
    let version = try connection.number("PRAGMA user_version")
    if id == Self.applicationID {
      guard version == Self.version else {
        throw MemoryError(
          .foreign, "a translation memory of version \(version), which this mujaz does not know")
      }
      return true
    }
    guard id == 0, version == 0, try connection.number("SELECT count(*) FROM sqlite_schema") == 0
    else { throw MemoryError(.foreign, "not a translation memory of mujaz") }
    return false
  }

  private func create() throws(MemoryError) {
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.transaction(isWriting: true) { () throws(MemoryError) in
      // Another process may have been faster.
      if try isMemory() { return }
      try connection.execute(
        """
        CREATE TABLE languages(id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL,
          UNIQUE(source, target));
        CREATE TABLE origins(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE units(id INTEGER PRIMARY KEY, languages INTEGER NOT NULL, hash INTEGER NOT NULL,
          source TEXT NOT NULL, target TEXT NOT NULL, origin INTEGER NOT NULL, date TEXT NOT NULL,
          confidence REAL);
        CREATE INDEX units_by_hash ON units(hash);
        CREATE TABLE contexts(unit INTEGER, before INTEGER, after INTEGER,
          PRIMARY KEY(unit, before, after)) WITHOUT ROWID;
        CREATE TABLE segments(id INTEGER PRIMARY KEY, units INTEGER NOT NULL);
        CREATE TABLE postings(segment INTEGER, term INTEGER, count INTEGER NOT NULL, units BLOB NOT NULL,
          PRIMARY KEY(segment, term)) WITHOUT ROWID;
        PRAGMA application_id = 0x4D4A5A54;
        PRAGMA user_version = 1;
        """)
    }
  }

  /// The number of units.
  public func count() throws(MemoryError) -> Int {
    try connection.number("SELECT count(*) FROM units")
  }

  /// The languages that have the wanted ones as their base: a memory of en-GB serves en.
  func languages(
    from source: Language?, to target: Language?
  ) throws(MemoryError) -> [Int: (source: String, target: String)] {
    var found: [Int: (source: String, target: String)] = [:]
    let statement = try connection.prepare("SELECT id, source, target FROM languages ORDER BY id")
    while try statement.step() {
      let pair = (source: statement.text(1), target: statement.text(2))
      let fits = { (tag: String, wanted: Language?) in
        wanted == nil || Language(tag)?.base == wanted?.base
      }
      if fits(pair.source, source), fits(pair.target, target) { found[statement.int(0)] = pair }
    }
    return found
  }

  /// Gives back the room of what was replaced, and makes one index of the many that imports have left. The memory is checked
  /// first: a damaged one is left as it is.
  public func compact() throws(MemoryError) {
    let check = try connection.prepare("PRAGMA integrity_check(1)")
    if try check.step(), check.text(0) != "ok" {
      throw MemoryError(.damaged, "the translation memory is damaged")
    }
    check.reset()
    try connection.transaction(isWriting: true) { () throws(MemoryError) in
      try PostingIndex(connection).mergeAll()
    }
    try connection.execute("VACUUM")
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
