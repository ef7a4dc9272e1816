/// What a word is to what its sentence adds to a brief, by its form and the lists alone.
struct WordShare: OptionSet, Sendable {
  let rawValue: UInt8
  static let number = Self(rawValue: 1)
  /// A given name or a city.
  static let name = Self(rawValue: 2)
  /// A verb of saying.
  static let claim = Self(rawValue: 4)
  static let demonstrative = Self(rawValue: 8)
  /// It has the article, behind a clitic or not.
  static let definite = Self(rawValue: 16)
  /// It takes its noun as known: a definite noun that is no nisba, no city and no time that is present anyhow (العام).
  static let known = Self(rawValue: 32)

  /// What any word of a sentence may count for by itself.
  static let counted: Self = [.number, .name, .claim, .demonstrative]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ key: WordKey, _ classes: WordClasses) {
    self = key.isNumber ? .number : []
    if !classes.isDisjoint(with: [.givenName, .city]) { insert(.name) }
    if classes.contains(.speechVerb) { insert(.claim) }
    if classes.contains(.demonstrative) { insert(.demonstrative) }
    guard key.hasArticle || key.hasCliticBeforeArticle else { return }
    insert(.definite)
    if !key.isNisba, classes.isDisjoint(with: [.city, .presentNoun]) { insert(.known) }
  }
}
