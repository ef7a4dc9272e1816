extension BilingualSegment {
  /// Takes over what was written beside the segment.
  mutating func take(_ remarks: Remarks) {
    isOmitted = isOmitted || remarks.isOmitted
    comments += remarks.comments
  }

  /// The comments of a format whose segments have a state that holds only where there is no target.
  var commentsWithState: [String] {
    isOmitted && !(target ?? "").isBlank ? comments + [Remarks.omitted] : comments
  }

  /// The state, where the cells beside it don't tell it.
  var tableStatus: String {
    isOmitted ? Remarks.omitted : isFuzzy && target != nil ? TargetStatus.fuzzy.rawValue : ""
  }
}
