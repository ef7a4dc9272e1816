/// Why an input or a record is no article.
public struct InputError: Error, Sendable, Hashable {
  /// The class of an error, a word that scripts may rely on.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing but white space.
    case emptyInput = "empty_input"
    /// Bytes that are no text.
    case notText = "not_text"
    /// A picture, a PDF, an archive: a format that is not read.
    case unsupportedFormat = "unsupported_format"
    /// A page, an entry or a message without an article.
    case noArticle = "no_article"
    /// An article in another language or in other letters, where only Arabic ones are wanted.
    case notArabic = "not_arabic"
    /// A text that would need a repair, where none is wanted.
    case damagedText = "damaged_text"
    /// A document that inflates to more than it may.
    case unsafeArchive = "unsafe_archive"
    /// A record that is not UTF-8.
    case invalidUTF8 = "invalid_utf8"
    /// A record that is not JSON.
    case invalidJSON = "invalid_json"
    /// A record that is JSON but no object.
    case notAnObject = "not_an_object"
    /// A record without a text.
    case noText = "no_text"
    /// A record whose title is no string.
    case badTitle = "bad_title"
    /// A record whose id is an object or an array.
    case badID = "bad_id"
    /// More bytes than the limit allows.
    case tooLarge = "too_large"
    /// There was no memory left: no fault of the input's.
    case outOfMemory = "out_of_memory"
    /// The input could not be read: no fault of its content.
    case unreadable = "unreadable"
    /// The user's segmentation rules take more steps than the text allows.
    case ruleTooCostly = "rule_too_costly"
  }

  /// The class of the error.
  public var code: Code
  /// What is wrong, for people: one line without the place.
  public var message: String
  /// What a web page is instead of an article; nil where it is told of none.
  public var page: PageVerdict?

  /// An error of a class, with what is wrong in one line.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// An article in a language that is not wanted.
  public init(foreign language: ArticleLanguage) {
    self.init(
      .notArabic, "the article is not Arabic but \(language.name) (\(language.rawValue))")
  }

  /// Memory ran out.
  public static var outOfMemory: InputError { InputError(.outOfMemory, "out of memory") }

  /// What would have to be put right is refused.
  init(needing repair: Repair) {
    self.init(.damagedText, "the text needs a repair: \(repair.description)")
  }
}
