/// Segmentation rules as translators exchange them: SRX 2.0 (Segmentation Rules eXchange, LISA 2008).
///
/// A value: read one with `SRXReader`, take the rules of a language, and cut with `SRXSegmenter`.
public struct SRXDocument: Sendable, Equatable {
  /// Whether every map that knows the language gives its rules, in their order, or only the first.
  public var cascades: Bool
  /// The sets of rules, each with its name.
  public var languageRules: [LanguageRules]
  /// Which rules are for which languages, tried in this order.
  public var maps: [Map]

  /// A document of rules and maps.
  public init(cascades: Bool, languageRules: [LanguageRules], maps: [Map]) {
    self.cascades = cascades
    self.languageRules = languageRules
    self.maps = maps
  }

  /// The rules of one `languagerule`.
  public struct LanguageRules: Sendable, Equatable {
    /// The name that maps call it by.
    public var name: String
    /// The rules, in their order: the first that fits decides.
    public var rules: [SRXRule]

    /// Rules under a name.
    public init(name: String, rules: [SRXRule]) {
      self.name = name
      self.rules = rules
    }
  }

  /// A regular expression that matches codes of languages, and the name of their rules.
  public struct Map: Sendable, Equatable {
    /// The regular expression.
    public var languagePattern: String
    /// The name of the rules.
    public var name: String

    /// A map from codes to rules.
    public init(languagePattern: String, name: String) {
      self.languagePattern = languagePattern
      self.name = name
    }
  }

  /// The rules for a language, in the order in which they are tried.
  ///
  /// Throws where no map knows the language, or a map's pattern or name is wrong.
  public func rules(for language: String) throws(PackageError) -> [SRXRule] {
    var rules: [SRXRule] = []
    var isKnown = false
    for map in maps {
      let text = Array(language.utf16)
      let matches: Bool
      do throws(SRXPatternError) {
        let pattern = try SRXPattern("(?:\(map.languagePattern))$")
        matches = try text.withUnsafeBufferPointer { (units) throws(SRXPatternError) in
          pattern.setText(units)
          return try pattern.matches(at: 0)
        }
      } catch {
        throw PackageError("language pattern '\(map.languagePattern)': \(error.message)")
      }
      guard matches else { continue }
      guard let found = languageRules.first(where: { $0.name == map.name }) else {
        throw PackageError("a map names the rules '\(map.name)', which are not there")
      }
      rules += found.rules
      isKnown = true
      if !cascades { break }
    }
    guard isKnown else { throw PackageError("no rules for the language '\(language)'") }
    return rules
  }
}

/// One rule: what stands before a place and what follows it, and whether a segment ends there.
public struct SRXRule: Sendable, Equatable {
  /// Whether a segment ends where the rule fits.
  public var isBreak: Bool
  /// ICU regular expressions; an empty one matches always.
  public var before: String
  /// What follows the place.
  public var after: String
  /// Where the rule is from, for people: `Arabic:12`, the twelfth of the rules named Arabic.
  public var name: String
  /// The line of the file, 0 where there is none.
  public var line: Int

  /// A rule of two patterns.
  public init(
    isBreak: Bool, before: String, after: String, name: String = "", line: Int = 0
  ) {
    self.isBreak = isBreak
    self.before = before
    self.after = after
    self.name = name
    self.line = line
  }
}
