public import MujazCore

/// How a package is made.
public struct PrepSettings: Sendable {
  /// The language of the articles.
  public var source: Language
  /// The language that they are translated into.
  public var target: Language
  /// How the package is written.
  public var format: PackageFormat
  /// What of an article goes in.
  public var scope: PrepScope
  /// Whether lines go in that are no part of the article, too.
  public var keepsAllLines: Bool
  /// What stands where no translation is.
  public var fill: TargetFill
  /// Whether targets are made up of the sources, to test what comes after.
  public var isPseudo: Bool
  /// Terms and names that the translator is to keep to.
  public var glossary: Glossary
  /// Picks the sentences of the brief, and those that are flagged in the article.
  public var briefer: Briefer
  /// How names are spelt in the hints.
  public var romanization = Romanization.news
  /// The tool and its version, for the files' metadata.
  public var tool: String
  /// The version of the tool, for the files' metadata.
  public var version: String

  /// Settings; without more than a language they are those of `mujaz prep`.
  public init(
    source: Language = .arabic, target: Language, format: PackageFormat = .xliff2,
    scope: PrepScope = .article, keepsAllLines: Bool = false, fill: TargetFill? = nil,
    isPseudo: Bool = false,
    glossary: Glossary = Glossary(), briefer: Briefer = Briefer(), tool: String = "mujaz",
    version: String = MujazVersion.current
  ) {
    self.source = source
    self.target = target
    self.format = format
    self.scope = scope
    self.keepsAllLines = keepsAllLines
    self.fill = fill ?? format.usualFill
    self.isPseudo = isPseudo
    self.glossary = glossary
    self.briefer = briefer
    self.tool = tool
    self.version = version
  }
}
