import Foundation
import MujazCore
import TestSupport
import Testing

/// Budgets, repetitions, speakers, and what holds of every brief.
@Suite struct BrieferTests {
  private func words(_ text: String) -> Int {
    // As --words counts: runs of letters, digits and marks, controls and tashkeel read over.
    text.unicodeScalars.filter { $0.properties.generalCategory != .format }
      .split {
        !($0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.generalCategory == .nonspacingMark || $0.value == 0x640)
      }.count
  }

  @Test(
    "A brief is verbatim, in order, one line, the same twice",
    arguments: ArticleFixtureTests.articles)
  func properties(of fixture: ArticleFixture) {
    let article = Article(title: fixture.title, text: fixture.text)
    for method in RankingMethod.allCases {
      let briefer = Briefer(method: method)
      let brief = briefer.brief(of: article)
      #expect(brief == briefer.brief(of: article))
      #expect(!brief.sentences.isEmpty)
      #expect(zip(brief.sentences, brief.sentences.dropFirst()).allSatisfy { $0.range < $1.range })
      let text = brief.text(of: article)
      #expect(!text.contains { $0.isNewline || $0 == "\t" })
      for sentence in brief.sentences {
        let shown = article.text[sentence.range].split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(shown))
      }
    }
  }

  @Test("Budgets are kept", arguments: ArticleFixtureTests.articles)
  func budgets(of fixture: ArticleFixture) throws {
    let article = Article(title: fixture.title, text: fixture.text)
    for count in [1, 2, 5] {
      let brief = Briefer(budget: try .sentences(count)).brief(of: article)
      #expect((1...count).contains(brief.sentences.count))
    }
    for count in [10, 40, 120] {
      let brief = Briefer(budget: try .words(count)).brief(of: article)
      #expect(brief.sentences.count == 1 || words(brief.text(of: article)) <= count)
    }
    let all = Briefer(budget: try .ratio(1)).brief(of: article)
    let third = Briefer(budget: try .ratio(0.3)).brief(of: article)
    #expect(third.sentences.count <= all.sentences.count)
  }

  @Test("A budget that is none is refused")
  func wrongBudgets() {
    #expect(throws: BudgetError.notPositive) { try Budget.words(0) }
    #expect(throws: BudgetError.notPositive) { try Budget.sentences(-1) }
    #expect(throws: BudgetError.notAShare) { try Budget.ratio(0) }
    #expect(throws: BudgetError.notAShare) { try Budget.ratio(1.5) }
  }

  @Test("An article without sentences has an empty brief", arguments: ["", " \n\t", "…", "* * *"])
  func empty(_ text: String) {
    #expect(Briefer().brief(of: Article(text: text)).sentences.isEmpty)
  }

  @Test("What stands twice is taken once")
  func duplicates() throws {
    let sentence = "أعلنت وزارة النقل افتتاح خط القطار السريع بين العاصمة والميناء الجديد."
    let article = Article(
      text:
        "\(sentence) وتبلغ كلفة المشروع مليار دينار.\n\(sentence)\nويبدأ التشغيل مطلع العام المقبل."
    )
    let brief = Briefer(budget: try .sentences(4)).brief(of: article)
    #expect(brief.text(of: article).components(separatedBy: sentence).count == 2)
  }

  @Test("A sentence that names nobody is introduced by its speaker")
  func speaker() throws {
    let article = Article(
      text:
        "قال وزير الري سالم الحمداني إن السد الجديد سيروي أربعين ألف هكتار من الأراضي الزراعية في الجنوب.\n"
        + "وأضاف أن الخزان يكفي عامين.")
    let brief = Briefer(budget: try .words(13)).brief(of: article)
    // The first sentence is too long for the budget and the second names no one.
    guard let second = brief.sentences.first(where: { $0.speaker != nil }),
      let speaker = second.speaker
    else {
      #expect(brief.sentences.count == 1)
      return
    }
    #expect(article.text[speaker] == "وزير الري سالم الحمداني")
    #expect(article.text[second.range] == "وأضاف أن الخزان يكفي عامين.")
    #expect(
      brief.text(of: article).contains("[وزير الري سالم الحمداني] وأضاف أن الخزان يكفي عامين."))
    let insertion = try #require(brief.insertions(in: article).first)
    let text = brief.text(of: article)
    let end = insertion.offset + insertion.source.count + 2
    #expect(text[TextRange(start: insertion.offset, end: end)] == "[وزير الري سالم الحمداني]")
  }

  @Test("The title brings its sentence forward")
  func title() {
    let text =
      "عقد المجلس جلسته الأسبوعية صباح أمس. وناقش الأعضاء تقارير اللجان الدائمة. وأقر المجلس بناء مستشفى للأطفال في حي الزهور. "
      + "ورفعت الجلسة عند الظهر. وحضرها ممثلو الأحياء. وتعقد الجلسة المقبلة بعد أسبوع."
    let plain = Briefer().ranking(of: Article(text: text))
    let titled = Briefer().ranking(
      of: Article(title: "بناء مستشفى للأطفال في حي الزهور", text: text))
    #expect(plain[2].score.title == 0)
    #expect(titled[2].score.title == 1)
    #expect(titled[2].score.total > plain[2].score.total)
  }

  @Test("A very long article takes seconds", arguments: RankingMethod.allCases)
  func longArticle(_ method: RankingMethod) throws {
    let sentence = "أعلنت الشركة %d أن إنتاج المصنع %d ارتفع في الشهر الماضي بنسبة كبيرة. "
    let text = (0..<8_000).map { String(format: sentence, $0, $0 % 97) }.joined()
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = Briefer(budget: .standard, method: method).brief(of: Article(text: text))
    }
    #expect(time < .seconds(20))
  }
}
