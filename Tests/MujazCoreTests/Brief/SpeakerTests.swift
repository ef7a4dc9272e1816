import Testing

@testable import MujazCore

/// Who goes on speaking: the name in brackets before a sentence whose verb names nobody.
@Suite struct SpeakerTests {
  // MARK: Finding the subject

  private func subject(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let whole = TextRange(start: 0, end: bytes.count)
    let words = WordTable(bytes.span, [whole])
    let view = words.view(bytes.span)
    let range = SpeakerFinder.subject(view, behind: 0, of: view.sentence(whole))
    return range.map { text[$0] }
  }

  static let subjects: [(String, String)] = [
    ("قال وزير النقل سالم العلي إن الجسر جاهز.", "وزير النقل سالم العلي"),
    ("وقال سالم، وزير النقل، إن الجسر جاهز.", "سالم"),
    ("قال وزير النقل أمس إن الجسر جاهز.", "وزير النقل"),
    (
      "وقال وزير النقل والمواصلات سالم العلي الثلاثاء إن الجسر جاهز.",
      "وزير النقل والمواصلات سالم العلي"
    ),
    ("وصرح مدير المطار خالد يوسف للصحافيين بأن المدرج جاهز.", "مدير المطار خالد يوسف"),
    ("قال محمد بن سالم إن الجسر جاهز.", "محمد بن سالم"),
    ("وقال أبو خالد إن الجسر جاهز.", "أبو خالد"),
    ("وقال د. سامر الحداد إن اللقاح آمن.", "د. سامر الحداد"),
    ("وتابع رئيس الوفد م. فهد الراجحي أن الجسر جاهز.", "رئيس الوفد م. فهد الراجحي"),
    ("وأكد أحد السكان أن الجسر جاهز.", "أحد السكان"),
    ("وذكرت وكالة الأنباء أن الجسر جاهز.", "وكالة الأنباء"),
    ("وقالت مصادر مطلعة إن الجسر جاهز.", "مصادر مطلعة"),
  ]

  @Test("A named subject is found, and nothing behind it", arguments: subjects)
  func named(_ text: String, as expected: String) {
    #expect(subject(text) == expected)
  }

  @Test(
    "A verb without a named subject has none",
    arguments: [
      "وقال إن الجسر جاهز.", "وأضاف أن الجسر جاهز.", "وأضاف البيان أن الجسر جاهز.",
      "وأوضح المصدر أن الجسر جاهز.",
      "وأضاف هذا المسؤول أن الجسر جاهز.", "وقال في حديثه إن الجسر جاهز.", "وقال: «الجسر جاهز».",
      "وقال",
      "وأضافت في بيان: «الجسر جاهز».",
    ])
  func unnamed(_ text: String) {
    #expect(subject(text) == nil)
  }

  @Test("A first name that is a particle when it is folded is a name all the same")
  func namesLikeParticles() {
    #expect(subject("وقالت الوزيرة منى حداد إن الجسر جاهز.") == "الوزيرة منى حداد")
  }

  @Test("Several speakers are all of them or none, never half a phrase")
  func severalSpeakers() {
    let found = subject("وقال كل من سالم وخالد إن الجسر جاهز.")
    #expect(found == nil || found == "كل من سالم وخالد")
  }

  @Test("The last speaker that a sentence names counts")
  func lastSpeaker() {
    func last(_ text: String) -> String? {
      let bytes = Array(text.utf8)
      let whole = TextRange(start: 0, end: bytes.count)
      let words = WordTable(bytes.span, [whole])
      let view = words.view(bytes.span)
      let range = SpeakerFinder.lastSpeaker(view, of: view.sentence(whole))
      return range.map { text[$0] }
    }
    #expect(last("قال سالم العلي إن الجسر جاهز.") == "سالم العلي")
    #expect(
      last("وبعدما قال سالم العلي إن الجسر جاهز، قال خالد يوسف إن الطريق مغلق.") == "خالد يوسف")
    #expect(last("وقال سالم العلي إن الجسر جاهز، وأضاف أن الطريق مغلق.") == "سالم العلي")
    #expect(last("افتتح الوزير الجسر أمس.") == nil)
    #expect(last("") == nil)
  }

  // MARK: In a brief

  /// 54 words; names the speaker.
  private static let opening =
    "قال وزير النقل سالم العلي في مؤتمر صحفي عقده مساء الثلاثاء في مقر الوزارة بحضور ممثلي الشركات المنفذة وعدد من"
    + " أعضاء المجلس البلدي إن الحكومة خصصت مئتي مليون دينار لتوسعة مطار المدينة الدولي وإنشاء مدرج ثالث يستقبل الطائرات"
    + " الكبيرة على مدار العام وربط المطار بشبكة القطارات السريعة التي يجري تنفيذها حاليا في المنطقة الجنوبية."
  /// 25 words; leans.
  private static let middle =
    "وتابع أن المرحلة الثانية تشمل بناء محطة ركاب جديدة وموقف للسيارات يتسع لعشرة آلاف سيارة وفندقا وقاعات"
    + " للمؤتمرات ومركزا تجاريا يخدم المسافرين والزوار طوال اليوم."
  /// 9 words; leans.
  private static let leaning = "وأضاف أن أعمال الحفر تبدأ في مطلع الشهر المقبل."
  /// 7 words; stands.
  private static let standing = "ويستقبل المطار سبعة ملايين مسافر كل عام."
  private static let speaker = "وزير النقل سالم العلي"

  private func brief(_ sentences: [String], words: Int) throws -> (Article, Brief) {
    let article = Article(text: sentences.joined(separator: "\n"))
    return (article, Briefer(budget: try .words(words)).brief(of: article))
  }

  @Test("The speaker of a sentence that is far away is put before it in brackets")
  func insertion() throws {
    let (article, brief) = try brief([Self.opening, Self.leaning, Self.standing], words: 20)
    #expect(
      brief.text(of: article) == "[\(Self.speaker)] \(Self.leaning) \(Self.standing)")
    #expect(brief.sentences.map(\.index) == [1, 2])
    // The sentence's own text stays verbatim, the inserted words are the article's.
    #expect(brief.sentences.map { article.text[$0.range] } == [Self.leaning, Self.standing])
    let source = try #require(brief.sentences.first?.speaker)
    #expect(article.text[source] == Self.speaker)
    #expect(source.start == "قال ".utf8.count)
    #expect(brief.sentences.last?.speaker == nil)
    #expect(
      brief.insertions(in: article) == [BriefInsertion(sentence: 0, offset: 0, source: source)])
  }

  @Test("The words in brackets count")
  func insertedWordsCount() throws {
    // 9 + 7 and 4 for the speaker.
    #expect(
      try brief([Self.opening, Self.leaning, Self.standing], words: 20).1.sentences.count == 2)
    let (article, brief) = try brief([Self.opening, Self.leaning, Self.standing], words: 19)
    #expect(brief.text(of: article) == Self.standing)
    #expect(brief.insertions(in: article).isEmpty)
  }

  @Test("Sentences that lean pass the speaker on")
  func chain() throws {
    let (article, brief) = try brief(
      [Self.opening, Self.middle, Self.leaning, Self.standing], words: 20)
    #expect(
      brief.text(of: article) == "[\(Self.speaker)] \(Self.leaning) \(Self.standing)")
  }

  @Test("A sentence that stands between breaks the chain: no speaker rather than a wrong one")
  func brokenChain() throws {
    let between =
      "وبلغت كلفة المرحلة الأولى وحدها خمسين مليون دينار دفعتها الشركة المنفذة من مالها قبل أن تسترد قسما منها في مطلع العام"
      + " بعد مفاوضات شاقة."
    let (article, brief) = try brief(
      [Self.opening, between, Self.leaning, Self.standing], words: 20)
    #expect(brief.text(of: article) == Self.standing)
  }

  @Test("A sentence that names nobody behind one without a name is not taken")
  func noName() throws {
    let opening = Self.opening.replacing(Self.speaker, with: "", maxReplacements: 1)
    let (article, brief) = try brief([opening, Self.leaning, Self.standing], words: 20)
    #expect(brief.text(of: article) == Self.standing)
  }

  @Test("Behind its speaker's own sentence it needs no brackets")
  func noInsertionNeeded() throws {
    let opening = "قال وزير النقل سالم العلي إن المدرج الثالث جاهز."
    let (article, brief) = try brief([opening, Self.leaning], words: 30)
    #expect(brief.text(of: article) == "\(opening) \(Self.leaning)")
    #expect(brief.insertions(in: article).isEmpty)
  }
}
