internal import CICU
internal import MujazPlatform

/// Text that was copied as it is drawn: presentation forms in the place of letters, and lines in the order of the eye.
///
/// Bias: a form becomes the letter it shows; words that are one character (ﷲ, ﷺ, ﷼) and the ornate brackets of verses
/// stay. A line is turned round only where the forms say so: a final form before an initial one is how words meet in
/// reading order, an initial before a medial or final one how they are written.
enum VisualForms {
  /// The text with its letters, and whether lines were turned round; nil where no form stands in it.
  static func restore(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (text: [UInt8], wasReversed: Bool)? {
    guard hasForms(text) else { return nil }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
    let evidence = lines.map(Self.evidence)
    let isVisual = evidence.reduce(0, +) > 0
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var wasReversed = false
    for (line, evidence) in zip(lines, evidence) {
      let hasForm = line.contains { isForm($0.value) }
      // A line without evidence of its own goes with the others.
      let turns = hasForm && (evidence > 0 || evidence == 0 && isVisual)
      if turns { wasReversed = true }
      for scalar in turns ? reversed(line) : line { append(scalar, to: &result) }
      result.append(UInt8(ascii: "\n"))
    }
    result.removeLast()
    return (result, wasReversed)
  }

  /// Whether a scalar is the form of a letter or of a few: FB50 to FBFF, FC00 to FDF1 and FE70 to FEFC.
  private static func isForm(_ scalar: UInt32) -> Bool {
    (0xFB50...0xFD3D).contains(scalar) || (0xFD50...0xFDF1).contains(scalar)
      || (0xFE70...0xFEFC).contains(scalar)
  }

  private static func hasForms(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return false }
    var index = 0
    // All forms begin with EF, which hardly any other character of Arabic text does.
    while let found = memchr(start + index, 0xEF, text.count - index) {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      guard index + 2 < text.count else { return false }
      if (0xAD...0xBB).contains(text[index + 1]) {
        let scalar =
          UInt32(0xF000) | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        if isForm(scalar) { return true }
      }
      index += 1
    }
    return false
  }

  /// How much more often forms follow each other as in a line that is turned round than as in one that is not.
  private static func evidence(_ line: [Unicode.Scalar]) -> Int {
    var visual = 0
    var previous = cicu_form_none
    for scalar in line {
      let form = isForm(scalar.value) ? cicu_form_of(scalar.value) : cicu_form_none
      switch (previous, form) {
      case (cicu_form_final, cicu_form_initial), (cicu_form_final, cicu_form_medial),
        (cicu_form_medial, cicu_form_initial):
        visual += 1
      case (cicu_form_initial, cicu_form_medial), (cicu_form_initial, cicu_form_final),
        (cicu_form_medial, cicu_form_final):
        visual -= 1
      default: break
      }
      previous = form
    }
    return visual
  }

  /// A line the other way round; numbers and Latin words stay as they are.
  private static func reversed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(line.count)
    var end = line.count
    while end > 0 {
      var start = end
      while start > 0, isLeftToRight(line[start - 1]) || isInNumber(line[start - 1]) { start -= 1 }
      // A number or a word begins with one of its own, and takes the marks behind it along.
      let first = line[start..<end].firstIndex(where: isLeftToRight) ?? end
      result.append(contentsOf: line[first..<end])
      for scalar in line[start..<first].reversed() { result.append(mirrored(scalar)) }
      if start > 0 {
        start -= 1
        result.append(mirrored(line[start]))
      }
      end = start
    }
    return result
  }

  private static func isLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x660...0x669, 0xC0...0x24F: true
    default: false
    }
  }

  private static func isInNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", "/", "%", "@", "_", "-": true
    default: false
    }
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "{": "}"
    case "}": "{"
    case "<": ">"
    case ">": "<"
    case "«": "»"
    case "»": "«"
    default: scalar
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if isForm(scalar.value) {
      let letters = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 96) { room -> [UInt8] in
        guard let start = room.baseAddress else { return [] }
        let count = cicu_compatible(scalar.value, start, room.count)
        return Array(UnsafeBufferPointer(start: start, count: count))
      }
      if !letters.isEmpty {
        // A form of a mark alone stands on a space or a tatweel, which is not the text's.
        result.append(contentsOf: letters.first == 0x20 ? Array(letters.dropFirst()) : letters)
        return
      }
    }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
