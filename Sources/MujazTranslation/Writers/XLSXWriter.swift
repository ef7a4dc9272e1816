/// A bilingual table in an XLSX file, a row a segment: for people who work in a spreadsheet.
struct XLSXWriter: PackageWriter {
  static let hasDocuments = false

  private let head: PackageHead
  private var workbook: Workbook
  private var finished: [UInt8] = []
  private var original = ""
  private var segments = 0

  init(_ head: PackageHead) {
    self.head = head
    let source = Self.style(head.source)
    workbook = Workbook(
      name: SheetName.of(head.source, head.target),
      columns: [
        Workbook.Column(name: "id", width: 8, style: .greyLeftToRight),
        Workbook.Column(name: "source", width: 60, style: source),
        Workbook.Column(name: "target", width: 60, style: Self.style(head.target)),
        Workbook.Column(
          name: "status", width: 12, style: .leftToRight,
          choice: TargetStatus.allCases.map(\.rawValue)),
        Workbook.Column(name: "comment", width: 30, style: .leftToRight),
        Workbook.Column(name: "notes", width: 45, style: .leftToRight),
        Workbook.Column(name: "place", width: 20, style: .greyLeftToRight),
        Workbook.Column(name: "language", width: 10, style: .greyLeftToRight),
        Workbook.Column(name: "document", width: 20, style: .greyLeftToRight),
      ], isRightToLeft: head.source.isRightToLeft)
  }

  private static func style(_ language: Language) -> Workbook.Style {
    language.isRightToLeft ? .rightToLeft : .leftToRight
  }

  mutating func take() -> [UInt8] {
    defer { finished = [] }
    return finished
  }

  mutating func beginDocument(_ document: DocumentHead) {
    original = document.original
    segments = document.segments
  }

  mutating func endDocument() {}

  mutating func write(_ unit: BilingualUnit) throws(PackageError) {
    for (index, segment) in unit.segments.enumerated() {
      var shown = segment
      if shown.isTranslatable { shown.target = head.target(of: segment) }
      let cells: [Workbook.Cell] = [
        (segment.id, .greyLeftToRight), (segment.source, Self.style(head.source)),
        (shown.target ?? "", Self.style(head.target)), (shown.status.rawValue, .leftToRight),
        Self.list(segment.comments), Self.list(unit.notes(of: index).map(\.text)),
        (unit.place(of: index, in: segments).description, .greyLeftToRight),
        (head.target.tag, .greyLeftToRight),
        (original, original.hasArabicOutside([]) ? .greyRightToLeft : .greyLeftToRight),
      ]
      guard cells.allSatisfy({ SpreadsheetText.fits($0.text) }) else {
        throw PackageError(
          line: segment.line,
          "segment \(segment.id) does not fit a spreadsheet, whose cells hold "
            + "\(SpreadsheetText.mostCharacters) characters: take another format")
      }
      guard workbook.rows < SpreadsheetText.mostRows else {
        throw PackageError(
          "a spreadsheet holds \(SpreadsheetText.mostRows) rows: take another format")
      }
      workbook.row(cells)
    }
  }

  /// A cell of several texts, each a line, in the direction of their letters.
  private static func list(_ texts: [String]) -> Workbook.Cell {
    let text = texts.joined(separator: "\n")
    return (text, text.hasArabicOutside([]) ? .rightToLeft : .leftToRight)
  }

  mutating func finish() throws(PackageError) { finished = try workbook.finish() }
}

/// The name of a package's sheet, which says what its languages are: `ar to en`.
enum SheetName {
  /// The most characters that a sheet's name has.
  private static let most = 31
  private static let word = " to "

  static func of(_ source: Language, _ target: Language) -> String {
    let name = source.tag + word + target.tag
    return name.utf8.count <= most ? name : "translation"
  }

  /// The languages that a name says; nil where it is another.
  static func languages(_ name: String) -> (source: Language, target: Language)? {
    let parts = name.split(separator: word)
    guard parts.count == 2, let source = Language(String(parts[0])),
      let target = Language(String(parts[1]))
    else { return nil }
    return (source, target)
  }
}
