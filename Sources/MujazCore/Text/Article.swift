/// An article: the text, and what is known of it.
public struct Article: Sendable, Hashable {
  /// The headline, where it comes apart from the text.
  public var title: String?
  /// The text, decoded. Every offset of the library counts in its UTF-8 bytes.
  public var text: String

  /// An article of a text, and of its headline where that stands apart.
  public init(title: String? = nil, text: String) {
    self.title = title
    self.text = text
  }
}
