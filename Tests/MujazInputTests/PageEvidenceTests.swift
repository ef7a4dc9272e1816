import MujazCore
import Testing

@testable import MujazInput

/// What decides that an element is no part of an article, and a page no article: shares of the page, never one word alone.
@Suite struct PageEvidenceTests {
  private static let text = [
    "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.",
    "وقال الوزير إن الخط يخدم عشرين قرية وينقل ستة آلاف راكب في اليوم.",
    "وبدأت أعمال الحفر في الربيع الماضي بعد أن أقر المجلس البلدي الموازنة كاملة.",
  ]
  private static let box = "اشترك في نشرتنا اليومية لتصلك أهم الأخبار في صندوق بريدك كل صباح."

  private static func paragraphs(_ lines: [String]) -> String {
    lines.map { "<p>\($0)</p>" }.joined()
  }

  private func read(_ page: String) throws -> [String] {
    let bytes = Array(page.utf8)
    let article = try bytes.withUnsafeBufferPointer { try PageReader.article($0) }
    let text = String(decoding: article.text, as: UTF8.self)
    return article.paragraphs.map { text[$0] }
  }

  private static let head =
    "<title>خط جديد للنقل النهري يربط ضفتي المدينة</title><a href='/'>الرئيسية</a><h1>خط جديد للنقل النهري يربط ضفتي المدينة</h1>"

  @Test(
    "A word whose elements hold most of the text says nothing, be they one or many",
    arguments: [
      "class='content-sidebar-wrap'", "class='field--label-hidden'", "class='elementor-widget'",
      "id='about-the-line'", "aria-hidden='true'", "hidden", "style='display: none'",
    ])
  func idle(_ attribute: String) throws {
    // What is hidden must be a whole text.
    let text =
      Self.text + [
        "ويقول سكان الضفة الشرقية إن الرحلة إلى السوق كانت تستغرق ساعتين في الحافلة.",
        "وتعمل على الخط ست سفن صغيرة تحمل كل واحدة منها ثمانين راكبا ودراجاتهم.",
        "وحددت البلدية ثمن التذكرة بربع دينار، ويركب التلاميذ مجانا في أيام الدراسة.",
        "ويرى مهندسون أن النقل في النهر يخفف الزحام عن الجسرين القديمين في الصباح.",
        "ومن المقرر أن تضاف محطتان جديدتان قرب الجامعة قبل نهاية العام المقبل.",
        "وقالت جمعية للبيئة إنها ستراقب أثر السفن في الطيور التي تعشش على الضفتين.",
      ]
    let one = Self.head + "<div \(attribute)>\(Self.paragraphs(text))</div>"
    #expect(try read(one) == text)
    let many = Self.head + text.map { "<div \(attribute)><p>\($0)</p></div>" }.joined()
    #expect(try read(many) == text)
  }

  @Test(
    "The same word condemns what holds less than the rest of the page",
    arguments: ["class='sidebar'", "class='widget'", "hidden", "aria-hidden='true'"])
  func condemned(_ attribute: String) throws {
    let page =
      Self.head + Self.paragraphs(Self.text)
      + "<div \(attribute)>\(Self.paragraphs([Self.box]))</div>"
      + Self.paragraphs(["وسيفتح الخط أبوابه أمام الركاب مطلع الأسبوع المقبل في الضفتين."])
    let found = try read(page)
    #expect(found.count == Self.text.count + 1)
    #expect(!found.contains(Self.box))
  }

  @Test("What readers write is no text however long", arguments: ["comments", "reply", "respond"])
  func readers(_ word: String) throws {
    let comment = "هذا خبر سار لسكان القرى البعيدة ونتمنى أن تكون التذاكر في متناول الجميع."
    let page =
      Self.head + Self.paragraphs(Self.text)
      + "<div class='\(word)'>\(Self.paragraphs(Array(repeating: comment, count: 9)))</div>"
    #expect(try read(page) == Self.text)
  }

  @Test(
    "The address of a page tells the site, a section and an article",
    arguments: [
      ("https://almarfa.example", true, true), ("https://almarfa.example/", true, true),
      ("https://almarfa.example/culture/books", false, true),
      ("https://almarfa.example/culture/new-bridge-open", false, false),
      ("https://almarfa.example/news/48213", false, false),
      ("https://almarfa.example/%D8%AE%D8%A8%D8%B1", false, false),
      ("https://almarfa.example/خبر", false, false),
      ("https://almarfa.example/?p=12", false, false), ("almarfa", false, false),
      ("", false, false),
    ] as [(String, Bool, Bool)])
  func address(_ address: String, _ isRoot: Bool, _ isSection: Bool) {
    let told = PageAddress(address)
    #expect(told.host == (address.hasPrefix("https:") ? "almarfa.example" : ""))
    #expect(told.isRoot == isRoot)
    #expect(told.isSection == isSection)
  }

  @Test("A page's address is the canonical one, or else OpenGraph's")
  func addressOfHead() {
    var head = PageHead()
    #expect(head.address == "")
    head.metas["og:url"] = "https://almarfa.example/1"
    #expect(head.address == "https://almarfa.example/1")
    head.canonical = "https://almarfa.example/2"
    #expect(head.address == "https://almarfa.example/2")
  }

  /// A shelf of a shop, a topic's page: an introduction and links without prose.
  private static func shelf(_ title: String, _ head: String) -> String {
    let links = (1...40).map { "<li><a href='/\($0)'>كرسي خشبي رقم \($0) بظهر عال</a></li>" }
    return
      "<title>\(title)</title>\(head)<h1>\(title)</h1>\(paragraphs(Array(text.prefix(2))))<ul>\(links.joined())</ul>"
  }

  @Test(
    "A few lines beside much else are the introduction of a list, by a short headline or by the page's address",
    arguments: [
      ("كراسي", "", false),
      ("كراسي الحدائق التي اختارها زوار المعرض", "", true),
      (
        "كراسي الحدائق التي اختارها زوار المعرض",
        "<link rel=canonical href='https://almarfa.example/chairs'>", false
      ),
      (
        "كراسي الحدائق التي اختارها زوار المعرض",
        "<meta property='og:type' content='website'>", false
      ),
      ("كراسي", "<meta property='article:published_time' content='2026-11-03'>", true),
    ] as [(String, String, Bool)])
  func introduction(_ title: String, _ head: String, _ isArticle: Bool) {
    let article = try? read(Self.shelf(title, head))
    #expect((article != nil) == isArticle)
  }

  @Test("Hardly any text beside a whole shelf is no article, whatever the headline")
  func rest() {
    let title = "كراسي الحدائق التي اختارها زوار المعرض"
    let links = (1...120).map { "<li><a href='/\($0)'>كرسي خشبي رقم \($0) بظهر عال</a></li>" }
    let page = { (head: String) in
      "<title>\(title)</title>\(head)<h1>\(title)</h1>\(Self.paragraphs(Array(Self.text.prefix(2))))<ul>\(links.joined())</ul>"
    }
    #expect((try? read(page(""))) == nil)
    #expect((try? read(page("<meta property='og:type' content='article'>"))) == nil)
    let date = "<meta property='article:published_time' content='2026-11-03'>"
    #expect((try? read(page(date))) != nil)
  }

  @Test(
    "What a page says for machines that it sells or lists, and no article, is believed",
    arguments: [
      ("Product", false), ("FurnitureStore", false), ("Course", false), ("CollectionPage", false),
      ("NewsArticle", true), ("WebPage", true), ("Product\"},{\"@type\":\"NewsArticle", true),
    ])
  func stated(_ type: String, _ isArticle: Bool) {
    let data = "<script type='application/ld+json'>[{\"@type\":\"\(type)\"}]</script>"
    let found = try? read(Self.head + data + Self.paragraphs(Self.text))
    #expect((found != nil) == isArticle)
  }

  /// Questions that open their answers, each under a link to a place.
  private static func panels(_ address: String) -> String {
    text.map {
      "<div class='panel'><a href='\(address)'><h3>ماذا يعني الخط الجديد لسكان المدينة؟</h3></a><div><p>\($0)</p></div></div>"
    }.joined()
  }

  @Test(
    "A headline that opens a panel of the page itself leads to no other page",
    arguments: [
      ("#", true), ("#answer", true), ("javascript:void(0)", true), ("/answer", false),
    ])
  func panels(_ address: String, _ isArticle: Bool) {
    // The headline is worded otherwise than the title, so that nothing else speaks for an article.
    let page =
      "<title>أسئلة القراء</title><a href='/'>الرئيسية</a><h1>أسئلة</h1>" + Self.panels(address)
    #expect(((try? read(page)) != nil) == isArticle)
  }

  @Test("An address that stands alone is no headline of what follows it")
  func address() throws {
    let parts = Self.text.enumerated().map {
      "<h2>\($0 + 1). الخط</h2><p><a href='https://almarfa.example/tickets'>https://almarfa.example/tickets</a></p><p>\($1)</p>"
    }
    let page = "<title>ثلاثة خطوط</title><a href='/'>الرئيسية</a>" + parts.joined()
    let found = try read(page)
    #expect(Self.text.allSatisfy(found.contains))
  }
}
