extension MergedPackage {
  /// The translation as plain text: a paragraph a line, with the empty lines of the article.
  ///
  /// Text is in logical order; no bidi character is added.
  public func text() -> [UInt8] {
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
}
