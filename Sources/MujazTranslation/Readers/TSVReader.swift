/// Reads a table as text: tab-separated values, from us or from a spreadsheet that had our file, or what a spreadsheet
/// saves as CSV, parted by commas or, where the comma is the mark of decimals, by semicolons.
///
/// Columns are known by their names and may stand in any order. A spreadsheet puts cells with quotation marks or line
/// breaks in quotation marks and doubles those inside; whether one has is told by which reading leaves the sources
/// as they were.
struct TSVReader {
  /// What parts the cells.
  enum Separator: UInt8, CaseIterable {
    case tab = 0x09
    case comma = 0x2C
    case semicolon = 0x3B

    /// The one that parts the names of a package's columns in a first line; nil where none does.
    init?(head: Substring) {
      // What is left of a byte order mark, where a beginning was taken for UTF-8.
      let head = Substring(head.unicodeScalars.drop { $0 == "\u{FEFF}" || $0 == "\u{FFFD}" })
      let found = Self.allCases.first { separator in
        let names = Set(
          head.utf8.split(separator: separator.rawValue).map { cell in
            String(decoding: cell.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self).asOneLine
              .lowercased()
          })
        return names.isSuperset(of: ["id", "source", "target"])
      }
      guard let found else { return nil }
      self = found
    }
  }

  static func read(
    _ text: String, _ separator: Separator = .tab
  ) throws(PackageError) -> BilingualPackage {
    guard separator == .tab else { return try package(rows(text, separator, isQuoted: true)) }
    let plain = rows(text, separator, isQuoted: false)
    guard text.utf8.contains(UInt8(ascii: "\"")) else { return try package(plain) }
    let quoted = rows(text, separator, isQuoted: true)
    return try package(whole(quoted) > whole(plain) ? quoted : plain)
  }

  private struct Row {
    var cells: [String]
    var line: Int
  }

  /// Cells of every row that holds something. Linear.
  private static func rows(
    _ text: String, _ separator: Separator, isQuoted: Bool
  ) -> [Row] {
    var rows: [Row] = []
    var row = Row(cells: [], line: 1)
    var cell: [UInt8] = []
    var line = 1
    var isInside = false
    var wasQuote = false
    func endCell() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      isInside = false
      wasQuote = false
    }
    func endRow() {
      endCell()
      if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row = Row(cells: [], line: line)
    }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0A, previous == 0x0D { continue }
        line += 1
        if isInside { cell.append(0x0A) } else { endRow() }
      } else if isQuoted, byte == UInt8(ascii: "\"") {
        if isInside {
          isInside = false
          wasQuote = true
        } else if cell.isEmpty, !wasQuote {
          isInside = true
        } else {
          // The second of a doubled pair, or a mark in the middle of a cell that is not quoted.
          cell.append(byte)
          isInside = wasQuote
          wasQuote = false
        }
      } else if byte == separator.rawValue, !isInside {
        endCell()
      } else {
        cell.append(byte)
        wasQuote = false
      }
    }
    endRow()
    return rows
  }

  private static func columns(_ header: Row) -> TableColumns? {
    let names = header.cells.map { $0.asOneLine.lowercased() }
    return TableColumns { names.firstIndex(of: $0) }
  }

  /// How many sources fit their ids.
  private static func whole(_ rows: [Row]) -> Int {
    guard let header = rows.first, let columns = columns(header) else { return 0 }
    return rows.dropFirst().count { row in
      guard row.cells.count > max(columns.id, columns.source),
        let hash = ContentHash(id: row.cells[columns.id])
      else { return false }
      return hash == ContentHash(TSV.unescaped(row.cells[columns.source]))
    }
  }

  private static func package(_ rows: [Row]) throws(PackageError) -> BilingualPackage {
    guard let header = rows.first, let columns = columns(header) else {
      throw PackageError(line: 1, "the first line must name the columns id, source and target")
    }
    var package = BilingualPackage(sourceLanguage: "", targetLanguage: "")
    var assembler = RowAssembler()
    for row in rows.dropFirst() {
      // A spreadsheet leaves out empty cells at a row's end.
      guard row.cells.count > max(columns.id, columns.source) else {
        throw PackageError(line: row.line, "the row has \(row.cells.count) columns only")
      }
      guard row.cells.count <= header.cells.count else {
        throw PackageError(line: row.line, "the row has more columns than the first line")
      }
      func cell(_ column: Int?) -> String? {
        column.flatMap { $0 < row.cells.count ? TSV.unescaped(row.cells[$0]) : nil }
      }
      let target = cell(columns.target) ?? ""
      if package.targetLanguage.isEmpty { package.targetLanguage = cell(columns.language) ?? "" }
      var bilingual = BilingualRow(
        id: cell(columns.id) ?? "", place: cell(columns.place).flatMap(SegmentPlace.init),
        document: cell(columns.document) ?? "", source: cell(columns.source) ?? "",
        target: target.isBlank ? nil : target, line: row.line)
      bilingual.take(
        status: cell(columns.status), comments: TSV.parts(cell(columns.comment) ?? ""),
        notes: TSV.parts(cell(columns.notes) ?? ""))
      try assembler.add(bilingual)
    }
    package.documents = assembler.finish()
    return package
  }
}
