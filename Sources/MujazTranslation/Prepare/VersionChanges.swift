/// What has become of the segments of an earlier version.
public struct VersionChanges: Sendable {
  /// Segments whose text is the same.
  public private(set) var carried = 0
  /// Segments whose text was another one.
  public private(set) var changed = 0
  /// Segments that nothing stood for.
  public private(set) var new = 0
  /// Earlier segments that nothing has come of.
  public private(set) var gone: [BilingualSegment] = []

  /// Nothing yet.
  public init() {}

  mutating func add(_ version: CarriedVersion) {
    for step in version.plan.steps {
      switch step {
      case .new: new += 1
      case .unchanged: carried += 1
      case .changed: changed += 1
      }
    }
    gone += version.plan.gone.map { version.old[$0] }
  }

  /// Takes in what has become of other segments.
  package mutating func add(_ other: VersionChanges) {
    carried += other.carried
    changed += other.changed
    new += other.new
    gone += other.gone
  }

  /// Takes in segments of a document that had no earlier version.
  mutating func add(new count: Int) { new += count }
}
