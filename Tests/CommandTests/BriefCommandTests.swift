import Foundation
import TestSupport
import Testing

/// `mujaz brief`.
@Suite struct BriefCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func brief(_ text: String, _ options: String...) throws -> BriefRecord {
    try decode(success(["brief", "--format", "json"] + options, input: text.utf8).output)
  }

  /// The briefs of all articles.
  private func briefs(
    _ options: String...
  ) throws -> [(article: ArticleFixture, record: BriefRecord)] {
    try Sample.lines(["brief", "--format", "jsonl"] + options).map {
      ($0.article, try decode($0.line.utf8))
    }
  }

  // MARK: Formats

  @Test("As text a brief is one line without any kind of line break")
  func text() throws {
    let breaks = "\t\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars
    for (article, line) in try Sample.lines(["brief"]) {
      #expect(!line.isEmpty, "\(article)")
      #expect(line.unicodeScalars.allSatisfy { !breaks.contains($0) }, "\(article)")
    }
  }

  @Test("As JSON a file's brief has the path as id and the text as source")
  func json() throws {
    let file = try folder.write(Sample.long.utf8, to: "article.txt")
    let output = try success(["brief", "--format", "json", file]).output
    #expect(try decode(output, as: Identified<String>.self).id == file)
    let source = try decode(output, as: BriefRecord.self).source
    #expect(source.map { Array($0.utf8) } == Array(Sample.long.utf8))
  }

  @Test("As JSON Lines a brief is one line without the source")
  func jsonLines() throws {
    let lines = try success(["brief", "--format", "jsonl"], input: Sample.long.utf8).lines
    #expect(lines.count == 1)
    #expect(try decode(lines.joined().utf8, as: BriefRecord.self).source == nil)
  }

  @Test("All formats hold the same brief")
  func sameBrief() throws {
    let text = try success(["brief"], input: Sample.long.utf8).lines.first
    #expect(try brief(Sample.long).brief == text)
    let markdown = try success(["brief", "--format", "markdown"], input: Sample.long.utf8).lines
    #expect(markdown.last == text)
  }

  @Test("Markdown has the record's title as heading")
  func markdownTitle() throws {
    let record = #"{"title":"عنوان الخبر","text":"\#(Sample.sentence)"}"#
    let text = try success(["brief", "--format", "markdown"], input: record.utf8).text
    #expect(text == "## عنوان الخبر\n\n\(Sample.sentence)\n")
  }

  @Test("What would be markup is escaped in Markdown")
  func markdownEscapes() throws {
    let article = "افتتح الوزير *المدرسة* الجديدة <b> صباح_اليوم في `الحي` القديم."
    let text = try success(
      ["brief", "--condense", "none", "--format", "markdown"], input: article.utf8
    ).text
    #expect(
      text == #"افتتح الوزير \*المدرسة\* الجديدة \<b\> صباح\_اليوم في \`الحي\` القديم."# + "\n")
  }

  // MARK: What a brief is

  @Test("Sentences are verbatim bytes of the text, in its order")
  func verbatim() throws {
    for (article, record) in try briefs() {
      var end = 0
      for sentence in record.sentences {
        #expect(bytes(of: article.text, sentence.start, sentence.end) == Array(sentence.text.utf8))
        #expect(sentence.start >= end)
        end = sentence.end
      }
    }
  }

  @Test("A brief is what is kept of its sentences and nothing else", arguments: Condense.all)
  func paragraph(_ condense: String) throws {
    for (article, record) in try briefs("--condense", condense) where record.insertions.isEmpty {
      let sentences = record.sentences.map { sentence in
        let kept = sentence.kept.compactMap { bytes(of: article.text, $0.start, $0.end) }
        return String(decoding: kept.joined(), as: UTF8.self)
          .replacingOccurrences(of: "\n", with: " ")
      }
      #expect(record.brief == sentences.joined(separator: " "), "\(article)")
    }
  }

  @Test("With --condense none sentences are whole, and that is not what is done without it")
  func condense() throws {
    for (article, record) in try briefs("--condense", "none") {
      for sentence in record.sentences {
        let whole = BriefRecord.Span(start: sentence.start, end: sentence.end)
        #expect(sentence.kept == [whole], "\(article)")
      }
    }
    // A dateline goes whatever the budget.
    #expect(
      try briefs().contains { $0.record.sentences.contains { $0.kept.first?.start != $0.start } })
  }

  @Test("--marks shows what was left out, and JSON has no room for marks")
  func marks() throws {
    let text =
      "بيروت (رويترز) - أعلنت الشركة أرباح العام أمس، مشيرة إلى نمو المبيعات في الأسواق الآسيوية."
    let short = ["brief", "--words", "6"]
    #expect(try success(short, input: text.utf8).text == "أعلنت الشركة أرباح العام أمس.\n")
    #expect(
      try success(short + ["--marks"], input: text.utf8).text
        == "أعلنت الشركة أرباح العام أمس ….\n")
    expectDiagnostic(
      try Tool.run(["brief", "--marks", "--format", "json"], input: text.utf8), 64)
  }

  @Test("A line break of any kind inside a sentence is a space in the brief")
  func lineBreaks() throws {
    let wrapped = try brief(Sample.wrapped)
    #expect(wrapped.sentences.contains { $0.text.contains("\n") })
    for separator in ["\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", " \n "] {
      let other = Sample.wrapped.replacingOccurrences(of: "\n", with: separator)
      let scalars = separator.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(
        try success(["brief"], input: other.utf8).text == wrapped.brief + "\n", "\(scalars)")
    }
  }

  @Test("A speaker who is named elsewhere is inserted in square brackets")
  func insertion() throws {
    let article = """
      وصل وزير الصحة أحمد الراشد إلى المدينة صباح اليوم. قال مدير المستشفى سالم الحربي إن المبنى الجديد \
      سيفتتح الشهر المقبل في العاصمة بعد أعمال دامت خمسة أعوام وشارك فيها مئات المهندسين والعمال من ثلاث محافظات. \
      وأضاف أن المستشفى يضم 200 سرير و30 غرفة للعمليات و12 مختبرا في الرياض.
      """
    let record = try brief(article, "--words", "30", "--condense", "none")
    let insertion = try #require(record.insertions.first)
    #expect(insertion.text == "مدير المستشفى سالم الحربي")
    #expect(bytes(of: article, insertion.start, insertion.end) == Array(insertion.text.utf8))
    let sentence = try #require(record.sentences.dropFirst(insertion.sentence).first)
    let bracketed = "[\(insertion.text)] \(sentence.text)"
    #expect(
      bytes(of: record.brief, insertion.offset, insertion.offset + bracketed.utf8.count)
        == Array(bracketed.utf8))
  }

  @Test("A byte order mark is no part of the source")
  func byteOrderMark() throws {
    let record = try brief("\u{FEFF}" + Sample.short)
    #expect(record.source.map { Array($0.utf8) } == Array(Sample.short.utf8))
    #expect(record.sentences.first?.start == 0)
  }

  @Test("A record without a sentence has an empty brief")
  func noSentence() throws {
    let ended = try success(["brief", "--format", "jsonl"], input: #"{"text":""}"#.utf8)
    let record = try decode(ended.output, as: BriefRecord.self)
    #expect(record.brief.isEmpty && record.sentences.isEmpty)
  }

  @Test("A record without a sentence is an empty line as text")
  func emptyLine() throws {
    let records = #"{"text":""}"# + "\n" + #"{"text":"\#(Sample.sentence)"}"#
    #expect(try success(["brief"], input: records.utf8).lines == ["", Sample.sentence])
  }

  @Test("Locale, time zone and home change nothing")
  func surroundings() throws {
    let plain = try Tool.run(["brief"], input: Sample.long.utf8)
    let other = try Tool.run(
      ["brief"], input: Sample.long.utf8,
      environment: ["LC_ALL": "ar_EG.UTF-8", "TZ": "Asia/Riyadh", "HOME": "/nonexistent"])
    #expect(plain.output == other.output)
  }

  // MARK: Budgets

  @Test("Without a budget a brief has at most three sentences")
  func standardBudget() throws {
    for (article, record) in try briefs() {
      #expect((1...3).contains(record.sentences.count), "\(article)")
    }
  }

  @Test("--sentences counts sentences", arguments: [1, 2, 5, 8])
  func sentences(_ count: Int) throws {
    #expect(try brief(Sample.long, "--sentences", "\(count)").sentences.count == count)
  }

  @Test("--words limits the words and not the sentences")
  func words() throws {
    let record = try brief(Sample.long, "--words", "150")
    #expect(wordCount(record.brief) <= 150)
    #expect(record.sentences.count > 3)
  }

  @Test("--sentences does not limit the words")
  func sentencesAlone() throws {
    #expect(wordCount(try brief(Sample.long, "--sentences", "8").brief) > 80)
  }

  @Test("--ratio limits the share of words and not the sentences")
  func ratio() throws {
    let record = try brief(Sample.long, "--ratio", "0.2")
    #expect(Double(wordCount(record.brief)) <= 0.2 * Double(wordCount(Sample.long)))
    #expect(record.sentences.count > 3)
  }

  @Test(
    "One sentence comes however small the budget is",
    arguments: [["--words", "1"], ["--ratio", "0.01"]])
  func smallBudget(_ budget: [String]) throws {
    let output = try success(["brief", "--format", "json"] + budget, input: Sample.short.utf8)
      .output
    #expect(try decode(output, as: BriefRecord.self).sentences.count == 1)
  }

  @Test(
    "Two budgets are a wrong command line",
    arguments: [
      ["--sentences", "1", "--words", "2"], ["--words", "2", "--ratio", "0.5"],
      ["--sentences", "1", "--ratio", "0.5"],
    ])
  func twoBudgets(_ budgets: [String]) throws {
    expectDiagnostic(
      try Tool.run(["brief"] + budgets), 64, saying: "--sentences, --words and --ratio")
  }

  @Test(
    "A budget that is none is a wrong command line",
    arguments: [
      ["--sentences", "0"], ["--words", "0"], ["--words=-5"], ["--ratio", "0"], ["--ratio", "1.5"],
      ["--ratio", "nan"], ["--sentences", "three"],
    ])
  func badBudget(_ budget: [String]) throws {
    expectDiagnostic(try Tool.run(["brief"] + budget), 64, saying: "--")
  }

  // MARK: Methods and explanations

  @Test("Every method makes a verbatim brief", arguments: ["mujaz", "lead", "tfidf", "lexrank"])
  func method(_ name: String) throws {
    let record = try brief(Sample.long, "--method", name)
    #expect(!record.sentences.isEmpty)
    for sentence in record.sentences {
      #expect(bytes(of: Sample.long, sentence.start, sentence.end) == Array(sentence.text.utf8))
    }
  }

  @Test("lead takes the first sentences")
  func lead() throws {
    let record = try brief(Sample.long, "--method", "lead", "--explain")
    let ranking = try #require(record.ranking)
    #expect(record.sentences.map(\.index) == ranking.prefix(3).map(\.index))
  }

  @Test("--explain ranks in JSON every sentence that might have been chosen")
  func explainedJSON() throws {
    let record = try brief(Sample.long, "--explain")
    let ranking = try #require(record.ranking)
    let ranked = Dictionary(uniqueKeysWithValues: ranking.map { ($0.index, $0.score) })
    #expect(ranking.count > record.sentences.count)
    #expect(record.sentences.allSatisfy { ranked[$0.index] == $0.score })
  }

  @Test("Without --explain there is no ranking")
  func unexplained() throws {
    #expect(try brief(Sample.short).ranking == nil)
  }

  @Test("--explain shows as text a table that stars the chosen sentences")
  func explainedText() throws {
    let record = try brief(Sample.long, "--explain")
    let lines = try success(["brief", "--explain"], input: Sample.long.utf8).lines
    #expect(lines.first == record.brief)
    let rows = lines.dropFirst(3)
    #expect(rows.count == record.ranking?.count)
    #expect(rows.filter { $0.hasPrefix("*") }.count == record.sentences.count)
  }

  @Test("--explain shows in Markdown a table")
  func explainedMarkdown() throws {
    let lines = try success(
      ["brief", "--explain", "--format", "markdown"], input: Sample.short.utf8
    ).lines
    #expect(lines.contains("| index | position | salience | centrality | title | score |"))
    #expect(lines.filter { $0.hasPrefix("| ") }.count == 2 + 2)
  }

  // MARK: Several articles

  @Test("Several files are briefed in the order of the operands, a line each")
  func severalFiles() throws {
    let long = try folder.write(Sample.long.utf8, to: "a.txt")
    let short = try folder.write(Sample.short.utf8, to: "b.txt")
    let both = try success(["brief", short, long]).text
    #expect(try both == success(["brief", short]).text + success(["brief", long]).text)
  }

  @Test("With --headline every brief stands below its headline, or the article's name")
  func headlines() throws {
    let record = #"{"id":"a","title":"عنوان الخبر","text":"\#(Sample.sentence)"}"#
    let untitled = #"{"id":"b","text":"\#(Sample.sentence)"}"#
    let output = try success(
      ["brief", "--headline", "--input", "jsonl"], input: "\(record)\n\(untitled)\n".utf8)
    #expect(output.text == "عنوان الخبر\n\(Sample.sentence)\n\nb\n\(Sample.sentence)\n")
    let markdown = ["brief", "--format", "markdown", "--input", "jsonl"]
    let input = "\(record)\n\(untitled)\n"
    let headline = "## عنوان الخبر\n\n\(Sample.sentence)\n\n"
    #expect(
      try success(markdown + ["--headline"], input: input.utf8).text
        == headline + "## b\n\n\(Sample.sentence)\n")
    #expect(
      try success(markdown, input: input.utf8).text == headline + "\(Sample.sentence)\n")
  }

  @Test("--headline is nothing for JSON, which has the headline", arguments: ["json", "jsonl"])
  func headlineFormats(_ format: String) throws {
    let ended = try Tool.run(["brief", "--headline", "--format", format], input: Sample.short.utf8)
    #expect(ended.status == .code(64))
  }

  @Test("Several files are an array as JSON")
  func severalFilesAsJSON() throws {
    let files = [
      try folder.write(Sample.long.utf8, to: "a.txt"),
      try folder.write(Sample.short.utf8, to: "b.txt"),
    ]
    let output = try success(["brief", "--format", "json"] + files).output
    #expect(try decode(output, as: [Identified<String>].self).map(\.id) == files)
    #expect(
      try decode(output, as: [BriefRecord].self).map(\.source) == [Sample.long, Sample.short])
  }

  @Test("Records are an array as JSON, without their texts")
  func recordsAsJSON() throws {
    let records = Sample.records(3).joined()
    let output = try success(["brief", "--format", "json"], input: records.utf8).output
    #expect(try decode(output, as: [Identified<Int>].self).map(\.id) == [0, 1, 2])
    #expect(try decode(output, as: [BriefRecord].self).allSatisfy { $0.source == nil })
  }

  @Test("No records are an empty array as JSON")
  func noRecords() throws {
    let output = try success(["brief", "--input", "jsonl", "--format", "json"]).output
    #expect(try decode(output, as: [BriefRecord].self).isEmpty)
  }

  @Test("- is standard input among other operands")
  func standardInput() throws {
    let file = try folder.write(Sample.long.utf8, to: "a.txt")
    let ended = try success(["brief", "--format", "jsonl", file, "-"], input: Sample.short.utf8)
    #expect(
      try ended.lines.map { try decode($0.utf8, as: Identified<String>.self).id } == [file, "-"])
  }

  @Test("-- ends the options")
  func endOfOptions() throws {
    try folder.write(Sample.short.utf8, to: "--explain")
    let ended = try Tool.shell(#"exec "$MUJAZ" brief -- --explain"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.lines.count == 1)
  }

  @Test("--input text takes JSON for text")
  func forcedText() throws {
    let record = #"{"text":"\#(Sample.sentence)"}"#
    #expect(try success(["brief", "--input", "text"], input: record.utf8).text == record + "\n")
  }
}

/// Words as budgets count them: runs of letters, digits and marks.
private func wordCount(_ text: String) -> Int {
  text.unicodeScalars.split { scalar in
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }.count
}

/// The values of `--condense`.
private enum Condense {
  static let all = ["none", "safe", "full"]
}
