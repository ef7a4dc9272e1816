import ArgumentParser
import Foundation
import Testing

@testable import mujaz

/// What is shown to whoever asks for help.
@Suite struct HelpTests {
  /// Every command by its words, without the program's.
  static let commands: [[String]] = NamedCommand.root.family.map { Array($0.words.dropFirst()) }

  static func command(_ words: [String]) throws -> NamedCommand {
    try #require(NamedCommand.root.family.first { $0.words == ["mujaz"] + words })
  }

  private func help(_ words: [String], _ environment: [String: String] = [:]) throws -> String {
    let ended = try Tool.run(
      words + ["--help"], environment: ["LC_ALL": "C"].merging(environment) { $1 })
    #expect(ended.status == .code(0) && ended.message.isEmpty)
    return ended.text
  }

  // MARK: The parts

  @Test(
    "A help that is taken apart has every option and argument of the parser's", arguments: commands)
  func page(_ words: [String]) throws {
    let page = HelpPage(of: try Self.command(words))
    let help = Mujaz.helpMessage(for: page.command.type, columns: 1 << 16)
    let entries = page.sections.flatMap(\.entries)
    let starts = help.components(separatedBy: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See '")
    }
    #expect(entries.count == starts.count)
    for (entry, start) in zip(entries, starts) {
      #expect(start.hasPrefix("  " + entry.label), "\(entry.label)")
      #expect(!entry.text.isEmpty && help.contains(entry.text), "\(entry.label)")
      let notes = [
        entry.values.isEmpty ? nil : "values: " + entry.values.joined(separator: ", "),
        entry.defaultValue.map { "default: " + $0 },
      ].compactMap(\.self)
      let bracket = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
      #expect(help.contains(entry.text + bracket + "\n"), "\(entry.label)")
    }
    #expect(!page.usage.isEmpty && help.contains("USAGE: \(page.usage)\n"))
    #expect(help.hasPrefix("OVERVIEW: \(page.paragraphs.joined(separator: "\n\n"))\n"))
  }

  // MARK: Examples

  @Test("Three examples stand at the end of every help", arguments: commands)
  func examples(_ words: [String]) throws {
    let examples = HelpExample.all(of: try Self.command(words))
    #expect(examples.count == 3)
    let end = examples.map { "  \($0.line)\n      \($0.purpose)\n" }.joined()
    let foot = words.isEmpty ? "\n  Help in Arabic: mujaz --help --language ar\n" : ""
    #expect(try help(words).hasSuffix("\n\nEXAMPLES:\n" + end + foot))
    #expect(examples.allSatisfy { $0.line.contains((["mujaz"] + words).joined(separator: " ")) })
  }

  @Test("Every example runs, and gives something")
  func examplesRun() throws {
    let files = try ExampleFiles()
    for example in NamedCommand.root.family.flatMap({ HelpExample.all(of: $0) }) {
      let folder = try files.copy()
      let before = try folder.names()
      let ended = try Tool.shell(ExampleFiles.path + example.line, in: folder)
      #expect(ended.status == .code(0), "\(example.line): \(ended.message)")
      // Who goes on past bad records is told how many there were: one of four.
      let told = example.line.contains("--on-error record") ? "mujaz: 1 of 4 refused\n" : ""
      #expect(ended.message == told, "\(example.line)")
      let isSilent = try ended.output.isEmpty && folder.names() == before
      // Those change a file that is there.
      let changes = ["tm compact", "-o article.en.txt", ">articles.jsonl", "-o pairs.tmx"]
      #expect(!isSilent || changes.contains { example.line.contains($0) }, "\(example.line)")
    }
  }

  // MARK: Arabic

  /// Every phrase that the help has in English.
  private static func phrases() -> Set<String> {
    var phrases: Set = ["values", "default", "OVERVIEW", "USAGE", "EXAMPLES"]
    phrases.formUnion(["Details of a command", "Help in English"])
    for command in NamedCommand.root.family {
      let page = HelpPage(of: command)
      phrases.formUnion(page.paragraphs)
      for section in page.sections {
        phrases.insert(section.title)
        phrases.formUnion(section.entries.map(\.text))
      }
      phrases.formUnion(page.examples.map(\.purpose))
    }
    return phrases
  }

  /// The rows of the file of phrases.
  private static func rows() throws -> [(english: String, arabic: String)] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CResources/Help/arabic.tsv")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map {
        let cells = $0.components(separatedBy: "\t")
        return (cells[0], cells[1])
      }
  }

  @Test("Every phrase has its Arabic, none twice, and none is left over")
  func arabicPhrases() throws {
    let rows = try Self.rows().map(\.english)
    #expect(Self.phrases().subtracting(rows).sorted() == [])
    #expect(Set(rows).subtracting(Self.phrases()).sorted() == [])
    #expect(rows.count == Set(rows).count)
  }

  @Test("The Arabic keeps what is typed, and numbers")
  func arabicKeeps() throws {
    let typed = /--[a-z]+(?:-[a-z]+)*|[0-9](?:[0-9.,]*[0-9])?|\b[A-Z]{2,}[A-Za-z0-9]*|\.[a-z]+\b/
    for row in try Self.rows() where row.english.first(where: \.isLowercase) != nil {
      #expect(row.arabic.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value > 0x600 })
      for match in row.english.matches(of: typed) {
        #expect(row.arabic.contains(match.output), "\(match.output): \(row.arabic)")
      }
    }
  }

  @Test("Help in Arabic has every option, value and example of the English", arguments: commands)
  func arabic(_ words: [String]) throws {
    let text = try help(words, ["LC_ALL": "", "LANG": "ar_EG.UTF-8"])
    let page = HelpPage(of: try Self.command(words))
    #expect(text.hasPrefix("نبذة: "))
    for entry in page.sections.flatMap(\.entries) {
      #expect(text.contains("\n  \(entry.label)\n      "), "\(entry.label)")
      for value in entry.values { #expect(text.contains(value), "\(entry.label)") }
    }
    for example in page.examples { #expect(text.contains("\n  \(example.line)\n      ")) }
    let english = text.components(separatedBy: "\n").filter { line in
      line.hasPrefix("      ")
        && !line.unicodeScalars.contains { $0.value > 0x600 && $0.value < 0x700 }
    }
    // What is left of a line that was wrapped among the values of an option.
    #expect(
      english.allSatisfy {
        $0.contains(",") || $0.hasSuffix(")") || $0.hasSuffix(").") || $0.contains(".dict")
      }, "\(english)")
    let widest = text.components(separatedBy: "\n").filter { $0.hasPrefix("      ") }.map(\.count)
      .max()
    #expect(widest ?? 0 <= 84)
  }

  @Test(
    "The language of help is the option's, else that of the environment",
    arguments: [
      (["--help"], ["LANG": "ar_EG.UTF-8"], true), (["--help"], ["LANG": "ar"], true),
      (["--help"], ["LC_MESSAGES": "ar_MA", "LANG": "en_US"], true),
      (["--help"], ["LC_ALL": "C", "LANG": "ar_EG"], false), (["--help"], ["LANG": "arc"], false),
      (["--help"], ["LANG": "en_US.UTF-8"], false), (["--help"], [:], false),
      (["--help", "--language", "ar"], [:], true), (["--language=ar"], [:], true),
      (["help", "brief", "--language", "ar"], [:], true),
      (["help", "tm", "import", "--language", "ar"], [:], true),
      (["brief", "-h", "--language", "ar"], [:], true),
      (["brief", "--help", "--language", "en"], ["LANG": "ar_EG"], false),
    ])
  func language(_ words: [String], _ environment: [String: String], _ isArabic: Bool) throws {
    let none = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": ""]
    let ended = try Tool.run(words, environment: none.merging(environment) { $1 })
    #expect(ended.status == .code(0) && ended.message.isEmpty)
    #expect(ended.text.hasPrefix(isArabic ? "نبذة: " : "OVERVIEW: "))
  }

  @Test("A language that help is not written in is a wrong command line")
  func unknownLanguage() throws {
    for words in [["--help", "--language", "fr"], ["help", "brief", "--language"]] {
      expectDiagnostic(try Tool.run(words), 64, saying: "--language takes en or ar, not ")
    }
  }

  @Test(
    "What is wrong is told in English, whatever the language",
    arguments: [
      ["brief", "--words", "0"], ["brief", "none.txt"], ["breif"], ["brief", "--language", "ar"],
    ])
  func englishErrors(_ words: [String]) throws {
    let told = try [["LC_ALL": "C"], ["LC_ALL": "ar_EG.UTF-8"]].map { environment in
      try Tool.run(words, environment: environment)
    }
    #expect(told[0].message == told[1].message && told[0].status == told[1].status)
    #expect(told[1].status != .code(0))
    expectOneLine(told[1].message)
  }
}

/// The files that the examples name.
struct ExampleFiles {
  /// A line of a shell that has the tool by its name.
  static let path = #"PATH="${MUJAZ%/*}:$PATH"; "#

  private let folder: TemporaryFolder

  /// A folder of its own for an example.
  func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try folder.names() {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
    }
    return copy
  }

  init() throws {
    folder = try TemporaryFolder()
    let (article, translation, page) = (Self.article, Self.translation, Self.page)
    try folder.write(article.joined(separator: "\n").utf8, to: "article.txt")
    try folder.write(translation.joined(separator: "\n").utf8, to: "article.en.txt")
    let pairs = zip(article, translation).map { "\($0)\t\($1)\n" }
    try folder.write(pairs.joined().utf8, to: "pairs.tsv")
    try folder.write(pairs[0].utf8, to: "one.tsv")
    try folder.write(page.utf8, to: "page.html")
    let records = article.map { "{\"text\":\"\($0.filter { $0 != "\"" })\"}\n" }
    try folder.write((records.joined() + "{\"id\":2}\n").utf8, to: "articles.jsonl")
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    let head =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/1\r\n"
      + "Content-Type: application/http; msgtype=response\r\n"
    let length = "Content-Length: \(answer.utf8.count)\r\n\r\n"
    try folder.write((head + length + answer + "\r\n\r\n").utf8, to: "crawl.warc")
    try folder.write("جسر\tbridge\nوزير\tminister\n".utf8, to: "terms.tsv")
    try folder.write("جسر\tbridge\nوزير\tminister\n".utf8, to: "words.tsv")
    let ended = try Tool.shell(Self.path + Self.script, in: folder)
    try #require(ended.status == .code(0), "\(ended.message)")
  }

  private static let article = [
    "افتتح الوزير جسرا جديدا.",
    "قال وزير الأشغال سالم العلي إن الجسر يخدم عشرين قرية على ضفتي النهر، وإن العمل فيه استمر عامين كاملين.",
    "وأضاف: «كلف الجسر أربعين مليون دينار».",
  ]

  private static let translation = [
    "The minister opened a new bridge.",
    "The minister of works, Salem al-Ali, said the bridge serves twenty villages on both banks, and that the work took two years.",
    "He added: “The bridge cost forty million dinars.”",
  ]

  private static let page = """
    <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>افتتاح الجسر الأحد</title></head>
    <body><article><h1>افتتاح الجسر الأحد</h1>
    <p>أعلن وزير النقل سالم العلي مساء أمس أن الجسر الجديد فوق النهر سيفتتح أمام حركة السير صباح الأحد المقبل بعد عامين من العمل.</p>
    <p>وسيربط الجسر ضفتي المدينة ويخدم خمسين ألف سيارة كل يوم، وتمنع الشاحنات من عبوره في ساعات الذروة.</p>
    </article></body></html>
    """

  private static let script = """
    set -e
    mkdir today
    cp page.html today/1.html
    cp page.html today/2.html
    mujaz srx -o rules.srx
    mujaz align article.txt article.en.txt --to en --all -o pairs.tmx
    mujaz tm import --quiet --tm news.tm --from ar --to en pairs.tsv
    mujaz tm import --quiet --tm old.tm --from ar --to en one.tsv
    mujaz prep article.txt --to en --tm news.tm -o done.xlf
    mujaz prep article.txt --to en --tm old.tm -o half.xlf
    """
}
