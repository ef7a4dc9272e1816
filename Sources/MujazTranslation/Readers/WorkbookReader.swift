/// Reads the cells of an XLSX file's sheets as text.
///
/// Formulas count for what they last came to; phonetic runs are left out. A file may name one long text in a million cells:
/// what all cells come to is bounded, and so is what all entries unpack to.
struct WorkbookReader {
  /// A row of cells that hold something, by their columns from 0.
  struct Row {
    var number: Int
    var cells: [(column: Int, text: String)]
  }

  /// What the cells of a file may come to, however often one text stands in them: 512 MB.
  private static let mostBytes = 512 << 20
  /// Shared strings of a file: as many as all rows have in ten columns.
  private static let mostStrings = 10 * SpreadsheetText.mostRows
  /// Sheets that are looked at.
  private static let mostSheets = 64
  /// The last column that a sheet has, counted from 0.
  private static let lastColumn = 16_383

  private let archive: [UInt8]
  /// What entries may still be unpacked to.
  private var rest = ZipEntry.mostBytes
  private var cellBytes = 0
  private var strings: [String] = []
  /// Sheets in the order of the workbook: their names and entries.
  private(set) var sheets: [(name: String, entry: String)] = []

  /// Opens a file: its list of sheets and its shared strings.
  init(_ archive: [UInt8]) throws(PackageError) {
    self.archive = archive
    var named: [(name: String, id: String)] = []
    try read("xl/workbook.xml") { (xml) throws(PackageError) in
      guard xml.isElement("sheet", in: .spreadsheet), named.count < Self.mostSheets else { return }
      let id =
        xml.attribute("id", in: .relationships) ?? xml.attribute("id", in: .strictRelationships)
      named.append((xml.attribute("name") ?? "", id ?? ""))
    }
    var entries: [String: String] = [:]
    var shared: String?
    try read("xl/_rels/workbook.xml.rels") { (xml) throws(PackageError) in
      guard xml.name == "Relationship", let target = xml.attribute("Target") else { return }
      let entry = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      if xml.attribute("Type")?.hasSuffix("/sharedStrings") == true { shared = entry }
      if let id = xml.attribute("Id") { entries[id] = entry }
    }
    sheets = named.compactMap { sheet in entries[sheet.id].map { (sheet.name, $0) } }
    if let shared { try readStrings(shared) }
  }

  /// Whether an archive is an XLSX file.
  static func isWorkbook(_ archive: [UInt8]) -> Bool {
    ZipEntry("xl/workbook.xml", of: archive) != nil
  }

  /// Hands out the rows of a sheet in the order of the file; ends where `body` wants no more.
  mutating func rows(
    of entry: String, _ body: (Row) throws(PackageError) -> Bool
  ) throws(PackageError) {
    var number = 0
    let strings = strings
    var bytes = cellBytes
    try read(
      entry,
      until: { (xml) throws(PackageError) in
        guard xml.isElement("row", in: .spreadsheet) else { return true }
        number = xml.attribute("r").flatMap { Int($0) } ?? number + 1
        guard (1...SpreadsheetText.mostRows).contains(number) else {
          throw PackageError("a row beyond the last row of a sheet")
        }
        let row = try Self.row(&xml, number, strings, &bytes)
        return row.cells.isEmpty ? true : try body(row)
      })
    cellBytes = bytes
  }

  // MARK: Entries

  private mutating func read(
    _ entry: String, _ body: (inout XMLEvents) throws(PackageError) -> Void
  ) throws(PackageError) {
    try read(
      entry,
      until: { (xml) throws(PackageError) in
        try body(&xml)
        return true
      })
  }

  /// Reads an entry element by element, to its end or until `body` says no.
  private mutating func read(
    _ name: String, until body: (inout XMLEvents) throws(PackageError) -> Bool
  ) throws(PackageError) {
    guard let entry = ZipEntry(name, of: archive, limit: rest) else {
      throw PackageError("not an XLSX file: a part is missing in it")
    }
    defer { rest -= min(rest, entry.count) }
    var xml = try XMLEvents(entry.feed)
    do throws(PackageError) {
      while true {
        switch try xml.next() {
        case .start: if try !body(&xml) { return }
        case .end: return
        default: continue
        }
      }
    } catch {
      throw entry.hasFailed ? PackageError("the XLSX file is damaged, or too large") : error
    }
  }

  private mutating func readStrings(_ entry: String) throws(PackageError) {
    var strings: [String] = []
    try read(entry) { (xml) throws(PackageError) in
      guard xml.isElement("si", in: .spreadsheet) else { return }
      strings.append(try Self.text(&xml))
      guard strings.count <= Self.mostStrings else {
        throw PackageError("more than \(Self.mostStrings) shared strings")
      }
    }
    self.strings = strings
  }

  /// The text of the shared or inline string that has just begun, through its runs.
  private static func text(_ xml: inout XMLEvents) throws(PackageError) -> String {
    var text = ""
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .start:
        if xml.isElement("t", in: .spreadsheet) {
          text += try xml.content()
        } else if xml.isElement("rPh", in: .spreadsheet) {
          try xml.skip()
        }
      case .end: return SpreadsheetText.unescaped(text)
      default: continue
      }
    }
    return SpreadsheetText.unescaped(text)
  }

  // MARK: Cells

  private static func row(
    _ xml: inout XMLEvents, _ number: Int, _ strings: [String], _ bytes: inout Int
  ) throws(PackageError) -> Row {
    var row = Row(number: number, cells: [])
    var column = -1
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .end: return row
      case .start:
        guard xml.isElement("c", in: .spreadsheet) else { continue }
        column = xml.attribute("r").flatMap(Self.column) ?? column + 1
        guard column <= lastColumn else {
          throw PackageError(line: number, "a cell beyond the last column of a sheet")
        }
        let text = try cell(&xml, number, strings)
        guard !text.isEmpty else { continue }
        bytes += text.utf8.count
        guard bytes <= mostBytes else {
          throw PackageError(line: number, "the cells come to more than \(mostBytes >> 20) MB")
        }
        row.cells.append((column, text))
      default: continue
      }
    }
    return row
  }

  /// The column of a cell's reference, from 0: `B7` is 1.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte), column < lastColumn else { break }
      column = column * 26 + Int(byte - 0x40)
    }
    return column == 0 ? nil : column - 1
  }

  private static func cell(
    _ xml: inout XMLEvents, _ row: Int, _ strings: [String]
  ) throws(PackageError) -> String {
    let type = xml.attribute("t")
    var text = ""
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .start:
        if xml.isElement("v", in: .spreadsheet) {
          text = try xml.content()
        } else if xml.isElement("is", in: .spreadsheet) {
          return try inline(&xml, outside)
        } else {
          try xml.skip()
        }
      case .end: return text
      default: continue
      }
    }
    switch type {
    case "s" where !text.isEmpty:
      guard let index = Int(text), strings.indices.contains(index) else {
        throw PackageError(line: row, "a cell names a string that is not there")
      }
      return strings[index]
    case "e":
      throw PackageError(line: row, "a cell is an error of the spreadsheet: \(text.shortened)")
    case "str": return SpreadsheetText.unescaped(text)
    default: return text
    }
  }

  /// An inline string, to the end of its cell.
  private static func inline(
    _ xml: inout XMLEvents, _ outside: Int
  ) throws(PackageError) -> String {
    let text = try text(&xml)
    while xml.depth > outside { if try xml.next() == .end { break } }
    return text
  }
}
