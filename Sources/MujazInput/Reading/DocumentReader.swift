/// Reads files that are taken as a whole: texts, pages, feeds, documents, messages.
public struct DocumentReader: Sendable {
  /// What turns bytes into text.
  public var decoder: TextDecoder
  /// A part of a document inflates to no more.
  public var limit: SizeLimit

  /// A reader; without arguments it repairs what is damaged and takes up to 1 GB.
  public init(decoder: TextDecoder = TextDecoder(), limit: SizeLimit = .standard) {
    self.decoder = decoder
    self.limit = limit
  }

  /// What a file holds.
  public enum Document {
    /// A text as it came.
    case text(DecodedText)
    /// Articles that were read out of it, the charset that it was in, and what was put right.
    case articles([DocumentEntry], encoding: String, repairs: [Repair])
  }

  /// The articles in bytes: a file, the body of a response. By its content where no kind is given.
  ///
  /// A text, a page, a document, a message and subtitles are one article, a feed has many. JSON and web archives hold records, which
  /// are read one by one: ``RecordParser`` and ``WebRecordCutter`` do that, and here they are refused. Linear.
  public func read(
    _ bytes: [UInt8], as kind: InputKind? = nil
  ) throws(InputError) -> [DocumentEntry] {
    try bytes.withUnsafeBufferPointer { (bytes) throws(InputError) in
      switch try read(bytes, kind ?? InputKind(sniffing: bytes)) {
      case .text(let text):
        let body = text.withText(of: bytes) { Array($0) }
        return [.article(CleanArticle(title: "", body: body, metadata: Metadata()))]
      case .articles(let entries, _, _): return entries
      }
    }
  }

  /// Reads bytes of a kind that is known. Linear.
  ///
  /// A text is not copied: it is a part of the bytes where they are clean UTF-8. JSON and web archives are refused.
  public func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: InputKind
  ) throws(InputError) -> Document {
    if kind.holdsRecords {
      throw InputError(
        .unsupportedFormat, "\(kind.rawValue) holds records, which are read one by one")
    }
    if kind == .docx || kind == .odt {
      let (article, isBroken) =
        kind == .odt
        ? try Odt.article(bytes, limit: limit) : try Docx.article(bytes, limit: limit)
      let repairs: [Repair] = isBroken ? [.malformedXML] : []
      return try articles([.article(article)], encoding: Charset.utf8.name, repairs)
    }
    if kind == .mail {
      let (article, encoding, repairs) = try Mail.article(bytes, decoder)
      return try articles([.article(article)], encoding: encoding.name, repairs)
    }
    let text = try decoder.decode(bytes)
    guard kind != .text else { return .text(text) }
    var repairs = text.repairs
    let entries = try text.withText(of: bytes) { text throws(InputError) -> [DocumentEntry] in
      if kind == .subtitles { return [.article(try Subtitles.article(text))] }
      guard kind == .feed else { return [.article(try PageReader.article(text))] }
      let (entries, mended) = try Feed.entries(text)
      repairs += mended
      return entries
    }
    return try articles(entries, encoding: text.charset.name, repairs)
  }

  private func articles(
    _ entries: [DocumentEntry], encoding: String, _ repairs: [Repair]
  ) throws(InputError) -> Document {
    if decoder.isStrict, let repair = repairs.first { throw InputError(needing: repair) }
    return .articles(entries, encoding: encoding, repairs: repairs)
  }
}
