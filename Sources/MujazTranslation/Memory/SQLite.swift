internal import MujazPlatform
internal import SystemSQLite

/// A connection to an SQLite database. Closed when nobody holds it any more; for one thread at a time.
final class SQLiteConnection {
  fileprivate let handle: OpaquePointer

  enum Access {
    case reading
    /// The file is made where there is none.
    case writing
    /// Nothing is written, not even beside the file: the path is a URI that says so.
    case readingOnly
  }

  private let work = SQLiteWork()
  /// Rows that a table can have at most: a unit takes more than forty bytes.
  private(set) var mostRows = 0
  private static let fewestBytesOfRow = 16

  /// Another process may hold the lock for as long as it writes a batch.
  private static let patience: Int32 = 120_000

  /// `path` is ended by a NUL.
  init(path: [CChar], _ access: Access) throws(MemoryError) {
    var opened: OpaquePointer?
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READWRITE
      case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readingOnly: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    var code = sqlite3_open_v2(path, &opened, flags, nil)
    if code == SQLITE_CANTOPEN, access == .reading {
      // A file of somebody else, or a folder that can't be written to.
      sqlite3_close(opened)
      code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY, nil)
    }
    guard code == SQLITE_OK, let opened else {
      let error = opened.map { Self.error(code, $0) }
      sqlite3_close(opened)
      throw error ?? .outOfMemory
    }
    handle = opened
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, Self.patience)
    guard system_sqlite_distrust(opened) == SQLITE_OK else {
      throw MemoryError(.failed, "this SQLite cannot be kept from trusting a file")
    }
    sqlite3_progress_handler(
      opened, SQLiteWork.interval,
      { work in
        work.map { Unmanaged<SQLiteWork>.fromOpaque($0).takeUnretainedValue().isSpent() } == true
          ? 1 : 0
      }, Unmanaged.passUnretained(work).toOpaque())
    // Cells that overlap are found when a page is read.
    try execute("PRAGMA cell_size_check = ON")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without results.
  func execute(_ sql: StaticString) throws(MemoryError) {
    work.left = work.allowance
    errno = 0
    let code = sql.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        sqlite3_exec(handle, $0.baseAddress, nil, nil, nil)
      }
    }
    if code != SQLITE_OK { throw Self.error(code, handle) }
  }

  /// Makes a statement, which the caller keeps to run it often.
  func prepare(_ sql: StaticString) throws(MemoryError) -> SQLiteStatement {
    try SQLiteStatement(self, sql)
  }

  /// The first column of the first row as a number, 0 where there is none.
  func number(_ sql: StaticString) throws(MemoryError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.int(0) : 0
  }

  /// Carries out `body` in a transaction: all of it is kept, or nothing.
  func transaction<Result>(
    isWriting: Bool, _ body: () throws(MemoryError) -> Result
  ) throws(MemoryError) -> Result {
    try execute(isWriting ? "BEGIN IMMEDIATE" : "BEGIN")
    do throws(MemoryError) {
      try measure()
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Where SQLite has rolled back already there is nothing left to do.
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  /// Looks how large the database is, which says how much may be done with it.
  func measure() throws(MemoryError) {
    let pages = try number("PRAGMA page_count")
    let size = try number("PRAGMA page_size")
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: size)
    guard pages >= 0, size >= 0, !overflow else { throw .damaged }
    work.measure(bytes: bytes)
    mostRows = bytes / Self.fewestBytesOfRow
  }

  /// Runs a statement on to its next row, `left` being what it may still do.
  fileprivate func step(_ statement: OpaquePointer, _ left: inout Int?) -> Int32 {
    work.left = left ?? work.allowance
    errno = 0
    let code = sqlite3_step(statement)
    left = work.left
    return code
  }

  var lastInsertedID: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Whether the device failed while the statement ran: to SQLite a file system that can't read is a damaged database.
  static var isUnreadable: Bool { errno == EIO }

  fileprivate static func error(_ code: Int32, _ handle: OpaquePointer) -> MemoryError {
    switch code & 0xFF {
    case SQLITE_NOTADB: return .foreign
    case SQLITE_CORRUPT where isUnreadable: return .unreadable
    case SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH: return .damaged
    case SQLITE_INTERRUPT:
      return MemoryError(.damaged, "the translation memory is damaged: reading it does not end")
    case SQLITE_ERROR: return MemoryError(.damaged, String(cString: sqlite3_errmsg(handle)))
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH:
      return MemoryError(.cannotCreate, "cannot open or create the translation memory")
    case SQLITE_BUSY, SQLITE_LOCKED:
      return MemoryError(.failed, "another process does not let go of the translation memory")
    case SQLITE_FULL: return MemoryError(.failed, "the disk is full")
    case SQLITE_NOMEM: return .outOfMemory
    default: return MemoryError(.failed, String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A prepared statement. Values are bound from 1, columns read from 0.
final class SQLiteStatement {
  private let connection: SQLiteConnection
  private let handle: OpaquePointer
  /// What a statement that has begun may still do.
  private var left: Int?
  /// Why a value could not be bound: memory has run out. Without it the statement would do its work with a NULL.
  private var unbound = SQLITE_OK

  /// SQLite takes a copy of what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  fileprivate init(_ connection: SQLiteConnection, _ sql: StaticString) throws(MemoryError) {
    self.connection = connection
    var prepared: OpaquePointer?
    errno = 0
    let code = sql.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v3(
          connection.handle, $0.baseAddress, Int32($0.count), UInt32(SQLITE_PREPARE_PERSISTENT),
          &prepared, nil)
      }
    }
    guard code == SQLITE_OK, let prepared else {
      throw SQLiteConnection.error(code, connection.handle)
    }
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }

  func bind(_ index: Int32, _ value: Int64) { note(sqlite3_bind_int64(handle, index, value)) }

  func bind(_ index: Int32, _ value: Double?) {
    if let value {
      note(sqlite3_bind_double(handle, index, value))
    } else {
      note(sqlite3_bind_null(handle, index))
    }
  }

  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        note(
          sqlite3_bind_text64(
            handle, index, $0.baseAddress, UInt64($0.count), Self.transient, UInt8(SQLITE_UTF8)))
      }
    }
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      note(
        sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.transient))
    }
  }

  private func note(_ code: Int32) { if code != SQLITE_OK { unbound = code } }

  /// Goes to the next row; false behind the last, when the statement is ready to be run again.
  func step() throws(MemoryError) -> Bool {
    if unbound != SQLITE_OK {
      let code = unbound
      unbound = SQLITE_OK
      reset()
      throw SQLiteConnection.error(code, connection.handle)
    }
    switch connection.step(handle, &left) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    case let code:
      reset()
      throw SQLiteConnection.error(code, connection.handle)
    }
  }

  /// Runs a statement that has no rows, or whose rows don't matter.
  func run() throws(MemoryError) {
    while try step() {}
  }

  /// Leaves the rows that are left.
  func reset() {
    sqlite3_reset(handle)
    left = nil
  }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// A number that lies in a range: where anything else stands, the file is damaged.
  func int(_ column: Int32, in range: ClosedRange<Int>) throws(MemoryError) -> Int {
    let value = int(column)
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER, range.contains(value) else {
      throw .damaged
    }
    return value
  }

  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// A share from 0 to 1, nil where none stands.
  func share(_ column: Int32) -> Double? {
    isNull(column) ? nil : min(1, max(0, sqlite3_column_double(handle, column)))
  }

  func text(_ column: Int32) -> String { bytes(column) { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a text or blob, without a copy.
  func bytes<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let start = sqlite3_column_blob(handle, column) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = Int(sqlite3_column_bytes(handle, column))
    return body(
      UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count))
  }
}
