extension Unicode.Scalar {
  /// A letter of any script.
  var isLetter: Bool {
    isASCII
      ? (0x61...0x7A).contains(value | 0x20) : isArabicLetter || properties.isAlphabetic
  }

  /// What Unicode calls alphabetic; for nearly all letters of a text without a look into its tables.
  var isAlphabetic: Bool {
    switch value {
    case 0..<0x80: (0x61...0x7A).contains(value | 0x20)
    case 0x0621...0x064A: true
    default: properties.isAlphabetic
    }
  }

  /// A letter of the Arabic blocks: no digit, no punctuation.
  var isArabicLetter: Bool {
    switch value {
    case 0x0620...0x064A, 0x066E...0x06D3, 0x06D5, 0x06EE...0x06EF, 0x06FA...0x06FF,
      0x0750...0x077F,
      0x08A0...0x08C7, 0xFB50...0xFDFB, 0xFE70...0xFEFC:
      true
    default: false
    }
  }

  /// White space, or a byte order mark.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20: true
    case 0..<0x85, 0xA1..<0x1680: false
    case 0xFEFF: true
    default: properties.isWhitespace
    }
  }
}
