import MujazCore

/// XLIFF 1.2 (OASIS, 2008), strict: what older tools read.
///
/// A group is a paragraph, a trans-unit a sentence. The source stands in the target where no translation is, because
/// OmegaT shows a unit only then, and never an empty target, which harms other tools, but for what is omitted.
struct XLIFF1Writer: PackageWriter {
  private let head: PackageHead
  private var xml = XMLBuffer()
  private var hasBegun = false
  private var segments = 0

  /// What stands before the hash of an article's text in a file's note.
  static let digestMark = ", sha256 "
  static let leftOutMark = "left out: "

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] { xml.take() }

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    segments = document.segments
    xml.raw("<file")
    xml.attribute("original", document.original)
    xml.attribute("source-language", head.source.tag)
    xml.attribute("target-language", head.target.tag)
    xml.attribute("tool-id", head.tool)
    xml.raw(" datatype=\"plaintext\" xml:space=\"preserve\">\n<header>\n")
    xml.raw("<count-group name=\"mujaz\">")
    count("x-units", "item", document.units)
    count("x-segments", "segment", document.segments)
    count("x-words", "word", document.words)
    xml.raw("</count-group>\n<note from=\"mujaz\">")
    xml.text(document.scope.rawValue)
    if !document.digest.isEmpty { xml.text(Self.digestMark + document.digest) }
    for line in document.leftOut {
      xml.raw("</note>\n<note from=\"mujaz\">")
      xml.text(Self.leftOutMark + line)
    }
    xml.raw("</note>\n<tool")
    xml.attribute("tool-id", head.tool)
    xml.attribute("tool-name", head.tool)
    xml.attribute("tool-version", head.version)
    xml.raw("/>\n</header>\n<body>\n")
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n")
  }

  private mutating func count(_ type: StaticString, _ unit: StaticString, _ value: Int) {
    xml.raw("<count")
    xml.attribute("count-type", "\(type)")
    xml.attribute("unit", "\(unit)")
    xml.raw(">")
    xml.integer(value)
    xml.raw("</count>")
  }

  mutating func endDocument() { xml.raw("</body>\n</file>\n") }

  mutating func finish() {
    begin()
    xml.raw("</xliff>\n")
  }

  mutating func write(_ unit: BilingualUnit) {
    xml.raw("<group")
    xml.attribute("id", unit.id)
    xml.raw(" restype=\"x-paragraph\">\n")
    for index in unit.segments.indices { write(unit, index) }
    xml.raw("</group>\n")
  }

  private mutating func write(_ unit: BilingualUnit, _ index: Int) {
    let segment = unit.segments[index]
    xml.raw("<trans-unit")
    xml.attribute("id", segment.id)
    xml.attribute("restype", "x-" + unit.role.rawValue)
    xml.attribute("extradata", unit.place(of: index, in: segments).description)
    if !segment.isTranslatable { xml.raw(" translate=\"no\"") }
    xml.raw(" xml:space=\"preserve\">\n<source>")
    marked(segment.source, segment, segment.placeholders.enumerated().map { ($0, $1.range) })
    xml.raw("</source>\n")
    if segment.target != nil || segment.isOmitted {
      let target = segment.target ?? ""
      xml.raw("<target")
      xml.attribute("xml:lang", head.target.tag)
      xml.raw(Self.state(of: segment))
      marked(target, segment, segment.placeholders(in: target))
      xml.raw("</target>\n")
    } else if head.copiesSource, segment.isTranslatable {
      xml.raw("<target")
      xml.attribute("xml:lang", head.target.tag)
      xml.raw(" state=\"needs-translation\">")
      marked(segment.source, segment, segment.placeholders.enumerated().map { ($0, $1.range) })
      xml.raw("</target>\n")
    }
    for note in unit.notes(of: index) {
      xml.raw("<note from=\"mujaz\" priority=\"2\" annotates=\"source\">")
      xml.text(note.text)
      xml.raw("</note>\n")
    }
    for comment in segment.commentsWithState {
      xml.raw("<note from=\"translator\" annotates=\"target\">")
      xml.text(comment)
      xml.raw("</note>\n")
    }
    for match in segment.matches {
      xml.raw("<alt-trans")
      xml.attribute("match-quality", min(match.percent, 100))
      if !match.unit.origin.isEmpty { xml.attribute("origin", match.unit.origin) }
      xml.raw("><source>")
      xml.text(match.unit.source)
      xml.raw("</source><target")
      xml.attribute("xml:lang", head.target.tag)
      xml.raw(">")
      xml.text(match.target)
      xml.raw("</target></alt-trans>\n")
    }
    xml.raw("</trans-unit>\n")
  }

  /// The attributes that say what has become of a target, and the end of its tag.
  private static func state(of segment: BilingualSegment) -> StaticString {
    if segment.isOmitted { return " state=\"final\" state-qualifier=\"x-mujaz-omitted\">" }
    return segment.isFuzzy
      ? " state=\"needs-review-translation\" state-qualifier=\"fuzzy-match\">"
      : " state=\"translated\">"
  }

  /// A text with its placeholders as `<ph>` that hold what they stand for.
  private mutating func marked(
    _ text: String, _ segment: BilingualSegment, _ places: [(place: Int, range: TextRange)]
  ) {
    var offset = 0
    for (place, range) in places {
      xml.text(text.utf8[TextRange(start: offset, end: range.start)])
      xml.raw("<ph")
      xml.attribute("id", place + 1)
      xml.attribute("ctype", "x-mujaz-" + segment.placeholders[place].kind.rawValue)
      xml.raw(">")
      xml.text(text.utf8[range])
      xml.raw("</ph>")
      offset = range.end
    }
    xml.text(text.utf8[TextRange(start: offset, end: text.utf8.count)])
  }
}
