import Foundation
import TestSupport
import Testing

/// `mujaz prep`, `merge`, `check` and `stats`.
@Suite struct PackageCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = "قال الوزير نعم. وأضاف أن العمل بدأ عام 2021.\n\nانتهى الاجتماع أمس.\n"

  /// The path of an article in the folder.
  private func article(_ text: String = text) throws -> String {
    try folder.write(text.utf8, to: "article.txt")
  }

  private static let formats = ["xliff2", "xliff1", "po", "tsv", "docx", "xlsx"]

  @Test("A byte that a declared charset does not have: one line, ours, for packages, TMX and SRX")
  func foreignBytes() throws {
    func file(_ head: String, _ tail: String, _ name: String) throws -> String {
      try folder.write(
        Array("<?xml version=\"1.0\" encoding=\"ISO-8859-6\"?>\n\(head)".utf8) + [0xFF]
          + Array(tail.utf8), to: name)
    }
    let package = try file(
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file><note>",
      "</note></file></xliff>", "a.xlf")
    let memory = try file(
      "<tmx version=\"1.4\"><header/><body><tu><note>", "</note></tu></body></tmx>", "a.tmx")
    let rules = try file("<srx version=\"2.0\"><header><x>", "</x></header></srx>", "a.srx")
    for arguments in [
      ["merge", package], ["check", package], ["stats", package],
      ["tm", "import", "--tm", folder.path("memory"), "--to", "en", package],
      ["tm", "import", "--tm", folder.path("memory"), "--to", "en", memory],
      ["segment", "--srx", rules, try article()],
    ] {
      expectDiagnostic(
        try Tool.run(arguments), 65, saying: "a byte that the declared encoding does not have")
    }
  }

  @Test("Out and back by files", arguments: formats)
  func roundTrip(_ format: String) throws {
    let package = folder.path("package")
    _ = try success([
      "prep", article(), "--to", "en", "--format", format, "--pseudo", "-o", package,
    ])
    let merged = try success(["merge", package]).text
    #expect(
      merged.components(separatedBy: "\n").map { $0.hasPrefix("[") } == [true, false, true, false])
    _ = try success(["check", package])
  }

  @Test("Out and back by pipes, from JSON Lines, with the ids as names")
  func pipes() throws {
    let lines =
      #"{"id":"أ","title":"عنوان","text":"نعم."}"# + "\n" + #"{"id":7,"text":"لا."}"# + "\n"
    let package = try success(["prep", "--to", "fr", "--pseudo"], input: lines.utf8)
    #expect(package.text.contains("original=\"أ\"") && package.text.contains("original=\"7\""))
    #expect(package.text.contains("trgLang=\"fr\""))
    #expect(try success(["merge"], input: package.output).lines.count == 5)
  }

  @Test("A folder takes a package for every article, named after its file or its id")
  func folderOfPackages() throws {
    let first = try folder.write(Self.text.utf8, to: "خبر أول.txt")
    let second = try folder.write("انتهى الاجتماع أمس.".utf8, to: "second.html.txt")
    let into = folder.path("out") + "/"
    _ = try success(["prep", first, second, "--to", "en", "--pseudo", "-o", into])
    let names = { try FileManager.default.contentsOfDirectory(atPath: into).sorted() }
    #expect(try names() == ["second.html.xlf", "خبر-أول.xlf"])
    #expect(try success(["merge", into + "خبر-أول.xlf"]).lines.count == 3)
    // A folder that is there needs no slash, and what is there is written anew.
    let alone = try success(["prep", second, "--to", "en", "--pseudo"]).output
    _ = try success(["prep", first, second, "--to", "en", "-o", folder.path("out")])
    _ = try success(["prep", second, "--to", "en", "--pseudo", "-o", folder.path("out")])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: into + "second.html.xlf")) == Data(alone))
    let lines =
      #"{"id":"https://example.org/a?x=7","text":"نعم."}"# + "\n" + #"{"id":"../..","text":"لا."}"#
      + "\n" + #"{"id":"-o","text":"لا."}"# + "\n"
    let ids = folder.path("ids") + "/"
    _ = try success(["prep", "--to", "en", "--format", "po", "-o", ids], input: lines.utf8)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: ids).sorted() == [
        "article.po", "example.org-a-x-7.po", "o.po",
      ])
  }

  @Test("Two articles that would have one name, and a folder that can't be made, are told")
  func folderFailures() throws {
    let first = try folder.write("نعم.".utf8, to: "a.txt")
    let second = try folder.write("لا.".utf8, to: "a.md")
    expectDiagnostic(
      try Tool.run(["prep", first, second, "--to", "en", "-o", folder.path("new") + "/"]), 73,
      saying: "two articles would go there, \(first) and \(second)")
    expectDiagnostic(
      try Tool.run(["prep", first, "--to", "en", "-o", folder.path("no/such") + "/"]), 73,
      saying: "cannot create: ")
    expectDiagnostic(
      try Tool.run(["prep", first, "--to", "en", "-o", first + "/"]), 73,
      saying: "cannot create: ")
  }

  @Test(
    "Every package of a folder has what an earlier version of its article had, and all of it is told once"
  )
  func folderFromPackage() throws {
    let first = try folder.write(Self.text.utf8, to: "first.txt")
    let second = try folder.write("غادر الوفد المدينة أمس.".utf8, to: "second.txt")
    let old = folder.path("old.xlf")
    _ = try success(["prep", first, second, "--to", "en", "--pseudo", "-o", old])
    let ended = try Tool.run([
      "prep", first, second, "--to", "en", "--from-package", old, "-o", folder.path("new") + "/",
    ])
    #expect(ended.status == .code(0))
    #expect(ended.message == "mujaz: \(old): 4 carried, 0 changed, 0 new, 0 gone\n")
    #expect(try success(["merge", folder.path("new/second.xlf")]).text.hasPrefix("["))
  }

  @Test("The same bytes on every run and whatever the number of jobs")
  func deterministic() throws {
    let path = try article()
    let first = try success(["prep", path, "--to", "en", "--format", "docx"]).output
    #expect(
      try success(["prep", path, "--to", "en", "--format", "docx", "--jobs", "7"]).output == first)
  }

  @Test("Every scope")
  func scopes() throws {
    let path = try article()
    let files = { (scope: String) in
      try success(["prep", path, "--to", "en", "--scope", scope]).text.components(
        separatedBy: "<file "
      ).count - 1
    }
    #expect(try files("article") == 1)
    #expect(try files("brief") == 1)
    #expect(try files("both") == 2)
  }

  @Test("A package that is not finished is refused in one line, and no file appears")
  func unfinished() throws {
    let package = folder.path("package")
    _ = try success(["prep", article(), "--to", "en", "-o", package])
    let before = try folder.names()
    let ended = try Tool.run(["merge", package, "-o", folder.path("out")])
    expectDiagnostic(ended, 65, saying: "3 of 3 segments are not translated: missing: s")
    #expect(try folder.names() == before)
    #expect(try success(["merge", package, "--allow-missing"]).text == Self.text)
  }

  @Test("Hostile files are refused in one line, and no file appears")
  func hostile() throws {
    let good = try success(["prep", article(), "--to", "en", "--pseudo"]).text
    let deep = String(repeating: "<a>", count: 60_000)
    let files = [
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + good,
      String(good.dropLast(30)),
      good.replacingOccurrences(of: "2.0\"", with: "9.9\""), deep, "", "\0", "نص",
      good.replacingOccurrences(of: "الوزير", with: "الرئيس"), good + good,
    ]
    for text in files {
      let file = try folder.write(text.utf8, to: "hostile")
      let before = try folder.names()
      expectDiagnostic(
        try Tool.run(["merge", file, "-o", folder.path("out")]), 65, saying: "hostile")
      #expect(try folder.names() == before)
    }
    expectDiagnostic(try Tool.run(["merge", folder.path("nowhere")]), 66)
    expectDiagnostic(try Tool.run(["merge", folder.path]), 66)
  }

  @Test(
    "Wrong command lines",
    arguments: [
      ["prep", "a"], ["prep", "a", "--to", "english"],
      ["prep", "a", "--to", "en", "--format", "xlif"],
      ["prep", "a", "--to", "en", "--on-error", "record"], ["merge", "a", "b"],
      ["check", "a", "--format", "tsv"], ["stats", "a", "--on-error", "record"],
    ])
  func usage(_ arguments: [String]) throws {
    expectDiagnostic(try Tool.run(arguments), 64)
  }

  @Test("Nothing to translate is bad data, with a name")
  func nothing() throws {
    let file = try folder.write(#"{"id":"x","text":" "}"#.utf8, to: "empty.jsonl")
    expectDiagnostic(
      try Tool.run(["prep", file, "--to", "en"]), 65, saying: "nothing to translate")
    expectDiagnostic(try Tool.run(["prep", "--to", "en"], input: "".utf8), 65)
  }

  @Test("check tells errors from warnings by its code, in text, JSON and HTML")
  func check() throws {
    let table = "id\tsource\ttarget\n1\tوقع ذلك عام 2021.\tIt happened in 2021\n"
    let warning = try folder.write(table.utf8, to: "warning.tsv")
    #expect(try success(["check", warning]).text.contains("warning: punctuation: 1:"))
    #expect(try Tool.run(["check", warning, "--strict"]).status == .code(65))
    let error = try folder.write((table + "2\tنعم.\t\n").utf8, to: "error.tsv")
    let ended = try Tool.run(["check", error])
    #expect(ended.status == .code(65) && ended.message == "")
    #expect(ended.text.hasSuffix("1 error, 1 warning\n"))
    let json = try Tool.run(["check", error, "--format", "json"]).output
    let report = try decode(json, as: Report.self)
    #expect(report.errors == 1 && report.warnings == 1)
    #expect(report.findings.map(\.rule) == ["punctuation", "status"])
    #expect(try Tool.run(["check", error, "--format", "html"]).text.hasPrefix("<!DOCTYPE html>"))
    let glossary = try folder.write("عام\tanno\n".utf8, to: "glossary.tsv")
    #expect(try success(["check", warning, "--glossary", glossary]).text.contains("glossary"))
  }

  @Test("What the translator leaves out is told, by merge and check; a comment is no error")
  func remarks() throws {
    let table = """
      id\tsource\ttarget\tstatus\tcomment
      1\tوقع ذلك عام 2021.\tIt happened in 2021.\t\tوقع أم حدث؟
      2\tشارك الخبر.\t\tomitted\t

      """
    let file = try folder.write(table.utf8, to: "table.tsv")
    let merged = try Tool.run(["merge", file])
    #expect(merged.text == "It happened in 2021.\n")
    #expect(merged.message.hasSuffix("table.tsv: omitted by the translator: 1\n"))
    let queries = folder.path("queries.tsv")
    _ = try Tool.run(["merge", file, "-o", folder.path("out"), "--comments", queries])
    let row = "1\tوقع ذلك عام 2021.\tIt happened in 2021.\tوقع أم حدث؟\n"
    #expect(
      try String(contentsOfFile: queries, encoding: .utf8) == "id\tsource\ttarget\tcomment\n" + row)
    for name in ["-", "", queries] {
      expectDiagnostic(
        try Tool.run(["merge", file, "-o", queries, "--comments", name]), 64, saying: "--comments")
    }
    let found = try success(["check", file]).text
    #expect(found.contains("table.tsv:2: warning: comment: 1: وقع أم حدث؟\n"))
    #expect(found.contains(":3: note: status: 2: the translator leaves it out\n"))
    #expect(found.hasSuffix("0 errors, 1 warning, 1 note\n"))
    #expect(try Tool.run(["check", file, "--strict"]).status == .code(65))
    let quiet = try folder.write(
      table.replacingOccurrences(of: "وقع أم حدث؟", with: "").utf8, to: "quiet.tsv")
    _ = try success(["check", quiet, "--strict"])
  }

  @Test("prep --from-package tells what was carried, changed, new and gone")
  func versions() throws {
    let old = folder.path("old.xlf")
    let filled = folder.path("new.xlf")
    let text = "قال الوزير نعم.\n\nبلغ طول الجسر 420 مترا.\n\nغادر الوفد أمس.\n"
    _ = try success(["prep", article(text), "--to", "en", "--pseudo", "-o", old])
    let new = text.replacingOccurrences(of: "420", with: "520")
      .replacingOccurrences(of: "غادر الوفد أمس.", with: "أمطرت السماء ليلا في العاصمة.")
    let ended = try Tool.run([
      "prep", article(new), "--to", "en", "--from-package", old, "-o", filled,
    ])
    #expect(ended.status == .code(0))
    let lines = ended.message.components(separatedBy: "\n").dropLast()
    #expect(lines.first?.hasSuffix("old.xlf: 1 carried, 1 changed, 1 new, 1 gone") == true)
    #expect(lines.last?.hasSuffix("gone: غادر الوفد أمس.") == true && lines.count == 2)
    expectDiagnostic(
      try Tool.run(["merge", filled]), 65, saying: "2 of 3 segments are not translated")
    let quiet = ["prep", try article(new), "--to", "en", "--from-package", old, "--quiet"]
    _ = try success(quiet)
    expectDiagnostic(
      try Tool.run(["prep", article(), "--to", "fr", "--from-package", old]), 65,
      saying: "a package into en, not into fr")
    for wrong in [["--from-package", "-"], ["--from-package", old, "--pseudo"]] {
      expectDiagnostic(try Tool.run(["prep", "a", "--to", "en"] + wrong), 64)
    }
  }

  private struct Report: Decodable {
    struct Found: Decodable { var rule: String }
    var errors: Int
    var warnings: Int
    var findings: [Found]
  }

  @Test("stats counts articles and packages, with a memory")
  func stats() throws {
    let path = try article()
    let package = folder.path("package.xlf")
    _ = try success(["prep", path, "--to", "en", "--pseudo", "-o", package])
    let table = try success(["stats", path]).lines
    #expect(table[2].split(separator: " ") == ["all", "3", "12", "62"])
    let json = try success(["stats", path, package, "--memory", package, "--format", "json"]).output
    let analysis = try decode(json, as: Analysis.self)
    #expect(analysis.documents.count == 2)
    #expect(analysis.documents[0].bands["101"]?.segments == 3)
    #expect(analysis.documents[1].bands["repetition"]?.segments == 3)
    #expect(analysis.documents[1].statuses?["translated"]?.segments == 3)
    #expect(analysis.total.all.segments == 6)
  }

  private struct Analysis: Decodable {
    struct Amount: Decodable { var segments: Int }
    struct Part: Decodable {
      var all: Amount
      var bands: [String: Amount]
      var statuses: [String: Amount]?
    }
    var documents: [Part]
    var total: Part
  }

  @Test("The JSON of check and stats has the members that their schemas name")
  func schemas() throws {
    let package = folder.path("package.xlf")
    _ = try success(["prep", article(), "--to", "en", "-o", package])
    for command in ["check", "stats"] {
      let schema = try members(success(["schema", command]).output)
      let properties = try #require(schema["properties"] as? [String: Any])
      let output = try members(Tool.run([command, package, "--format", "json"]).output)
      #expect(Set(output.keys) == Set(properties.keys))
      #expect(Set(output.keys) == Set(try #require(schema["required"] as? [String])))
    }
    let findings = try members(Tool.run(["check", package, "--format", "json"]).output)["findings"]
    let finding = try #require((findings as? [[String: Any]])?.first)
    let items = try #require(
      ((try members(success(["schema", "check"]).output)["properties"] as? [String: Any])?[
        "findings"]
        as? [String: Any])?["items"] as? [String: Any])
    #expect(Set(finding.keys) == Set(try #require(items["required"] as? [String])))
  }

  private func members(_ json: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }
}
