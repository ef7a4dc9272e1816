import TestSupport
import Testing

@testable import MujazCore

/// What each sentence adds to the lead, and why it stands in a brief or does not.
@Suite struct ChoiceTests {
  private static let lead =
    "أعلنت وزارة النقل أمس افتتاح خط جديد للقطارات السريعة بين العاصمة والميناء الجنوبي بعد خمس سنوات من العمل."
  private static let numbers =
    "وتبلغ كلفة الخط 3 مليارات دينار، وينقل 40 ألف راكب كل يوم بين 12 محطة، كما قال الوزير خالد سالم."
  private static let weather = "وكان الطقس جميلا والناس كثيرين والزينة معلقة على الأعمدة كلها."

  /// The sentences of an article, a paragraph each, with what is known behind a brief.
  private func explained(
    _ sentences: [String], title: String = "", _ budget: Budget = .standard,
    method: RankingMethod = .mujaz
  ) -> [RankedSentence] {
    let text = sentences.joined(separator: "\n")
    let briefer = Briefer(budget: budget, method: method, condensing: .full)
    var workspace = BriefWorkspace()
    _ = briefer.brief(text.utf8.span, title: title.utf8.span, &workspace)
    return briefer.explain(text.utf8.span, workspace)
  }

  private static let sixty = (try? Budget.words(60)) ?? .standard

  private func choices(_ sentences: [String], title: String = "") -> [Choice?] {
    explained(sentences, title: title, Self.sixty).map(\.choice)
  }

  /// Sentences that fill an article, so that a brief can't hold all of it.
  private static let rest = (0..<8).map {
    "ووقف المسافرون في الصف \(["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"][$0]) ينتظرون دورهم في هدوء كما يفعلون."
  }

  // MARK: The lead

  @Test(
    "The first sentence leans on nothing that stands before it",
    arguments: [
      "ذكرت دراسة صادرة حديثا عن مركز الوقاية من الأمراض أن السلوك اليومي يضعف مناعة الجسم.",
      "أعلن أمس معهد العلوم عن بحث متقدم حول الطاقة الشمسية في إطار برنامج تدريب جديد.",
      "هذه هي المرة الأولى التي تفتح فيها المدينة أبواب متحفها البحري أمام الزوار من دول أخرى.",
    ])
  func firstStands(_ sentence: String) {
    #expect(choices([sentence] + Self.rest).first == .lead)
  }

  @Test("A call of a few words, as subheads are, tells nothing and is not the lead")
  func calls() {
    let call = "القطارات السريعة بين العاصمة والميناء الجنوبي قادمة"
    func lead(_ sentence: String) -> Int? {
      choices([sentence, Self.lead] + Self.rest, title: "القطارات السريعة قادمة")
        .firstIndex(of: .lead)
    }
    #expect(lead("\(call)!") == 1)
    #expect(lead("\(call) أمس.") == 0)
    #expect(lead("\(call) بعد خمس سنوات طويلة من العمل المتواصل!") == 0)
  }

  @Test("A sentence in front that has nothing of the headline gives way to one that has much")
  func foreignInFront() {
    let title = "افتتاح خط القطارات السريعة بين العاصمة والميناء"
    #expect(choices([Self.weather, Self.lead] + Self.rest, title: title)[1] == .lead)
    #expect(choices([Self.weather, Self.lead] + Self.rest)[0] == .lead)
  }

  @Test("A forgotten mark does not cost the lead its place, a question does")
  func openLead() {
    let open = Self.lead.replacing("خط جديد", with: "\"خط جديد")
    #expect(choices([open, Self.numbers] + Self.rest).first == .lead)
    let question = "من الذي يستفيد من الخط الجديد للقطارات السريعة بين العاصمة والميناء الجنوبي؟"
    #expect(
      choices([question, Self.lead, Self.numbers] + Self.rest, title: "أخبار المواصلات").first
        != .lead)
  }

  // MARK: What is added

  @Test("Numbers, names and claims are counted, no more than three of each")
  func counts() throws {
    let sentence = try #require(explained([Self.lead, Self.numbers] + Self.rest)[1].worth)
    #expect(sentence.numbers == 3 && sentence.names == 2 && sentence.claims)
    #expect(sentence.place == 1 && sentence.untold == 0 && !sentence.pointsBack)
    let plain = try #require(explained([Self.lead] + Self.rest)[1].worth)
    #expect(plain.numbers == 0 && plain.names == 0 && !plain.claims)
    #expect(sentence.value > plain.value)
  }

  @Test("Of the headline counts what the lead has not told")
  func headline() throws {
    let title = "خط جديد للقطارات بكلفة 3 مليارات دينار"
    let worth = try #require(
      explained([Self.lead, Self.numbers] + Self.rest, title: title)[1].worth)
    // مليارات and دينار; خط stands in the lead.
    #expect(worth.headline == 2)
  }

  @Test(
    "A definite noun, or a surname behind a verb of saying, is untold where only a sentence in between introduced it",
    arguments: [
      (
        "وقدمت الشركة مسودة من أربعين صفحة إلى البرلمان قبل شهرين من موعد الافتتاح.",
        "وتنص المسودة على تعويض السكان الذين هدمت بيوتهم على طول الخط الجديد."
      ),
      (
        "وحضر الافتتاح رئيس الشركة سعيد بوهدوز ومئات من السكان والعمال والمهندسين.",
        "ويشدد بوهدوز على أن التذاكر ستبقى رخيصة في السنوات الثلاث المقبلة كلها."
      ),
    ])
  func untold(_ between: String, _ sentence: String) throws {
    let ranked = explained([Self.lead, between] + Self.rest + [sentence])
    #expect(try #require(ranked.last?.worth).untold == 1)
    let without = explained([Self.lead] + Self.rest + [sentence])
    #expect(try #require(without.last?.worth).untold == 0)
  }

  @Test("A demonstrative points back unless its noun is told, of the same sentence or the present")
  func pointsBack() throws {
    func points(_ sentence: String) throws -> Bool {
      try #require(explained([Self.lead] + Self.rest + [sentence]).last?.worth).pointsBack
    }
    #expect(try points("وترفض النقابات بشدة هذا المقترح لأنه يهدد آلاف الوظائف في المدينة."))
    #expect(try !points("ويعبر الركاب كلهم هذا الخط مجانا في الأيام الثلاثة الأولى من الأسبوع."))
    #expect(try !points("وتنتهي الأعمال في المحطات كلها هذا العام كما تعد الشركات."))
  }

  @Test("What the sentence before tells costs nothing where that is in the brief")
  func behind() {
    var worth = SentenceWorth()
    (worth.words, worth.untold, worth.pointsBack) = (20, 2, true)
    #expect(worth.value(words: 20, isBehind: true) > worth.value(words: 20))
  }

  // MARK: What is out

  @Test("What adds little stays out, though there is room")
  func little() {
    let choices = choices([Self.lead, Self.numbers] + Self.rest)
    #expect(choices[0] == .lead && choices[1] == .adds)
    #expect(choices[2...].allSatisfy { $0?.isIn == false })
  }

  @Test("An article that the budget holds is told whole")
  func whole() throws {
    let ranked = explained([Self.lead, Self.weather], Self.sixty)
    #expect(ranked.map(\.choice) == [.lead, .adds])
  }

  @Test("A sentence most of whose terms another has is a repetition")
  func repeats() {
    let again =
      "افتتاح خط جديد للقطارات السريعة بين العاصمة والميناء الجنوبي أعلنته وزارة النقل أمس في 3 محطات بعد 5 سنوات."
    #expect(choices([Self.lead, again, Self.numbers] + Self.rest)[1] == .repeats)
  }

  @Test(
    "What leans is taken only behind what it leans on",
    arguments: [
      "فالخط الجديد سيغير حياة 40 ألف عامل يسافرون كل يوم بين 12 محطة كما قال الوزير خالد سالم.",
      "ففي العاصمة وحدها 40 ألف عامل يسافرون كل يوم بين 12 محطة كما قال الوزير خالد سالم.",
      "وأردف المتحدث ذاته أن 40 ألف عامل يسافرون كل يوم بين 12 محطة إلى مدينة الرياض.",
    ])
  func leans(_ sentence: String) throws {
    let far = explained([Self.lead] + Self.rest.prefix(2) + [sentence] + Self.rest.dropFirst(2))
    #expect(far[3].leans && far[3].choice?.isIn == false)
  }

  @Test("A verb that looks like ف and a preposition leans on nothing")
  func opened() {
    let sentence =
      "فتحت تركيا أمس 3 معابر جديدة أمام 40 ألف مسافر من مدينة الرياض كما قال خالد سالم."
    #expect(!explained([Self.lead] + Self.rest + [sentence]).last!.leans)
  }

  @Test("A mark that is opened and not closed is no ending")
  func openMark() {
    let open = Self.numbers.replacing("3 مليارات دينار", with: "\"3 مليارات دينار")
    #expect(choices([Self.lead, open] + Self.rest)[1] == .unfinished)
    // Closed by its opening mark, as scraped pages have it.
    let closed = Self.numbers.replacing("3 مليارات دينار", with: "“3 مليارات“ دينار")
    #expect(choices([Self.lead, closed] + Self.rest)[1] == .adds)
  }

  @Test("What stands twice on a page whose lead stands once is not of the story")
  func twice() {
    let comment =
      "أختلف مع 3 من أفكار الخبر و12 من أرقامه جملة وتفصيلا، والوزير خالد سالم يعرف حق المعرفة أن 40 ألف راكب لن"
      + " يأتوا إلى المدينة الصغيرة كل يوم مهما قيل لهم عن السرعة والراحة."
    let twice = choices([Self.lead, comment] + Self.rest + [comment])
    #expect(twice[1] == .fragment && twice[0] == .lead)
    #expect(choices([Self.lead, comment] + Self.rest)[1] == .adds)
    // A page that was dumped twice.
    let page = [Self.lead, Self.numbers] + Self.rest
    #expect(choices(page + page)[1] == .adds)
  }

  // MARK: The methods for comparison

  @Test(
    "The methods for comparison take the sentence of the highest score first",
    arguments: [RankingMethod.lead, .tfidf, .lexrank])
  func pure(_ method: RankingMethod) throws {
    for article in FixtureTexts.articles {
      let briefer = Briefer(budget: try .sentences(1), method: method)
      let given = Article(title: article.title, text: article.text)
      let ranked = briefer.ranking(of: given)
      let chosen = briefer.brief(of: given).sentences.map(\.index)
      // What stands, is no fragment and leaves nothing open.
      var workspace = BriefWorkspace()
      _ = briefer.brief(article.text.utf8.span, title: (article.title ?? "").utf8.span, &workspace)
      let standing = briefer.explain(article.text.utf8.span, workspace).filter {
        $0.leaning == .none && $0.words >= 4 && !$0.answers
          && !article.text[$0.range].hasSuffix(":")
      }
      guard let best = standing.map(\.score.total).max() else { continue }
      let score = try #require(ranked.first { $0.index == chosen.first }?.score.total)
      #expect(score >= best, "\(article)")
      #expect(ranked.allSatisfy { $0.worth == nil })
    }
  }
}
