/// Why a memory can't be used.
public struct MemoryError: Error, Sendable, Hashable {
  /// The class of an error.
  public enum Kind: Sendable {
    /// There is no such file.
    case missing
    /// The file is something else than a memory, or of a version that isn't known.
    case foreign
    /// The file is a memory, but not whole.
    case damaged
    /// The file can't be made or written.
    case cannotCreate
    /// Reading or writing failed: a full disk, a lock that is not given.
    case failed
    /// There was no memory left.
    case outOfMemory
  }

  /// The class of the error.
  public var kind: Kind
  /// What is wrong, for people: one line.
  public var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  static let foreign = MemoryError(.foreign, "not a translation memory of mujaz")
  static let unreadable = MemoryError(.failed, "cannot be read: disk I/O error")
  static let outOfMemory = MemoryError(.outOfMemory, "out of memory")
  static let damaged = MemoryError(.damaged, "the translation memory is damaged")
}
