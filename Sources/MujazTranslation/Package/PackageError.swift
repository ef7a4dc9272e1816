/// Why a file is no package, or not the one that went out.
public struct PackageError: Error, Sendable, Hashable {
  /// The line of the file, nil where none can be named.
  public var line: Int?
  /// What is wrong, for people: one line, without content of the file but ids.
  public var message: String

  /// Whether it is no fault of the file's.
  public private(set) var isOutOfMemory = false

  /// Memory ran out.
  static var outOfMemory: PackageError {
    var error = PackageError("out of memory")
    error.isOutOfMemory = true
    return error
  }

  /// An error at a line of the file, or of the file as a whole.
  public init(line: Int? = nil, _ message: String) {
    self.line = line
    self.message = message
  }
}
