/// light10, the light stemmer of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information
/// Retrieval", 2007), on folded letters.
///
/// Bias: too little rather than too much. It takes off و, one article form and the commonest endings
/// and never touches the pattern of a word, so والمعلمون and معلم meet but كتاب and كتب stay apart. Stems are
/// never shown, only compared.
enum LightStemmer {
  private static let wal = WordKey(Letter.waw, Letter.alef, Letter.lam)
  private static let bal = WordKey(Letter.beh, Letter.alef, Letter.lam)
  private static let kal = WordKey(Letter.kaf, Letter.alef, Letter.lam)
  private static let fal = WordKey(Letter.feh, Letter.alef, Letter.lam)
  private static let al = WordKey(Letter.alef, Letter.lam)
  private static let ll = WordKey(Letter.lam, Letter.lam)

  /// The stem of a folded word; words that are not Arabic come back as they are. Constant time.
  @inline(__always)
  static func stem(_ word: WordKey) -> WordKey {
    guard word.isArabic else { return word }
    var stem = word
    if stem.first == Letter.waw, stem.count >= 4 { stem = stem.dropFirst(1) }

    let count = stem.count
    if count >= 5, stem.hasPrefix(wal) || stem.hasPrefix(bal) || stem.hasPrefix(kal) || stem.hasPrefix(fal) {
      stem = stem.dropFirst(3)
    } else if count >= 4, stem.hasPrefix(al) || stem.hasPrefix(ll) {
      stem = stem.dropFirst(2)
    }

    // In the published order, each at most once, and always two letters stay. The ending ية is يه here.
    stem = drop2(stem, Letter.heh, Letter.alef)
    stem = drop2(stem, Letter.alef, Letter.noon)
    stem = drop2(stem, Letter.alef, Letter.teh)
    stem = drop2(stem, Letter.waw, Letter.noon)
    stem = drop2(stem, Letter.yeh, Letter.noon)
    stem = drop2(stem, Letter.yeh, Letter.heh)
    if stem.last == Letter.heh, stem.count >= 3 { stem = stem.dropLast(1) }
    if stem.last == Letter.yeh, stem.count >= 3 { stem = stem.dropLast(1) }
    return stem
  }

  @inline(__always)
  private static func drop2(_ word: WordKey, _ first: UInt8, _ second: UInt8) -> WordKey {
    let count = word.count
    guard count >= 4, word[count - 1] == second, word[count - 2] == first else { return word }
    return word.dropLast(2)
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
