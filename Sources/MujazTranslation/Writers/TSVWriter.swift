/// Tab-separated values with a header: a row a segment.
///
/// A cell that a spreadsheet would run as a formula has an apostrophe before it, which the reader takes off again.
struct TSVWriter: PackageWriter {
  static let hasDocuments = false
  static let columns = [
    "id", "source", "target", "status", "comment", "notes", "place", "language", "document",
  ]

  private let head: PackageHead
  private var bytes: [UInt8] = []
  private var hasBegun = false
  private var original = ""
  private var segments = 0

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    TSV.append(Self.columns, to: &bytes)
  }

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    original = document.original
    segments = document.segments
  }

  mutating func endDocument() {}

  mutating func finish() { begin() }

  mutating func write(_ unit: BilingualUnit) {
    for (index, segment) in unit.segments.enumerated() {
      let place = unit.place(of: index, in: segments).description
      TSV.append(
        [
          segment.id, segment.source, head.target(of: segment) ?? "", segment.tableStatus,
          TSV.joined(segment.comments), TSV.joined(unit.notes(of: index).map(\.text)), place,
          head.target.tag, original,
        ], to: &bytes)
    }
  }
}

/// The cells of tab-separated values.
enum TSV {
  private static let apostrophe = UInt8(ascii: "'")

  /// Appends a row.
  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x09) }
      if isEscaped(cell.utf8) || startsFormula(cell.utf8) { bytes.append(apostrophe) }
      PlainText.append(cell.utf8.lazy.map { $0 < 0x20 ? 0x20 : $0 }, to: &bytes)
    }
    bytes.append(0x0A)
  }

  /// Several texts in one cell.
  static func joined(_ texts: [String]) -> String { texts.joined(separator: " | ") }

  /// The texts of a cell that holds several, between bars or, from a spreadsheet, in lines.
  static func parts(_ cell: String) -> [String] {
    var parts: [String] = []
    for line in cell.textLines {
      var rest = line
      while let bar = rest.firstRange(of: " | ") {
        parts.append(String(rest[..<bar.lowerBound]))
        rest = rest[bar.upperBound...]
      }
      if !rest.isEmpty { parts.append(String(rest)) }
    }
    return parts
  }

  /// A cell as it was before it was written.
  static func unescaped(_ cell: String) -> String {
    isEscaped(cell.utf8) ? String(cell.dropFirst()) : cell
  }

  /// Whether an apostrophe stands before a danger, behind any number of apostrophes.
  private static func isEscaped(_ cell: String.UTF8View) -> Bool {
    cell.first == apostrophe && startsFormula(cell.drop { $0 == apostrophe })
  }

  /// What a spreadsheet takes for the beginning of a formula: = + - @, and their full-width forms (U+FF1D, FF0B, FF0D, FF20)
  /// where it is set to an East Asian language.
  private static func startsFormula(_ cell: some Sequence<UInt8>) -> Bool {
    var bytes = cell.makeIterator()
    switch bytes.next() {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case 0xEF where bytes.next() == 0xBC:
      let last = bytes.next()
      return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
    default: return false
    }
  }
}
