/// One entry of a feed, or the article of a page.
public enum DocumentEntry: Sendable {
  /// An article.
  case article(CleanArticle)
  /// An entry that is no article, with its id.
  case failure(InputError, id: String?)
}
