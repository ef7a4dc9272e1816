internal import CResources

/// A folded letter: one byte, so that a word of up to sixteen fits in a machine word pair.
///
/// Folding makes spellings of one word equal: أ إ آ ٱ become ا, ى and ی become ي, ة and ۀ become ه, ک becomes ك;
/// tashkeel, tatweel and format controls vanish; digits of every system become ASCII digits; Latin
/// letters become small. Codes: Arabic letters from 0x02, ASCII digits and small Latin letters as themselves,
/// every other letter as its UTF-8 bytes (all above 0x7F). 0 is no letter. The tables are in letters.c; the names here are
/// computed, so that the compiler sees constants.
enum Letter {
  @inline(__always) static var isBreak: UInt8 { UInt8(truncatingIfNeeded: letter_break) }
  @inline(__always) static var isIgnorable: UInt8 { UInt8(truncatingIfNeeded: letter_ignorable) }
  @inline(__always) static var isRaw: UInt8 { UInt8(truncatingIfNeeded: letter_raw) }
  @inline(__always) static var arabicEnd: UInt8 { UInt8(truncatingIfNeeded: letter_arabic_end) }

  @inline(__always) static var hamza: UInt8 { UInt8(truncatingIfNeeded: letter_hamza) }
  @inline(__always) static var alef: UInt8 { UInt8(truncatingIfNeeded: letter_alef) }
  @inline(__always) static var beh: UInt8 { UInt8(truncatingIfNeeded: letter_beh) }
  @inline(__always) static var teh: UInt8 { UInt8(truncatingIfNeeded: letter_teh) }
  @inline(__always) static var feh: UInt8 { UInt8(truncatingIfNeeded: letter_feh) }
  @inline(__always) static var kaf: UInt8 { UInt8(truncatingIfNeeded: letter_kaf) }
  @inline(__always) static var lam: UInt8 { UInt8(truncatingIfNeeded: letter_lam) }
  @inline(__always) static var meem: UInt8 { UInt8(truncatingIfNeeded: letter_meem) }
  @inline(__always) static var noon: UInt8 { UInt8(truncatingIfNeeded: letter_noon) }
  @inline(__always) static var ain: UInt8 { UInt8(truncatingIfNeeded: letter_ain) }
  @inline(__always) static var dal: UInt8 { UInt8(truncatingIfNeeded: letter_dal) }
  @inline(__always) static var qaf: UInt8 { UInt8(truncatingIfNeeded: letter_qaf) }
  @inline(__always) static var seen: UInt8 { UInt8(truncatingIfNeeded: letter_seen) }
  @inline(__always) static var heh: UInt8 { UInt8(truncatingIfNeeded: letter_heh) }
  @inline(__always) static var waw: UInt8 { UInt8(truncatingIfNeeded: letter_waw) }
  @inline(__always) static var yeh: UInt8 { UInt8(truncatingIfNeeded: letter_yeh) }

  private static func code(_ value: some BinaryInteger) -> UInt8 {
    UInt8(truncatingIfNeeded: value)
  }

  /// Folded codes of U+0000 to U+007F.
  @inline(__always) static var ascii: LetterTable { LetterTable(codes: letter_ascii()) }

  /// Folded codes of U+0600 to U+06FF, the letters whose UTF-8 lead byte is D8 to DB.
  @inline(__always) static var arabic: LetterTable { LetterTable(codes: letter_arabic()) }

  /// The presentation forms U+FB50 to U+FDFF and U+FE70 to U+FEFF as the folded letters of their
  /// compatibility decomposition, made once, on the first form that is met.
  static let presentationForms = PresentationForms()
}

/// A table of 256 codes in constant memory, read for every letter of every text without a check.
struct LetterTable: @unchecked Sendable {
  private let codes: UnsafePointer<UInt8>

  @inline(__always)
  init(codes: UnsafePointer<UInt8>) { self.codes = codes }

  /// The code of a byte.
  @inline(__always)
  subscript(byte: UInt8) -> UInt8 { codes[Int(byte)] }

  /// The code of the two bytes of a letter whose lead byte is D8 to DB: at `(lead & 3) << 6 | trail & 0x3F`.
  @inline(__always)
  subscript(lead: UInt8, trail: UInt8) -> UInt8 {
    codes[Int(truncatingIfNeeded: (lead & 3) &<< 6 | trail & 0x3F)]
  }
}
