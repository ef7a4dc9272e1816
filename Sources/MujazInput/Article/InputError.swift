/// Why an input or a record is no article.
public struct InputError: Error, Sendable, Hashable {
  /// The class of an error, a word that scripts may rely on.
  public enum Code: String, Sendable, CaseIterable {
    case emptyInput = "empty_input"
    case notText = "not_text"
    case unsupportedFormat = "unsupported_format"
    case noArticle = "no_article"
    /// An article in another language or in other letters, where only Arabic ones are wanted.
    case notArabic = "not_arabic"
    case damagedText = "damaged_text"
    case unsafeArchive = "unsafe_archive"
    case invalidUTF8 = "invalid_utf8"
    case invalidJSON = "invalid_json"
    case notAnObject = "not_an_object"
    case noText = "no_text"
    case badTitle = "bad_title"
    case badID = "bad_id"
    case tooLarge = "too_large"
    case outOfMemory = "out_of_memory"
    case unreadable = "unreadable"
    /// The user's segmentation rules take more steps than the text allows.
    case ruleTooCostly = "rule_too_costly"
  }

  public var code: Code
  /// What is wrong, for people: one line without the place.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// An article in a language that is not wanted.
  public init(foreign language: ArticleLanguage) {
    self.init(
      .notArabic, "the article is not Arabic but \(language.name) (\(language.rawValue))")
  }

  public static var outOfMemory: InputError { InputError(.outOfMemory, "out of memory") }

  /// What would have to be put right is refused.
  init(needing repair: Repair) {
    self.init(.damagedText, "the text needs a repair: \(repair.description)")
  }
}
