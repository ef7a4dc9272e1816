/// Letters that transliteration treats by themselves.
enum ArabicLetter {
  static let hamza: UInt32 = 0x0621
  static let alefMadda: UInt32 = 0x0622
  static let alefHamzaAbove: UInt32 = 0x0623
  static let wawHamza: UInt32 = 0x0624
  static let alefHamzaBelow: UInt32 = 0x0625
  static let yehHamza: UInt32 = 0x0626
  static let alef: UInt32 = 0x0627
  static let tehMarbuta: UInt32 = 0x0629
  static let ain: UInt32 = 0x0639
  static let lam: UInt32 = 0x0644
  static let waw: UInt32 = 0x0648
  static let alefMaksura: UInt32 = 0x0649
  static let yeh: UInt32 = 0x064A
  static let fatha: UInt32 = 0x064E
  static let damma: UInt32 = 0x064F
  static let kasra: UInt32 = 0x0650
  static let shadda: UInt32 = 0x0651
}

extension String {
  /// Whether it has the form of a family name of origin: the article, then a word that ends with ي.
  var isNisba: Bool {
    let scalars = Array(unicodeScalars)
    return scalars.count >= 5 && scalars[0].value == ArabicLetter.alef
      && scalars[1].value == ArabicLetter.lam && scalars.last?.value == ArabicLetter.yeh
  }
}
