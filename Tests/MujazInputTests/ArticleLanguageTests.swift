import MujazInput
import TestSupport
import Testing

/// The language that a text tells.
@Suite struct ArticleLanguageTests {
  private static let cases = (try? LanguageCase.all()) ?? []

  @Test("There are cases of every language")
  func casesAreThere() throws {
    let languages = Set(try LanguageCase.all().map(\.language))
    #expect(languages == Set(ArticleLanguage.allCases.map(\.rawValue)))
  }

  @Test("A text tells its language", arguments: cases)
  func language(_ text: LanguageCase) {
    #expect(ArticleLanguage(of: text.text).rawValue == text.language)
  }

  /// As long as an article: what is told by a sample must be told by the words, too.
  @Test("It does so over and over again", arguments: cases)
  func long(_ text: LanguageCase) {
    let article = Array(repeating: text.text, count: 40).joined(separator: "\n")
    // A word that stands alone tells nothing, however often it does.
    #expect(ArticleLanguage(of: article).rawValue == text.language)
  }

  @Test("An Arabic article is whole in any spelling of its letters", arguments: cases)
  func folded(_ text: LanguageCase) {
    guard text.language == "ar", text.name != "ar/iraqi-letters" else { return }
    let folded = text.text.replacing("أ", with: "ا").replacing("إ", with: "ا").replacing(
      "ة", with: "ه")
    #expect(ArticleLanguage(of: folded) == .arabic)
  }

  // MARK: Pages of two languages

  private static func text(_ name: String) throws -> String {
    try #require(try LanguageCase.all().first { $0.name == name }).text
  }

  @Test(
    "Of two languages of Arabic letters the one with more words is told",
    arguments: [
      ("ar/news", "fa/news", 3, "ar"), ("fa/news", "ar/news", 3, "fa"),
      ("fa/arabic-letters", "ar/news", 3, "fa"), ("ar/news", "fa/arabic-letters", 3, "ar"),
      ("ar/news", "ur/news", 3, "ar"), ("ur/news", "ar/news", 3, "ur"),
      ("ckb/news", "ar/news", 3, "ckb"), ("ar/news", "ckb/news", 3, "ar"),
    ])
  func mixed(_ much: String, _ little: String, _ times: Int, _ language: String) throws {
    let text = try String(repeating: Self.text(much) + "\n", count: times) + Self.text(little)
    #expect(ArticleLanguage(of: text).rawValue == language)
  }

  @Test("Arabic is told where a third of the letters is Arabic, another language where fewer are")
  func thirds() throws {
    let arabic = try Self.text("ar/news")
    let english = try Self.text("en/news")
    #expect(ArticleLanguage(of: arabic + "\n" + english) == .arabic)
    #expect(
      ArticleLanguage(of: arabic + "\n" + String(repeating: english + "\n", count: 4)) == .english)
  }

  // MARK: The beginning

  @Test("Nothing is looked at but the first 4,096 bytes")
  func beginning() throws {
    let english = String(repeating: "It is the end of the day. ", count: 158)
    #expect(english.utf8.count > 4096)
    let arabic = String(repeating: try Self.text("ar/news"), count: 40)
    #expect(ArticleLanguage(of: english + arabic) == .english)
    // A letter is cut there.
    #expect(ArticleLanguage(of: "a" + arabic) == .arabic)
    #expect(ArticleLanguage(of: arabic) == .arabic)
  }

  @Test("No length of a text traps", arguments: [0, 1, 2, 15, 16, 17, 18, 33, 4095, 4096, 4097])
  func lengths(_ count: Int) {
    let letters = Array(String(repeating: "ب", count: count / 2 + 1).utf8.prefix(count))
    #expect(ArticleLanguage(of: letters.span) == .undetermined)
  }
}
