/// A DOCX file in the making: paragraphs and tables, written into its zip archive as they come.
///
/// A paragraph with Arabic letters runs from right to left (`w:bidi`), and so does each of its Arabic runs (`w:rtl`): Word takes
/// the font, the size and the order of marks from that. In a paragraph that is told to run from left to right each run of
/// Arabic stands between marks of direction, so that its digits stay with it and what follows does not.
struct WordDocument: Sendable {
  private var xml = XMLBuffer()
  private var archive: ZipArchive?

  init() {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document")
    xml.raw(
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n<w:body>\n")
  }

  mutating func paragraph(_ text: String, style: String? = nil, isRightToLeft: Bool? = nil) {
    let isRTL = isRightToLeft ?? text.hasArabicOutside([])
    xml.raw("<w:p><w:pPr>")
    if let style {
      xml.raw("<w:pStyle")
      xml.attribute("w:val", style)
      xml.raw("/>")
    }
    // Said both ways: LibreOffice has what is not said run as the page does.
    xml.raw(isRTL ? "<w:bidi/>" : "<w:bidi w:val=\"0\"/>")
    xml.raw("</w:pPr>")
    for run in isRTL ? text.directionRuns : text.isolatedRuns { write(run) }
    xml.raw("</w:p>\n")
  }

  private mutating func write(_ run: DirectionRun) {
    xml.raw("<w:r>")
    if run.isRightToLeft { xml.raw("<w:rPr><w:rtl/></w:rPr>") }
    xml.raw("<w:t xml:space=\"preserve\">")
    xml.text(run.text)
    xml.raw("</w:t></w:r>")
  }

  /// Begins a table; widths are in twentieths of a point.
  mutating func beginTable(columns: [Int], isRightToLeft: Bool) {
    xml.raw("<w:tbl>\n<w:tblPr><w:tblStyle w:val=\"TableGrid\"/>")
    if isRightToLeft { xml.raw("<w:bidiVisual/>") }
    xml.raw("<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>")
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      xml.raw("<w:")
      xml.text(side)
      xml.raw(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>")
    }
    xml.raw("</w:tblBorders></w:tblPr>\n<w:tblGrid>")
    for width in columns {
      xml.raw("<w:gridCol")
      xml.attribute("w:w", width)
      xml.raw("/>")
    }
    xml.raw("</w:tblGrid>\n")
  }

  /// A row of cells. It stays on one page, and a header stands on each.
  mutating func row(_ cells: [WordCell], isHeader: Bool = false) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/>")
    if isHeader { xml.raw("<w:tblHeader/>") }
    xml.raw("</w:trPr>")
    for cell in cells {
      xml.raw("<w:tc><w:tcPr/>")
      for text in cell.paragraphs {
        paragraph(text, style: "TableText", isRightToLeft: cell.isRightToLeft)
      }
      xml.raw("</w:tc>")
    }
    xml.raw("</w:tr>\n")
    flushIfLarge()
  }

  /// Ends a table. Word wants a paragraph behind it.
  mutating func endTable() { xml.raw("</w:tbl>\n<w:p/>\n") }

  private mutating func flushIfLarge() {
    guard xml.count > 65_536 else { return }
    let archive = self.archive ?? Self.opened()
    self.archive = archive
    archive.append(xml.take())
  }

  /// An archive with its fixed parts, open for the document.
  private static func opened() -> ZipArchive {
    let archive = ZipArchive()
    archive.entry("[Content_Types].xml", Array(WordParts.contentTypes.utf8))
    archive.entry("_rels/.rels", Array(WordParts.relationships.utf8))
    archive.entry("word/_rels/document.xml.rels", Array(WordParts.documentRelationships.utf8))
    archive.entry("word/styles.xml", Array(WordParts.styles.utf8))
    archive.begin("word/document.xml")
    return archive
  }

  /// The bytes of the file; a wide one has its pages across.
  mutating func finish(isRightToLeft: Bool, isWide: Bool = false) throws(PackageError) -> [UInt8] {
    xml.raw(
      isWide
        ? "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
        : "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
    xml.raw(
      "<w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"500\"")
    xml.raw(" w:footer=\"500\" w:gutter=\"0\"/>")
    if isRightToLeft { xml.raw("<w:bidi/>") }
    xml.raw("</w:sectPr>\n</w:body>\n</w:document>\n")
    let archive = self.archive ?? Self.opened()
    archive.append(xml.take())
    archive.end()
    return try archive.finish()
  }
}

/// A cell of a table: one or more paragraphs.
struct WordCell: Sendable, ExpressibleByArrayLiteral {
  var paragraphs: [String]
  /// Nil where each paragraph's letters say it.
  var isRightToLeft: Bool?

  init(_ paragraphs: [String], isRightToLeft: Bool? = nil) {
    self.paragraphs = paragraphs
    self.isRightToLeft = isRightToLeft
  }

  init(arrayLiteral paragraphs: String...) { self.init(paragraphs) }
}
