extension SQLiteStatement {
  /// How many units a row of postings names: its count in the first column, which the list in the second must have the bytes for.
  func postings() throws(MemoryError) -> Int {
    let count = try int(0, in: 0...MemoryDatabase.unitIDs.upperBound)
    // A unit takes a byte at least, and five where its number is the highest.
    let bytes = bytes(1) { $0.count }
    guard count <= bytes, bytes <= 5 * count else { throw .damaged }
    return count
  }
}
