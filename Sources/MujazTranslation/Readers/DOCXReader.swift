/// Reads the bilingual table of a DOCX file, from us or from a word processor that had our file.
///
/// Deleted text of tracked changes is left out, inserted text is taken; what stands outside of tables names the
/// document.
struct DOCXReader {
  static func read(_ bytes: [UInt8]) throws(PackageError) -> BilingualPackage {
    guard let entry = ZipEntry("word/document.xml", of: bytes) else {
      throw PackageError("not a DOCX file: no word/document.xml in it")
    }
    var xml = try XMLEvents(entry.feed)
    var reader = DOCXReader()
    do throws(PackageError) {
      while true {
        switch try xml.next() {
        case .start:
          if xml.isElement("tbl", in: .wordprocessing) {
            try reader.table(&xml)
          } else if xml.isElement("p", in: .wordprocessing) {
            let text = try reader.paragraph(&xml).asOneLine
            if !text.isEmpty { reader.document = text }
          }
        case .end:
          reader.package.documents = reader.rows.finish()
          return reader.package
        default: continue
        }
      }
    } catch {
      throw entry.hasFailed ? PackageError("the DOCX file is damaged, or too large") : error
    }
  }

  private var package = BilingualPackage(sourceLanguage: "", targetLanguage: "")
  private var rows = RowAssembler()
  private var document = ""

  /// A head may have a language behind its name: target (en).
  private static func columns(_ header: [[String]]) -> TableColumns? {
    let names = header.map { ($0.first ?? "").asOneLine.lowercased() }
    return TableColumns { name in names.firstIndex { $0 == name || $0.hasPrefix(name + " (") } }
  }

  private mutating func table(_ xml: inout XMLEvents) throws(PackageError) {
    var columns: TableColumns?
    var line = 0
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start, xml.isElement("tr", in: .wordprocessing) else { continue }
      line += 1
      let cells = try row(&xml)
      guard let columns else {
        columns = Self.columns(cells)
        if let columns { setLanguages(cells, columns) } else { break }
        continue
      }
      try add(cells, columns, line)
    }
    // A table of something else is passed over.
    while xml.depth > outside { if try xml.next() == .end { return } }
  }

  private mutating func setLanguages(_ header: [[String]], _ columns: TableColumns) {
    func language(_ column: Int) -> String {
      let name = header[column].joined()
      guard let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close
      else { return "" }
      return String(name[name.index(after: open)..<close])
    }
    package.sourceLanguage = language(columns.source)
    package.targetLanguage = language(columns.target)
  }

  private mutating func add(
    _ cells: [[String]], _ columns: TableColumns, _ line: Int
  ) throws(PackageError) {
    guard cells.count > max(columns.id, columns.source, columns.target) else {
      throw PackageError(line: line, "a row of the table has \(cells.count) cells only")
    }
    let text = { (column: Int) in cells[column].joined(separator: "\n") }
    let target = text(columns.target)
    let paragraphs = { (column: Int?) in column.map { $0 < cells.count ? cells[$0] : [] } ?? [] }
    let notes = paragraphs(columns.notes)
    var row = BilingualRow(
      id: text(columns.id).asOneLine, place: notes.lazy.compactMap(SegmentPlace.init).first,
      document: document, source: text(columns.source), target: target.isBlank ? nil : target,
      line: line)
    row.take(
      status: paragraphs(columns.status).joined(), comments: paragraphs(columns.comment),
      notes: notes.map(\.withoutDirectionMarks))
    try rows.add(row)
  }

  private func row(_ xml: inout XMLEvents) throws(PackageError) -> [[String]] {
    var cells: [[String]] = []
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start, xml.isElement("tc", in: .wordprocessing) else { continue }
      cells.append(try cell(&xml))
    }
    return cells
  }

  private func cell(_ xml: inout XMLEvents) throws(PackageError) -> [String] {
    var paragraphs: [String] = []
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start, xml.isElement("p", in: .wordprocessing) else { continue }
      paragraphs.append(try paragraph(&xml))
    }
    return paragraphs
  }

  private func paragraph(_ xml: inout XMLEvents) throws(PackageError) -> String {
    var text = ""
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start, xml.namespace == .wordprocessing else { continue }
      switch xml.name {
      case "t": text += try xml.content()
      case "tab", "br", "cr": text += " "
      case "noBreakHyphen": text += "-"
      case "del", "moveFrom": try xml.skip()
      default: continue
      }
    }
    return text
  }
}

extension String {
  /// The text without the marks that `DirectionRuns` sets around runs of another direction.
  fileprivate var withoutDirectionMarks: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{200E}" && $0 != "\u{200F}" }))
  }
}
