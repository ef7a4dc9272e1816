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
  /// What we told the translator of it.
  var notes: [Note] = []
  /// What the translator says of it.
  var remarks = Remarks()
  var line: Int
}

extension BilingualRow {
  /// Takes the cells of a table that people write in: what stands among our notes and is not ours is a comment.
  mutating func take(status: String?, comments: [String], notes: [String]) {
    switch (status ?? "").asOneLine.lowercased() {
    case Remarks.omitted: remarks.isOmitted = true
    case TargetStatus.fuzzy.rawValue: isFuzzy = true
    default: break
    }
    for comment in comments { remarks.add(comment) }
    for note in notes where SegmentPlace(note) == nil {
      if let category = Note.Category(of: note) {
        self.notes.append(Note(category, note))
      } else {
        remarks.add(note)
      }
    }
  }
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
    let number = documents[index].units[unit].segments.count
    for var note in row.notes {
      note.segment = number
      documents[index].units[unit].notes.append(note)
    }
    var segment = BilingualSegment(
      id: row.id, number: row.place?.number, source: row.source, placeholders: row.placeholders,
      target: row.target, isFuzzy: row.isFuzzy,
      // A byline may stand as it is, whatever the format can say of that.
      isTranslatable: row.isTranslatable && row.place?.role != .byline,
      gap: row.place.map { $0.isBeforeEmptyLine ? "\n\n" : "\n" } ?? "", line: row.line)
    segment.take(row.remarks)
    documents[index].units[unit].segments.append(segment)
  }

  /// The documents, each in order where the file says what that is.
  mutating func finish() -> [BilingualDocument] {
    for document in documents.indices {
      for unit in documents[document].units.indices {
        let isOrdered = documents[document].units[unit].segments.allSatisfy { $0.number != nil }
        if isOrdered { documents[document].units[unit].sortSegments() }
      }
    }
    return documents
  }
}

extension BilingualUnit {
  /// Puts the segments into the order of their numbers; notes stay with theirs.
  fileprivate mutating func sortSegments() {
    let order = segments.indices.sorted {
      (segments[$0].number ?? 0, $0) < (segments[$1].number ?? 0, $1)
    }
    guard order != Array(segments.indices) else { return }
    segments = order.map { segments[$0] }
    for note in notes.indices {
      notes[note].segment = notes[note].segment.flatMap { order.firstIndex(of: $0) }
    }
  }
}
