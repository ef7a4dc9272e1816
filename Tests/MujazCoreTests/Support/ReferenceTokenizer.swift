import Foundation

/// A slow tokenizer over Unicode scalars, written from the definition of a word, to hold the fast one against.
///
/// A word is a maximal run of letters, digits and marks; marks, tatweel and format controls belong to it and leave its
/// folded letters alone.
enum ReferenceTokenizer {
  struct Token: Equatable {
    var start: Int
    var end: Int
    var folded: String
  }

  private enum Kind { case part, ignorable, separator }

  static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var current: Token?
    var offset = 0
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      switch kind(scalar) {
      case .part:
        var token = current ?? Token(start: offset, end: next, folded: "")
        token.folded += fold(scalar)
        token.end = next
        current = token
      case .ignorable:
        current?.end = next
      case .separator:
        if let token = current { tokens.append(token) }
        current = nil
      }
      offset = next
    }
    if let token = current { tokens.append(token) }
    return tokens
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    // Tatweel is a letter by its category; the number signs and the end of an ayah are format controls.
    if scalar.value == 0x0640 { return .ignorable }
    if (0x0600...0x0605).contains(scalar.value) || scalar.value == 0x06DD { return .separator }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return .part
    case .nonspacingMark, .enclosingMark, .format: return .ignorable
    default: return .separator
    }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0622, 0x0623, 0x0625, 0x0671...0x0673: return "ا"
    case 0x0649, 0x06CC, 0x06CD, 0x06D0, 0x06D2: return "ي"
    case 0x0629, 0x06BE, 0x06C0...0x06C3, 0x06D5: return "ه"
    case 0x06A9, 0x06AA: return "ك"
    case 0x0660...0x0669: return String(scalar.value - 0x0660)
    case 0x06F0...0x06F9: return String(scalar.value - 0x06F0)
    case 0x0041...0x005A: return String(scalar).lowercased()
    default: return String(scalar)
    }
  }
}
