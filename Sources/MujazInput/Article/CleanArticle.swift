public import MujazCore

/// An article that was read out of a page, a feed, a document or a message: nothing but its text.
public struct CleanArticle: Sendable {
  /// The headline; empty where there is none.
  public var title: [UInt8]
  /// The headline, a blank line, and one paragraph a line or a plain text: what every offset counts in.
  public var text: [UInt8]
  /// Where the paragraphs stand in `text`; none in plain text.
  public var paragraphs: [TextRange]
  /// Whether what stands behind the headline is plain text, whose lines may be wrapped.
  public var isPlain = false
  /// What the page or the entry says of the article.
  public var metadata: Metadata
  /// The id that the article has where it comes from: a feed's guid, the address of a page; nil where it has none.
  public var id: String?

  init(
    title: String, paragraphs: [some Collection<UInt8>], metadata: Metadata, id: String? = nil
  ) {
    self.title = Array(title.utf8)
    self.metadata = metadata
    self.id = id
    var text = self.title
    if !text.isEmpty { text += [0x0A, 0x0A] }
    self.paragraphs = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text.append(0x0A) }
      let start = text.count
      text.append(contentsOf: paragraph)
      self.paragraphs.append(TextRange(start: start, end: text.count))
    }
    self.text = text
  }

  /// An article whose body is plain text, its lines wrapped or not.
  init(title: String, body: [UInt8], metadata: Metadata) {
    self.title = Array(title.utf8)
    self.metadata = metadata
    paragraphs = []
    isPlain = true
    text = title.isEmpty ? body : self.title + [0x0A, 0x0A] + body
  }
}
