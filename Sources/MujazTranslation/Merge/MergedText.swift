extension MergedPackage {
  /// The translation in a format.
  public func bytes(_ format: MergeFormat) throws(PackageError) -> [UInt8] {
    switch format {
    case .text: plainText()
    case .markdown: markdown()
    case .html: html()
    case .docx: try docx()
    case .tsv: tsv()
    }
  }

  /// The translation as plain text, which is what `bytes(.text)` holds.
  public var text: String { String(decoding: plainText(), as: UTF8.self) }

  /// Plain text: a paragraph a line, with the empty lines of the article, an empty line between documents.
  ///
  /// Text is in logical order; no bidi character is added.
  func plainText() -> [UInt8] {
    var bytes: [UInt8] = []
    for document in documents where document.hasText {
      if !bytes.isEmpty { bytes.append(0x0A) }
      // Between two paragraphs the most that stands on either side of what is left out between them.
      var lineFeeds = 0
      for paragraph in document.paragraphs {
        if paragraph.text.isEmpty {
          if lineFeeds > 0 { lineFeeds = max(lineFeeds, paragraph.lineFeeds) }
          continue
        }
        bytes.append(contentsOf: repeatElement(0x0A, count: lineFeeds))
        bytes.append(contentsOf: paragraph.text.utf8)
        lineFeeds = paragraph.lineFeeds
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// What the translator says or asks: tab-separated values with a header, a row a comment: id, source, target, comment.
  public func comments() -> [UInt8] {
    var bytes: [UInt8] = []
    TSV.append(["id", "source", "target", "comment"], to: &bytes)
    for segment in documents.lazy.flatMap(\.paragraphs).flatMap(\.segments) {
      for comment in segment.comments {
        TSV.append([segment.id, segment.source, segment.target, comment], to: &bytes)
      }
    }
    return bytes
  }

  /// A row a sentence: id, source, target, status, document, comment.
  func tsv() -> [UInt8] {
    var bytes: [UInt8] = []
    TSV.append(["id", "source", "target", "status", "document", "comment"], to: &bytes)
    for document in documents {
      for segment in document.paragraphs.lazy.flatMap(\.segments) {
        TSV.append(
          [
            segment.id, segment.source, segment.target, segment.status.rawValue, document.original,
            TSV.joined(segment.comments),
          ], to: &bytes)
      }
    }
    return bytes
  }
}
