import MujazCore
import Testing

/// The roles of single lines that the annotated articles do not have.
@Suite struct RoleTests {
  private static let headline = "افتتاح جسر جديد فوق نهر العاصي"
  private static let first =
    "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي، بعد ثلاث سنوات من العمل المتواصل."
  private static let second = "ويربط الجسر عشرين قرية بمركز المحافظة، ويختصر الطريق إلى النصف."

  /// The roles of all segments of a text.
  private func roles(_ lines: [String], title: String? = nil) -> [SegmentRole] {
    Segmenter().segments(of: lines.joined(separator: "\n"), title: title).map(\.role)
  }

  // MARK: Between paragraphs

  static let linesBetween: [(String, SegmentRole)] = [
    // Who wrote it, and when.
    ("كتب: أحمد سالم", .byline), ("إعداد: منى حداد", .byline), ("تصوير: سامي العلي", .byline),
    ("(رويترز)", .byline), ("بيروت - رويترز", .byline), ("(أ.ف.ب)", .byline), ("أ ف ب", .byline),
    ("12 يناير 2024", .byline), ("الأحد 3 مارس 2024", .byline),
    // Pictures.
    ("صورة من الأرشيف", .caption),
    // The page, not the article.
    ("شاهد أيضا: جولة مصورة في الجسر الجديد", .other), ("اقرأ المزيد", .other),
    ("مقالات ذات صلة", .other), ("فيسبوك تويتر واتساب", .other), ("طباعة", .other),
    ("جميع الحقوق محفوظة", .other), ("حقوق النشر محفوظة", .other),
    ("الكلمات الدالة: جسور، طرق", .other), ("المصدر: وكالات", .other),
    ("تابعونا على فيسبوك", .other), ("10:30", .other), ("5", .other), ("(انتهى)", .other),
    ("#جسر_العاصي", .other), ("https://www.example.com/news/1", .other),
    // Signs without a word.
    ("***", .other), ("* * *", .other), ("———", .other), ("🎬", .other), ("©", .other),
    // Subheads.
    ("خلفية النزاع", .other), ("وقال الوزير إن العمل انتهى", .other),
    // Text, short or open as it may be.
    ("نعم.", .body), ("لا تعليق!", .body), ("وماذا بعد؟", .body),
    ("1. تسليم الجسر في موعده.", .body),
    ("- تسليم الجسر في موعده.", .body), ("وجاءت النتائج كالتالي:", .body),
    ("وقال الوزير إن العمل في الجسر انتهى قبل موعده بشهرين كاملين وبكلفة أقل مما كان مقررا", .body),
  ]

  @Test("A line between two paragraphs has its role", arguments: linesBetween)
  func roleBetween(_ line: String, is role: SegmentRole) {
    #expect(
      roles([Self.headline, Self.first, line, Self.second]) == [.headline, .body, role, .body])
  }

  @Test("A page's title with the site's name and the headline is no body, whatever it ends with")
  func pageTitle() {
    let question = "لمن الحمص والتبولة في لبنان؟"
    #expect(
      roles(["صحيفة المدينة - الشرق الأوسط - \(question)", question, Self.first, Self.second])
        == [.other, .headline, .body, .body])
    // A dash in a headline parts nothing that stands alone elsewhere.
    #expect(
      roles(["الجسر الجديد - طريق أقصر إلى المدينة", Self.first, Self.second])
        == [.headline, .body, .body])
  }

  @Test(
    "A headline that a mark closes is none of the body, nor is a line of that kind below it",
    arguments: [
      ["الصراع بين الشركتين الكبريين على السوق.. من يفوز في النهاية؟"],
      ["انتخابات الاتحادات الرياضية تتخلى عن الهدوء بلا حدود!"],
      ["في ظل غيابه المستمر عن شاشات العام الحالي.."],
      // In two parts, and one below the other.
      ["جولة الوزير في مدن الشمال... وحلول الأزمات الكبرى!"],
      ["ماذا بعد جولة الوزير؟ الأزمات الكبرى تنتظر"],
      [headline, "هل تكون كلفته أعلى مما قدر قبل ثلاث سنوات من العمل؟"],
    ])
  func closedHeadline(_ lines: [String]) {
    let found = roles(lines + [Self.first, Self.second])
    #expect(found.first == .headline)
    #expect(found.suffix(2) == [.body, .body])
    #expect(!found.dropLast(2).contains(.body))
  }

  @Test(
    "A lead tells, and what a full stop closes is one; so is a first line that came without its headline"
  )
  func closedLead() {
    let lead = "وصل الوفد الوزاري إلى المدينة الشمالية مساء أمس."
    #expect(roles([lead, Self.first, Self.second]) == [.body, .body, .body])
    #expect(
      roles([Self.headline, lead, Self.first, Self.second]) == [.headline, .body, .body, .body])
    let call = "انتخابات الاتحادات الرياضية تتخلى عن الهدوء بلا حدود!"
    #expect(
      roles([call, Self.first, Self.second], title: Self.headline) == [.body, .body, .body])
  }

  @Test("What is left of a tag's attribute is no body, to the end of its line")
  func attribute() {
    let line =
      "content=\"افتتح الوزير الجسر الجديد أمس. ويربط الجسر عشرين قرية بمركز المحافظة.\" />"
    // The end of the tag stays with the second sentence.
    #expect(
      roles([Self.headline, line, Self.first, Self.second])
        == [.headline, .other, .other, .body, .body])
  }

  @Test(
    "What a site says to its readers is no body, however many sentences it has",
    arguments: [
      "نستخدم ملفات تعريف الارتباط لتحسين تجربتك. باستمرارك في التصفح فإنك توافق على سياسة الخصوصية.",
      "يستخدم هذا الموقع الكوكيز لقياس الزيارات وعرض إعلانات تناسب اهتماماتك، ويمكنك ضبط تفضيلاتك متى شئت من صفحة الإعدادات.",
      "لن يتم نشر عنوان بريدك الإلكتروني. تخضع التعليقات للمراجعة قبل نشرها، وتحتفظ الجريدة بحق حذف ما يخالف قواعد النشر.",
      "شروط التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان، والابتعاد عن التحريض الطائفي والعنصري والشتائم.",
      "عزيزي القارئ، التعليقات تعبر عن رأي أصحابها. ولا تعبر بالضرورة عن رأي الصحيفة.",
      "يرجى الالتزام بآداب الحوار وعدم الإساءة إلى الأشخاص أو المقدسات أو الأديان في كل ما تكتبون هنا.",
      "يحتفظ الموقع بحق حذف أي تعليق.",
      "نشر تعليق: تخضع كل المشاركات لمراجعة المحررين، ولا يظهر منها ما يسيء إلى أحد.",
      "سياسة التعليقات لدينا تمنع كل ما فيه إساءة، ولذلك قد يتأخر ظهور ما تكتبون هنا.",
      "تم نشر التعليق وسيظهر في الصفحة بعد مراجعته من المحررين.",
    ])
  func notice(_ paragraph: String) {
    let found = roles([Self.headline, Self.first, Self.second, paragraph])
    #expect(found.prefix(3) == [.headline, .body, .body])
    #expect(found.dropFirst(3).allSatisfy { $0 == .other })
  }

  @Test(
    "What an article says of cookies, comments and opinions is text",
    arguments: [
      "وتستخدم المواقع ملفات تعريف الارتباط لمعرفة ما يقرأ زوارها.",
      "وقالت الشركة إن التعليقات لا تعبر عن رأيها.",
      "التعليقات أفيد من الخبر نفسه أحيانا، فقد كتب فيها قراء ما لم يعرفه الصحافيون في ذلك اليوم.",
      "ويحتفظ اللاعب بحق الطعن في القرار.",
      "نشر تعليقا على القرار في صفحته أمس، ثم حذفه بعد ساعة.",
      "شروط التعليق على القانون لم تتغير منذ سنوات طويلة.",
      "يستخدم هذا الموقع عشرات الآلاف من سكان المدينة كل يوم.",
    ])
  func noNotice(_ paragraph: String) {
    #expect(roles([Self.headline, Self.first, paragraph, Self.second])[2] == .body)
  }

  // MARK: Before the text

  static let linesBefore: [(String, SegmentRole)] = [
    ("كتب: أحمد سالم", .byline), ("أحمد سالم – صحيفة الشاطئ", .byline), ("أحمد سالم", .byline),
    ("12 يناير 2024", .byline), ("دمشق - رويترز", .byline),
    ("عمال يثبتون آخر لوح في الجسر", .caption), ("صورة من الأرشيف", .caption),
    ("شارك فيسبوك تويتر", .other), ("اقرأ أيضا: جسور المدينة", .other), ("***", .other),
  ]

  @Test("A line between the headline and the text has its role", arguments: linesBefore)
  func roleBefore(_ line: String, is role: SegmentRole) {
    #expect(
      roles([Self.headline, line, Self.first, Self.second]) == [.headline, role, .body, .body])
  }

  // MARK: The headline

  @Test("The first line is the headline where no title is given")
  func noTitle() {
    #expect(roles([Self.headline, Self.first]) == [.headline, .body])
    #expect(roles([Self.first, Self.second]) == [.body, .body])
  }

  @Test("The line that says what the title says is the headline, wherever it stands")
  func title() {
    let title = "افتتاحُ جسرٍ جديد فوق نهر العاصي!"
    #expect(roles([Self.headline, Self.first], title: title) == [.headline, .body])
    #expect(
      roles(["تقرير / \(Self.headline)", Self.first], title: title) == [.headline, .body])
    #expect(
      Array(
        roles(["صحيفة الشاطئ", Self.headline, Self.first, Self.second], title: title).suffix(3))
        == [.headline, .body, .body])
  }

  @Test("The headline again is no body text")
  func headlineAgain() {
    #expect(
      roles([Self.headline, Self.first, Self.second, Self.headline], title: Self.headline)
        == [.headline, .body, .body, .other])
  }

  @Test("A first line that is not the title is no headline")
  func otherTitle() {
    let found = roles([Self.headline, Self.first], title: "نتائج مباريات الدوري")
    #expect(!found.contains(.headline))
    #expect(found.last == .body)
  }

  // MARK: Repeated lines

  @Test("A short line that stands twice is no text")
  func repeated() {
    let line = "عمال يمدون الكابلات تحت الماء."
    #expect(
      roles([Self.headline, line, line, Self.first, Self.second])
        == [.headline, .caption, .caption, .body, .body])
    #expect(
      roles([Self.headline, Self.first, line, Self.second, line])
        == [.headline, .body, .other, .body, .other])
  }

  // MARK: Texts of a line or two

  @Test(
    "A text of one line is text", arguments: ["السماء صافية", "هل تمطر غدا؟", "مرحبا", "تمطر غدا."])
  func oneLine(_ text: String) {
    #expect(roles([text]) == [.body])
  }

  @Test("A text without a full stop is text all the same")
  func unpunctuated() {
    let lines = [
      "افتتح الوزير أمس جسرا جديدا فوق النهر الكبير بعد ثلاث سنوات من العمل المتواصل في الموقع",
      "ويربط الجسر الجديد عشرين قرية بمركز المحافظة ويختصر الطريق الطويل القديم إلى أقل من النصف",
      "ويعبره كل يوم آلاف السيارات والشاحنات التي كانت تقف ساعات طويلة عند العبارة القديمة",
    ]
    #expect(roles(lines) == [.body, .body, .body])
  }

  @Test("Every role has its name")
  func names() {
    #expect(
      SegmentRole.allCases.map(\.rawValue)
        == ["headline", "body", "question", "caption", "byline", "other"])
  }
}
