/// Tab-separated values with a header: a row a segment.
///
/// A cell that a spreadsheet would run as a formula has an apostrophe before it, which the reader takes off again.
struct TSVWriter: PackageWriter {
  static let hasDocuments = false
  static let columns = ["id", "source", "target", "notes", "place", "language", "document"]

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
          segment.id, segment.source, segment.target ?? (head.copiesSource ? segment.source : ""),
          unit.notes(of: index).map(\.text).joined(separator: " | "), place, head.target.tag,
          original,
        ], to: &bytes)
    }
  }
}

/// The cells of tab-separated values.
enum TSV {
  /// What a spreadsheet takes for the beginning of a formula.
  private static let dangers: [UInt8] = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
  ]
  private static let apostrophe = UInt8(ascii: "'")

  /// Appends a row.
  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x09) }
      if isEscaped(cell.utf8) || cell.utf8.first.map(dangers.contains) == true {
        bytes.append(apostrophe)
      }
      PlainText.append(cell.utf8.lazy.map { $0 < 0x20 ? 0x20 : $0 }, to: &bytes)
    }
    bytes.append(0x0A)
  }

  /// A cell as it was before it was written.
  static func unescaped(_ cell: String) -> String {
    isEscaped(cell.utf8) ? String(cell.dropFirst()) : cell
  }

  /// Whether an apostrophe stands before a danger, behind any number of apostrophes.
  private static func isEscaped(_ cell: String.UTF8View) -> Bool {
    guard cell.first == apostrophe, let next = cell.first(where: { $0 != apostrophe }) else {
      return false
    }
    return dangers.contains(next)
  }
}
