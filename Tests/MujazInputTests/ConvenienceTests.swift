import MujazCore
import MujazInput
import TestSupport
import Testing

/// From bytes to articles without pointers.
@Suite struct ConvenienceTests {
  private func articles(_ text: String, as kind: InputKind? = nil) throws -> [CleanArticle] {
    try DocumentReader().read(Array(text.utf8), as: kind).compactMap { entry in
      if case .article(let article) = entry { article } else { nil }
    }
  }

  @Test("A text is one article, as it stood, without a byte order mark")
  func text() throws {
    let article = try #require(try articles("\u{FEFF}السطر الأول\n\nوالثاني.\n").first)
    #expect(Article(article) == Article(text: "السطر الأول\n\nوالثاني.\n"))
    #expect(article.isPlain)
    #expect(article.paragraphs == [])
  }

  @Test("The headline is the title and stands in the text, too")
  func page() throws {
    let page =
      "<article><h1>عنوان الخبر هنا</h1><p>هذه الفقرة الأولى.</p><p>وهذه الثانية.</p></article>"
    for kind in [nil, InputKind.html] {
      let article = Article(try #require(try articles(page, as: kind).first))
      #expect(article.title == "عنوان الخبر هنا")
      #expect(article.text == "عنوان الخبر هنا\n\nهذه الفقرة الأولى.\nوهذه الثانية.")
    }
  }

  @Test(
    "Records are refused, whether the kind is given or told",
    arguments: [InputKind.jsonLines, .json, .warc])
  func records(_ kind: InputKind) throws {
    let samples: [InputKind: String] = [
      .jsonLines: #"{"text":"نص"}"#, .json: #"[{"text":"نص"}]"#, .warc: "WARC/1.0\r\n\r\n",
    ]
    let sample = try #require(samples[kind])
    for given in [nil, kind] {
      let error = #expect(throws: InputError.self) { try articles(sample, as: given) }
      #expect(error?.code == .unsupportedFormat)
    }
  }

  @Test(
    "The id of a line is text, a number or a literal as it stood",
    arguments: [
      (#"{"text":"نص","id":"أ\u0031"}"#, "أ1"), (#"{"text":"نص","id":1.50}"#, "1.50"),
      (#"{"text":"نص","id":null}"#, nil), (#"{"text":"نص"}"#, nil),
    ])
  func ids(_ line: String, _ id: String?) throws {
    let record = try RecordParser().article(line)
    #expect(record.id == id)
    #expect(record.article == Article(text: "نص"))
  }

  @Test("A line of nothing is no record", arguments: ["", " ", "{}", "[]"])
  func noRecord(_ line: String) {
    #expect(throws: RecordError.self) { try RecordParser().article(line) }
  }
}
