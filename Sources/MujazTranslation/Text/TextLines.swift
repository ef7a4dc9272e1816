extension String {
  /// The lines, without their ends: LF, CR LF or CR.
  var textLines: [Substring] { textLines(upTo: .max) }

  /// The first lines, without their ends.
  func textLines(upTo most: Int) -> [Substring] {
    var lines: [Substring] = []
    let bytes = utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex, lines.count < most {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(Substring(bytes[start..<index]))
        start =
          byte == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
          ? bytes.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    if start < bytes.endIndex, lines.count < most { lines.append(Substring(bytes[start...])) }
    return lines
  }
}
