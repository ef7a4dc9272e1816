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
    for (index, document) in documents.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      for (place, paragraph) in document.paragraphs.enumerated() where !paragraph.text.isEmpty {
        bytes.append(contentsOf: paragraph.text.utf8)
        let isLast = place + 1 == document.paragraphs.count
        bytes.append(contentsOf: repeatElement(0x0A, count: isLast ? 1 : paragraph.lineFeeds))
      }
    }
    return bytes
  }

  /// A row a sentence: id, source, target, status, document.
  func tsv() -> [UInt8] {
    var bytes: [UInt8] = []
    TSV.append(["id", "source", "target", "status", "document"], to: &bytes)
    for document in documents {
      for segment in document.paragraphs.lazy.flatMap(\.segments) {
        TSV.append(
          [segment.id, segment.source, segment.target, segment.status.rawValue, document.original],
          to: &bytes)
      }
    }
    return bytes
  }
}
