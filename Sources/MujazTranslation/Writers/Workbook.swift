/// An XLSX file of one sheet in the making (ECMA-376), written into its zip archive row by row.
///
/// Every cell is a string that stands in the sheet itself: no cell is a formula, and none becomes one.
struct Workbook: Sendable {
  /// How a cell looks, by its number in the styles.
  enum Style: Int {
    case head = 1
    case leftToRight, rightToLeft
    case greyLeftToRight, greyRightToLeft
  }

  /// A cell: its text and how it looks.
  typealias Cell = (text: String, style: Style)

  /// A column of the sheet. A width is in characters.
  struct Column: Sendable {
    var name: String
    var width: Int
    var style: Style
    /// The words that may stand in it, where there are only some.
    var choice: [String] = []
  }

  private let name: String
  private let columns: [Column]
  private var xml = XMLBuffer()
  private var archive: ZipArchive?
  /// The rows so far.
  private(set) var rows = 0

  /// A sheet whose head row is there already; no name has characters in it that would need an escape.
  init(name: String, columns: [Column], isRightToLeft: Bool) {
    self.name = name
    self.columns = columns
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet")
    xml.raw(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\n")
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\n<sheetViews><sheetView")
    if isRightToLeft { xml.raw(" rightToLeft=\"1\"") }
    xml.raw(" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
    xml.raw(" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>")
    xml.raw("</sheetView></sheetViews>\n")
    xml.raw("<sheetFormatPr defaultRowHeight=\"15\"/>\n<cols>")
    for (index, column) in columns.enumerated() {
      xml.raw("<col")
      xml.attribute("min", index + 1)
      xml.attribute("max", index + 1)
      xml.attribute("width", column.width)
      xml.attribute("style", column.style.rawValue)
      xml.raw(" customWidth=\"1\"/>")
    }
    xml.raw("</cols>\n<sheetData>\n")
    row(columns.map { ($0.name, .head) })
  }

  /// Adds a row; an empty text is an empty cell.
  mutating func row(_ cells: [Cell]) {
    rows += 1
    xml.raw("<row")
    xml.attribute("r", rows)
    // LibreOffice gives a row without a height that of one line, however its cells wrap.
    xml.attribute("ht", min(Self.lineHeight * lines(of: cells), Self.highest))
    xml.raw(">")
    for (index, cell) in cells.enumerated() {
      xml.raw("<c r=\"")
      xml.raw([Self.letter(index)])
      xml.integer(rows)
      xml.raw("\"")
      xml.attribute("s", cell.style.rawValue)
      if cell.text.isEmpty {
        xml.raw("/>")
      } else {
        xml.raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        xml.text(SpreadsheetText.escaped(cell.text))
        xml.raw("</t></is></c>")
      }
    }
    xml.raw("</row>\n")
    flushIfLarge()
  }

  /// How many lines the highest of the cells takes, about: a letter is as wide as a digit, which widths are counted in.
  private func lines(of cells: [Cell]) -> Int {
    zip(cells, columns).map { cell, column in
      guard cell.style == .leftToRight || cell.style == .rightToLeft else { return 1 }
      return cell.text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + 1 + $1.unicodeScalars.count / column.width
      }
    }.max() ?? 1
  }

  /// In points.
  private static let lineHeight = 15
  private static let highest = 409

  /// The bytes of the file.
  mutating func finish() throws(PackageError) -> [UInt8] {
    xml.raw("</sheetData>\n")
    choices()
    xml.raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\"")
    xml.raw(" header=\"0.3\" footer=\"0.3\"/>\n")
    xml.raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\n")
    xml.raw("</worksheet>\n")
    let archive = self.archive ?? opened()
    archive.append(xml.take())
    archive.end()
    return try archive.finish()
  }

  private mutating func choices() {
    let chosen = columns.indices.filter { !columns[$0].choice.isEmpty }
    guard !chosen.isEmpty else { return }
    xml.raw("<dataValidations")
    xml.attribute("count", chosen.count)
    xml.raw(">")
    for index in chosen {
      xml.raw("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"")
      xml.raw([Self.letter(index)])
      xml.raw("2:")
      xml.raw([Self.letter(index)])
      xml.integer(max(2, rows))
      xml.raw("\"><formula1>\"")
      xml.text(columns[index].choice.joined(separator: ","))
      xml.raw("\"</formula1></dataValidation>")
    }
    xml.raw("</dataValidations>\n")
  }

  /// The name of a column among the first 26.
  private static func letter(_ column: Int) -> UInt8 {
    UInt8(ascii: "A") + UInt8(truncatingIfNeeded: min(column, 25))
  }

  private mutating func flushIfLarge() {
    guard xml.count > 65_536 else { return }
    let archive = self.archive ?? opened()
    self.archive = archive
    archive.append(xml.take())
  }

  /// An archive with its fixed parts, open for the sheet.
  private func opened() -> ZipArchive {
    let archive = ZipArchive()
    archive.entry("[Content_Types].xml", Array(WorkbookParts.contentTypes.utf8))
    archive.entry("_rels/.rels", Array(WorkbookParts.relationships.utf8))
    archive.entry("xl/workbook.xml", Array(WorkbookParts.workbook(sheet: name).utf8))
    archive.entry("xl/_rels/workbook.xml.rels", Array(WorkbookParts.workbookRelationships.utf8))
    archive.entry("xl/styles.xml", Array(WorkbookParts.styles.utf8))
    archive.begin("xl/worksheets/sheet1.xml")
    return archive
  }
}
