/// How much a statement may still do, in steps of SQLite's machine.
///
/// A file from somebody else may send SQLite in circles: pages that lead back to themselves are found only where they are met again
/// and again. Twenty million steps, and sixteen more for every byte of the database, are several times what any statement of ours takes.
final class SQLiteWork {
  static let fewest = 20_000_000
  static let stepsPerByte = 16
  /// After so many steps SQLite asks whether to go on.
  static let interval: Int32 = 1_000

  /// What a statement that begins may do.
  private(set) var allowance = fewest
  /// What the statement that runs may still do.
  var left = fewest

  /// Takes the size of the database.
  func measure(bytes: Int) {
    let (steps, overflow) = bytes.multipliedReportingOverflow(by: Self.stepsPerByte)
    allowance = overflow ? .max / 2 : min(steps, .max / 2) + Self.fewest
  }

  /// Whether the statement that runs has to end.
  func isSpent() -> Bool {
    left -= Int(Self.interval)
    return left < 0
  }
}
