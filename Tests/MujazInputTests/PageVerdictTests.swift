import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazInput

/// What a page is, and how sure that is.
@Suite struct PageVerdictTests {
  private static let sentence =
    "<p>أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.</p>"
  private static let text = String(repeating: sentence, count: 4)

  /// The verdict on a page, be it read or refused.
  private static func verdict(_ page: String) throws -> PageVerdict? {
    let bytes = Array(page.utf8)
    do {
      return try bytes.withUnsafeBufferPointer { try PageReader.article($0).metadata.page }
    } catch let error as InputError where error.code == .noArticle {
      return error.page
    }
  }

  private static func page(_ title: String, _ body: String, head: String = "") -> String {
    "<html><head><title>\(title)</title>\(head)</head><body><a href='/'>الرئيسية</a><h1>\(title)</h1>\(body)</body></html>"
  }

  private static func meta(_ property: String, _ content: String) -> String {
    "<meta property='\(property)' content='\(content)'>"
  }

  private static func data(_ type: String) -> String {
    "<script type='application/ld+json'>{\"@type\":\"\(type)\"}</script>"
  }

  private static let cards = (1...8).map {
    "<div class='card'><h3><a href='/story-\($0)'>افتتاح جسر جديد في المدينة رقم \($0)</a></h3><p>قال مسؤولون إن الجسر رقم \($0) سيفتح أمام السير قريبا.</p></div>"
  }.joined()
  private static let choices = (1...20).map {
    "<label><input type='radio' name='q'> الإجابة \($0)</label>"
  }.joined()
  private static let cells = (1...30).map {
    "<tr><td>فريق المدينة</td><td>\($0)</td></tr>"
  }.joined()
  private static let pictures = (1...20).map { "<img src='\($0).jpg'><br>صورة" }.joined()

  @Test(
    "A page is told for what it is",
    arguments: [
      (page("خط جديد للنقل النهري", text, head: data("NewsArticle")), .article, .high),
      (page("خط جديد للنقل النهري", text, head: meta("og:type", "article")), .article, .high),
      (page("خط جديد للنقل النهري", text), .article, .medium),
      (page("الصفحة غير موجودة", sentence), .error, .high),
      (page("نتائج البحث عن الجسر", text), .search, .high),
      (page("أرشيف الوسم: الجسر", text), .list, .high),
      (page("تسجيل الدخول", sentence), .form, .high),
      (page("خصوصيتك تهمنا", sentence), .consent, .high),
      (page("من نحن", text), .site, .high), (page("معرض الصور", text), .gallery, .high),
      (page("ترتيب الدوري", text), .scores, .high), (page("البث المباشر", text), .video, .high),
      (page("أخبار المدينة", cards), .list, .medium),
      (
        page("أخبار المدينة", cards, head: meta("og:url", "https://example.org/")), .front,
        .medium
      ),
      (
        page(
          "أخبار المدينة", cards,
          head: meta("og:url", "https://example.org/") + meta("og:type", "website")), .front, .high
      ),
      (page("أخبار المدينة", cards, head: data("CollectionPage")), .list, .high),
      (page("أحذية للسير في المدينة", text, head: data("Product")), .shop, .high),
      (page("ما تعرف عن الجسور", sentence + choices), .quiz, .medium),
      (page("مواعيد القطارات", "<table>\(cells)</table>"), .scores, .medium),
      (page("جولة في المدينة القديمة", pictures), .gallery, .medium),
      (
        page("فيلم عن الجسر الجديد", sentence, head: meta("og:type", "video.other")), .video,
        .medium
      ),
      (page("بلا نص", ""), .empty, .medium),
      (page("بلا نص", "", head: meta("og:type", "article")), .empty, .low),
    ] as [(String, PageVerdict.Kind, PageVerdict.Confidence)])
  func verdict(
    _ page: String, _ kind: PageVerdict.Kind, _ confidence: PageVerdict.Confidence
  ) throws {
    #expect(try Self.verdict(page) == PageVerdict(kind, confidence))
  }

  @Test("A quiz beside a long text does not make it one")
  func quizBesideText() throws {
    let long = (1...20).map {
      "<p>أعلنت وزارة النقل اليوم بدء تشغيل الخط رقم \($0) للنقل النهري بين ضفتي المدينة.</p>"
    }
    .joined()
    let page = Self.page("ما تعرف عن الجسور", long + Self.choices)
    #expect(try Self.verdict(page)?.kind == .article)
  }

  @Test("A beginning whose whole text stands in linked data is an article, but hardly sure")
  func wall() throws {
    let body = String(repeating: "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد. ", count: 20)
    let data =
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"\(body)\"}</script>"
    #expect(
      try Self.verdict(Self.page("خط جديد للنقل النهري", "<p>أعلنت.</p>", head: data))
        == PageVerdict(.article, .low))
  }

  @Test("Every page that is refused has a kind, which is none of an article")
  func refusals() throws {
    for file in try Fixtures.files(in: "Pages/others", ending: "html") {
      let verdict = try #require(try Self.verdict(try Fixtures.text(of: file)))
      #expect(verdict.kind != .article, "\(file.lastPathComponent)")
    }
    #expect(InputError(.noArticle, "").page == nil)
    #expect(Metadata().page == nil)
  }
}
