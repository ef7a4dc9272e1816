import TestSupport
import Testing

@testable import MujazCore

/// What was read before makes no difference: a workspace gives what a fresh one gives, in whatever order articles come.
@Suite struct ReuseTests {
  private static let settings: [(name: String, briefer: Briefer)] = {
    let some: [(String, Briefer?)] = [
      ("standard", Briefer()),
      ("forty words", (try? Budget.words(40)).map { Briefer(budget: $0, condensing: .full) }),
      ("safe", (try? Budget.ratio(0.3)).map { Briefer(budget: $0, condensing: .safe, quotes: 3) }),
      ("no quotations", Briefer(quotes: 0)),
      ("lexrank", Briefer(method: .lexrank)),
    ]
    return some.compactMap { name, briefer in briefer.map { (name, $0) } }
  }()

  /// The fixtures, and texts that nobody writes, in an order of chance.
  private func articles(_ generator: inout SeededGenerator) -> [Article] {
    var articles = FixtureTexts.articles.map { Article(title: $0.title, text: $0.text) }
    for _ in 0..<10 {
      articles.append(Article(text: RandomTexts.words(&generator, pieces: 200)))
      articles.append(Article(text: RandomTexts.jumble(&generator, pieces: 200)))
    }
    articles.append(Article(text: ""))
    return articles.shuffled(using: &generator)
  }

  private func check(
    _ article: Article, _ setting: (name: String, briefer: Briefer),
    _ workspace: inout BriefWorkspace
  ) {
    let text = Array(article.text.utf8)
    let title = Array((article.title ?? "").utf8)
    let brief = setting.briefer.brief(text.span, title: title.span, &workspace)
    var fresh = BriefWorkspace()
    let expected = setting.briefer.brief(text.span, title: title.span, &fresh)
    #expect(brief == expected, "\(setting.name): \(article.text.prefix(80))")
    #expect(workspace.ranked == fresh.ranked, "\(setting.name): \(article.text.prefix(80))")
    let ranking = setting.briefer.explain(text.span, workspace)
    #expect(ranking == setting.briefer.explain(text.span, fresh), "\(article.text.prefix(80))")
  }

  @Test("The settings are there")
  func settingsAreThere() {
    #expect(Self.settings.count == 5)
    #expect(FixtureTexts.articles.count >= 16)
  }

  @Test("What was a word in one article is part of an address in the next")
  func address() {
    let letters = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
    let words = letters.flatMap { a in letters.map { b in "م\(a)و\(b)ص" } }.joined(separator: " ")
    let first = Article(text: "\(words) https www example com.\nانتهى البيان الأول أمس.")
    let second = Article(
      text: "افتتح الوزير الجسر الجديد أمس أمام السكان.\n"
        + "ويسجل الراغبون على الموقع المخصص لذلك https://www.example.com منذ 3 أعوام.")
    for setting in Self.settings {
      var workspace = BriefWorkspace()
      check(first, setting, &workspace)
      check(second, setting, &workspace)
    }
  }

  @Test("Briefs with one setting after another", arguments: 0..<5)
  func briefs(_ setting: Int) {
    var generator = SeededGenerator(UInt64(setting) + 40)
    var workspace = BriefWorkspace()
    for _ in 0..<2 {
      for article in articles(&generator) { check(article, Self.settings[setting], &workspace) }
    }
  }

  @Test("Briefs with a setting of chance for each article")
  func mixedBriefs() {
    var generator = SeededGenerator(50)
    var workspace = BriefWorkspace()
    for _ in 0..<3 {
      for article in articles(&generator) {
        check(article, generator.pick(Self.settings), &workspace)
      }
    }
  }

  @Test("Quotations")
  func quotes() {
    var generator = SeededGenerator(60)
    var workspace = QuoteWorkspace()
    let finder = QuoteFinder()
    var found = 0
    for _ in 0..<3 {
      for article in articles(&generator) {
        let text = Array(article.text.utf8)
        let title = Array((article.title ?? "").utf8)
        finder.find(text.span, title: title.span, &workspace)
        var fresh = QuoteWorkspace()
        finder.find(text.span, title: title.span, &fresh)
        #expect(workspace.quotes == fresh.quotes, "\(article.text.prefix(80))")
        found += workspace.quotes.count
      }
    }
    #expect(found > 100)
  }
}
