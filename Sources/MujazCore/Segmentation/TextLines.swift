/// The lines of a text.
package enum TextLines {
  /// Where the lines that are not blank stand, without the white space at their ends. CR, LF, both, NEL, LS, PS, VT and FF
  /// end a line. Linear.
  package static func ranges(of text: Span<UInt8>) -> [TextRange] {
    var marks: [Mark] = []
    var lines: [Line] = []
    MarkScanner.scan(text, into: &marks)
    LineSplitter.split(text, marks, into: &lines)
    return lines.map(\.range)
  }
}
