import MujazCore

/// A segment as it stands in a format without paragraphs.
struct BilingualRow {
  var id: String
  /// Where it belongs, nil where the file does not say.
  var place: SegmentPlace?
  /// What its paragraph is called, where it has no place.
  var paragraph: String?
  var document: String
  var source: String
  var placeholders: [Placeholder] = []
  var target: String?
  var isFuzzy = false
  var isTranslatable = true
  var line: Int
}

/// Puts documents and paragraphs together again from rows, in whatever order they come.
struct RowAssembler {
  /// A paragraph by its number, by its name, or of a single row.
  private enum Paragraph: Hashable {
    case number(Int)
    case name(String)
    case row(Int)
  }

  private var documents: [BilingualDocument] = []
  private var indices: [String: Int] = [:]
  /// Of the document that a row belongs to: its units by paragraph number.
  private var units: [[Paragraph: Int]] = []
  private var ids = UniqueIDs("segment")

  mutating func add(_ row: BilingualRow) throws(PackageError) {
    if !row.id.isEmpty { try ids.add(row.id, line: row.line) }
    // A brief and its article are called the same: the ids tell them apart.
    let key = (row.id.hasPrefix("b") && row.place != nil ? "b" : "a") + row.document
    let index = indices[key] ?? documents.count
    if index == documents.count {
      indices[key] = index
      documents.append(BilingualDocument(original: row.document))
      units.append([:])
    }
    if let place = row.place {
      documents[index].expectedSegments = max(documents[index].expectedSegments ?? 0, place.count)
    }
    let paragraph: Paragraph =
      row.place.map { .number($0.paragraph) } ?? row.paragraph.map { .name($0) }
      ?? .row(documents[index].units.count)
    let unit = units[index][paragraph] ?? documents[index].units.count
    if unit == documents[index].units.count {
      units[index][paragraph] = unit
      documents[index].units.append(
        BilingualUnit(
          id: "", number: row.place?.paragraph, role: row.place?.role ?? .body, line: row.line))
    }
    documents[index].units[unit].segments.append(
      BilingualSegment(
        id: row.id, number: row.place?.number, source: row.source, placeholders: row.placeholders,
        target: row.target, isFuzzy: row.isFuzzy, isTranslatable: row.isTranslatable,
        gap: row.place.map { $0.isBeforeEmptyLine ? "\n\n" : "\n" } ?? "", line: row.line))
  }

  /// The documents, each in order where the file says what that is.
  mutating func finish() -> [BilingualDocument] {
    for document in documents.indices {
      for unit in documents[document].units.indices {
        let isOrdered = documents[document].units[unit].segments.allSatisfy { $0.number != nil }
        guard isOrdered else { continue }
        documents[document].units[unit].segments.sort { ($0.number ?? 0) < ($1.number ?? 0) }
      }
    }
    return documents
  }
}
