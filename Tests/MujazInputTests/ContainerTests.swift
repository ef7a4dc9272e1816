import Foundation
import Testing

@testable import MujazInput

/// Feeds, web archives, compressed data and documents, made here.
@Suite struct ContainerTests {
  static let sentence = "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة."

  // MARK: Feeds

  @Test("Each item of RSS is an article, its content before its summary")
  func rss() throws {
    let feed = """
      <?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><title>صحيفة المدينة</title><language>ar</language>
      <item><title>عنوان &amp; خبر</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Wed, 07 Apr 2021 09:30:00 GMT</pubDate>
      <dc:creator>هدى ناصر</dc:creator><category>محليات</category><description>موجز.</description>
      <content:encoded><![CDATA[<p>\(Self.sentence)</p><p>وقال الوزير إن <b>الخط</b> يخدم عشرين قرية.</p>]]></content:encoded></item>
      <item><title>بلا نص</title><guid>g2</guid></item>
      <item><title>نص &lt;b&gt;فقط&lt;/b&gt;</title><description>\(Self.sentence)</description></item></channel></rss>
      """
    let entries = try entries(Array(feed.utf8), .feed)
    #expect(entries.count == 3)
    #expect(
      entries[0].text
        == "عنوان & خبر\n\n\(Self.sentence)\nوقال الوزير إن الخط يخدم عشرين قرية.")
    let metadata = try #require(entries[0].article?.metadata)
    #expect(entries[0].article?.id == "g1")
    #expect(metadata.date == "2021-04-07")
    #expect(metadata.author == "هدى ناصر")
    #expect(metadata.site == "صحيفة المدينة")
    #expect(metadata.url == "https://example.org/1")
    #expect(metadata.section == "محليات")
    guard case .failure(let error, let id) = entries[1] else {
      Issue.record("an item without text is no article")
      return
    }
    #expect(error.code == .noArticle)
    #expect(id == "g2")
    #expect(entries[2].text == "نص فقط\n\n\(Self.sentence)")
  }

  @Test("Atom gives text as HTML, as XHTML or as it is")
  func atom() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة</title>
      <entry><id>a1</id><title>الأول</title><link rel="self" href="x"/><link href="https://example.org/a1"/><updated>2026-03-14T08:20:00Z</updated>
      <author><name>سلمى الحاج</name></author><content type="html">&lt;p&gt;\(Self.sentence)&lt;/p&gt;</content></entry>
      <entry><id>a2</id><title>الثاني</title><content type="xhtml"><div><p>\(Self.sentence)</p></div></content></entry></feed>
      """
    let entries = try entries(Array(feed.utf8), .feed)
    #expect(entries.map(\.text) == ["الأول\n\n\(Self.sentence)", "الثاني\n\n\(Self.sentence)"])
    #expect(entries[0].article?.metadata.author == "سلمى الحاج")
    #expect(entries[0].article?.metadata.url == "https://example.org/a1")
    #expect(entries[0].article?.metadata.date == "2026-03-14T08:20:00Z")
    #expect(entries[0].article?.metadata.language == "ar")
  }

  @Test("Entities that a feed declares come to nothing")
  func entities() throws {
    let nested = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 20))\">"
    }.joined()
    let feed = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "\(String(repeating: "a", count: 100))">\(nested)
      <!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>
      <rss><channel><item><title>&f;</title><description>قبل &e9; وبعد &f; خبر.</description></item></channel></rss>
      """
    let text = try #require(try entries(Array(feed.utf8), .feed).first).text
    #expect(!text.contains("root") && !text.contains("aaa"))
    #expect(text.contains("خبر."))
  }

  @Test("What another feed is called, whose entry is taken over, is not the entry's own")
  func sourceOfEntry() throws {
    let feed = """
      <feed><entry><id>a1</id><title>الأول</title><content type="xhtml"><div><p>\(Self.sentence)</p><p>التفاصيل <b>لاحقاً</b>.</p></div></content>
      <source><id>s1</id><title>صحيفة أخرى</title><updated>2020-01-01</updated></source></entry></feed>
      """
    let article = try #require(try entries(Array(feed.utf8), .feed).first?.article)
    #expect(article.id == "a1")
    #expect(article.metadata.date == nil)
    #expect(
      String(decoding: article.text, as: UTF8.self)
        == "الأول\n\n\(Self.sentence)\nالتفاصيل لاحقاً.")
  }

  /// What stands in the place of a description's second half, and the lines that it is read as.
  private static let malformed: [(markup: String, lines: [String])] = [
    ("<b>وأضاف الوزير.", ["\(sentence) وأضاف الوزير."]), ("<br>وأضاف الوزير.", ["وأضاف الوزير."]),
    ("</p>وأضاف الوزير.</div>", ["وأضاف الوزير."]), ("<p>وأضاف<p>الوزير.", ["وأضاف", "الوزير."]),
    ("<b><i>وأضاف</b></i> الوزير.", ["\(sentence) وأضاف الوزير."]),
    ("<img src=a.jpg>وأضاف الوزير.", ["\(sentence) وأضاف الوزير."]),
    ("<a title='a<b'>وأضاف</a> الوزير.", ["\(sentence) وأضاف الوزير."]),
    ("<hr hidden>وأضاف الوزير.", ["وأضاف الوزير."]),
    ("شركة AT&T &amp; وأخرى &#1571;.", ["\(sentence) شركة AT&T & وأخرى أ."]),
    ("&laquo;وأضاف&raquo;&nbsp;&mdash; الوزير.", ["\(sentence) «وأضاف» — الوزير."]),
    ("أقل من 5 < 6 مليون.", ["\(sentence) أقل من 5 < 6 مليون."]),
    ("<description>وأضاف الوزير.", ["وأضاف الوزير."]),
    ("<!-- لا -- شيء -->وأضاف الوزير.", ["\(sentence) وأضاف الوزير."]),
    ("<![CDATA[<p>وأضاف <br> الوزير & غيره.</p>]]></i>", ["وأضاف", "الوزير & غيره."]),
    ("]]> &#0;\u{1}وأضاف الوزير.", ["\(sentence) ]]> وأضاف الوزير."]),
  ]

  @Test("A feed whose texts are not well-formed loses no entry and no text", arguments: malformed)
  func malformedText(_ markup: String, _ lines: [String]) throws {
    let item =
      "<item><title>خبر</title><description>\(Self.sentence) \(markup)</description></item>"
    let feed = "<rss><channel>\(item)<item><title>ثان</title>\(item)\(item)</channel></rss>"
    let entries = try entries(Array(feed.utf8), .feed)
    let joined = lines[0].hasPrefix(Self.sentence) ? lines : [Self.sentence] + lines
    let text = "خبر\n\n\(joined.joined(separator: "\n"))"
    #expect(entries.map(\.text) == [text, "", text, text])
  }

  @Test(
    "A feed whose own elements are not well-formed loses no entry",
    arguments: [
      "<rss><channel>①②", "<rss><channel>②②</channel></rss>",
      "\n <?xml version='1.0'?><rss><channel>①②</channel></rss>",
      "<rss><channel>①</channel></rss><?xml version='1.0'?><rss><channel>①</channel></rss>",
      "<!DOCTYPE rss><rss version=2.0><!-- <item> --><image><title>صورة</image>①②",
      "<rss><enclosure url=a.mp3>①②<media:x></channel></rss>",
      "<rss><channel>①</item></item></p>②</channel></channel><script>1 < 2",
    ])
  func malformedFeed(_ shape: String) throws {
    let content =
      "<title>خبر</title><link>https://example.org/?a=1&b=2</link><description>\(Self.sentence)"
    let feed = shape.replacingOccurrences(of: "①", with: "<item>\(content)</description></item>")
      .replacingOccurrences(of: "②", with: "<item>\(content)")
    let found = try entries(Array(feed.utf8), .feed)
    #expect(found.map(\.text) == Array(repeating: "خبر\n\n\(Self.sentence)", count: 2))
    #expect(found.last?.article?.metadata.url == "https://example.org/?a=1&b=2")
  }

  @Test("Elements left open in hundreds of entries, and text nested deeper than any, lose nothing")
  func deepFeed() throws {
    let item = "<item><enclosure><description>\(Self.sentence)<br></description></item>"
    let feed = "<rss>\(String(repeating: item, count: 700))</rss>"
    #expect(
      try entries(Array(feed.utf8), .feed).map(\.text)
        == Array(repeating: Self.sentence, count: 700))
    let nested =
      "<feed><entry><content>\(String(repeating: "<div>", count: 400))\(Self.sentence)\(String(repeating: "</div>", count: 400))</content></entry></feed>"
    #expect(try entries(Array(nested.utf8), .feed).map(\.text) == [Self.sentence])
  }

  @Test("Markup that is not well-formed is a repair, which a strict reader refuses")
  func malformedIsNamed() throws {
    let good =
      "<rss><item><title>خبر</title><description>\(Self.sentence)</description></item></rss>"
    let document = "<w:document><w:p><w:t>\(Self.sentence)</w:t></w:p>"
    let archive = { (text: String) in ZipWriter.archive([("word/document.xml", Array(text.utf8))]) }
    for (bytes, kind, isBroken) in [
      (Array(good.utf8), InputKind.feed, false), (Array(good.dropLast(6).utf8), .feed, true),
      (archive(document + "</w:document>"), .docx, false), (archive(document), .docx, true),
    ] {
      let repairs = try bytes.withUnsafeBufferPointer { buffer in
        let read = try DocumentReader().read(buffer, kind)
        guard case .articles(let entries, _, let repairs) = read else { return [Repair]() }
        #expect(entries.first?.text.hasSuffix(Self.sentence) == true)
        return repairs
      }
      #expect(repairs == (isBroken ? [.malformedXML] : []))
      let refusal = strictly(bytes, kind)
      #expect(refusal == (isBroken ? .damagedText : nil))
    }
  }

  /// What a strict reader refuses bytes for.
  private func strictly(_ bytes: [UInt8], _ kind: InputKind) -> InputError.Code? {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(InputError) {
        _ = try DocumentReader(decoder: TextDecoder(isStrict: true)).read(buffer, kind)
        return nil
      } catch {
        return error.code
      }
    }
  }

  @Test(
    "Markup that is escaped twice is decoded once more, and named",
    arguments: [
      ("<![CDATA[①&lt;br /&gt;②]]>", "①\n②", true),
      ("&amp;lt;p&amp;gt;①&amp;lt;/p&amp;gt;②", "①\n②", true),
      ("<![CDATA[①&lt;br&gt;ربح &amp;amp; خسارة &lt; 5]]>", "①\nربح & خسارة < 5", true),
      ("<![CDATA[<p>①</p>وسم &lt;br&gt;.]]>", "①\nوسم <br>.", false),
      ("&lt;p&gt;①&lt;/p&gt;②", "①\n②", false),
      ("<![CDATA[① &lt;الأولى&gt; 5 &lt; 6]]>", "① <الأولى> 5 < 6", false),
    ])
  func escapedTwice(_ content: String, _ text: String, _ isRepaired: Bool) throws {
    func filled(_ shape: String) -> String {
      shape.replacingOccurrences(of: "①", with: Self.sentence).replacingOccurrences(
        of: "②", with: "وقال الوزير نعم.")
    }
    let feed = "<rss><item><description>\(filled(content))</description></item></rss>"
    let (found, repairs) = try Array(feed.utf8).withUnsafeBufferPointer { buffer in
      let read = try DocumentReader().read(buffer, .feed)
      guard case .articles(let entries, _, let repairs) = read else { return ("", [Repair]()) }
      return (entries.first?.text ?? "", repairs)
    }
    #expect(found == filled(text))
    #expect(repairs == (isRepaired ? [.doubleEscaping] : []))
    #expect(strictly(Array(feed.utf8), .feed) == (isRepaired ? .damagedText : nil))
  }

  @Test("A document in XML that is no feed is told so, and an empty feed")
  func noFeed() {
    #expect(code("<?xml version='1.0'?><xliff><file/></xliff>", .feed) == .unsupportedFormat)
    #expect(code("<rss><channel/></rss>", .feed) == .noArticle)
    #expect(code("<rss>" + String(repeating: "<a>", count: 100_000), .feed) == .noArticle)
  }

  private func code(_ text: String, _ kind: InputKind) -> InputError.Code? {
    (#expect(throws: InputError.self) { try entries(Array(text.utf8), kind) })?.code
  }

  // MARK: Web archives

  private func record(_ type: String, _ content: String, _ mediaType: String = "application/http")
    -> String
  {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://example.org/\(type)>\r\nContent-Type: \(mediaType)\r\n"
      + "Content-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
  }

  /// The records of an archive that comes in pieces.
  private func records(_ archive: [UInt8], piece: Int) -> [WebRecord] {
    var cutter = WebRecordCutter()
    var records: [WebRecord] = []
    for start in stride(from: 0, to: archive.count, by: piece) {
      cutter.append(archive[start..<min(start + piece, archive.count)])
      while case .record(let record) = cutter.next() { records.append(record) }
    }
    #expect(!cutter.isOpen)
    return records
  }

  @Test(
    "Records come out the same however the archive comes in", arguments: [1, 7, 1000, 1_000_000])
  func warc(_ piece: Int) throws {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>\(Self.sentence)</p>"
    let archive =
      record("warcinfo", "software: x", "application/warc-fields") + record("request", "GET /")
      + record("response", page) + record("conversion", Self.sentence, "text/plain")
    let found = records(Array(archive.utf8), piece: piece)
    #expect(found.map(\.uri) == ["https://example.org/response", "https://example.org/conversion"])
    let (body, kind) = try #require(try found[0].document())
    #expect(kind == .html)
    #expect(String(decoding: body, as: UTF8.self) == "<p>\(Self.sentence)</p>")
    #expect(try found[1].document()?.kind == .text)
  }

  @Test("A response is unpacked: chunks, status, media type")
  func http() throws {
    func document(_ head: String, _ body: String) throws -> String? {
      let content = "HTTP/1.1 \(head)\r\n\r\n\(body)"
      let record = WebRecord(
        uri: "u", isResponse: true, mediaType: "application/http", content: Array(content.utf8))
      return try record.document().map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(
      try document("200 OK\r\nTransfer-Encoding: chunked", "3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n")
        == "abcde")
    #expect(try document("200 OK\r\nTransfer-Encoding: chunked", "no chunks") == "no chunks")
    #expect(try document("200 OK\r\nContent-Type: image/png", "x") == nil)
    let error = #expect(throws: InputError.self) { try document("404 Not Found", "x") }
    #expect(error?.code == .noArticle)
  }

  @Test("A record that is too large is left out without being kept, and what is no archive ends it")
  func large() {
    var cutter = WebRecordCutter()
    cutter.append(
      Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nabc".utf8))
    guard case .refused(let error, _) = cutter.next() else {
      Issue.record("too large")
      return
    }
    #expect(error.code == .tooLarge)
    var other = WebRecordCutter()
    other.append(Array("no archive\nat all\n".utf8))
    guard case .broken = other.next() else {
      Issue.record("no archive")
      return
    }
  }

  // MARK: Compressed data

  @Test("What is damaged, or inflates beyond its limit, is refused")
  func gzip() throws {
    // 1,000 zeroes, by zlib.
    let zeroes: [UInt8] = [
      0x78, 0x9C, 0x63, 0x60, 0x18, 0x05, 0xA3, 0x60, 0x14, 0x0C, 0x77, 0x00, 0x00, 0x03, 0xE8,
      0x00,
      0x01,
    ]
    #expect(try GzipReader.inflate(zeroes[...], limit: 1000)?.count == 1000)
    #expect(try GzipReader.inflate(zeroes[...], limit: 999) == nil)
    #expect(
      try GzipReader.inflate(
        [0x1F, 0x8B, 0x08, 0x00, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 0xFF], limit: 1000)
        == nil)
    #expect(try GzipReader.inflate([], limit: 10) == [])
  }

  // MARK: DOCX

  @Test("A document gives its title, headings and paragraphs")
  func docx() throws {
    let document = """
      <?xml version="1.0"?><w:document xmlns:w="x"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>عنوان الوثيقة</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>مقدمة</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">قال </w:t></w:r><w:del><w:r><w:t>محذوف</w:t></w:r></w:del><w:r><w:tab/><w:t>الوزير نعم.</w:t></w:r></w:p><w:p/></w:body></w:document>
      """
    let archive = ZipWriter.archive([("word/document.xml", Array(document.utf8))])
    let article = try #require(try entries(archive, .docx).first)
    #expect(article.text == "عنوان الوثيقة\n\nمقدمة\nقال الوزير نعم.")
  }

  /// An OpenDocument text of a body.
  private static func odt(_ body: String, styles: String = "", kind: String = "text") -> [UInt8] {
    let document = """
      <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s">
      <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:\(kind)>\(body)</office:\(kind)></office:body>
      </office:document-content>
      """
    return ZipWriter.archive([
      ("mimetype", Array("application/vnd.oasis.opendocument.\(kind)".utf8)),
      ("content.xml", Array(document.utf8)),
    ])
  }

  @Test(
    "An OpenDocument text gives its title, headings and paragraphs",
    arguments: [
      (
        "<text:p text:style-name='Title'>عنوان</text:p><text:h text:outline-level='1'>مقدمة</text:h><text:p>قال الوزير نعم.</text:p>",
        "عنوان\n\nمقدمة\nقال الوزير نعم."
      ),
      (
        "<text:p text:style-name='P1'>عنوان</text:p><text:p text:style-name='P2'>نص.</text:p>",
        "عنوان\n\nنص."
      ),
      ("<text:h>عنوان</text:h><text:p>نص.</text:p>", "عنوان\n\nنص."),
      (
        "<text:p>قال<text:s text:c='2'/>الوزير<text:tab/>نعم.<text:line-break/>ثم <text:span>خرج</text:span>.</text:p>",
        "قال الوزير نعم.\nثم خرج."
      ),
      (
        "<text:p>قال<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body></text:note> الوزير نعم.</text:p>",
        "قال الوزير نعم."
      ),
      (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>قال <office:annotation><dc:creator>هدى</dc:creator><text:p>تعليق</text:p></office:annotation>نعم.</text:p>",
        "قال نعم."
      ),
      (
        "<text:table-of-content><text:index-body><text:p>الفصل 1</text:p></text:index-body></text:table-of-content><text:p>نص.</text:p>",
        "نص."
      ),
      (
        "<text:p>قبل <draw:frame><svg:desc>وصف الصورة</svg:desc><draw:text-box><text:p>في الإطار.</text:p></draw:text-box></draw:frame>بعد.</text:p>",
        "قبل\nفي الإطار.\nبعد."
      ),
      (
        "<text:list><text:list-item><text:p>أولا.</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>خلية</text:p></table:table-cell></table:table-row></table:table>",
        "أولا.\nخلية"
      ),
    ])
  func openDocument(_ body: String, _ text: String) throws {
    let styles =
      "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Title'/>"
      + "<style:style style:name='P2' style:family='paragraph' style:parent-style-name='Standard'/>"
    let found = try entries(Self.odt(body, styles: styles), .odt)
    #expect(found.map(\.text) == [text])
  }

  @Test(
    "What is no OpenDocument text is refused, and what would fill the memory",
    arguments: [
      (odt("<table:table/>", kind: "spreadsheet"), InputError.Code.unsupportedFormat),
      (odt(""), .emptyInput),
      (ZipWriter.archive([("word/document.xml", Array("<w:p/>".utf8))]), .unsupportedFormat),
      (ZipWriter.archive([("content.xml", [0x8F, 0x01, 0x3C])]), .unsupportedFormat),
      (ZipWriter.archive([("content.xml", [])]), .unsupportedFormat),
      (ZipWriter.archive([("../content.xml", Array("<a/>".utf8))]), .unsafeArchive),
      (Array(odt("<text:p>نص</text:p>").dropLast(30)), .unsupportedFormat),
      (odt("<text:p>" + String(repeating: "نص ", count: 40_000) + "</text:p>"), .tooLarge),
    ])
  func badOpenDocument(_ bytes: [UInt8], _ code: InputError.Code) {
    let error = bytes.withUnsafeBufferPointer { buffer in
      #expect(throws: InputError.self) {
        _ = try DocumentReader(limit: SizeLimit(bytes: 1 << 16)).read(buffer, .odt)
      }
    }
    #expect(error?.code == code)
  }

  @Test("Hostile OpenDocument texts come to an end, and give what they hold")
  func hostileOpenDocument() throws {
    let deep = String(repeating: "<text:p>", count: 100_000) + "نص"
    #expect((try? entries(Self.odt(deep), .odt))?.count ?? 1 == 1)
    let closed = String(repeating: "</text:note></text:p>", count: 50_000)
    #expect((try? entries(Self.odt("<text:p>نص." + closed), .odt))?.first?.text == "نص.")
    let bomb =
      "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><office:text><text:p>نص.&b;</text:p></office:text>"
    let archive = ZipWriter.archive([("content.xml", Array(bomb.utf8))])
    #expect((try? entries(archive, .odt))?.first?.text == "نص.")
    let styles = (0..<50_000).map {
      "<style:style style:name='P\($0)' style:parent-style-name='Title'/>"
    }.joined()
    let titled = Self.odt("<text:p text:style-name='P49999'>عنوان</text:p>", styles: styles)
    #expect(try entries(titled, .odt).first?.article?.metadata.headline == "عنوان")
  }

  @Test(
    "An archive that is no document, or unsafe, is refused",
    arguments: [
      ("../evil.xml", InputError.Code.unsafeArchive), ("/etc/passwd", .unsafeArchive),
      ("a/../../b", .unsafeArchive),
      ("C:\\x", .unsafeArchive), ("word/other.xml", .unsupportedFormat),
      ("..hidden", .unsupportedFormat),
    ])
  func badArchive(_ name: String, _ code: InputError.Code) {
    let error = #expect(throws: InputError.self) {
      try entries(ZipWriter.archive([(name, [0x61])]), .docx)
    }
    #expect(error?.code == code)
  }

  @Test("A cut archive is refused")
  func cutArchive() {
    let archive = ZipWriter.archive([("word/document.xml", Array("<w:p/>".utf8))])
    for count in [4, 30, archive.count / 2, archive.count - 1] {
      #expect(throws: InputError.self) { try entries(Array(archive[..<count]), .docx) }
    }
    #expect(throws: InputError.self) { try entries([], .docx) }
  }
}

/// Writes archives with stored members, as small as they can be.
private enum ZipWriter {
  static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let offset = archive.count
      let sizes = word(crc(bytes)) + word(bytes.count) + word(bytes.count)
      let head =
        half(20) + half(0) + half(0) + half(0) + half(0) + sizes + half(name.utf8.count) + half(0)
      archive += [0x50, 0x4B, 0x03, 0x04] + head + Array(name.utf8) + bytes
      directory +=
        [0x50, 0x4B, 0x01, 0x02] + half(20) + head + half(0) + half(0) + half(0) + word(0)
        + word(offset) + Array(name.utf8)
    }
    return archive + directory + [0x50, 0x4B, 0x05, 0x06] + word(0) + half(members.count)
      + half(members.count)
      + word(directory.count) + word(archive.count) + half(0)
  }

  private static func half(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }
  private static func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(crc ^ 0xFFFF_FFFF)
  }
}
