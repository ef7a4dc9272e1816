import Testing

@testable import MujazCore

/// A user's abbreviations.
@Suite struct AbbreviationListTests {
  private func segments(_ text: String, _ list: String = "") throws -> [String] {
    var lexicon = Lexicon.standard
    lexicon.add(try AbbreviationList(list))
    return Segmenter(lexicon: lexicon).segments(of: text).map { text[$0.range] }
  }

  @Test(
    "Comments, blank lines, final stops, carriage returns and a byte order mark are taken in stride"
  )
  func lines() throws {
    let list = try AbbreviationList("\u{FEFF}# اختصاراتنا\r\n\r\nشرك.\r\n  مج \nح\tunit\n")
    #expect(list.entries.map(\.text) == ["شرك.", "مج", "ح"])
    #expect(list.entries.map(\.classes) == [.abbreviation, .abbreviation, .unit])
    #expect(try AbbreviationList("").count == 0)
  }

  @Test("A single letter without a kind is a title")
  func letter() throws {
    #expect(try AbbreviationList("ع.").entries.map(\.classes) == [.titleAbbreviation])
    #expect(try AbbreviationList("ع\tother").entries.map(\.classes) == [.abbreviation])
  }

  @Test("No segment ends behind an abbreviation of the list")
  func cuts() throws {
    let text = "أعلنت شرك. النور أرباحها الفصلية. وارتفع سهمها في البورصة."
    #expect(try segments(text).count == 3)
    #expect(
      try segments(text, "شرك") == [
        "أعلنت شرك. النور أرباحها الفصلية.", "وارتفع سهمها في البورصة.",
      ])
  }

  @Test("What opens a new sentence still does behind an abbreviation that closes one")
  func closing() throws {
    let text = "استحوذ الصندوق على نصف أسهم النور شرك. وأعلن ذلك في بيان."
    #expect(try segments(text, "شرك").count == 2)
    #expect(try segments(text, "شرك\ttitle").count == 1)
  }

  @Test("A line that is no entry is refused with its number")
  func errors() {
    #expect(throws: AbbreviationListError.unknownKind("لقب", line: 2)) {
      try AbbreviationList("شرك\nمج\tلقب")
    }
    #expect(throws: AbbreviationListError.noWord(line: 1)) { try AbbreviationList("...") }
  }
}
