import Testing

@testable import MujazTranslation

/// Language tags.
@Suite struct LanguageTests {
  @Test(
    "Tags of BCP 47", arguments: ["en", "fr", "pt-BR", "zh-Hans-CN", "ar-001", "de-x-a1", "ckb"])
  func tags(_ tag: String) {
    #expect(Language(tag)?.tag == tag)
  }

  @Test(
    "What is no tag",
    arguments: [
      "", "e", "english", "en_US", "en-", "-en", "en--US", "12", "en-toolongpart", "e n", "en-a",
    ])
  func others(_ tag: String) {
    #expect(Language(tag) == nil)
  }

  @Test("Directions, spaces and scripts")
  func facts() throws {
    #expect(try #require(Language("ar-EG")).isRightToLeft)
    #expect(try #require(Language("he")).isRightToLeft)
    #expect(try !#require(Language("en")).isRightToLeft)
    #expect(try #require(Language("zh-Hans")).isWrittenWithoutSpaces)
    #expect(try !#require(Language("ko")).isWrittenWithoutSpaces)
    #expect(try #require(Language("fa")).usesArabicScript)
    #expect(try !#require(Language("he")).usesArabicScript)
  }
}
