public import MujazCore

/// Where a text comes from, and what is known of it beside its words.
public final class Origin: Sendable {
  /// The charset that the input was in.
  public let encoding: String
  public let repairs: [Repair]
  public let metadata: Metadata
  /// The paragraphs of a text that holds nothing but an article; nil where the text is as it came.
  public let paragraphs: [TextRange]?

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

/// Reads files that are taken as a whole: texts, pages, feeds, documents.
public struct DocumentReader: Sendable {
  public var decoder: TextDecoder

  public init(decoder: TextDecoder = TextDecoder()) {
    self.decoder = decoder
  }

  /// What a file holds.
  public enum Document {
    /// A text as it came.
    case text(DecodedText)
    /// Articles that were read out of it, and the text that they were read from.
    case articles([Entry], DecodedText?)
  }

  /// One entry of a feed, or the article of a page.
  public enum Entry {
    case article(CleanArticle)
    /// An entry that is no article, with its id.
    case failure(InputError, id: String?)
  }

  /// Reads bytes of a kind that is known. Linear.
  public func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: InputKind
  ) throws(InputError) -> Document {
    if kind == .docx { return .articles([.article(try Docx.article(bytes))], nil) }
    let text = try decoder.decode(bytes)
    guard kind != .text else { return .text(text) }
    let result = text.withText(of: bytes) { text -> Result<[Entry], InputError> in
      do throws(InputError) {
        return .success(
          kind == .feed ? try Feed.entries(text) : [.article(try PageReader.article(text))])
      } catch {
        return .failure(error)
      }
    }
    return .articles(try result.get(), text)
  }
}
