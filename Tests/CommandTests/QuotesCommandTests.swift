import Foundation
import TestSupport
import Testing

/// `mujaz quotes`.
@Suite struct QuotesCommandTests {
  /// A man and a woman, one clause and one in marks, a denial and an agency.
  static let article = """
    افتتاح المرحلة الثانية من الجسر

    قال وزير النقل سالم العلي لوكالة رويترز إن الجسر سيفتح غدا، مضيفا أن الفحص انتهى.

    وقالت المهندسة هند سعيد: «العمل كان شاقا طوال الشتاء».

    ونفى العلي أن تكون الكلفة قد ارتفعت.
    """

  private func records(_ options: String...) throws -> [QuoteRecord.Quote] {
    let output = try success(["quotes", "--format", "json"] + options, input: Self.article.utf8)
      .output
    return try (decode(output) as QuoteRecord).quotes
  }

  private func text(_ options: String...) throws -> String {
    try success(["quotes"] + options, input: Self.article.utf8).text
  }

  // MARK: JSON

  @Test("Every text is what stands at its offsets")
  func verbatim() throws {
    for quote in try records() {
      for span in [
        Optional(quote.span), quote.speaker?.span, quote.cue, quote.medium, quote.attribution?.span,
      ].compactMap(\.self) {
        #expect(bytes(of: Self.article, span.start, span.end) == Array(span.text.utf8))
      }
    }
  }

  @Test("Who said what, with which verb")
  func quotes() throws {
    let quotes = try records()
    #expect(quotes.map(\.kind) == ["indirect", "indirect", "direct", "indirect"])
    #expect(quotes.map(\.cue?.text) == ["قال", "مضيفا", "وقالت", "ونفى"])
    #expect(quotes.map(\.canonical) == ["سالم العلي", "سالم العلي", "هند سعيد", "سالم العلي"])
    #expect(quotes.map(\.negated) == [false, false, false, true])
    #expect(quotes.map(\.medium?.text) == ["لوكالة رويترز", nil, nil, nil])
    #expect(quotes[0].speaker?.role == "وزير النقل")
    #expect(quotes[3].speaker?.text == "العلي")
    #expect(quotes.allSatisfy { $0.confidence == "high" })
  }

  @Test("JSON names everybody of the article, with titles and places, whatever is chosen")
  func people() throws {
    let output = try success(
      ["quotes", "--format", "json", "--kind", "mixed"], input: Self.article.utf8
    ).output
    let people = try (decode(output) as QuoteRecord).people ?? []
    #expect(people.map(\.name) == ["سالم العلي", "هند سعيد"])
    #expect(people.map(\.kind) == ["person", "person"])
    #expect(people.map { $0.roles.map(\.text) } == [["وزير النقل"], ["المهندسة"]])
    #expect(people.map { $0.mentions.map(\.text) } == [["سالم العلي", "العلي"], ["هند سعيد"]])
    for span in people.flatMap({ $0.roles + $0.mentions }) {
      #expect(bytes(of: Self.article, span.start, span.end) == Array(span.text.utf8))
    }
    let lines = try success(["quotes", "--format", "jsonl"], input: Self.article.utf8).output
    #expect(try (decode(lines) as QuoteRecord).people == nil)
  }

  // MARK: Choosing

  @Test("--kind takes one kind or several")
  func kinds() throws {
    #expect(try records("--kind", "direct").map(\.kind) == ["direct"])
    #expect(try records("--kind", "direct", "--kind", "indirect").count == 4)
    #expect(try records("--kind", "mixed").isEmpty)
  }

  @Test(
    "--speaker finds a name in any spelling, and a role",
    arguments: ["العلي", "علي", "سَالِم", "وزير النقل"])
  func speaker(_ name: String) throws {
    #expect(
      try records("--speaker", name).map(\.canonical) == Array(repeating: "سالم العلي", count: 3))
  }

  @Test("--context gives the words around")
  func context() throws {
    let quote = try #require(try records("--context", "2", "--kind", "direct").first)
    #expect(quote.before == "هند سعيد: «")
    #expect(quote.after == "».\n\nونفى العلي")
  }

  // MARK: Formats

  @Test("Text is a block for every quotation: speaker, verb, words")
  func blocks() throws {
    #expect(
      try text("--kind", "direct") == "هند سعيد، المهندسة — وقالت — «العمل كان شاقا طوال الشتاء»\n")
    #expect(try text().components(separatedBy: "\n\n").count == 4)
  }

  @Test(
    "What an article reports in its own words has no marks, and keeps its أن",
    arguments: [
      ("ونفى صاحب المخزن حسن الديك أن يكون قد أُبلغ بالخطر.", "ونفى — أن يكون قد أُبلغ بالخطر"),
      ("ووعد المدير حسن الديك بأن تبدأ الأعمال غدا.", "ووعد — بأن تبدأ الأعمال غدا"),
      ("وأشار المدير حسن الديك إلى أنّ الجسر آمن.", "وأشار — إلى أنّ الجسر آمن"),
      ("وقال المدير حسن الديك إنه تأخر كثيرا.", "وقال — إنه تأخر كثيرا"),
      ("وأكد المدير حسن الديك أنهن عاملات في البلدية.", "وأكد — أنهن عاملات في البلدية"),
      ("ولم يستبعد المدير حسن الديك أن يتأخر العمل.", "ولم يستبعد — أن يتأخر العمل"),
      ("وبحسب المدير حسن الديك، فإن الجسر آمن تماما.", "وبحسب — الجسر آمن تماما"),
      (
        "وقال المدير حسن الديك إن الجسر «آمن تماما ولا خطر» في الشتاء.",
        "وقال — إن الجسر «آمن تماما ولا خطر» في الشتاء"
      ),
      (
        "وقال المدير حسن الديك إن: \"الوضع صعب جدا\" في هذه الأيام.",
        "وقال — إن: \"الوضع صعب جدا\" في هذه الأيام"
      ),
      ("وقال المدير حسن الديك إن «الوضع صعب جدا».", "وقال — «الوضع صعب جدا»"),
    ])
  func reported(_ article: String, _ shown: String) throws {
    let text = try success(["quotes"], input: article.utf8).text
    #expect(text.hasPrefix("حسن الديك، ") && text.hasSuffix(" — \(shown)\n"), "\(text)")
    let parts = shown.components(separatedBy: " — ")
    let markdown = try success(["quotes", "--format", "markdown"], input: article.utf8).text
    #expect(markdown.hasPrefix("> \(parts[1])\n>\n> — **حسن الديك**، "), "\(markdown)")
    #expect(markdown.hasSuffix(" (\(parts[0]))\n"), "\(markdown)")
  }

  @Test("With --context, lines or bold letters part what is reported from what stands around it")
  func reportedContext() throws {
    let options = ["--speaker", "علي", "--context", "2"]
    let article = "وقال المدير سالم العلي إن الجسر آمن، مضيفا أن الفحص انتهى."
    let text = try success(["quotes"] + options, input: article.utf8).text
    #expect(
      text.components(separatedBy: "\n").first
        == "سالم العلي، المدير — وقال — … سالم العلي | إن الجسر آمن |، مضيفا أن …")
    let markdown = try success(["quotes", "--format", "markdown"] + options, input: article.utf8)
    #expect(markdown.text.hasPrefix("> سالم العلي **إن الجسر آمن**، مضيفا أن\n"))
  }

  @Test("Whoever is inferred stands in square brackets, and who is not sure has a question mark")
  func uncertain() throws {
    let article =
      "قال المدير سالم العلي إن الجسر آمن.\n\nوأضاف: «العبور مجاني للجميع».\n\nوقال دباغ إن الجسر ضيق."
    #expect(
      try success(["quotes"], input: article.utf8).text == """
        سالم العلي، المدير — قال — إن الجسر آمن

        [سالم العلي]، المدير — وأضاف — «العبور مجاني للجميع»

        دباغ (؟) — وقال — إن الجسر ضيق

        """)
    #expect(
      try success(["quotes", "--format", "markdown"], input: article.utf8).text == """
        > إن الجسر آمن
        >
        > — **سالم العلي**، المدير (قال)

        > «العبور مجاني للجميع»
        >
        > — \\[**سالم العلي**\\]، المدير (وأضاف)

        > إن الجسر ضيق
        >
        > — **دباغ** (؟) (وقال)

        """)
  }

  @Test("Markdown quotes and names")
  func markdown() throws {
    #expect(
      try text("--kind", "direct", "--format", "markdown")
        == "> «العمل كان شاقا طوال الشتاء»\n>\n> — **هند سعيد**، المهندسة (وقالت)\n")
  }

  @Test("A table has a head line, also without a row", arguments: ["csv", "tsv"])
  func tables(_ format: String) throws {
    #expect(try text("--format", format).split(whereSeparator: \.isNewline).count == 5)
    let empty = try success(["quotes", "--format", format], input: "لا شيء هنا.".utf8).text
    #expect(empty.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test("No field of a table is a formula")
  func formulas() throws {
    let article = "عنوان الخبر هنا\n\nقال سالم العلي: «=HYPERLINK(1) هذا هو الرابط الجديد»."
    let csv = try success(["quotes", "--format", "csv"], input: article.utf8).text
    #expect(csv.contains("\"'=HYPERLINK(1)"))
    let tsv = try success(["quotes", "--format", "tsv"], input: article.utf8).text
    #expect(tsv.contains("\t'=HYPERLINK(1)"))
  }

  @Test(
    "No field is one in full width, either", arguments: ["csv", "tsv"], ["＝", "＋", "－", "＠"])
  func fullWidthFormulas(_ format: String, _ sign: String) throws {
    let article = "عنوان الخبر هنا\n\nقال سالم العلي: «\(sign)SUM(1) هذا هو الرابط الجديد»."
    let table = try success(["quotes", "--format", format], input: article.utf8).text
    #expect(table.contains((format == "csv" ? ",\"'" : "\t'") + sign + "SUM(1)"))
  }

  @Test("What only begins like one of those is left as it is")
  func fullWidthLetters() throws {
    let article = "عنوان الخبر هنا\n\nقال سالم العلي: «Ａ هذا هو الرابط الجديد»."
    #expect(
      try success(["quotes", "--format", "csv"], input: article.utf8).text.contains("\"Ａ هذا"))
  }

  @Test("CSV begins with a byte order mark where one is wanted, wherever it goes")
  func byteOrderMark() throws {
    let article = "قال سالم العلي إن المدرسة جاهزة."
    let plain = try success(["quotes", "--format", "csv"], input: article.utf8).output
    let marked = try success(["quotes", "--format", "csv", "--bom"], input: article.utf8).output
    #expect(marked == Data([0xEF, 0xBB, 0xBF]) + plain)
    let folder = try TemporaryFolder()
    _ = try success(
      ["quotes", "--format", "csv", "--bom", "-o", folder.path("a.csv")], input: article.utf8)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("a.csv"))) == marked)
    expectDiagnostic(try Tool.run(["quotes", "--bom"], input: article.utf8), 64)
  }

  @Test(
    "Every format gives the same bytes for every number of jobs",
    arguments: ["text", "jsonl", "csv", "tsv", "markdown"])
  func jobs(_ format: String) throws {
    let line = try JSONSerialization.data(withJSONObject: ["text": Self.article])
    let input = Array(repeating: line + [0x0A], count: 400).joined()
    let one = try success(["quotes", "--format", format, "--jobs", "1"], input: input)
    let three = try success(["quotes", "--format", format, "--jobs", "3"], input: input)
    #expect(one.output == three.output)
    #expect(!one.output.isEmpty)
  }

  @Test("Text and Markdown of the other commands do too")
  func otherJobs() throws {
    let line = try JSONSerialization.data(withJSONObject: ["text": Self.article])
    let input = Array(repeating: line + [0x0A], count: 400).joined()
    for command in [["segment", "--format", "text"], ["brief", "--format", "markdown"]] {
      let one = try success(command + ["--jobs", "1"], input: input)
      let three = try success(command + ["--jobs", "3"], input: input)
      #expect(one.output == three.output, "\(command)")
    }
  }

  // MARK: Wrong usage

  @Test(
    "Options that can't be",
    arguments: [
      ["--kind", "loud"], ["--context", "-1"], ["--speaker", "…"], ["--format", "xml"],
      ["--on-error", "record", "--format", "csv"],
    ])
  func usage(_ options: [String]) throws {
    let ended = try Tool.run(["quotes"] + options, input: Self.article.utf8)
    #expect(ended.status == .code(64))
  }

  // MARK: The brief

  @Test("A brief lists the quotations it holds; --quotes 0 asks for none")
  func brief() throws {
    func quotes(_ options: String...) throws -> [QuoteRecord.Quote] {
      let output = try success(["brief", "--format", "json"] + options, input: Self.article.utf8)
        .output
      return try (decode(output) as QuoteRecord).quotes
    }
    #expect(try !quotes().isEmpty)
    #expect(try quotes("--quotes", "0").isEmpty)
    #expect(
      try Tool.run(["brief", "--quotes", "-1"], input: Self.article.utf8).status == .code(64))
  }
}

/// What `mujaz quotes` writes as JSON.
private struct QuoteRecord: Decodable {
  struct Span: Decodable {
    var text: String
    var start: Int
    var end: Int
  }

  struct Entity: Decodable {
    var name: String
    var kind: String
    var roles: [Span]
    var mentions: [Span]
  }

  struct Speaker: Decodable {
    var text: String
    var start: Int
    var end: Int
    var kind: String
    var role: String?
    var span: Span { Span(text: text, start: start, end: end) }
  }

  struct Quote: Decodable {
    var kind: String
    var text: String
    var start: Int
    var end: Int
    var speaker: Speaker?
    var canonical: String?
    var attribution: Speaker?
    var cue: Span?
    var negated: Bool
    var medium: Span?
    var confidence: String
    var before: String?
    var after: String?
    var span: Span { Span(text: text, start: start, end: end) }
  }

  var people: [Entity]?
  var quotes: [Quote]
}
