import MujazCore
import TestSupport
import Testing

@testable import MujazInput

/// Which blocks of a page are the text: its parts, what stands inside it, where it ends.
@Suite struct PageBodyTests {
  private static let headline = "خط جديد للنقل النهري يربط ضفتي المدينة"
  private static let sentences = [
    "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.",
    "وقال المدير العام إن العبارات ستعمل من السادسة صباحا حتى منتصف الليل.",
    "وأضاف أن التذاكر ستباع في الأكشاك القريبة من المرسى وعلى الشبكة أيضا.",
    "ويتوقع الخبراء أن يخفف الخط الزحام على الجسور القديمة في ساعات الذروة.",
    "وختم بأن خطين آخرين سيفتتحان قبل نهاية العام المقبل في شمال المدينة.",
    "وبدأ العمل في المرسى الشرقي قبل عامين بعد دراسة طويلة للتيار والعمق.",
    "وتتسع كل عبارة لمئتي راكب وعشرين دراجة وست سيارات صغيرة على الأكثر.",
  ]
  private static let introduction =
    "يربط الخط الجديد بين ضفتي المدينة لأول مرة منذ ستين عاما، ويقول القائمون عليه إنه سيغير حياة آلاف الناس الذين يعبرون الجسور القديمة كل يوم في طريقهم إلى العمل والمدرسة والسوق."
  private static let lines = [
    "مواعيد العبارات وأسعار التذاكر", "المرسى الشرقي قرب السوق القديم",
    "المرسى الغربي عند حديقة النخيل", "تذكرة اليوم الواحد للبالغين والطلاب",
    "تذكرة الشهر لمن يعبر كل يوم", "مواقف السيارات عند المرسى الشرقي",
  ]
  private static let list = "<ul>" + lines.map { "<li>\($0)</li>" }.joined() + "</ul>"

  /// Sentences by their numbers, each in its paragraph.
  private static func text(_ numbers: Int...) -> String {
    numbers.map { "<p>\(sentences[$0])</p>" }.joined()
  }

  private static func deep(_ text: String) -> String {
    String(repeating: "<div>", count: 4) + text + String(repeating: "</div>", count: 4)
  }

  private static func table(_ cells: [String]) -> String {
    "<table>" + cells.map { "<tr><td>\($0)</td></tr>" }.joined() + "</table>"
  }

  /// What stands below the headline, and what of it is the text.
  struct Case: CustomTestStringConvertible {
    var name: String
    var page: String
    var paragraphs: [String]
    var testDescription: String { name }
  }

  static let parts: [Case] = [
    Case(
      name: "parts in elements of their own",
      page: deep(text(0, 1)) + "<section><h2>المواعيد والأسعار</h2>\(list)</section>"
        + deep(text(2, 3)) + "<p>01 / 02</p>",
      paragraphs: sentences[0...1] + ["المواعيد والأسعار"] + lines + sentences[2...3]),
    Case(
      name: "what a reader writes has a date and a name",
      page: deep(text(0, 1))
        + deep("<span class='date'>02-09-2014</span><a href='/u'>حسان بركات</a>\(text(2))"),
      paragraphs: Array(sentences[0...1])),
    Case(
      name: "an introduction above a byline",
      page: "<div><p>\(introduction)</p></div><div>كتب: كرم داود</div>"
        + deep(text(0, 1, 2, 3, 4, 5, 6) + "<p>\(sentences.joined(separator: " "))</p>"),
      paragraphs: [introduction] + sentences + [sentences.joined(separator: " ")]),
    Case(
      name: "a caption above the text is no introduction",
      page: "<div><p>\(sentences[5])</p></div>" + deep(text(0, 1, 2, 3, 4)),
      paragraphs: Array(sentences[0...4])),
    Case(
      name: "a list under a subhead at the end",
      page: text(0, 1, 2) + "<h2>المواعيد والأسعار</h2>" + list,
      paragraphs: sentences[0...2] + ["المواعيد والأسعار"] + lines),
  ]

  static let repeats: [Case] = [
    Case(
      name: "a text for each width of the window",
      page: (1...3).map { "<div class='w\($0)'>\(text(0, 1, 2, 3))</div>" }.joined(),
      paragraphs: Array(sentences[0...3])),
    Case(
      name: "two sentences said twice", page: text(0, 1, 2, 0, 1, 3),
      paragraphs: [0, 1, 2, 0, 1, 3].map { sentences[$0] }),
  ]

  private static let cells = [
    "يعبر الركاب إلى السوق القديم", "كل عشر دقائق في الصباح", "يعبر الطلاب إلى حي الجامعة",
    "كل ربع ساعة بعد الظهر",
  ]
  private static let places = [
    "<a href='/a'>المرسى الشرقي الجديد الكبير</a>: قرب مدخل السوق القديم المسقوف",
    "<a href='/b'>المرسى الغربي الجديد الصغير</a>: عند بوابة حديقة النخيل الكبرى",
  ]

  static let inside: [Case] = [
    Case(
      name: "a table of text", page: text(0, 1) + table(cells) + text(2),
      paragraphs: sentences[0...1] + cells + [sentences[2]]),
    Case(
      name: "a table of figures",
      page: text(0, 1) + table(["المرسى الشرقي", "340 راكبا", "المرسى الغربي", "780 راكبا"])
        + text(2),
      paragraphs: Array(sentences[0...2])),
    Case(
      name: "items that begin with a link",
      page: text(0, 1) + "<ul>" + places.map { "<li>\($0)</li>" }.joined() + "</ul>" + text(2),
      paragraphs: sentences[0...1] + [
        "المرسى الشرقي الجديد الكبير: قرب مدخل السوق القديم المسقوف",
        "المرسى الغربي الجديد الصغير: عند بوابة حديقة النخيل الكبرى", sentences[2],
      ]),
    Case(
      name: "a link with a word or two",
      page: text(0, 1) + "<p>تابع أيضا <a href='/a'>مواعيد العبارات</a></p>" + text(2),
      paragraphs: Array(sentences[0...2])),
  ]

  static let rows: [Case] = [
    Case(
      name: "links between the paragraphs",
      page: text(0, 1)
        + (2...5).map { "<p><a href='/\($0)'>\(lines[$0])</a></p>" + text($0) }.joined()
        + "<p>\(introduction)</p>" + text(6),
      paragraphs: sentences[0...5] + [introduction, sentences[6]]),
    Case(
      name: "numbered parts with links",
      page: "<div><div><p>\(introduction)</p></div></div>" + cards { "\($0 + 1). \(lines[$0])" }
        + "<div>\(text(5))</div>",
      paragraphs: [introduction]
        + (0...2).flatMap { ["\($0 + 1). \(lines[$0])", sentences[$0]] } + [sentences[5]]),
    Case(
      name: "cards",
      page: "<div><div><p>\(introduction)</p>\(text(5))</div></div>" + cards { lines[$0] },
      paragraphs: [introduction, sentences[5]]),
    Case(
      name: "a link at the end of each part",
      page: "<p>\(introduction)</p><p>\(introduction)</p>"
        + (1...4).map {
          "<section><h2>\(lines[$0])</h2>\(text($0))</section><div><a href='/\($0)'>احجز تذكرة من هنا الآن</a></div>"
        }.joined(),
      paragraphs: [introduction, introduction] + (1...4).flatMap { [lines[$0], sentences[$0]] }),
  ]

  private static func cards(_ headline: (Int) -> String) -> String {
    (0...2).map {
      "<div class='part'><h2><a href='/\($0)'>\(headline($0))</a></h2><div>\(text($0))</div></div>"
    }.joined()
  }

  @Test("The text goes on in its parts, and no further", arguments: parts)
  func goesOn(_ page: Case) throws { try check(page) }

  @Test("A text that stands there again comes out once", arguments: repeats)
  func comesOnce(_ page: Case) throws { try check(page) }

  @Test(
    "Inside the text stand tables of text and lines with links, not figures and links",
    arguments: inside)
  func keeps(_ page: Case) throws { try check(page) }

  @Test("Links and sentences that take turns are text in the text's own element", arguments: rows)
  func takesTurns(_ page: Case) throws { try check(page) }

  @Test("What stands above a subhead is text, though the head states the subhead")
  func subhead() throws {
    let text =
      Self.text(0, 1) + "<h2>متى تعمل العبارات في أيام العطل</h2>" + Self.text(2)
      + "<h2>\(Self.headline)</h2>" + Self.text(3, 4)
    #expect(
      try paragraphs("<div>\(text)</div>") == Self.sentences[0...1] + [
        "متى تعمل العبارات في أيام العطل"
      ] + Self.sentences[2...4])
  }

  private func check(_ page: Case) throws {
    #expect(
      try paragraphs("<article><h1>\(Self.headline)</h1>\(page.page)</article>") == page.paragraphs)
  }

  private func paragraphs(_ body: String) throws -> [String] {
    let bytes = Array("<title>\(Self.headline)</title><a href='/'>.</a>\(body)".utf8)
    let article = try bytes.withUnsafeBufferPointer { try PageReader.article($0) }
    let text = String(decoding: article.text, as: UTF8.self)
    return article.paragraphs.map { text[$0] }
  }
}
