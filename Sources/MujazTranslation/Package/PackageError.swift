/// Why a file is no package, or not the one that went out.
public struct PackageError: Error, Sendable, Hashable {
  /// The line of the file, nil where none can be named.
  public var line: Int?
  /// What is wrong, for people: one line, without content of the file but ids.
  public var message: String

  public init(line: Int? = nil, _ message: String) {
    self.line = line
    self.message = message
  }
}
