import MujazCore
import MujazInput

/// A row of CSV or TSV, safe to open in a spreadsheet: a field that would be taken for a formula (= + - @ at its head, full
/// width or not) has an apostrophe put before it.
///
/// CSV is RFC 4180 with lines that end in CR LF; TSV has no quoting, so tabs and line breaks become spaces. In both a
/// line break inside a field becomes a space: one quotation is one line for every tool.
struct TableRow {
  let isQuoted: Bool
  /// Not for scripts that want every field as it is.
  let isSafe: Bool
  private var isFirst = true

  init(isQuoted: Bool, isSafe: Bool = true) {
    self.isQuoted = isQuoted
    self.isSafe = isSafe
  }

  mutating func end(into output: inout JSONWriter) {
    if isQuoted { output.raw("\r\n") } else { output.raw("\n") }
    isFirst = true
  }

  mutating func field(_ value: Int, into output: inout JSONWriter) {
    separate(&output)
    output.integer(value)
  }

  mutating func field(_ value: String, into output: inout JSONWriter) {
    var value = value
    value.withUTF8 { field($0.span, TextRange(start: 0, end: $0.count), into: &output) }
  }

  /// The id of an article; nothing where it has none.
  mutating func field(_ identity: Identity, into output: inout JSONWriter) {
    switch identity.id {
    case .none: field("", into: &output)
    case .token(let id), .string(let id):
      field(id.span, TextRange(start: 0, end: id.count), into: &output)
    }
  }

  /// A range of a text; an empty field for none.
  mutating func field(_ text: Span<UInt8>, _ range: TextRange?, into output: inout JSONWriter) {
    separate(&output)
    guard let range, !range.isEmpty else { return }
    let isFormula = isSafe && Self.startsFormula(text.extracting(range.start..<range.end))
    guard isQuoted else {
      if isFormula { output.raw("'") }
      output.line(text, range)
      return
    }
    output.raw("\"")
    if isFormula { output.raw("'") }
    var start = range.start
    for offset in range.start..<range.end where text[offset] == UInt8(ascii: "\"") {
      output.line(text, TextRange(start: start, end: offset + 1))
      output.raw("\"")
      start = offset + 1
    }
    output.line(text, TextRange(start: start, end: range.end))
    output.raw("\"")
  }

  private mutating func separate(_ output: inout JSONWriter) {
    if !isFirst { if isQuoted { output.raw(",") } else { output.raw("\t") } }
    isFirst = false
  }

  /// What spreadsheets read as the beginning of a formula, tab and carriage return included. Those that are set to East Asian
  /// languages read the full-width forms so: U+FF0B, FF0D, FF1D, FF20.
  private static func startsFormula(_ field: Span<UInt8>) -> Bool {
    switch field[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    case 0xEF where field.count >= 3:
      switch (field[1], field[2]) {
      case (0xBC, 0x8B), (0xBC, 0x8D), (0xBC, 0x9D), (0xBC, 0xA0): true
      default: false
      }
    default: false
    }
  }
}
