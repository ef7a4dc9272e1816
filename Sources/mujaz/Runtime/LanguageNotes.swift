/// What is told on standard error of articles that are not Arabic: one line a file, of the first.
struct LanguageNotes {
  /// The file that was told of last.
  private var told: String?

  /// The lines for standard error that a piece has brought, in order.
  mutating func lines(of outcome: Outcome) -> [String] {
    guard let foreign = outcome.foreign, foreign.source != told else { return outcome.diagnostics }
    told = foreign.source
    return [foreign.message] + outcome.diagnostics
  }
}
