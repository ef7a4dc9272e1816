/// What of an article goes into a package.
public enum PrepScope: String, Sendable, CaseIterable {
  /// The article, with the brief's sentences flagged.
  case article
  /// The brief alone.
  case brief
  /// The brief as a document of its own, then the article.
  case both

  /// What a document is of.
  enum Part: String, Sendable {
    case article, brief
  }
}
