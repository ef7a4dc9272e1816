import MujazCore

/// TMX 1.4b, level 1: plain text without inline codes, for a translation memory or an aligner.
///
/// A pair needs two sides to be of use to a tool, so the source is copied where no translation is, unless nothing is
/// to stand there: then the unit has one side.
struct TMXWriter: PackageWriter {
  static let hasDocuments = false

  private let head: PackageHead
  private var xml = XMLBuffer()
  private var hasBegun = false
  private var original = ""

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] { xml.take() }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header")
    xml.attribute("creationtool", head.tool)
    xml.attribute("creationtoolversion", head.version)
    xml.raw(" segtype=\"sentence\"")
    xml.attribute("o-tmf", head.tool)
    xml.raw(" adminlang=\"en\"")
    xml.attribute("srclang", head.source.tag)
    xml.raw(" datatype=\"plaintext\"/>\n<body>\n")
  }

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    original = document.original
  }

  mutating func endDocument() {}

  mutating func finish() {
    begin()
    xml.raw("</body>\n</tmx>\n")
  }

  mutating func write(_ unit: BilingualUnit) {
    for (index, segment) in unit.segments.enumerated() {
      xml.raw("<tu")
      xml.attribute("tuid", segment.id)
      xml.raw(">\n")
      for note in unit.notes(of: index) {
        xml.raw("<note>")
        xml.text(note.text)
        xml.raw("</note>\n")
      }
      prop("x-document", original)
      prop("x-paragraph", unit.id)
      prop("x-role", unit.role.rawValue)
      if segment.target == nil { prop("x-state", "untranslated") }
      side(head.source, segment.source)
      if let target = segment.target ?? (head.copiesSource ? segment.source : nil) {
        side(head.target, target)
      }
      xml.raw("</tu>\n")
    }
  }

  private mutating func prop(_ type: StaticString, _ value: String) {
    xml.raw("<prop")
    xml.attribute("type", "\(type)")
    xml.raw(">")
    xml.text(value)
    xml.raw("</prop>\n")
  }

  private mutating func side(_ language: Language, _ text: String) {
    xml.raw("<tuv")
    xml.attribute("xml:lang", language.tag)
    // A memory knows sentences, not where the lines of an article broke.
    xml.raw("><seg>")
    xml.text(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    xml.raw("</seg></tuv>\n")
  }
}
