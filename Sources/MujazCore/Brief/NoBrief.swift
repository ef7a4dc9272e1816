/// Why an article has no brief.
public enum NoBrief: String, Sendable, CaseIterable {
  /// Its text has no words.
  case empty
  /// No line of it is of an article's body: headings, captions, bylines, menus.
  case noSentence = "no_sentence"
  /// It is a table, a line-up, a list of prices or times: rows, and no sentence.
  case rows
  /// It tells a claim that goes round, and only its headline says that it is false.
  case verdict

  /// What is so, for people: the end of a line that begins with the article's place.
  public var message: String {
    switch self {
    case .empty: "no brief: the text is empty"
    case .noSentence: "no brief: no line is a sentence of an article"
    case .rows: "no brief: rows of a table or a list, and no sentence"
    case .verdict: "no brief: the text tells a claim that only the headline denies"
    }
  }
}
