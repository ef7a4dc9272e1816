public import MujazCore

/// Where a text comes from, and what is known of it beside its words.
public final class Origin: Sendable {
  /// The charset that the input was in.
  public let encoding: String
  /// What was put right to make the text.
  public let repairs: [Repair]
  /// What the input says of the article.
  public let metadata: Metadata
  /// The paragraphs of a text that holds nothing but an article; nil where the text is as it came.
  public let paragraphs: [TextRange]?

  /// The origin of a text.
  public init(
    encoding: String, repairs: [Repair] = [], metadata: Metadata = Metadata(),
    paragraphs: [TextRange]? = nil
  ) {
    self.encoding = encoding
    self.repairs = repairs
    self.metadata = metadata
    self.paragraphs = paragraphs
  }
}
