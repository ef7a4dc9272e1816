internal import CICU

/// Arabic presentation forms: the glyph-shaped code points of old encodings and of text copied from PDF.
///
/// Folding them to the letters they show makes `ﻣﺤﻤﺪ` the word `محمد`. What a form stands for is ICU's knowledge.
struct PresentationForms: Sendable {
  /// Folded codes of all forms, one after the other.
  private var codes: [UInt8] = []
  /// For each scalar from `first`: where its codes end in `codes`.
  private var ends: [UInt16] = []

  static let first: UInt32 = 0xFB50
  static let last: UInt32 = 0xFEFF

  init() {
    ends.reserveCapacity(Int(Self.last - Self.first) + 1)
    var utf8 = [UInt8](repeating: 0, count: 96)
    for scalar in Self.first...Self.last {
      let count = cicu_compatible(scalar, &utf8, utf8.count)
      let start = codes.count
      var hasMark = false
      var position = 0
      while position < count {
        let (letter, size) = utf8.span.scalar(at: position, limit: count)
        position += size
        guard (0x0600...0x06FF).contains(letter) else { continue }
        let code = Letter.arabic[UInt8(truncatingIfNeeded: letter)]
        if code == Letter.isIgnorable { hasMark = true }
        if code > Letter.isIgnorable, code != Letter.isRaw { codes.append(code) }
      }
      // Tashkeel by itself or on a tatweel: part of the word, no letter.
      if hasMark, codes.count == start { codes.append(Letter.isIgnorable) }
      ends.append(UInt16(codes.count))
    }
  }

  /// The folded letters of a form; `isIgnorable` alone for tashkeel; empty where it shows none
  /// (signs, unassigned, byte order mark).
  subscript(scalar: UInt32) -> ArraySlice<UInt8> {
    let index = Int(scalar - Self.first)
    return codes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}
