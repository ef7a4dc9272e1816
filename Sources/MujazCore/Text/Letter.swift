/// A folded letter: one byte, so that a word of up to sixteen fits in a machine word pair.
///
/// Folding makes spellings of one word equal: أ إ آ ٱ become ا, ى and ی become ي, ة and ۀ become ه, ک becomes ك;
/// tashkeel, tatweel and format controls vanish; digits of every system become ASCII digits; Latin
/// letters become small. Codes: Arabic letters from 0x02, ASCII digits and small Latin letters as themselves,
/// every other letter as its UTF-8 bytes (all above 0x7F). 0 is no letter.
enum Letter {
  static let hamza: UInt8 = 0x02
  static let alef: UInt8 = 0x03
  static let beh: UInt8 = 0x04
  static let teh: UInt8 = 0x05
  static let kaf: UInt8 = 0x18
  static let feh: UInt8 = 0x16
  static let lam: UInt8 = 0x19
  static let meem: UInt8 = 0x1A
  static let noon: UInt8 = 0x1B
  static let heh: UInt8 = 0x1C
  static let waw: UInt8 = 0x1D
  static let yeh: UInt8 = 0x1E

  /// Above every Arabic letter code, below the digits.
  static let arabicEnd: UInt8 = 0x30

  /// Values of the lookup table that are no letter.
  static let isBreak: UInt8 = 0
  static let isIgnorable: UInt8 = 1
  /// A letter without a code of its own: its two UTF-8 bytes stand for it.
  static let isRaw: UInt8 = 0xFE

  /// Folded codes of U+0000 to U+007F.
  static let ascii = LetterTable((0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: isBreak
    }
  })

  /// Folded codes of U+0600 to U+06FF, the letters whose UTF-8 lead byte is D8 to DB, at
  /// `(lead & 3) << 6 | trail & 0x3F`.
  static let arabic = LetterTable((0x0600...0x06FF).map(fold(arabicScalar:)))

  private static func fold(arabicScalar scalar: Int) -> UInt8 {
    switch scalar {
    // Marks that are not written in plain text, tatweel and the Arabic letter mark.
    case 0x0610...0x061A, 0x061C, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8,
      0x06EA...0x06ED:
      isIgnorable
    case 0x0622, 0x0623, 0x0625, 0x0627, 0x0671, 0x0672, 0x0673: alef
    case 0x0621: hamza
    case 0x0624: 0x1F  // waw with hamza
    case 0x0626: 0x20  // yeh with hamza
    case 0x0628: beh
    case 0x0629, 0x0647, 0x06BE, 0x06C0, 0x06C1, 0x06C2, 0x06C3, 0x06D5: heh
    case 0x062A: teh
    case 0x062B...0x063A: UInt8(0x06 + scalar - 0x062B)  // theh to ghain
    case 0x0641: feh
    case 0x0642: 0x17  // qaf
    case 0x0643, 0x06A9, 0x06AA: kaf
    case 0x0644: lam
    case 0x0645: meem
    case 0x0646: noon
    case 0x0648: waw
    case 0x0649, 0x064A, 0x06CC, 0x06CD, 0x06D0, 0x06D2: yeh
    case 0x067E: 0x21  // peh
    case 0x0686: 0x22  // tcheh
    case 0x0698: 0x23  // jeh
    case 0x06AF: 0x24  // gaf
    case 0x06A4: 0x25  // veh
    case 0x06A8: 0x26  // qaf with three dots
    case 0x0660...0x0669: UInt8(ascii: "0") + UInt8(scalar - 0x0660)
    case 0x06F0...0x06F9: UInt8(ascii: "0") + UInt8(scalar - 0x06F0)
    case 0x0620, 0x063B...0x063F, 0x066E, 0x066F, 0x0674...0x06D3, 0x06E5, 0x06E6, 0x06EE, 0x06EF,
      0x06FA...0x06FC, 0x06FF:
      isRaw
    default: isBreak
    }
  }

  /// The presentation forms U+FB50 to U+FDFF and U+FE70 to U+FEFF as the folded letters of their
  /// compatibility decomposition, made once, on the first form that is met.
  static let presentationForms = PresentationForms()
}

/// A table of letter codes that is made once and lives as long as the process.
///
/// A bare pointer, because the table is read for every letter of every text: an array would count references and check
/// bounds there. The memory is never written again and never freed.
struct LetterTable: @unchecked Sendable {
  private let codes: UnsafePointer<UInt8>

  init(_ values: [UInt8]) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    memory.initialize(repeating: 0, count: 256)
    for (index, value) in values.prefix(256).enumerated() { memory[index] = value }
    codes = UnsafePointer(memory)
  }

  /// The code of a byte.
  @inline(__always)
  subscript(byte: UInt8) -> UInt8 { codes[Int(byte)] }

  /// The code of the two bytes of a letter whose lead byte is D8 to DB.
  @inline(__always)
  subscript(lead: UInt8, trail: UInt8) -> UInt8 {
    codes[Int(truncatingIfNeeded: (lead & 3) &<< 6 | trail & 0x3F)]
  }
}
