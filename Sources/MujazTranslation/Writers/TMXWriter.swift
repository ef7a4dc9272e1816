import MujazCore

/// A package as TMX, for a translation memory or an aligner: plain text without inline codes.
///
/// A pair needs two sides to be of use to a tool, so the source is copied where no translation is, unless nothing is
/// to stand there: then the unit has one side.
struct TMXWriter: PackageWriter {
  static let hasDocuments = false

  private let head: PackageHead
  private var tmx: TMXBuffer
  private var original = ""

  init(_ head: PackageHead) {
    self.head = head
    tmx = TMXBuffer(tool: head.tool, version: head.version, source: head.source.tag)
  }

  mutating func take() -> [UInt8] { tmx.take() }

  mutating func beginDocument(_ document: DocumentHead) { original = document.original }

  mutating func endDocument() {}

  mutating func finish() { tmx.end() }

  mutating func write(_ unit: BilingualUnit) {
    // What is left out of a translation is no pair.
    for (index, segment) in unit.segments.enumerated() where !segment.isOmitted {
      var properties: [TMXBuffer.Property] = [
        ("x-document", original), ("x-paragraph", unit.id), ("x-role", unit.role.rawValue),
      ]
      if segment.target == nil { properties.append(("x-state", "untranslated")) }
      // A memory knows sentences, not where the lines of an article broke.
      var sides = [(head.source.tag, segment.source.withoutBreaks)]
      if let target = head.target(of: segment) {
        sides.append((head.target.tag, target.withoutBreaks))
      }
      tmx.unit(
        id: segment.id, notes: segment.comments + unit.notes(of: index).map(\.text),
        properties: properties,
        sides: sides)
    }
  }
}

extension String {
  /// The text with single spaces for all white space in it.
  fileprivate var withoutBreaks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
