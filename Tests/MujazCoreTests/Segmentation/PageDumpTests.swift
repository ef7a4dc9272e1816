import Testing

@testable import MujazCore

/// Pages dumped line by line: the article is the densest window.
@Suite struct PageDumpTests {
  private static let menu = [
    "الرئيسية", "محليات", "رياضة", "اقتصاد", "ثقافة", "فيديو", "صور", "من نحن", "اتصل بنا",
  ]
  private static let headline = "افتتاح خط جديد للنقل النهري في المدينة"
  private static let body = [
    "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.",
    "وقال الوزير إن الرحلات ستكون كل ربع ساعة من السادسة صباحا حتى منتصف الليل.",
  ]
  private static let comments = [
    "التعليقات", "زائر 1", "كلام جميل وشكرا للكاتب على الطرح", "زائر 2",
    "متى نرى حلا لهذه المشكلة القديمة التي نعاني منها؟", "زائر 3", "اللهم احفظ البلاد وأهلها",
  ]

  /// The lines that are body, and the headline.
  private func read(_ lines: [String]) -> (headline: String?, body: [String]) {
    let text = lines.joined(separator: "\n")
    let segments = Segmenter().segments(of: text)
    return (
      segments.first { $0.role == .headline }.map { text[$0.range] },
      segments.filter { $0.role == .body }.map { text[$0.range] }
    )
  }

  @Test(
    "The article comes out of menus and comments, with the headline that the page's title repeats")
  func page() {
    let lines =
      ["\(Self.headline) | صحيفة المدينة"] + Self.menu + [Self.headline, "7 أبريل 2026"] + Self.body
      + Self.comments
    let (headline, body) = read(lines)
    #expect(headline == Self.headline)
    #expect(body == Self.body)
  }

  @Test("Related headlines between two paragraphs do not cut the article in two")
  func bridge() {
    let related = ["اقرأ أيضا:", "بدء موسم قطاف الزيتون", "معرض للخط يفتح أبوابه"]
    let long = Self.body.map { String(repeating: $0 + " ", count: 4) }
    let lines = [Self.headline] + Self.menu + [long[0]] + related + [long[1]] + Self.comments
    #expect(read(lines).body.count == 8)
  }

  @Test("A list in an article is no page")
  func list() {
    let items = (1...20).map { "- البند رقم \($0) من القائمة" }
    let (headline, body) = read([Self.headline] + Self.body + items)
    #expect(headline == Self.headline)
    #expect(body == Self.body)
    let text = ([Self.headline] + Self.body + items).joined(separator: "\n")
    let kept = Segmenter().segments(of: text).filter { $0.isUnmarked }
    #expect(kept.count == 20)
  }

  @Test("A page of nothing but a menu has no window")
  func menuOnly() {
    #expect(read(Self.menu + Self.menu.map { $0 + " اليوم" }).headline != nil)
  }
}
