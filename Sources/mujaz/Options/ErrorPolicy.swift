/// What happens with input that is no article.
enum ErrorPolicy: String, CaseIterable {
  case fail, skip, record
}

/// What happens with an article that is surely not Arabic.
enum LanguageCheck: String, CaseIterable {
  case note, refuse, off
}

/// How much input that is no article a run puts up with.
struct Tolerance: Sendable {
  var policy: ErrorPolicy
  /// One more ends the run. Nil: there may be any number.
  var mostErrors: Int?
  /// Whether a run that refused input is no success.
  var failsOnSkipped: Bool
}
