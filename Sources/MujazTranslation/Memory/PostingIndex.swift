/// The index of terms in the database: segments that are written once, and merged when they have become many.
///
/// A batch of units makes one segment, so that an import appends to the file instead of touching every term's place in it (a
/// log-structured merge: O'Neil and others, 1996).
struct PostingIndex {
  private let connection: SQLiteConnection
  /// A look-up asks every segment, so there are never more.
  private static let mostSegments = 16
  /// A segment takes part in a merge while it has no more units than so many times those behind it.
  private static let growth = 4

  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// The segments, the oldest first, which has the lowest units.
  func segments() throws(MemoryError) -> [(id: Int, units: Int)] {
    let statement = try connection.prepare("SELECT id, units FROM segments ORDER BY id LIMIT ?")
    statement.bind(1, Self.mostSegments + 2)
    var segments: [(id: Int, units: Int)] = []
    while try statement.step() {
      let id = try statement.int(0, in: MemoryDatabase.unitIDs)
      guard id > segments.last?.id ?? 0 else { throw .damaged }
      segments.append((id, try statement.int(1, in: 0...MemoryDatabase.unitIDs.upperBound)))
    }
    // One that is written now may be too many for the moment.
    guard segments.count <= Self.mostSegments + 1 else { throw .damaged }
    return segments
  }

  /// Adds a segment of so many units, within a transaction.
  func add(_ terms: [Int64: PostingList], units: Int) throws(MemoryError) {
    guard units > 0 else { return }
    let insert = try connection.prepare("INSERT INTO segments(units) VALUES(?)")
    insert.bind(1, units)
    try insert.run()
    let segment = connection.lastInsertedID
    let posting = try connection.prepare("INSERT INTO postings VALUES(?, ?, ?, ?)")
    posting.bind(1, segment)
    for term in terms.keys.sorted() {
      guard let list = terms[term] else { continue }
      posting.bind(2, term)
      posting.bind(3, list.count)
      posting.bind(4, list.bytes)
      try posting.run()
    }
    let segments = try self.segments()
    if segments.count > Self.mostSegments { try merge(Self.newest(segments)) }
  }

  func mergeAll() throws(MemoryError) { try merge(segments()) }

  /// The newest segments up to one that is much larger than they are together.
  private static func newest(_ segments: [(id: Int, units: Int)]) -> [(id: Int, units: Int)] {
    var sum = 0
    var start = segments.count
    while start > 0, start > segments.count - 2 || segments[start - 1].units <= growth * sum {
      start -= 1
      sum += segments[start].units
    }
    return Array(segments[start...])
  }

  /// Makes one segment of neighbouring ones.
  private func merge(_ segments: [(id: Int, units: Int)]) throws(MemoryError) {
    guard segments.count > 1, let first = segments.first, let last = segments.last else { return }
    // What this transaction has written counts, too.
    try connection.measure()
    let insert = try connection.prepare("INSERT INTO segments(units) VALUES(?)")
    insert.bind(1, segments.reduce(0) { $0 + $1.units })
    try insert.run()
    let merged = connection.lastInsertedID
    let posting = try connection.prepare("INSERT INTO postings VALUES(?, ?, ?, ?)")
    posting.bind(1, merged)
    let rows = try connection.prepare(
      """
      SELECT term, units FROM postings WHERE segment BETWEEN ? AND ? ORDER BY term, segment
      """)
    rows.bind(1, first.id)
    rows.bind(2, last.id)
    var term: Int64?
    var list = PostingList()
    func write() throws(MemoryError) {
      guard let term else { return }
      posting.bind(2, term)
      posting.bind(3, list.count)
      posting.bind(4, list.bytes)
      try posting.run()
    }
    while try rows.step() {
      if rows.int64(0) != term {
        try write()
        term = rows.int64(0)
        list = PostingList()
      }
      rows.bytes(1) { bytes in PostingList.each(bytes) { list.append($0) } }
    }
    try write()
    for table: StaticString in [
      "DELETE FROM postings WHERE segment BETWEEN ? AND ?",
      "DELETE FROM segments WHERE id BETWEEN ? AND ?",
    ] {
      let delete = try connection.prepare(table)
      delete.bind(1, first.id)
      delete.bind(2, last.id)
      try delete.run()
    }
  }
}
