import Testing

@testable import MujazInput

/// Headlines of pages: what the head and the headings say, and which of them counts.
@Suite struct PageTitleTests {
  private static let text = """
    <p>أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.</p>
    <p>وقال الوزير إن الخط يخدم عشرين قرية على ضفتي النهر طوال أيام الأسبوع.</p>
    """

  private func title(head: String, body: String) throws -> String {
    let page = Array(
      "<html><head>\(head)</head><body><a href='/'>.</a>\(body)</body></html>".utf8)
    let article = try page.withUnsafeBufferPointer { try PageReader.article($0) }
    return String(decoding: article.title, as: UTF8.self)
  }

  @Test(
    "Without a heading the title in the head counts, less the name of the site",
    arguments: [
      (
        "<title>الوزير يفتتح خط النقل النهري | المرفأ اليومي</title>",
        "الوزير يفتتح خط النقل النهري"
      ),
      ("<title>الوزير يفتتح خط النقل النهري - المرفأ</title>", "الوزير يفتتح خط النقل النهري"),
      (
        "<title>الوزير يفتتح خط النقل – وسكان القرى ينتظرون الموعد</title>",
        "الوزير يفتتح خط النقل – وسكان القرى ينتظرون الموعد"
      ),
      (
        "<title>المرفأ اليومي - الوزير يفتتح خط النقل</title><meta property='og:site_name' content='المرفأ اليومي'>",
        "الوزير يفتتح خط النقل"
      ),
      (
        "<title>خط النقل - River Line Today</title><meta property='og:url' content='https://www.riverline-today.example/1'>",
        "خط النقل"
      ),
      (
        "<title>عاجل | الوزير يفتتح خط النقل النهري بين القرى</title>",
        "عاجل | الوزير يفتتح خط النقل النهري بين القرى"
      ),
    ])
  func head(_ head: String, _ expected: String) throws {
    #expect(try title(head: head, body: Self.text) == expected)
  }

  @Test(
    "The only first heading is the headline though the head words it otherwise, unless it is a motto or a section",
    arguments: [
      ("<h1 class='post-title'>كيف تغير العبارة حياة القرى</h1>", "كيف تغير العبارة حياة القرى"),
      (
        "<h1>كيف تغير العبارة حياة الناس في عشرين قرية</h1>",
        "كيف تغير العبارة حياة الناس في عشرين قرية"
      ),
      ("<h1>حياة القرى</h1>", "الوزير يفتتح خط النقل النهري الجديد"),
      ("<h1>صوت أهل القرى والمدن</h1>", "الوزير يفتتح خط النقل النهري الجديد"),
      (
        "<h1 class='post-title'>كيف تغير العبارة حياة القرى</h1><h2>الوزير يفتتح خط النقل الجديد غدا</h2>",
        "كيف تغير العبارة حياة القرى"
      ),
      (
        "<h1 class='post-title'>كيف تغير العبارة حياة القرى</h1><h1>كيف تغير العبارة حياة القرى</h1>",
        "كيف تغير العبارة حياة القرى"
      ),
    ])
  func heading(_ headings: String, _ expected: String) throws {
    let head = "<title>الوزير يفتتح خط النقل النهري الجديد</title>"
    #expect(try title(head: head, body: headings + Self.text) == expected)
  }

  @Test(
    "What repeats the head word by word is the headline, the longest of some",
    arguments: [
      (
        "<h1>أخبار المحافظات اليوم</h1><h2>الوزير يفتتح خط النقل</h2>",
        "الوزير يفتتح خط النقل"
      ),
      (
        "<h1>الوزير يفتتح خط النقل | سلسلة النهر</h1>", "الوزير يفتتح خط النقل"
      ),
      (
        "<h3>خط</h3><div>الوزير يفتتح خط النقل</div><h2>خط النقل</h2>", "الوزير يفتتح خط النقل"
      ),
      (
        "<div>الوزير يفتتح خط النقل ويعد بخطين آخرين قبل الشتاء</div>",
        "الوزير يفتتح خط النقل ويعد بخطين آخرين قبل الشتاء"
      ),
    ])
  func repeated(_ lines: String, _ expected: String) throws {
    let head = "<title>الوزير يفتتح خط النقل | أخبار المحافظات اليوم</title>"
    #expect(try title(head: head, body: lines + Self.text) == expected)
  }
}
