import Foundation
import TestSupport
import Testing

/// `mujaz tm`, and what the other commands do with a memory.
@Suite struct MemoryCommandTests {
  private let folder: TemporaryFolder
  private var memory: String { folder.path("memory") }

  init() throws { folder = try TemporaryFolder() }

  private func file(_ lines: [String], _ name: String = "units.tsv") throws -> String {
    try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: name)
  }

  private func lines(_ range: Range<Int>, _ writer: String = "a") -> [String] {
    range.map { "جملة رقم \($0) من \(writer)\tSentence \($0) of \(writer)" }
  }

  private func count() throws -> Int {
    let stats = try success(["tm", "stats", "--tm", memory, "--format", "json"]).output
    struct Stats: Decodable { var units: Int }
    return try JSONDecoder().decode(Stats.self, from: stats).units
  }

  @Test("In, found, out; what is known is not added again")
  func roundTrip() throws {
    let units = try file(["قال الوزير نعم.\tThe minister said yes.", "ثم خرج.\tThen he left."])
    #expect(
      try success(["tm", "import", "--tm", memory, units, "--to", "en"]).text
        == "2 units added, 0 known already\n")
    #expect(
      try success(["tm", "import", "--tm", memory, units, "--to", "en"]).text
        == "0 units added, 2 known already\n")
    let found = try success([
      "tm", "lookup", "--tm", memory, "--format", "jsonl", "وقال الوزير نعم.",
    ])
    #expect(found.text.contains("\"percent\":83") && found.text.contains("said yes"))
    let tmx = try success(["tm", "export", "--tm", memory]).output
    #expect(
      try success(["tm", "import", "--tm", folder.path("second")], input: tmx).text.hasPrefix("2 "))
    #expect(try success(["tm", "export", "--tm", folder.path("second")]).output == tmx)
    #expect(try success(["tm", "search", "--tm", memory, "وزير"]).text.contains("said yes"))
    _ = try success(["tm", "compact", "--tm", memory])
    #expect(try success(["tm", "export", "--tm", memory]).output == tmx)
    #expect(try folder.names() == ["memory", "second", "units.tsv"])
  }

  @Test("A line of sentences goes out as soon as it came in")
  func stream() throws {
    let units = try file(lines(0..<3))
    _ = try success(["tm", "import", "--tm", memory, units, "--to", "en"])
    let tool = try RunningTool(Tool.path, ["tm", "lookup", "--tm", memory, "--format", "jsonl"])
    for number in 0..<3 {
      tool.send("جملة رقم \(number) من a\n".utf8)
      #expect(try tool.line(within: 20).contains("\"percent\":100"))
    }
    #expect(try tool.finish().status == .code(0))
  }

  @Test("Out, translated, back into the memory, and filled the next time")
  func circle() throws {
    let article = try folder.write("قال الوزير نعم. ثم خرج من القاعة.\n".utf8, to: "article.txt")
    let package = folder.path("package.xlf")
    _ = try success(["prep", article, "--to", "en", "--pseudo", "-o", package])
    // Somebody has taken its brackets away: a translation, for all that mujaz knows.
    let text = try folder.text(of: "package.xlf").replacingOccurrences(
      of: "<target>[", with: "<target>")
    try folder.write(text.utf8, to: "package.xlf")
    let merged = try success(["merge", package]).output
    #expect(try success(["merge", package, "--tm", memory]).output == merged)
    #expect(try count() == 2)
    _ = try success(["prep", article, "--to", "en", "--tm", memory, "-o", package])
    #expect(try success(["merge", package]).output == merged)
    let stats = try success(["stats", article, "--tm", memory, "--format", "json"]).text
    #expect(stats.contains("\"101\":{\"segments\":2"))
    expectDiagnostic(
      try Tool.run(["prep", article, "--to", "en", "--pseudo", "--tm", memory]), 64,
      saying: "--pseudo")
  }

  @Test("Pseudo-translations are left out, whatever format they come by, and that is told")
  func pseudo() throws {
    let article = try folder.write(
      "قال الوزير نعم. ثم خرج من القاعة عند https://example.com/a في 3 مساء.\n".utf8, to: "a.txt")
    for format in ["xliff2", "xliff1", "po", "tsv", "docx", "xlsx", "tmx"] {
      let package = folder.path("package." + format)
      _ = try success([
        "prep", article, "--to", "en", "--pseudo", "--format", format, "-o", package,
      ])
      #expect(
        try success(["tm", "import", "--tm", memory, package, "--to", "en"]).text
          == "0 units added, 0 known already, 2 pseudo-translations left out\n", "\(format)")
    }
    let package = folder.path("package.xliff2")
    let ended = try Tool.run(["merge", package, "--tm", memory])
    #expect(ended.status == .code(0))
    #expect(
      ended.message
        == "mujaz: \(package): pseudo-translations are not put into the memory: 2 of them\n")
    #expect(
      try Tool.run(["merge", package, "--tm", memory, "--output", folder.path("o"), "--quiet"])
        .message == "")
    #expect(try count() == 0)
  }

  @Test("A first line of two languages names the columns, and is no unit")
  func languageHeading() throws {
    let units = try file(["ar\ten", "نعم\tyes"])
    #expect(
      try success(["tm", "import", "--tm", memory, units]).text
        == "1 units added, 0 known already\n")
    let turned = try file(["EN-GB\tar-SA\tملاحظة", "no\tلا\tجواب"])
    #expect(
      try success(["tm", "import", "--tm", memory, turned, "--to", "en"]).text
        == "1 units added, 0 known already\n")
    let table = try success(["tm", "export", "--tm", memory, "--format", "tsv"]).text
    #expect(table.contains("\nنعم\tyes\tar\ten\t") && table.contains("\nلا\tno\tar-SA\ten\t"))
    // Three letters that could be a tag are a word where they stand beside one.
    let words = try file(["نعم\tyes", "لا\tno"])
    #expect(
      try success(["tm", "import", "--tm", folder.path("words"), words, "--to", "en"]).text
        == "2 units added, 0 known already\n")
  }

  @Test(
    "What SQLite takes for no file is refused before any work",
    arguments: [":memory:", "", "file:memory", "file:memory?mode=memory"])
  func names(_ name: String) throws {
    let units = try file(lines(0..<2))
    for arguments in [
      ["tm", "import", units, "--to", "en"], ["tm", "stats"], ["tm", "compact"], ["tm", "export"],
      ["tm", "lookup", "نعم"], ["tm", "search", "نعم"], ["merge", units], ["stats", units],
      ["prep", units, "--to", "en"], ["align", units, units, "--to", "en"],
    ] {
      let ended = try Tool.run(arguments + ["--tm", name])
      expectDiagnostic(ended, 64, saying: "--tm takes the name of a file")
      #expect(ended.output.isEmpty)
    }
    // A file may be called so all the same.
    guard !name.isEmpty else { return }
    let ended = try Tool.shell(
      "\"$MUJAZ\" tm import --tm './\(name)' --to en units.tsv && \"$MUJAZ\" tm stats --tm './\(name)'",
      in: folder)
    #expect(ended.status == .code(0) && ended.text.contains("2 units added"))
    #expect(try folder.names().contains(name))
  }

  @Test("A pipe is no memory, and is not waited for")
  func pipe() throws {
    _ = try Tool.shell("mkfifo memory", in: folder)
    let units = try file(lines(0..<2))
    for arguments in [["tm", "stats"], ["tm", "import", "--to", "en", units], ["stats", units]] {
      expectDiagnostic(
        try Tool.run(arguments + ["--tm", memory]), 65, saying: "not a translation memory of mujaz")
    }
  }

  @Test(
    "Where nothing can be written, a memory is read all the same, and nothing is left beside it")
  func readOnly() throws {
    let units = try file(lines(0..<5))
    _ = try success(["tm", "import", "--tm", memory, units, "--to", "en"])
    try folder.write("جملة رقم 3 من a.\n".utf8, to: "article.txt")
    // The superuser may write anywhere: another one runs the tool, from where everybody can.
    let ended = try Tool.shell(
      """
      chmod 755 . && chmod 644 memory article.txt && mkdir -m 755 locked tool && cp memory locked/memory
      chmod 555 locked && ln \"$MUJAZ\" tool/mujaz 2>/dev/null || cp "$MUJAZ" tool/mujaz
      run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups tool/mujaz "$@"
        else tool/mujaz "$@"; fi; }
      for command in 'tm stats' 'tm lookup' 'tm search جملة' 'tm export' 'stats article.txt' \
        'prep article.txt --to en'; do
        run $command --tm locked/memory <article.txt >out 2>&1 && grep -q 'a' out || { cat out; exit 1; }
      done
      run tm import --to en units.tsv --tm locked/memory; echo $?
      run tm compact --tm locked/memory; echo $?
      ls -a locked | tr '\\n' ' '
      """, in: folder)
    #expect(ended.text == "73\n73\n. .. memory ")
    #expect(
      ended.message
        == String(
          repeating: "mujaz: locked/memory: cannot open or create the translation memory\n",
          count: 2))
  }

  @Test(
    "A memory with another head or schema is refused in one line",
    arguments: ["SQLite format 3", "TABLE segments(id"])
  func altered(_ text: String) throws {
    let units = try file(lines(0..<5))
    _ = try success(["tm", "import", "--tm", memory, units, "--to", "en"])
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: memory)))
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: text.utf8) })
    bytes[place] = UInt8(ascii: "V")
    try folder.write(bytes, to: "memory")
    for arguments in [["tm", "stats"], ["tm", "lookup", "جملة"], ["prep", units, "--to", "en"]] {
      expectDiagnostic(try Tool.run(arguments + ["--tm", memory]), 65, saying: "memory: ")
    }
  }

  @Test("An article and its translation become memory")
  func align() throws {
    let source = try folder.write("وصل 20 وفدا.\nغادر Smith القاعة.\nهل عاد؟\n".utf8, to: "a")
    let target = try folder.write(
      "20 delegations arrived.\nSmith left the hall.\nIs he back?\n".utf8, to: "b")
    let tmx = folder.path("out.tmx")
    _ = try success(["align", source, target, "--to", "en", "-o", tmx])
    _ = try success(["tm", "import", "--tm", memory, tmx])
    #expect(try count() == 3)
    _ = try success(["align", source, target, "--to", "en", "--tm", memory, "-o", tmx])
    expectDiagnostic(
      try Tool.run(["align", source, folder.path("none"), "--to", "en"]), 66, saying: "none")
    expectDiagnostic(
      try Tool.run(["align", source, target, "--to", "en", "--dict", source]), 65,
      saying: "a:1: a word")
  }

  @Test("Where no pair is sure that is told, and nothing is written")
  func unsure() throws {
    let source = try folder.write("وصل 20 وفدا.\n".utf8, to: "a")
    let target = try folder.write(
      """
      In 1999 and 2005 Mary, John and Bob of Texas wrote 45 long letters (see page 77) to nobody at all; the 8 answers were \
      lost in 1812, and 13 others in 1914, as 31 people say.\n
      """.utf8, to: "b")
    let tmx = folder.path("unsure.tmx")
    let arguments = ["align", source, target, "--to", "en", "-o", tmx]
    expectDiagnostic(
      try Tool.run(arguments), 65, saying: "0 of 0 pairs are sure: --all shows them")
    #expect(!FileManager.default.fileExists(atPath: tmx))
    _ = try success(arguments + ["--all"])
    #expect(FileManager.default.fileExists(atPath: tmx))
  }

  @Test("Two processes write at once, and nothing is lost")
  func concurrent() throws {
    let files = try (0..<4).map { writer in
      try file(lines(0..<3000, "w\(writer)"), "w\(writer).tsv")
    }
    let tools = try files.map {
      try RunningTool(Tool.path, ["tm", "import", "--tm", memory, $0, "--to", "en"])
    }
    for tool in tools {
      let ended = try tool.finish()
      #expect(ended.status == .code(0), "\(ended.message)")
      #expect(ended.text == "3000 units added, 0 known already\n")
    }
    #expect(try count() == 12_000)
    for writer in 0..<4 {
      let found = try success(
        ["tm", "lookup", "--tm", memory, "جملة رقم 2999 من w\(writer)", "--format", "jsonl"])
      #expect(found.text.contains("\"percent\":100"))
    }
  }

  @Test("Killed at any moment, fifty times: what was committed is there, and the file opens")
  func killed() throws {
    let first = try file(lines(0..<500, "first"), "first.tsv")
    _ = try success(["tm", "import", "--tm", memory, first, "--to", "en"])
    var committed = 500
    let second = try file(lines(0..<4000, "second"), "second.tsv")
    for round in 0..<50 {
      let tool = try RunningTool(Tool.path, ["tm", "import", "--tm", memory, second, "--to", "en"])
      // From before the file is opened to after the last commit.
      usleep(useconds_t(round * 8_000))
      tool.stop(by: SIGKILL)
      _ = try tool.finish(closingInput: false)
      let now = try count()
      #expect(now == 500 || now == 4500)
      #expect(now >= committed)
      committed = now
    }
    _ = try success(["tm", "import", "--tm", memory, second, "--to", "en"])
    #expect(try count() == 4500)
    _ = try success(["tm", "compact", "--tm", memory])
    #expect(
      try success(["tm", "lookup", "--tm", memory, "جملة رقم 3999 من second"]).text.contains(
        "100 %"))
  }

  @Test("Foreign and missing files are refused in one line and left as they are")
  func foreign() throws {
    let text = try folder.write(
      "ليست ذاكرة، بل نص عادي طويل بما يكفي ليقرأ منه رأس الملف كله.\n".utf8, to: "text")
    let other = folder.path("other")
    _ = try Tool.shell("printf 'x' >other; : >empty", in: folder)
    for arguments in [["tm", "stats"], ["tm", "export"], ["tm", "import", "--to", "en", text]] {
      for path in [text, other] {
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let ended = try Tool.run(arguments + ["--tm", path])
        expectDiagnostic(ended, 65, saying: "not a translation memory of mujaz")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      }
    }
    expectDiagnostic(
      try Tool.run(["tm", "stats", "--tm", folder.path("none")]), 66, saying: "none")
    expectDiagnostic(try Tool.run(["tm", "stats", "--tm", folder.path]), 66, saying: "directory")
    expectDiagnostic(
      try Tool.run(["tm", "stats", "--tm", folder.path("empty")]), 65,
      saying: "not a translation memory")
    expectDiagnostic(
      try Tool.run(["prep", text, "--to", "en", "--tm", folder.path("none")]), 66, saying: "none")
  }

  @Test("A damaged memory is told, and never crashes the command", arguments: 0..<12)
  func damaged(_ round: Int) throws {
    let units = try file(lines(0..<800))
    _ = try success(["tm", "import", "--tm", memory, units, "--to", "en"])
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: memory)))
    if round == 0 {
      bytes.removeLast(bytes.count / 2)
    } else {
      // Everything behind the head, piece by piece.
      let start = 100 + round * (bytes.count - 4200) / 12
      for place in start..<start + 4096 { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
    }
    try folder.write(bytes, to: "memory")
    for arguments in [
      ["tm", "export"], ["tm", "lookup", "جملة رقم 9 من b"], ["tm", "compact"], ["tm", "stats"],
      ["tm", "search", "جملة"],
    ] {
      let ended = try Tool.run(arguments + ["--tm", memory])
      guard ended.status != .code(0) else { continue }
      expectDiagnostic(ended, 65, saying: "memory: ")
    }
    expectDiagnostic(try Tool.run(["tm", "compact", "--tm", memory]), 65, saying: "memory: ")
  }

  @Test("A bad file changes nothing that came before it in other files, and is named with its line")
  func badInput() throws {
    let good = try file(lines(0..<5))
    let bad = try file(["جملة\tSentence", "بلا ترجمة"], "bad.tsv")
    expectDiagnostic(
      try Tool.run(["tm", "import", "--tm", memory, "--to", "en", good, bad]), 65,
      saying: "bad.tsv:2: ")
  }
}
