/// light10, the light stemmer of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information
/// Retrieval", 2007), on folded letters.
///
/// Bias: too little rather than too much. It takes off و, one article form and the commonest endings
/// and never touches the pattern of a word, so والمعلمون and معلم meet but كتاب and كتب stay apart. Stems are
/// never shown, only compared.
enum LightStemmer {
  /// The stem of a folded word; words that are not Arabic come back as they are. Constant time.
  static func stem(_ word: WordKey) -> WordKey {
    guard word.isArabic else { return word }
    let count = word.count
    // Nearly every word has eight letters or fewer, and shifts of one machine word cost a fraction of those of two.
    return count <= 8
      ? WordKey(bits: UInt128(stem(UInt64(truncatingIfNeeded: word.bits), count)))
      : WordKey(bits: stem(word.bits, count))
  }

  @inline(__always)
  private static func stem<Letters: FixedWidthInteger & UnsignedInteger>(
    _ word: Letters, _ letters: Int
  ) -> Letters {
    var bits = word
    var count = letters
    if UInt8(truncatingIfNeeded: bits) == Letter.waw, count >= 4 {
      bits = bits &>> 8
      count &-= 1
    }

    let head = UInt32(truncatingIfNeeded: bits) & 0xFF_FFFF
    if count >= 5, head == wal || head == bal || head == kal || head == fal {
      bits = bits &>> 24
      count &-= 3
    } else if count >= 4, head & 0xFFFF == al || head & 0xFFFF == ll {
      bits = bits &>> 16
      count &-= 2
    }

    // Every ending ends in ا, ن, ت, ه or ي.
    let last = UInt8(truncatingIfNeeded: tail(bits, count) &>> 8)
    guard
      last == Letter.alef || last == Letter.noon || last == Letter.teh || last == Letter.heh
        || last == Letter.yeh
    else { return bits }
    // In the published order, each at most once, and always two letters stay. The ending ية is يه here.
    if count >= 4, tail(bits, count) == ha { count &-= 2 }
    if count >= 4, tail(bits, count) == an { count &-= 2 }
    if count >= 4, tail(bits, count) == at { count &-= 2 }
    if count >= 4, tail(bits, count) == wn { count &-= 2 }
    if count >= 4, tail(bits, count) == yn { count &-= 2 }
    if count >= 4, tail(bits, count) == yh { count &-= 2 }
    if count >= 3, tail(bits, count) &>> 8 == UInt16(Letter.heh) { count &-= 1 }
    if count >= 3, tail(bits, count) &>> 8 == UInt16(Letter.yeh) { count &-= 1 }
    let rest = Letters.bitWidth &- 8 &* count
    return (bits &<< Letters(truncatingIfNeeded: rest)) &>> Letters(truncatingIfNeeded: rest)
  }

  // Articles and endings as packed letters, the first in the lowest byte.
  @inline(__always) private static var wal: UInt32 { pack(Letter.waw, Letter.alef, Letter.lam) }
  @inline(__always) private static var bal: UInt32 { pack(Letter.beh, Letter.alef, Letter.lam) }
  @inline(__always) private static var kal: UInt32 { pack(Letter.kaf, Letter.alef, Letter.lam) }
  @inline(__always) private static var fal: UInt32 { pack(Letter.feh, Letter.alef, Letter.lam) }
  @inline(__always) private static var al: UInt32 { pack(Letter.alef, Letter.lam) }
  @inline(__always) private static var ll: UInt32 { pack(Letter.lam, Letter.lam) }
  @inline(__always) private static var ha: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.heh, Letter.alef))
  }
  @inline(__always) private static var an: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.alef, Letter.noon))
  }
  @inline(__always) private static var at: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.alef, Letter.teh))
  }
  @inline(__always) private static var wn: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.waw, Letter.noon))
  }
  @inline(__always) private static var yn: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.yeh, Letter.noon))
  }
  @inline(__always) private static var yh: UInt16 {
    UInt16(truncatingIfNeeded: pack(Letter.yeh, Letter.heh))
  }

  @inline(__always)
  private static func pack(_ first: UInt8, _ second: UInt8, _ third: UInt8 = 0) -> UInt32 {
    UInt32(first) | UInt32(second) &<< 8 | UInt32(third) &<< 16
  }

  /// The last two letters, the last in the high byte.
  @inline(__always)
  private static func tail<Letters: FixedWidthInteger>(_ bits: Letters, _ count: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: bits &>> Letters(truncatingIfNeeded: 8 &* (count &- 2)))
  }
}

extension WordKey {
  /// The key of a few letter codes.
  init(_ codes: UInt8...) {
    var builder = WordKeyBuilder()
    for code in codes { builder.append(code) }
    self = builder.key
  }
}

extension WordKey {
  /// The word's stem as the light stemmer gives it; words that are not Arabic come back as they are.
  package var lightStem: WordKey { LightStemmer.stem(self) }
}
