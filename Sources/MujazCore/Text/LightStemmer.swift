/// light10, the light stemmer of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information
/// Retrieval", 2007), on folded letters.
///
/// Bias: too little rather than too much. It takes off و, one article form and the commonest endings
/// and never touches the pattern of a word, so والمعلمون and معلم meet but كتاب and كتب stay apart. Stems are
/// never shown, only compared.
enum LightStemmer {
  /// The stem of a folded word; words that are not Arabic come back as they are. Constant time.
  @inline(__always)
  static func stem(_ word: WordKey) -> WordKey {
    guard word.isArabic else { return word }
    var bits = word.bits
    var count = word.count
    if word.first == Letter.waw, count >= 4 {
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

    // In the published order, each at most once, and always two letters stay. The ending ية is يه here.
    if count >= 4, tail(bits, count) == ha { count &-= 2 }
    if count >= 4, tail(bits, count) == an { count &-= 2 }
    if count >= 4, tail(bits, count) == at { count &-= 2 }
    if count >= 4, tail(bits, count) == wn { count &-= 2 }
    if count >= 4, tail(bits, count) == yn { count &-= 2 }
    if count >= 4, tail(bits, count) == yh { count &-= 2 }
    if count >= 3, tail(bits, count) &>> 8 == UInt16(Letter.heh) { count &-= 1 }
    if count >= 3, tail(bits, count) &>> 8 == UInt16(Letter.yeh) { count &-= 1 }
    return WordKey(bits: bits).prefix(count)
  }

  // Articles and endings as packed letters, the first in the lowest byte.
  private static let wal = pack(Letter.waw, Letter.alef, Letter.lam)
  private static let bal = pack(Letter.beh, Letter.alef, Letter.lam)
  private static let kal = pack(Letter.kaf, Letter.alef, Letter.lam)
  private static let fal = pack(Letter.feh, Letter.alef, Letter.lam)
  private static let al = pack(Letter.alef, Letter.lam)
  private static let ll = pack(Letter.lam, Letter.lam)
  private static let ha = UInt16(pack(Letter.heh, Letter.alef))
  private static let an = UInt16(pack(Letter.alef, Letter.noon))
  private static let at = UInt16(pack(Letter.alef, Letter.teh))
  private static let wn = UInt16(pack(Letter.waw, Letter.noon))
  private static let yn = UInt16(pack(Letter.yeh, Letter.noon))
  private static let yh = UInt16(pack(Letter.yeh, Letter.heh))

  private static func pack(_ first: UInt8, _ second: UInt8, _ third: UInt8 = 0) -> UInt32 {
    UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
  }

  /// The last two letters, the last in the high byte.
  @inline(__always)
  private static func tail(_ bits: UInt128, _ count: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: bits &>> UInt128(truncatingIfNeeded: 8 &* (count &- 2)))
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
