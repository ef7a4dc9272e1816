/// What a page or a record says of its article. What is not stated is nil.
public struct Metadata: Sendable, Hashable {
  public var headline: String?
  public var author: String?
  /// The day or the moment of publication, as ISO 8601: `2026-11-25` or `2026-11-25T09:30:00+03:00`.
  public var date: String?
  /// The name of the site or the newspaper.
  public var site: String?
  public var url: String?
  /// A language tag: `ar`. Pages often state that of their template: `ArticleLanguage` tells it by the text.
  public var language: String?
  public var section: String?

  public init() {}
}
