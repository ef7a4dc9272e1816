/// A bilingual table in a DOCX file (ECMA-376), a row a segment: for people without a translation tool.
struct DOCXWriter: PackageWriter {
  static let hasDocuments = false

  private let head: PackageHead
  private var document = WordDocument()
  private var finished: [UInt8] = []
  private var segments = 0

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] {
    defer { finished = [] }
    return finished
  }

  mutating func beginDocument(_ head: DocumentHead) {
    segments = head.segments
    document.paragraph(head.original, style: "Title")
    document.beginTable(
      columns: [1200, 3700, 3700, 900, 1400, 1900], isRightToLeft: self.head.source.isRightToLeft)
    document.row(
      [
        "id", "source (\(self.head.source.tag))", "target (\(self.head.target.tag))", "status",
        "comment", "notes",
      ].map { [$0] },
      isHeader: true)
  }

  mutating func endDocument() { document.endTable() }

  mutating func write(_ unit: BilingualUnit) {
    for (index, segment) in unit.segments.enumerated() {
      let place = unit.place(of: index, in: segments).description
      document.row([
        [segment.id], [segment.source], [head.target(of: segment) ?? ""], [segment.tableStatus],
        WordCell(segment.comments.isEmpty ? [""] : segment.comments),
        // Notes are English whatever they speak of.
        WordCell([place] + unit.notes(of: index).map(\.text), isRightToLeft: false),
      ])
    }
  }

  mutating func finish() throws(PackageError) {
    finished = try document.finish(isRightToLeft: head.source.isRightToLeft, isWide: true)
  }
}
