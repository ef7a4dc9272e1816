import Testing

@testable import MujazCore

/// Articles that no brief can be made of, and those that look like them.
@Suite struct NoBriefTests {
  private func brief(_ text: String, title: String? = nil, _ method: RankingMethod = .mujaz)
    -> Brief
  {
    Briefer(method: method, condensing: .full).brief(of: Article(title: title, text: text))
  }

  // MARK: Nothing to tell

  @Test(
    "Of a text without words, and of lines that are none of the article's, there is no brief",
    arguments: [
      ("", NoBrief.empty), (" \n\n", .empty),
      ("شارك على فيسبوك\nتصوير: أحمد علي", .noSentence),
    ])
  func nothing(_ text: String, _ reason: NoBrief) {
    let brief = brief(text)
    #expect(brief.noBrief == reason)
    #expect(brief.sentences.isEmpty)
  }

  // MARK: Lists

  private static let lists = [
    """
    الترتيب العام للدوري
    المركز الفريق لعب فاز تعادل خسر النقاط
    1 الرمال 12 10 1 1 31
    2 النخيل 12 9 2 1 29
    3 المرجان 12 8 2 2 26
    4 الينابيع 12 7 3 2 24
    """,
    """
    تشكيلة الفريق لمباراة اليوم:
    خط الدفاع: سامي جابر، يوسف حداد، كريم ناصر، عادل سالم
    خط الوسط: ماجد عبد الله، حسام نوفل، طارق زيدان
    خط الهجوم: رامي صالح، نادر قاسم، فؤاد يعقوب
    البدلاء: وليد حسن، زياد عمر، أنس توفيق
    """,
    """
    تشكيل الرمال: محمد الصياد - رامي ربيع - ياسر حداد - علي معروف - محمد هاني - عمر سالم - حسين شحاتة.
    تشكيل النخيل: محمد عواد - حمزة مثلوث - محمود علاء - أحمد فتوح - طارق حامد - إمام عاشور - يوسف أوباما.
    """,
    """
    سعر الدولار 30.85 جنيه للشراء 30.95 جنيه للبيع
    سعر اليورو 33.41 جنيه للشراء 33.60 جنيه للبيع
    سعر الريال 8.22 جنيه للشراء 8.25 جنيه للبيع
    سعر الدينار 100.10 جنيه للشراء 100.85 جنيه للبيع
    """,
    """
    مواقيت الصلاة اليوم الثلاثاء في المدينة
    الفجر 4:12 ص
    الشروق 5:40 ص
    الظهر 11:58 ص
    العصر 3:29 م
    المغرب 6:16 م
    """,
    """
    درجات الحرارة المتوقعة اليوم
    القاهرة: العظمى 34 الصغرى 22
    الإسكندرية: العظمى 29 الصغرى 21
    أسوان: العظمى 41 الصغرى 27
    الأقصر: العظمى 40 الصغرى 25
    """,
    """
    أسماء الناجحين في مسابقة القضاء
    أحمد محمد علي حسن
    سارة إبراهيم عبد الله
    خالد يوسف منصور
    منى عبد الرحمن صالح
    """,
  ]

  private static let programme = """
    20:00 نشرة الأخبار
    20:45 مسلسل السهرة
    21:30 فيلم عربي
    23:15 برنامج حوار الليلة
    """

  @Test("Of rows there is no brief", arguments: lists + [programme])
  func rows(_ list: String) {
    let brief = brief(list)
    #expect(brief.noBrief == .rows)
    #expect(brief.sentences.isEmpty && brief.quotes.isEmpty)
  }

  @Test("A sentence among rows is the brief", arguments: lists)
  func sentence(_ list: String) {
    let sentence = "فاز فريق الرمال مساء أمس على ضيفه النخيل بهدفين دون رد في ختام الجولة."
    for text in ["\(sentence)\n\n\(list)", "\(list)\n\n\(sentence)"] {
      let brief = brief(text)
      #expect(brief.noBrief == nil)
      #expect(brief.sentences.map { text[$0.range] } == [sentence])
    }
  }

  @Test("The methods for comparison take what they rank", arguments: lists)
  func comparison(_ list: String) {
    #expect(brief(list, .lead).noBrief != .rows)
  }

  @Test(
    "A short piece of news that no mark ends is no list",
    arguments: [
      "سعر الدولار يرتفع إلى خمسين جنيها في السوق الموازية",
      "سعر الدولار يرتفع إلى خمسين جنيها في السوق الموازية\nشارك على فيسبوك\nتصوير: أحمد علي",
      "أسعار النفط ترتفع بعد قرار المنظمة خفض الإنتاج مليون برميل",
      """
      أسعار النفط ترتفع بعد قرار المنظمة خفض الإنتاج بأكثر من المتوقع
      مؤشر البورصة يغلق على ارتفاع مع عودة المستثمرين إلى الشراء
      سعر الذهب يتراجع قليلا بعد ثلاثة أيام من الارتفاع المتواصل
      نتائج الشركات تخيب آمال المحللين في الربع الثالث من العام
      """,
    ])
  func flash(_ text: String) {
    #expect(brief(text).noBrief == nil)
  }

  // MARK: Checked claims

  private static let claim =
    "تتداول حسابات وصفحات على مواقع التواصل الاجتماعي صورة ادعت أنها لحريق في ميناء المدينة مساء الأحد."
  private static let details =
    "وأرفق ناشرو الصورة بها تعليقا يقول إن النار أتت على ثلاث سفن راسية في الميناء القديم."
  private static let verdict =
    "تحقق الفريق من الادعاء وتبين أنه مضلل، إذ إن الصورة قديمة وتعود إلى حريق في ميناء آخر قبل عامين."

  @Test("The verdict is in, and with few words it is the brief", arguments: [30, 40, 80])
  func verdict(_ words: Int) throws {
    let text = [Self.claim, Self.details, Self.verdict].joined(separator: "\n")
    let brief = Briefer(budget: try .words(words), condensing: .full).brief(of: Article(text: text))
    #expect(brief.sentences.contains { text[$0.range] == Self.verdict })
  }

  @Test(
    "Of a claim that only the headline denies there is no brief",
    arguments: ["الصورة قديمة وليست لحريق في ميناء المدينة", "صورة حريق الميناء مفبركة"])
  func claimAlone(_ title: String) {
    let text = "\(Self.claim)\n\(Self.details)"
    #expect(brief(text, title: title).noBrief == .verdict)
    #expect(brief("\(text)\n\(Self.verdict)", title: title).noBrief == nil)
  }

  @Test("A claim that somebody answers in the text is news, and so is what activists do")
  func answered() {
    let answer = "ونفت هيئة الموانئ في بيان أن يكون حريق قد وقع في أي من موانئ البلاد."
    let title = "الصورة قديمة وليست لحريق في ميناء المدينة"
    #expect(brief("\(Self.claim)\n\(Self.details)\n\(answer)", title: title).noBrief == nil)
    let march = "شارك ناشطون ومواطنون مساء الأحد في مسيرة حاشدة وسط المدينة رفضا لبيع الميناء."
    #expect(brief(march, title: "مسيرة في المدينة: لا لبيع الميناء").noBrief == nil)
  }

  @Test("What goes round and nobody denies is news")
  func notDenied() {
    let text = "\(Self.claim)\n\(Self.details)"
    #expect(brief(text, title: "صورة حريق في الميناء تنتشر بين الناس").noBrief == nil)
    let other = "أعلنت البلدية مساء الأحد إخماد حريق في ميناء المدينة دون إصابات."
    #expect(brief(other, title: "البلدية: لم يصب أحد في حريق الميناء").noBrief == nil)
  }
}

/// What is a row, and what a sentence.
@Suite struct ListRowTests {
  private func isRow(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let whole = TextRange(start: 0, end: bytes.count)
    let table = WordTable(bytes.span, [whole])
    let words = table.view(bytes.span)
    return ListRow.isRow(words, words.sentence(whole))
  }

  @Test(
    "A row is parted into pieces of a few words",
    arguments: [
      "1 الرمال 12 10 1 1 31", "3 | المرجان | 12 | 8 | 2 | 2 | 26",
      "مواقيت الصلاة في الرياض: الفجر 4:12، الشروق 5:40، الظهر 11:58، العصر 3:29، المغرب 6:16.",
      "الأهداف: غويري (5) - بن زية (3) - عوار (3) - بن رحمة (3) - بونجاح (2)",
      "جبل لبنان 35 نائبا، الشمال 28 نائبا، الجنوب 23 نائبا، بيروت 19 نائبا.",
      "الرمال × النخيل - القاعة 7 - ملعب المدينة",
    ])
  func row(_ text: String) {
    #expect(isRow(text))
  }

  @Test(
    "A sentence with numbers, marks and names is none",
    arguments: [
      "وسجل للرمال راني غيث (16) وسكوت سليم (73) ودانيال ستار (76)، وللنخيل راشد عيسى (60).",
      "تغلب سالم على الألماني فيليب 6/4 و6/1 و6/4، فيما فاز نادر على الروسي يوجين 6/1 و6/2 و6/2.",
      "الدوحة - الراية: أطلقت الخطوط الجوية سباقا عالميا عبر شبكة التواصل الاجتماعي بعنوان «تغريدة-لقاء».",
      "وجاءت نتائج الأشواط الخمسة كالتالي: 18/25، 25/20، 25/14، وأدار المباراة طاقم دولي من الأول سالم والثاني خالد.",
      "وبلغت الميزانية المخصصة للقطاع 146 مليون دينار بنسبة تراجع قدرها 5 بالمئة.",
      "قال الوزير: فازت 3 شركات، 2 منها أجنبية.",
    ])
  func sentence(_ text: String) {
    #expect(!isRow(text))
  }
}
