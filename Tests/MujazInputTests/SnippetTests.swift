import MujazCore
import MujazInput
import TestSupport
import Testing

/// What the documentation of the module shows is this code, word for word: it compiles and runs.
@Suite struct SnippetTests {
  private let body =
    "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي. وأضاف أن الجسر يخدم عشرين قرية في المنطقة."

  private var bytes: [UInt8] {
    Array(
      """
      <!doctype html><html lang="ar"><head><meta property="article:published_time" content="2026-11-25">
      <meta property="og:site_name" content="صحيفة المدينة"></head>
      <body><article><h1>افتتاح جسر جديد</h1><p>\(body)</p><p>\(body)</p></article></body></html>
      """.utf8)
  }

  private var feed: [UInt8] {
    Array(
      """
      <rss><channel><item><guid>a1</guid><title>افتتاح جسر</title><description>\(body)</description></item>
      <item><guid>a2</guid><title>بلا نص</title></item></channel></rss>
      """.utf8)
  }

  @Test("The documentation shows what runs here")
  func shown() throws {
    let shown = try Snippet.shown(in: "MujazInput")
    #expect(shown.count == 9)
    #expect(shown == (try Snippet.run()))
  }

  @Test("Articles")
  func articles() throws {
    // snippet
    for case .article(let clean) in try DocumentReader().read(bytes) {
      let article = Article(clean)
      print(article.title ?? "", article.text)
    }
    // end
    #expect(try DocumentReader().read(bytes).count == 1)
  }

  @Test("A page's brief")
  func brief() throws {
    // snippet
    for case .article(let clean) in try DocumentReader().read(bytes) {
      let article = Article(clean)
      let brief = Briefer().brief(of: article)
      print(article.title ?? "", brief.text(of: article))
    }
    // end
  }

  @Test("What a page says")
  func metadata() throws {
    // snippet
    for case .article(let clean) in try DocumentReader().read(bytes) {
      let stated = clean.metadata
      print(stated.date ?? "no date", stated.site ?? "no site", stated.author ?? "nobody")
      let language = ArticleLanguage(of: Article(clean).text)
      if language.isForeign { print("not Arabic but", language.name) }
    }
    // end
    guard case .article(let clean)? = try DocumentReader().read(bytes).first else {
      Issue.record("no article")
      return
    }
    #expect(clean.metadata.date == "2026-11-25")
    #expect(clean.metadata.site == "صحيفة المدينة")
  }

  @Test("No article")
  func noArticle() {
    // snippet
    do {
      _ = try DocumentReader().read(Array("<!doctype html><p>404".utf8))
    } catch {
      print(error.code.rawValue, error.message)
    }
    // end
    let error = #expect(throws: InputError.self) {
      try DocumentReader().read(Array("<!doctype html><p>404".utf8))
    }
    #expect(error?.code == .noArticle)
  }

  @Test("Strictly")
  func strictly() throws {
    // snippet
    let strict = DocumentReader(
      decoder: TextDecoder(isStrict: true), limit: SizeLimit(bytes: 10 << 20))
    let entries = try strict.read(bytes, as: .html)
    print(entries.count)
    // end
    #expect(entries.count == 1)
  }

  @Test("JSON Lines")
  func lines() throws {
    let lines = [#"{"id":7,"title":"جسر","text":"\#(body)"}"#, "nothing", #"{"text":"نص."}"#]
    // snippet
    let parser = try RecordParser()
    let briefer = Briefer()
    for line in lines {
      do {
        let (article, id) = try parser.article(line)
        print(id ?? "", briefer.brief(of: article).text(of: article))
      } catch {
        print("no record:", error.error.message)
      }
    }
    // end
    let (article, id) = try parser.article(lines[0])
    #expect(article == Article(title: "جسر", text: body))
    #expect(id == "7")
    #expect(throws: RecordError.self) { try RecordParser().article(lines[1]) }
  }

  @Test("Feeds")
  func entries() throws {
    let briefer = Briefer()
    // snippet
    for entry in try DocumentReader().read(feed) {
      switch entry {
      case .article(let clean):
        let article = Article(clean)
        print(clean.id ?? "", briefer.brief(of: article).text(of: article))
      case .failure(let error, let id):
        print(id ?? "", error.message)
      }
    }
    // end
    #expect(try DocumentReader().read(feed).count == 2)
  }

  @Test("Web archives")
  func archives() throws {
    let head =
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <https://example.org/1>\r\n"
      + "Content-Type: text/html\r\nContent-Length: \(bytes.count)\r\n\r\n"
    let archive = Array(head.utf8) + bytes + Array("\r\n\r\n".utf8)
    let pieces = [archive[..<100], archive[100...]]
    // snippet
    let reader = DocumentReader()
    var cutter = WebRecordCutter()
    for piece in pieces {
      cutter.append(piece)
      while case .record(let record) = cutter.next() {
        guard let (page, kind) = try record.document() else { continue }
        for case .article(let clean) in try reader.read(Array(page), as: kind) {
          print(record.uri, Article(clean).title ?? "")
        }
      }
    }
    // end
    #expect(!cutter.isOpen)
  }

  @Test("Over all processors")
  func tasks() async {
    let briefer = Briefer()
    let articles = (1...50).map { Article(text: "\(body) وهذا هو الخبر رقم \($0).") }
    // snippet
    let briefs = await withTaskGroup(of: (Int, String).self) { group in
      for (place, article) in articles.enumerated() {
        group.addTask { (place, briefer.brief(of: article).text(of: article)) }
      }
      var briefs = [String](repeating: "", count: articles.count)
      for await (place, brief) in group { briefs[place] = brief }
      return briefs
    }
    // end
    #expect(briefs == articles.map { briefer.brief(of: $0).text(of: $0) })
  }
}
