extension String {
  /// The text without white space at its ends, runs with a line break or tab in them as one space.
  var asOneLine: String {
    if isOneLine { return self }
    var result = String.UnicodeScalarView()
    var space = String.UnicodeScalarView()
    var hasBreak = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        space.append(scalar)
        hasBreak = hasBreak || scalar.value < 0x20 || [0x85, 0x2028, 0x2029].contains(scalar.value)
        continue
      }
      if !space.isEmpty {
        if !result.isEmpty {
          if hasBreak { result.append(" ") } else { result.append(contentsOf: space) }
        }
        space = String.UnicodeScalarView()
        hasBreak = false
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether there is surely nothing to be done: no white space but single bytes of it inside.
  private var isOneLine: Bool {
    let isPlain = utf8.allSatisfy { byte in
      byte >= 0x20 && ![0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte)
    }
    return isPlain && utf8.first != 0x20 && utf8.last != 0x20
  }
}
