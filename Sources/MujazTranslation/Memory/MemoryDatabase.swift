/// A translation memory: one SQLite file that several processes may read and write at once.
///
/// Every unit of two languages stands once, with the contexts it was seen in, its provenance and its date; an index of the words of both
/// sides finds candidates for a fuzzy match and for a concordance. What was committed survives the end of the process at
/// any moment (write-ahead log).
///
/// For one thread at a time: it can be handed over to another, and never shared.
public final class MemoryDatabase: @unchecked Sendable {
  /// What a memory is opened for.
  public enum Access: Sendable {
    /// The file must be there.
    case reading
    /// The file is made where there is none.
    case writing
  }

  let connection: SQLiteConnection

  /// What a unit may be numbered, in whatever memory.
  static let unitIDs = 1...(1 << 31)

  /// Opens the memory in a file, whose path is ended by a NUL.
  public init(path: [CChar], _ access: Access) throws(MemoryError) {
    try MemoryPath.check(path)
    // SQLite takes a file of a few bytes for an empty one, and would write over it.
    guard MemoryPath.mayBeDatabase(path) else { throw .foreign }
    let isMemory: Bool
    (connection, isMemory) = try Self.open(path, access)
    guard !isMemory else { return }
    guard access == .writing else { throw .foreign }
    try create()
  }

  /// Opens the memory in a file.
  public convenience init(path: String, _ access: Access) throws(MemoryError) {
    try self.init(path: Array(path.utf8CString), access)
  }

  /// A memory that is gone with its object.
  public init() throws(MemoryError) {
    connection = try SQLiteConnection(path: Array(":memory:".utf8CString), .writing)
    try create()
  }

  /// Opens a file and looks whether it is a memory.
  private static func open(
    _ path: [CChar], _ access: Access
  ) throws(MemoryError) -> (SQLiteConnection, isMemory: Bool) {
    do throws(MemoryError) {
      let connection = try SQLiteConnection(path: path, access == .writing ? .writing : .reading)
      return (connection, try isMemory(connection))
    } catch {
      // Where nothing can be written beside the file (a read-only medium, a folder of somebody else) no reader can be told from a
      // writer: nobody writes there, if no log was left.
      guard error.kind == .cannotCreate, access == .reading else { throw error }
      guard !MemoryPath.hasLog(path) else {
        throw MemoryError(
          .cannotCreate,
          "its last changes wait in a file beside it (-wal), which can be read only where it can be written to"
        )
      }
      let connection = try SQLiteConnection(path: MemoryPath.immutable(path), .readingOnly)
      return (connection, try isMemory(connection))
    }
  }

  /// Whether the file is a memory; false for an empty file, an error for a foreign or damaged one.
  private static func isMemory(_ connection: SQLiteConnection) throws(MemoryError) -> Bool {
    // The log is synced when it goes into the file: the end of a process loses nothing, and a power failure the last
    // transactions at most.
    try connection.execute("PRAGMA synchronous = NORMAL")
    try connection.execute("PRAGMA cache_size = -32768")
    // In one transaction: what another process makes in the meantime is there whole, or not at all.
    return try connection.transaction(isWriting: false) { () throws(MemoryError) in
      guard try MemorySchema.isThere(connection) else { return false }
      _ = try newestUnit(connection)
      _ = try PostingIndex(connection).segments()
      return true
    }
  }

  /// The highest number of a unit, 0 where there is none. Units are numbered from 1 and never taken out, so it can't be more than the
  /// file has room for; memory is taken by it.
  static func newestUnit(_ connection: SQLiteConnection) throws(MemoryError) -> Int {
    let ends = try connection.prepare(
      "SELECT (SELECT min(id) FROM units), (SELECT max(id) FROM units)")
    guard try ends.step(), !ends.isNull(1) else { return 0 }
    _ = try ends.int(0, in: unitIDs)
    let newest = try ends.int(1, in: unitIDs)
    ends.reset()
    guard newest <= connection.mostRows else { throw .damaged }
    return newest
  }

  private func create() throws(MemoryError) {
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.transaction(isWriting: true) { () throws(MemoryError) in
      // Another process may have been faster.
      if try !MemorySchema.isThere(connection) { try MemorySchema.create(connection) }
    }
  }

  /// The number of units.
  public func count() throws(MemoryError) -> Int {
    // Of a column: SQLite counts rows alone in one step, which nothing ends where pages lead back to themselves.
    try connection.number("SELECT count(id) FROM units")
  }

  /// The languages that have the wanted ones as their base: a memory of en-GB serves en.
  func languages(
    from source: Language?, to target: Language?
  ) throws(MemoryError) -> [Int: (source: String, target: String)] {
    var found: [Int: (source: String, target: String)] = [:]
    let statement = try connection.prepare("SELECT id, source, target FROM languages ORDER BY id")
    var last: Int?
    while try statement.step() {
      // Numbers only grow, or pages of the file lead in circles.
      let id = statement.int(0)
      guard last.map({ $0 < id }) ?? true else { throw .damaged }
      last = id
      let pair = (source: statement.text(1), target: statement.text(2))
      let fits = { (tag: String, wanted: Language?) in
        wanted == nil || Language(tag)?.base == wanted?.base
      }
      if fits(pair.source, source), fits(pair.target, target) { found[id] = pair }
    }
    return found
  }

  /// Gives back the room of what was replaced, and makes one index of the many that imports have left. The memory is checked
  /// first: a damaged one is left as it is.
  public func compact() throws(MemoryError) {
    let check = try connection.prepare("PRAGMA integrity_check(1)")
    if try check.step(), check.text(0) != "ok" {
      throw SQLiteConnection.isUnreadable ? .unreadable : .damaged
    }
    check.reset()
    try connection.transaction(isWriting: true) { () throws(MemoryError) in
      try PostingIndex(connection).mergeAll()
    }
    try connection.execute("VACUUM")
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
