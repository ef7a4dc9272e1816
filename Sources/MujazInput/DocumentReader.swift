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
    /// Articles that were read out of it, the charset that it was in, and what was put right.
    case articles([Entry], encoding: String, repairs: [Repair])
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
    if kind == .docx {
      let (article, isBroken) = try Docx.article(bytes)
      let repairs: [Repair] = isBroken ? [.malformedXML] : []
      return try articles([.article(article)], encoding: Charset.utf8.name, repairs)
    }
    let text = try decoder.decode(bytes)
    guard kind != .text else { return .text(text) }
    var repairs = text.repairs
    let result = text.withText(of: bytes) { text -> Result<[Entry], InputError> in
      do throws(InputError) {
        guard kind == .feed else { return .success([.article(try PageReader.article(text))]) }
        let (entries, isMended) = try Feed.entries(text)
        if isMended { repairs.append(.malformedXML) }
        return .success(entries)
      } catch {
        return .failure(error)
      }
    }
    return try articles(try result.get(), encoding: text.charset.name, repairs)
  }

  private func articles(
    _ entries: [Entry], encoding: String, _ repairs: [Repair]
  ) throws(InputError) -> Document {
    if decoder.isStrict, let repair = repairs.first { throw InputError(needing: repair) }
    return .articles(entries, encoding: encoding, repairs: repairs)
  }
}
