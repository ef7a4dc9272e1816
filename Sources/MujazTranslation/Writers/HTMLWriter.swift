/// A page to read beside the work: the article in its direction, a row a segment, with its notes. No script, nothing
/// from elsewhere.
struct HTMLWriter: PackageWriter {
  private let head: PackageHead
  private var xml = XMLBuffer()
  private var hasBegun = false

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] { xml.take() }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    xml.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    xml.raw("<title>mujaz: translation package</title>\n")
    xml.raw(PagePolicy.head(style: Self.style))
    xml.raw("</head>\n<body>\n")
  }

  private static let style: StaticString = """

    body { font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em }
    table { border-collapse: collapse; width: 100% }
    td, th { border: 1px solid #999; padding: .4em; vertical-align: top; text-align: start }
    td.id { font: 12px/1.4 monospace; white-space: nowrap }
    td.notes { font-size: 14px } td p { margin: 0 }
    tr.start td { border-top-width: 3px }

    """

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    xml.raw("<h1><bdi>")
    xml.text(document.original)
    xml.raw("</bdi></h1>\n<p>")
    xml.text(
      "\(document.scope.rawValue), \(document.segments) segments, \(document.words) words, "
        + "\(head.source.tag) to \(head.target.tag)")
    xml.raw(
      "</p>\n<table>\n<thead><tr><th>id</th><th>source</th><th>target</th><th>notes</th></tr></thead>\n"
    )
    xml.raw("<tbody>\n")
  }

  mutating func endDocument() { xml.raw("</tbody>\n</table>\n") }

  mutating func finish() {
    begin()
    xml.raw("</body>\n</html>\n")
  }

  mutating func write(_ unit: BilingualUnit) {
    for (index, segment) in unit.segments.enumerated() {
      xml.raw(index == 0 ? "<tr class=\"start\"><td class=\"id\">" : "<tr><td class=\"id\">")
      xml.text(segment.id)
      xml.raw("</td>")
      cell(segment.source, head.source)
      cell(head.target(of: segment) ?? "", head.target)
      xml.raw("<td class=\"notes\">")
      let state = segment.tableStatus
      for text in (state.isEmpty ? [] : [state]) + segment.comments
        + unit.notes(of: index).map(\.text)
      {
        xml.raw("<p dir=\"auto\">")
        xml.text(text)
        xml.raw("</p>")
      }
      xml.raw("</td></tr>\n")
    }
  }

  private mutating func cell(_ text: String, _ language: Language) {
    xml.raw("<td")
    xml.attribute("lang", language.tag)
    xml.attribute("dir", "\(language.direction)")
    xml.raw(">")
    xml.text(text)
    xml.raw("</td>")
  }
}
