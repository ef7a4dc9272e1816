/// What was put right to make a text of an input: the names in `metadata.repairs`.
public enum Repair: String, Sendable, CaseIterable {
  /// The input ended inside a character, which was left out.
  case truncatedTail = "truncated_tail"
  /// Bytes that are no character stand as U+FFFD.
  case invalidBytes = "invalid_bytes"
  /// NUL bytes were left out.
  case nulBytes = "nul_bytes"
  /// Text that had been read in the wrong charset and saved again was turned back.
  case mojibake
  /// Presentation forms became the letters they show.
  case presentationForms = "presentation_forms"
  /// Lines that stood in the order of the eye were turned round.
  case visualOrder = "visual_order"
  /// XML that was not well-formed was read as it was meant, as far as that could be told.
  case malformedXML = "malformed_xml"
  /// Markup in a feed that was escaped once too often was decoded once more.
  case doubleEscaping = "double_escaping"
  /// Question marks in the place of marks without a shape were left out.
  case strayMarks = "stray_marks"

  /// The repair for people.
  var description: String {
    switch self {
    case .truncatedTail: "the last character is cut"
    case .invalidBytes: "bytes that are no character"
    case .nulBytes: "NUL bytes"
    case .mojibake: "text that was read in a wrong charset"
    case .presentationForms: "presentation forms"
    case .visualOrder: "lines in visual order"
    case .malformedXML: "XML that is not well-formed"
    case .doubleEscaping: "markup that is escaped twice"
    case .strayMarks: "question marks around spaces"
    }
  }
}
