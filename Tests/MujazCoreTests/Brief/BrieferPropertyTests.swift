import TestSupport
import Testing

@testable import MujazCore

/// What holds of every brief of every article.
@Suite struct BrieferPropertyTests {
  /// A way to make a brief.
  struct Setting: Sendable, CustomStringConvertible {
    var budget: Budget
    var method: RankingMethod
    var briefer: Briefer { Briefer(budget: budget, method: method) }

    var description: String {
      "\(method) \(budget.sentences ?? 0) \(budget.words ?? 0) \(budget.ratio ?? 0)"
    }
  }

  static let budgets: [Budget] = {
    let all: [Budget?] = [
      Budget.standard, try? Budget.sentences(1), try? Budget.sentences(3),
      try? Budget.sentences(1_000), try? Budget.words(1), try? Budget.words(5),
      try? Budget.words(25), try? Budget.words(80), try? Budget.words(100_000),
      try? Budget.ratio(0.01), try? Budget.ratio(0.3), try? Budget.ratio(1),
    ]
    return all.compactMap(\.self)
  }()

  /// Every budget with the default method, some with the others.
  static let settings: [Setting] = RankingMethod.allCases.flatMap { method in
    let some = method == .mujaz ? budgets : [budgets[0], budgets[2], budgets[6]]
    return some.map { Setting(budget: $0, method: method) }
  }

  @Test("There are budgets of every kind")
  func settingsAreThere() {
    #expect(Self.budgets.count == 12)
    #expect(Self.settings.count == 21)
  }

  // MARK: Every brief

  @Test("Briefs of the annotated articles are made of their sentences", arguments: settings)
  func articles(_ setting: Setting) {
    for fixture in FixtureTexts.articles {
      check(Article(title: fixture.title, text: fixture.text), setting)
    }
  }

  @Test("So are briefs of texts that nobody writes", arguments: settings)
  func jumbles(_ setting: Setting) {
    var generator = SeededGenerator(UInt64(setting.description.utf8.count))
    for _ in 0..<5 {
      check(Article(text: RandomTexts.jumble(&generator, pieces: 200)), setting)
      check(Article(text: RandomTexts.scalars(&generator, count: 200)), setting)
      let title = RandomTexts.jumble(&generator, pieces: 12)
      let text = generator.pick(FixtureTexts.articles).text
      check(Article(title: title, text: RandomTexts.damaged(text, &generator)), setting)
    }
  }

  private func check(_ article: Article, _ setting: Setting) {
    if let fault = fault(in: setting.briefer.brief(of: article), of: article, setting) {
      Issue.record("\(fault) in \(article.text.prefix(400).debugDescription)")
    }
  }

  /// What is wrong with a brief; nil where nothing is.
  private func fault(in brief: Brief, of article: Article, _ setting: Setting) -> String? {
    let segments = Segmenter().segments(of: article.text, title: article.title)
    let ranking = setting.briefer.ranking(of: article)
    guard brief.sentences.isEmpty == (brief.noBrief != nil) else { return "no reason, or one" }
    // Of an article whose every line is a row there is a ranking and no brief.
    guard brief.sentences.isEmpty == ranking.isEmpty || brief.noBrief == .rows else {
      return "empty, or not"
    }
    guard brief == setting.briefer.brief(of: article) else { return "another one the second time" }

    var end = 0
    for sentence in brief.sentences {
      guard sentence.range.start >= end else { return "out of order" }
      end = sentence.range.end
      let segment = segments[sentence.index]
      guard segment.range == sentence.range, segment.role == .body else { return "no sentence" }
      guard let ranked = ranking.first(where: { $0.index == sentence.index }),
        ranked.score.total == sentence.score
      else { return "another score" }
    }

    let text = brief.text(of: article)
    guard Array(text.utf8) == Array(expectedText(brief, article.text).utf8) else {
      return "not verbatim: \(text.debugDescription)"
    }
    guard !text.unicodeScalars.contains(where: isBreak) else { return "a line break" }
    return budgetFault(brief, text, ranking, setting) ?? insertionFault(brief, text, article)
  }

  /// The sentences and what is put before them, one space between.
  private func expectedText(_ brief: Brief, _ text: String) -> String {
    brief.sentences.map { sentence in
      let speaker = sentence.speaker.map { "[\(oneLine(text[$0]))] " } ?? ""
      return speaker + oneLine(text[sentence.range])
    }.joined(separator: " ")
  }

  /// A text with one space for every line break or tab, the white space behind it and the spaces before it.
  private func oneLine(_ text: String) -> String {
    var line: [Unicode.Scalar] = []
    var floor = 0
    var isBehindBreak = false
    for scalar in text.unicodeScalars {
      let isWhite =
        scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
      if isBehindBreak, isWhite { continue }
      isBehindBreak = isBreak(scalar)
      if isBehindBreak {
        while line.count > floor, line.last == " " { line.removeLast() }
        line.append(" ")
        floor = line.count
      } else {
        line.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: line)
    return String(view)
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private func budgetFault(
    _ brief: Brief, _ text: String, _ ranking: [RankedSentence], _ setting: Setting
  ) -> String? {
    let words = ranking.reduce(0) { $0 + $1.words }
    let limits = setting.budget.limits(articleWords: words)
    guard brief.sentences.count <= limits.sentences else { return "too many sentences" }
    guard brief.sentences.count <= 1 || text.scannedWordCount <= limits.words else {
      return "\(text.scannedWordCount) words"
    }
    return nil
  }

  private func insertionFault(_ brief: Brief, _ text: String, _ article: Article) -> String? {
    let insertions = brief.insertions(in: article)
    let speakers = brief.sentences.indices.filter { brief.sentences[$0].speaker != nil }
    guard insertions.map(\.sentence) == speakers else { return "an insertion too many or too few" }
    for insertion in insertions {
      guard insertion.source == brief.sentences[insertion.sentence].speaker else { return "source" }
      let inserted = "[\(oneLine(article.text[insertion.source]))] "
      let range = TextRange(
        start: insertion.offset, end: insertion.offset + inserted.utf8.count)
      guard text[range] == inserted else { return "offset of an insertion" }
    }
    return nil
  }

  // MARK: Sentences that lean

  @Test(
    "A sentence that leans has the one before it, or its speaker, or nothing stands",
    arguments: settings)
  func leaning(_ setting: Setting) {
    for fixture in FixtureTexts.articles {
      let article = Article(title: fixture.title, text: fixture.text)
      let ranking = setting.briefer.ranking(of: article)
      let brief = setting.briefer.brief(of: article)
      let chosen = Set(brief.sentences.map(\.index))
      for (place, ranked) in ranking.enumerated()
      where ranked.leans && chosen.contains(ranked.index) {
        let isLed = place > 0 && chosen.contains(ranking[place - 1].index)
        let isNamed = brief.sentences.contains { $0.index == ranked.index && $0.speaker != nil }
        #expect(isLed || isNamed, "\(article.text[ranked.range].prefix(80))")
      }
    }
  }

  // MARK: The ranking

  @Test(
    "The ranking has every body sentence, with its words and the parts of its score",
    arguments: RankingMethod.allCases)
  func ranking(_ method: RankingMethod) {
    for fixture in FixtureTexts.articles {
      let article = Article(title: fixture.title, text: fixture.text)
      let body = Segmenter().segments(of: fixture.text, title: fixture.title).enumerated()
        .filter { $0.element.role == .body }
      let ranking = Briefer(method: method).ranking(of: article)
      #expect(ranking.map(\.index) == body.map(\.offset))
      #expect(ranking.map(\.range) == body.map(\.element.range))
      #expect(ranking.map(\.words) == body.map { fixture.text[$0.element.range].scannedWordCount })
      #expect(ranking.allSatisfy { $0.score.total.isFinite && $0.score.total >= 0 })
    }
  }

  @Test("The ranking does not depend on the budget")
  func rankingWithoutBudget() {
    for fixture in FixtureTexts.articles {
      let article = Article(title: fixture.title, text: fixture.text)
      let rankings = Self.budgets.map { Briefer(budget: $0).ranking(of: article) }
      #expect(rankings.allSatisfy { $0 == rankings[0] })
    }
  }

  // MARK: Nothing to be brief about

  @Test(
    "A text without words has an empty brief",
    arguments: ["", " \n\t", "…", "* * *", "🎬", "«»\n()"])
  func empty(_ text: String) {
    let article = Article(title: "عنوان المقال", text: text)
    for setting in Self.settings {
      let brief = setting.briefer.brief(of: article)
      #expect(brief.sentences.isEmpty)
      #expect(brief.text(of: article).isEmpty)
      #expect(brief.insertions(in: article).isEmpty)
      #expect(setting.briefer.ranking(of: article).isEmpty)
    }
  }

  @Test("One sentence is its own brief, whatever the budget", arguments: settings)
  func oneSentence(_ setting: Setting) {
    let text = "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي."
    let article = Article(text: text)
    #expect(setting.briefer.brief(of: article).text(of: article) == text)
  }

  // MARK: Selection

  static let fair = [
    "افتتح الرئيس أمس معرض الكتاب الدولي في العاصمة.",
    "ويضم المعرض الذي يقام على مساحة واسعة قرب الميناء القديم أجنحة لأكثر من ستمئة دار نشر عربية وأجنبية"
      + " قدمت من أربعين دولة وتعرض مئات الآلاف من العناوين الجديدة.",
    "ويستمر المعرض عشرة أيام متتالية.",
    "والدخول مجاني للطلاب والمعلمين.",
  ]

  /// The sentences that Lead takes within so many words; they have 8, 28, 5 and 4.
  static let fills: [(Int, [Int])] = [
    // The first is longer than the budget by half and more: the next that fits.
    (5, [2]),
    // The first alone is taken up to half as long again as the budget.
    (6, [0]), (8, [0]), (10, [0]),
    // What does not fit is skipped, and the next tried.
    (13, [0, 2]), (16, [0, 2]), (17, [0, 2, 3]), (35, [0, 2, 3]),
    (36, [0, 1]), (39, [0, 1]), (40, [0, 1, 3]), (41, [0, 1, 2]), (45, [0, 1, 2, 3]),
  ]

  @Test("A budget of words is filled by rank, and what does not fit is skipped", arguments: fills)
  func fill(_ words: Int, with expected: [Int]) throws {
    #expect(Self.fair.map(\.scannedWordCount) == [8, 28, 5, 4])
    let article = Article(text: Self.fair.joined(separator: " "))
    let brief = Briefer(budget: try .words(words), method: .lead).brief(of: article)
    #expect(brief.sentences.map(\.index) == expected)
  }

  @Test("A larger budget never has fewer sentences")
  func monotonous() throws {
    for fixture in FixtureTexts.articles {
      let article = Article(title: fixture.title, text: fixture.text)
      let counts = try (1...6).map { count in
        Briefer(budget: try .sentences(count)).brief(of: article).sentences.count
      }
      #expect(counts == counts.sorted())
    }
  }

  // MARK: The title

  @Test("A title moves the article's sentence before one that has nothing to do with it")
  func titleHelps() throws {
    let text =
      "تغادر الطائرة القاهرة فجر الخميس وتصل إلى الدوحة قبل الظهر. وتنخفض درجات الحرارة ليلا في المرتفعات الجبلية إلى 3 تحت الصفر، كما تتوقع هيئة الأرصاد في الدوحة."
      + " اختار الاتحاد الدولي لكرة القدم مدينة الرباط لاستضافة نهائي كأس إفريقيا. ويتسع ملعب الرباط الجديد لسبعين ألف متفرج."
      + " وستقام مباراة النهائي في منتصف يناير المقبل."
    let title = "الرباط تستضيف نهائي كأس إفريقيا لكرة القدم"
    let briefer = Briefer(budget: try .sentences(2))
    #expect(briefer.brief(of: Article(text: text)).sentences.map(\.index) == [0, 1])
    #expect(briefer.brief(of: Article(title: title, text: text)).sentences.map(\.index).contains(2))
  }

  @Test("A title takes nothing away from any sentence of a text without a headline")
  func titleOnlyAdds() {
    for fixture in FixtureTexts.articles {
      // Body sentences alone in one line: no role depends on the title.
      let text = fixture.segments.filter { $0.role == "body" }.prefix(12)
        .map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        .joined(separator: " ")
      let title = fixture.title ?? fixture.segments.first { $0.role == "headline" }?.text
      let without = Briefer().ranking(of: Article(text: text))
      let with = Briefer().ranking(of: Article(title: title, text: text))
      #expect(with.map(\.range) == without.map(\.range))
      #expect(zip(with, without).allSatisfy { $0.score.total >= $1.score.total })
      #expect(with.contains { $0.score.title > 0 }, "\(fixture.name)")
      #expect(without.allSatisfy { $0.score.title == 0 })
    }
  }

  // MARK: One paragraph

  @Test("Lines that run on are one line in the brief")
  func lineBreaks() throws {
    let text =
      "أعلنت الجمعية يوم الإثنين إطلاق حملة كبيرة لإنقاذ البساتين القديمة المهددة في\nالواحة الشرقية."
    let article = Article(text: text)
    let brief = Briefer().brief(of: article)
    #expect(
      brief.text(of: article)
        == "أعلنت الجمعية يوم الإثنين إطلاق حملة كبيرة لإنقاذ البساتين القديمة المهددة في الواحة الشرقية."
    )
    // The sentence itself stands as it stood.
    let sentence = try #require(brief.sentences.first)
    #expect(text[sentence.range] == text)
  }

  @Test("Tabs and Windows line ends become one space, other spaces stay")
  func spaces() {
    let text =
      "وصل الوفد\tإلى المدينة أمس بعد رحلة طويلة وشاقة استمرت ثلاثة أيام  متتالية عبر  \r\n"
      + "الجبال الشمالية."
    let article = Article(text: text)
    #expect(
      Briefer().brief(of: article).text(of: article)
        == "وصل الوفد إلى المدينة أمس بعد رحلة طويلة وشاقة استمرت ثلاثة أيام  متتالية عبر الجبال الشمالية."
    )
  }
}
