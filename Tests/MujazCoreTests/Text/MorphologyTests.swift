import Testing

@testable import MujazCore

/// Each policy of taking clitics off, with words on both sides of its line.
@Suite struct MorphologyTests {
  private func expect(
    _ policy: (WordKey) -> WordKey?, _ words: [(String, String?)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (word, wanted) in words {
      #expect(policy(word.key) == wanted?.key, "\(word)", sourceLocation: sourceLocation)
    }
  }

  @Test("و and ف are taken off where two letters stay")
  func conjunction() {
    expect(
      \.withoutConjunction,
      [("وقال", "قال"), ("فقال", "قال"), ("وقف", "قف"), ("ود", nil), ("في", nil), ("كتاب", nil)])
    #expect("و".key.isLoneConjunction && "ف".key.isLoneConjunction)
    #expect(!"وأ".key.isLoneConjunction && !"ب".key.isLoneConjunction)
  }

  @Test("ال is the article before two letters, and a noun's before three")
  func article() {
    for word in ["الوزير", "الأم", "الآن"] { #expect(word.key.hasArticle, "\(word)") }
    for word in ["ال", "الى", "وزير", "للوزير", "والوزير"] {
      #expect(!word.key.hasArticle, "\(word)")
    }
    #expect("إلى".key.beginsWithArticle && !"لا".key.beginsWithArticle)
    expect(
      \.withoutArticle,
      [("الوزير", "وزير"), ("الأم", "أم"), ("الى", "الى"), ("والوزير", "والوزير")])
    expect(\.nounBehindArticle, [("البيان", "بيان"), ("الأم", nil), ("إلى", nil), ("بيان", nil)])
  }

  @Test("لل is ل with an article that has lost its alef")
  func lam() {
    expect(
      \.behindLam, [("لوزارة", "وزارة"), ("للوزارة", "وزارة"), ("بوزارة", nil), ("وزارة", nil)])
    expect(\.behindLamWithArticle, [("للوزارة", "الوزارة"), ("لوزارة", "وزارة")])
    expect(
      \.nounBehindPreposition,
      [("للوزارة", "وزارة"), ("بالوزارة", "وزارة"), ("لوزارة", "وزارة"), ("بالى", "الى")])
  }

  @Test("Names are compared without an article and what stands before one")
  func names() {
    expect(
      \.withoutArticleAndClitics,
      [
        ("الأمم", "أمم"), ("والأمم", "أمم"), ("بالأمم", "أمم"), ("كالأمم", "أمم"),
        ("وبالأمم", "وبالأمم"), ("للأمم", "أمم"), ("وزارة", "وزارة"), ("بغداد", "بغداد"),
        ("لبنان", "لبنان"), ("الى", "الى"), ("وال", "وال"),
      ])
  }

  @Test("Texts are compared without all that may be a clitic, as long as three letters stay")
  func anyClitics() {
    expect(
      \.withoutAnyClitics,
      [
        ("والوزير", "زير"), ("للوزير", "زير"), ("وزير", "زير"), ("كتاب", "تاب"), ("بلد", "بلد"),
        ("ولد", "ولد"), ("الأم", "الأم"), ("band", "band"), ("1445", "1445"),
      ])
  }

  @Test(
    "All readings of a word, the word itself first",
    arguments: [
      ("وللوزير", ["وللوزير", "للوزير", "لوزير", "الوزير"]),
      ("وزير", ["وزير", "زير"]), ("في", ["في"]), ("لندن", ["لندن", "ندن"]),
      ("للوزير", ["للوزير", "لوزير", "الوزير"]), ("london", ["london"]),
      ("وبمصر", ["وبمصر", "بمصر", "مصر"]), ("بيت", ["بيت"]),
    ])
  func readings(_ word: String, _ readings: [String]) {
    #expect(Array(word.key.readings) == readings.map(\.key))
  }

  @Test("A verb is looked up without whom it is done to")
  func objects() {
    expect(
      \.withoutObjectPronoun,
      [
        ("سأله", "سأل"), ("سألها", "سأل"), ("سألهم", "سأل"), ("له", nil), ("قال", nil),
        ("لهم", nil),
      ])
  }

  @Test("Forms that are told by their first and last letters")
  func forms() {
    #expect("الدوري".key.isArticledNisba && "الماضي".key.isArticledNisba)
    #expect(!"دوري".key.isArticledNisba && !"الوزير".key.isArticledNisba)
    #expect("مخاطبا".key.isCircumstantial)
    #expect(!"مما".key.isCircumstantial && !"مدير".key.isCircumstantial)
  }
}
