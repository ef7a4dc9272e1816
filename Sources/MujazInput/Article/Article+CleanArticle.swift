public import MujazCore

extension Article {
  /// The article that was read out of a page, a feed, a document or a message.
  public init(_ clean: CleanArticle) {
    self.init(
      title: clean.title.isEmpty ? nil : String(decoding: clean.title, as: UTF8.self),
      text: String(decoding: clean.text, as: UTF8.self))
  }
}
