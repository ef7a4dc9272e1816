/// What stands in the place of a target that nobody has written.
public enum TargetFill: String, Sendable, CaseIterable {
  /// The source: tools like OmegaT show a segment only then.
  case copy
  /// Nothing.
  case omit
}
