/// What a page or a record says of its article. What is not stated is nil.
public struct Metadata: Sendable, Hashable {
  /// The headline.
  public var headline: String?
  /// Who has written it.
  public var author: String?
  /// The day or the moment of publication, as ISO 8601: `2026-11-25` or `2026-11-25T09:30:00+03:00`.
  public var date: String?
  /// The name of the site or the newspaper.
  public var site: String?
  /// The address of the article.
  public var url: String?
  /// A language tag: `ar`. Pages often state that of their template: `ArticleLanguage` tells it by the text.
  public var language: String?
  /// The part of the site or the newspaper: سياسة.
  public var section: String?
  /// What kind of web page it is; nil where the article is of no page.
  public var page: PageVerdict?

  /// Nothing stated.
  public init() {}
}
