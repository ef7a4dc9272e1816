/// Reads the bilingual table of an XLSX file, from us or from a spreadsheet that had our file.
///
/// The table is on the first sheet that has a row with the names of its columns among its first rows; rows may have been
/// sorted, and columns moved or added.
struct XLSXReader {
  /// Rows that are looked through for the names of the columns.
  private static let mostHeads = 16

  static func read(_ bytes: [UInt8]) throws(PackageError) -> BilingualPackage {
    var workbook = try WorkbookReader(bytes)
    for sheet in workbook.sheets {
      var reader = XLSXReader()
      try workbook.rows(of: sheet.entry) { (row) throws(PackageError) in try reader.take(row) }
      if reader.columns != nil { return try reader.finish(sheet.name) }
    }
    throw PackageError("no sheet has a row that names the columns id, source and target")
  }

  private var columns: TableColumns?
  private var heads = 0
  private var language = ""
  private var rows: [BilingualRow] = []

  /// Takes a row; false where the sheet is another.
  private mutating func take(_ row: WorkbookReader.Row) throws(PackageError) -> Bool {
    guard let columns else {
      let names = row.cells.map { ($0.column, $0.text.asOneLine.lowercased()) }
      columns = TableColumns { name in names.first { $0.1 == name }?.0 }
      heads += 1
      return columns != nil || heads < Self.mostHeads
    }
    func cell(_ column: Int?) -> String {
      column.flatMap { column in row.cells.first { $0.column == column }?.text } ?? ""
    }
    let (id, source, target) = (cell(columns.id), cell(columns.source), cell(columns.target))
    if id.isBlank, source.isBlank {
      // What somebody has written beside the table is none of ours, and a target of nothing might be one that is missed.
      guard target.isBlank else {
        throw PackageError(line: row.number, "a target stands in a row without an id and a source")
      }
      return true
    }
    if language.isEmpty { language = cell(columns.language) }
    var bilingual = BilingualRow(
      id: id.asOneLine, place: SegmentPlace(cell(columns.place)), document: cell(columns.document),
      source: source, target: target.isBlank ? nil : target, line: row.number)
    bilingual.take(
      status: cell(columns.status), comments: Self.list(cell(columns.comment)),
      notes: Self.list(cell(columns.notes)))
    guard rows.count < SpreadsheetText.mostRows else {
      throw PackageError(line: row.number, "more rows than a sheet has")
    }
    rows.append(bilingual)
    return true
  }

  /// The texts of a cell that holds several, each a line.
  private static func list(_ cell: String) -> [String] { cell.textLines.map { String($0) } }

  private mutating func finish(_ sheet: String) throws(PackageError) -> BilingualPackage {
    let named = SheetName.languages(sheet)
    var package = BilingualPackage(
      sourceLanguage: named?.source.tag ?? "",
      targetLanguage: language.isEmpty ? named?.target.tag ?? "" : language)
    // Rows stand in the order of their numbers in every file but a damaged one.
    if zip(rows, rows.dropFirst()).contains(where: { $0.line > $1.line }) {
      rows.sort { $0.line < $1.line }
    }
    var assembler = RowAssembler()
    for row in rows { try assembler.add(row) }
    package.documents = assembler.finish()
    return package
  }
}
