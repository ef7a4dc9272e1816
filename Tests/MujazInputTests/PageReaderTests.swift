import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazInput

/// Articles out of pages: every template with every article in it.
@Suite struct PageReaderTests {
  static let templates: [PageTemplate] = (try? PageTemplate.all()) ?? []
  static let contents: [PageTemplate.Content] = (try? PageTemplate.Content.all()) ?? []
  static let others: [URL] = (try? Fixtures.files(in: "Pages/others", ending: "html")) ?? []

  @Test("There are pages of many kinds, and pages that are no article")
  func count() {
    #expect(Self.templates.count >= 20)
    #expect(Self.contents.count >= 10)
    #expect(Self.others.count >= 12)
  }

  @Test("Headline and paragraphs come out of a page as they went in", arguments: templates)
  func article(in template: PageTemplate) throws {
    for content in Self.contents {
      let (page, paragraphs) = template.filled(with: content)
      let article = try read(page)
      #expect(article.title == content.title, "\(template.name), \(content.name)")
      #expect(article.paragraphs == paragraphs, "\(template.name), \(content.name)")
    }
  }

  @Test("A page that is no article is refused", arguments: others)
  func noArticle(_ file: URL) throws {
    let error = #expect(throws: InputError.self) { try read(try Fixtures.text(of: file)) }
    #expect(error?.code == .noArticle)
  }

  @Test("The text is the headline, a blank line and a paragraph a line")
  func layout() throws {
    let page =
      "<article><h1>عنوان الخبر هنا</h1><p>هذه الفقرة الأولى.</p><p>وهذه الثانية.</p></article>"
    let bytes = Array(page.utf8)
    let article = try bytes.withUnsafeBufferPointer { try PageReader.article($0) }
    #expect(
      String(decoding: article.text, as: UTF8.self)
        == "عنوان الخبر هنا\n\nهذه الفقرة الأولى.\nوهذه الثانية.")
  }

  @Test("Markup becomes text")
  func markup() throws {
    let page = """
      <article><h1>عنوان الخبر</h1><p>قال <b>الوزير</b>&nbsp;إن <a href="/x">الجسر</a> &laquo;آمن&raquo; &amp; جاهز لعبور المشاة والسيارات.</p>
      <ul><li>أولا.</li><li>ثانيا.</li></ul><blockquote>هذا قول منقول.</blockquote><p>سطر<br>وآخر.</p>
      <p>وختم الوزير بأن الجسر سيفتح أمام الجميع مطلع الأسبوع.</p></article>
      """
    #expect(
      try read(page).paragraphs == [
        "قال الوزير إن الجسر «آمن» & جاهز لعبور المشاة والسيارات.", "أولا.", "ثانيا.",
        "هذا قول منقول.", "سطر", "وآخر.",
        "وختم الوزير بأن الجسر سيفتح أمام الجميع مطلع الأسبوع.",
      ])
  }

  @Test("Scripts, styles and hidden text never come out")
  func hidden() throws {
    let sentence = "هذه جملة من عشر كلمات لا يجوز أن تظهر هنا أبدا."
    let page = """
      <title>عنوان الخبر</title><nav><a href="/">الرئيسية</a></nav><h1>عنوان الخبر</h1><p>أعلنت الوزارة اليوم بدء تشغيل الخط الجديد في المدينة.</p>
      <p hidden>\(sentence)</p><p style="Display : None">\(sentence)</p><div style="visibility:hidden"><p>\(sentence)</p></div>
      <script>var x = "<p>\(sentence)</p>";</script><style>p::before{content:"\(sentence)"}</style>
      <template><p>\(sentence)</p></template><noscript><p>\(sentence)</p></noscript><!-- <p>\(sentence)</p> -->
      <p>وقال الوزير إن الخط يخدم عشرين قرية على ضفتي النهر.</p>
      """
    #expect(try read(page).paragraphs.count == 2)
    #expect(try read(page).paragraphs.allSatisfy { !$0.contains("لا يجوز") })
  }

  @Test("Controls that turn text round are left out of a page")
  func bidiControls() throws {
    let page =
      "<article><h1>عنوان</h1><p>قال \u{202E}الوزير\u{202C} إن \u{2067}الجسر\u{2069} جاهز.</p></article>"
    #expect(try read(page).paragraphs == ["قال الوزير إن الجسر جاهز."])
  }

  // MARK: Metadata

  @Test("Metadata comes from linked data, from meta elements and from what is shown, in this order")
  func metadata() throws {
    let body = "<h1>عنوان الخبر</h1><p>أعلنت الوزارة اليوم بدء تشغيل الخط الجديد في المدينة.</p>"
    let head = """
      <html lang="ar-EG"><head><title>عنوان الخبر | صحيفة المدينة</title><link rel="canonical" href="https://example.org/1">
      <meta property="og:site_name" content="صحيفة المدينة"><meta property="article:section" content="محليات">
      <meta property="article:published_time" content="2026-03-14T08:20:00+03:00"><meta name="author" content="سلمى الحاج">
      """
    let stated = try read("\(head)</head><body><article>\(body)</article></body></html>").metadata
    #expect(stated.author == "سلمى الحاج")
    #expect(stated.date == "2026-03-14T08:20:00+03:00")
    #expect(stated.site == "صحيفة المدينة")
    #expect(stated.url == "https://example.org/1")
    #expect(stated.language == "ar-EG")
    #expect(stated.section == "محليات")
    let data = """
      <script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"عنوان\nالخبر","datePublished":"2026-03-13",
      "author":[{"name":"هدى ناصر"},{"name":"آخر"}]}]</script>
      """
    let linked = try read("\(head)\(data)</head><body><article>\(body)</article></body></html>")
      .metadata
    #expect(linked.headline == "عنوان الخبر")
    #expect(linked.author == "هدى ناصر")
    #expect(linked.date == "2026-03-13")
    let shown = try read(
      """
      <article><h1>عنوان الخبر</h1><span class="author">كرم داود</span><span class="post-date">السبت 5 سبتمبر 2026</span>
      <p>أعلنت الوزارة اليوم بدء تشغيل الخط الجديد في المدينة.</p></article>
      """
    ).metadata
    #expect(shown.author == "كرم داود")
    #expect(shown.date == "2026-09-05")
  }

  /// A page with something between its headline and its text, above its headline, and below its text.
  private static func dated(_ head: String, above: String = "", below: String = "") -> String {
    """
    <html><head><title>خط جديد للنقل النهري يربط ضفتي المدينة</title></head><body><a href="/">الرئيسية</a>\(above)
    <div class="story"><h1>خط جديد للنقل النهري يربط ضفتي المدينة</h1>\(head)\(long)</div>\(below)</body></html>
    """
  }

  private static let long = (1...16).map {
    "<p>أعلنت وزارة النقل اليوم بدء تشغيل الخط رقم \($0) للنقل النهري بين ضفتي المدينة.</p>"
  }.joined()

  /// Other stories with their dates.
  private static let otherStories = (1...6).map {
    "<div class='card'><h3><a href='/\($0)'>خبر آخر من أخبار المدينة</a></h3><time datetime='2024-01-0\($0)'>\($0)</time></div>"
  }.joined()

  @Test(
    "A date with a year is found beside one that counts from today, wherever it stands",
    arguments: [
      "<time datetime='2026-09-05T10:00'>منذ ساعتين</time>",
      "<time>منذ ساعتين</time><time>5 سبتمبر 2026</time>",
      "<span class='date' title='5 أيلول 2026'>قبل 3 أيام</span>",
      "<abbr class='timeago' title='2026-09-05T10:00:00Z'>أمس</abbr>",
      "<span itemprop='datePublished' content='2026-09-05'>قبل ساعة</span>",
      "<div class='date'>منذ 3 أيام</div><div>الرياض - السبت 5 سبتمبر 2026</div>",
      "<div>أمس</div><div class='post-date'>05/09/2026</div>",
      "<meta name='date' content='منذ ساعتين'><meta name='publish-date' content='2026-09-05'>",
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"قبل يومين\"}</script><div>5 أيلول 2026</div>",
    ])
  func absoluteDate(_ head: String) throws {
    #expect(try read(Self.dated(head)).metadata.date?.prefix(10) == "2026-09-05")
    #expect(
      try read(Self.dated(head, above: Self.otherStories, below: Self.otherStories)).metadata.date?
        .prefix(10)
        == "2026-09-05")
  }

  @Test("The day of a post may stand above it, outside of its element")
  func dayAbove() throws {
    let day = "<h2 class='date-header'>السبت، 5 سبتمبر 2026</h2>"
    #expect(try read(Self.dated("", above: day)).metadata.date == "2026-09-05")
    #expect(try read(Self.dated("", above: day + "<p>.</p><p>.</p>")).metadata.date == nil)
  }

  @Test(
    "A date that counts from today is none, nor that of another story",
    arguments: [
      "<time>منذ ساعتين</time>", "<time datetime='قبل 3 أيام'>قبل 3 أيام</time>",
      "<span class='date'>أمس، الساعة 10:30</span>", "<div>منذ 3 أيام</div>", "",
    ])
  func relativeDate(_ head: String) throws {
    #expect(try read(Self.dated(head)).metadata.date == nil)
    let among = Self.dated(
      head, above: Self.otherStories, below: Self.otherStories)
    #expect(try read(among).metadata.date == nil)
  }

  // MARK: Hostile pages

  static let sentence =
    "<p>أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.</p>"

  /// Pages that bring parsers down, each with three sentences to be found, and how many bytes they repeat.
  static let shapes: [(name: String, before: String, after: String)] = [
    (
      "nesting of 300", String(repeating: "<div>", count: 300),
      String(repeating: "</div>", count: 300)
    ),
    ("200,000 open divisions", String(repeating: "<div>", count: 200_000), ""),
    (
      "end tags without a beginning", String(repeating: "<div>", count: 100_000),
      String(repeating: "</b></i>", count: 50_000)
    ),
    ("open tables", String(repeating: "<table><tr><td>", count: 20_000), ""),
    ("a crowd of attributes", "<div " + (0..<60_000).map { "a\($0)=1 " }.joined() + ">", ""),
    ("a crowd behind a bracket in a value", "<div b='>' \(crowd(60_000))>", ""),
    ("a crowd in a tag that never ends", "", "<div b=\">\" " + crowd(60_000)),
    (
      "crowds between brackets of both kinds",
      "<div " + (0..<120).map { "b\($0)=\">\" < \(crowd(500, from: $0 * 500))" }.joined() + ">", ""
    ),
    (
      "a crowd behind an open mark in a comment", "<!-- <a b=\" --><div c='>' \(crowd(60_000))>", ""
    ),
    (
      "a crowd behind an open mark in a script",
      "<script>x=\"</script><div c='>' \(crowd(60_000))>", ""
    ),
    ("open tags in a value", "<div b='" + String(repeating: "<a ", count: 100_000) + "'>", ""),
    ("open brackets", String(repeating: "<", count: 500_000), ""),
    ("ampersands", String(repeating: "&", count: 200_000), ""),
    ("a declared entity", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>", ""),
  ]

  private static func crowd(_ count: Int, from first: Int = 0) -> String {
    (first..<first + count).map { "a\($0) " }.joined()
  }

  @Test("What stands behind a script or a comment that looks like a crowd is read")
  func crowdOfScript() throws {
    let words = (0..<9_000).map { "w\($0)" }.joined(separator: " ")
    for (before, after) in [
      ("<script>if (a<b \(words)", "</script>"), ("<!-- a <b \(words)", "-->"),
    ] {
      let page = "<a href='/'>.</a>\(before)\(after)" + String(repeating: Self.sentence, count: 3)
      #expect(try read(page).paragraphs.count == 3)
    }
  }

  @Test("Hostile pages are read in linear time", arguments: shapes.map(\.name))
  func hostile(_ name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    let page =
      "<a href='/'>.</a>" + shape.before + String(repeating: Self.sentence, count: 3) + shape.after
    let start = ContinuousClock.now
    let article = try read(page)
    #expect(article.paragraphs.count(where: { $0.hasPrefix("أعلنت وزارة النقل") }) == 3)
    #expect(!article.paragraphs.contains { $0.contains("root:") })
    // A quadratic walk over these takes a minute; the machine may be busy.
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("Linked data that is nested without end, or no JSON, is passed over")
  func linkedData() throws {
    for script in [String(repeating: "[", count: 200_000), "{\"@graph\":", "<!--", "{}"] {
      let page =
        "<script type='application/ld+json'>\(script)</script><a href='/'>.</a>"
        + String(repeating: Self.sentence, count: 3)
      #expect(try read(page).paragraphs.count == 3)
    }
  }

  private func read(_ page: String) throws -> (
    title: String, paragraphs: [String], metadata: Metadata
  ) {
    let bytes = Array(page.utf8)
    let article = try bytes.withUnsafeBufferPointer { try PageReader.article($0) }
    let text = String(decoding: article.text, as: UTF8.self)
    return (
      String(decoding: article.title, as: UTF8.self), article.paragraphs.map { text[$0] },
      article.metadata
    )
  }
}
