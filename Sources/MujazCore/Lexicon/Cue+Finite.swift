extension Cue {
  /// Whether the form needs a subject: قال, يقول.
  @inline(__always) var isFinite: Bool { form == .past || form == .imperfect }
}
