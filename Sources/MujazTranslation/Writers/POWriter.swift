/// Gettext PO: an entry a segment, its id as the context.
struct POWriter: PackageWriter {
  static let hasDocuments = false

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
    // The dates that gettext asks for are the same in every file: the same articles give the same bytes.
    bytes.append(
      contentsOf: """
        msgid ""
        msgstr ""
        "Project-Id-Version: \(head.tool) \(head.version)\\n"
        "POT-Creation-Date: 1970-01-01 00:00+0000\\n"
        "PO-Revision-Date: 1970-01-01 00:00+0000\\n"
        "Last-Translator: none\\n"
        "Language-Team: none\\n"
        "Language: \(head.target.tag.replacingHyphens)\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "X-Source-Language: \(head.source.tag)\\n"

        """.utf8)
  }

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    original = document.original.asReference
    segments = document.segments
  }

  mutating func endDocument() {}

  mutating func finish() { begin() }

  mutating func write(_ unit: BilingualUnit) {
    for (index, segment) in unit.segments.enumerated() {
      bytes.append(0x0A)
      for text in segment.comments + (segment.isOmitted ? [Remarks.omitted] : []) {
        raw("# \(text.asOneLine)\n")
      }
      comment(unit.place(of: index, in: segments).description)
      for note in unit.notes(of: index) { comment(note.text) }
      raw("#: \(original):\(segment.line)\n")
      if segment.target != nil, segment.isFuzzy { raw("#, fuzzy\n") }
      raw("msgctxt ")
      string(segment.id)
      raw("msgid ")
      string(segment.source)
      raw("msgstr ")
      string(head.target(of: segment) ?? "")
    }
  }

  private mutating func raw(_ text: String) { PlainText.append(text.utf8, to: &bytes) }

  private mutating func comment(_ text: String) { raw("#. \(text.asOneLine)\n") }

  /// A string and a line end; a text with line feeds goes over several lines, as gettext writes it.
  private mutating func string(_ text: String) {
    let isLong = text.utf8.dropLast().contains(0x0A)
    raw(isLong ? "\"\"\n\"" : "\"")
    var rest = text.utf8.count
    for byte in text.utf8 {
      rest -= 1
      switch byte {
      case 0x0A:
        raw("\\n")
        if rest > 0 { raw("\"\n\"") }
      case 0x09: raw("\\t")
      case 0x0D: raw("\\r")
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      // Other controls have no escape that every tool knows, and nothing to say.
      default: PlainText.append(CollectionOfOne(byte), to: &bytes)
      }
    }
    raw("\"\n")
  }
}

extension String {
  /// A language tag as gettext writes it: `pt_BR`.
  fileprivate var replacingHyphens: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// A name as a reference: a space would end it.
  fileprivate var asReference: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "%" {
        for byte in String(scalar).utf8 { result += "%" + hexadecimal([byte]) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
