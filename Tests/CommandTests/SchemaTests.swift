import Foundation
import TestSupport
import Testing

/// What the commands write, against the schemas that `mujaz schema` prints, at every depth.
@Suite struct SchemaTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func schema(_ command: String) throws -> JSONSchema {
    JSONSchema(try decode(success(["schema", command]).output))
  }

  /// The records of runs fit the command's schema, and have among them every member that it names but some.
  private func expectFit(
    _ command: String, _ runs: [[JSONValue]], besides unwritten: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let schema = try schema(command)
    var finding = JSONSchema.Finding()
    for record in runs.joined() { finding.add(schema.compare(record)) }
    #expect(Set(finding.problems).sorted() == [], sourceLocation: sourceLocation)
    #expect(
      schema.members().subtracting(finding.written) == unwritten, sourceLocation: sourceLocation)
  }

  private func lines(_ arguments: [String], _ input: String) throws -> [JSONValue] {
    try success(arguments + ["--format", "jsonl", "--quiet"], input: input.utf8).lines.map {
      try decode($0.utf8)
    }
  }

  private func object(_ arguments: [String], _ input: String = "") throws -> JSONValue {
    try decode(Tool.run(arguments + ["--format", "json"], input: input.utf8).output)
  }

  private func refused(_ command: String) throws -> [JSONValue] {
    try lines([command, "--on-error", "record", "--input", "jsonl"], "{\"id\":1}\n")
      + lines([command, "--on-error", "record", "--input", "html"], "<a href='/'>الرئيسية</a>")
  }

  /// A speaker and where he spoke.
  private static let toNewspaper = "قال الوزير لصحيفة النهار إن الجسر سيفتتح الأحد المقبل."

  /// A speaker with name and role.
  private static let byName = "قال وزير النقل سالم العلي إن الجسر سيفتتح الأحد المقبل."

  /// A page that states all that the head of a brief has.
  private static let page = """
    <!DOCTYPE html><html lang="ar"><head><title>افتتاح الجسر الأحد</title>
    <meta property="og:site_name" content="النهار"><meta property="og:url" content="https://example.com/1">
    <meta name="author" content="هند العلي">
    <meta property="article:published_time" content="2026-11-25T09:30:00+03:00"></head>
    <body><article><h1>افتتاح الجسر الأحد</h1>
    <p>أعلنت وزارة النقل مساء أمس أن الجسر الجديد فوق النهر سيفتتح أمام حركة السير صباح الأحد المقبل بعد عامين من العمل.</p>
    <p>وسيربط الجسر ضفتي المدينة ويخدم خمسين ألف سيارة كل يوم، وتمنع الشاحنات من عبوره في ساعات الذروة.</p>
    </article></body></html>
    """

  /// An article of whose speaker a brief of twenty words has room for the name alone.
  private static let distant =
    "قال وزير النقل سالم العلي مساء الثلاثاء في مقر الوزارة بحضور ممثلي الشركات المنفذة وعدد من أعضاء المجلس البلدي إن"
    + " الحكومة خصصت مئتي مليون دينار لتوسعة مطار المدينة الدولي وإنشاء مدرج ثالث يستقبل الطائرات الكبيرة على مدار العام"
    + " وربط المطار بشبكة القطارات السريعة التي يجري تنفيذها حاليا في المنطقة الجنوبية.\nوأضاف أن أعمال الحفر تبدأ في"
    + " مطلع الشهر المقبل.\nويستقبل المطار سبعة ملايين مسافر كل عام."

  @Test("brief")
  func brief() throws {
    // --context is an option of quotes alone.
    let context = ["before", "after"].map { "#/1/quotes/items/\($0)" }
    try expectFit(
      "brief",
      [
        lines(["brief", "--explain"], Sample.stream), lines(["brief"], Sample.stream),
        [object(["brief"], Self.toNewspaper)], refused("brief"),
        lines(["brief", "--input", "html"], Self.page),
        lines(["brief", "--words", "20", "--condense", "none"], Self.distant),
        lines(["brief"], "{\"id\":1,\"text\":\"\"}\n"),
      ], besides: Set(context))
  }

  @Test("quotes")
  func quotes() throws {
    try expectFit(
      "quotes",
      [
        lines(["quotes", "--context", "3"], Sample.stream), lines(["quotes"], Sample.stream),
        lines(["quotes", "--explain"], Sample.stream),
        [object(["quotes"], Self.toNewspaper)], [object(["quotes"], Self.byName)],
        refused("quotes"),
      ])
  }

  @Test("segment")
  func segment() throws {
    try expectFit(
      "segment",
      [
        lines(["segment", "--explain"], Sample.stream), [object(["segment"], Sample.short)],
        refused("segment"),
      ])
  }

  @Test("text")
  func text() throws {
    let sentence =
      "وأوضحت البلدية أن أعمال الصيانة تشمل الأرصفة والإنارة ومجاري المياه في الأحياء القديمة."
    let page = """
      <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>صيانة الأحياء القديمة</title>
      <meta property="og:title" content="صيانة الأحياء القديمة"><meta name="author" content="ليلى حداد">
      <meta property="article:published_time" content="2021-04-07"><meta property="og:site_name" content="صحيفة">
      <meta property="article:section" content="محليات"><link rel="canonical" href="https://example.org/a"></head>
      <body><article><h1>صيانة الأحياء القديمة</h1>\(String(repeating: "<p>\(sentence)</p>", count: 5))</article>
      </body></html>
      """
    try expectFit(
      "text",
      [
        lines(["text"], Sample.stream), [object(["text"], page)], [object(["text"], Sample.short)],
        refused("text"),
      ])
  }

  @Test("check")
  func check() throws {
    let table = "id\tsource\ttarget\n1\tوقع ذلك عام 2021.\tIt happened in 2021\n2\tنعم.\t\n"
    let package = try folder.write(table.utf8, to: "package.tsv")
    try expectFit("check", [[object(["check", package])]])
  }

  @Test("stats")
  func stats() throws {
    let article = try folder.write("قال الوزير نعم. ثم خرج من القاعة.\n".utf8, to: "article.txt")
    let package = folder.path("package.xlf")
    _ = try success(["prep", article, "--to", "en", "--pseudo", "-o", package])
    try expectFit("stats", [[object(["stats", article, package])], [object(["stats", article])]])
  }
}

/// The comparison itself, with values that break a schema.
@Suite struct JSONSchemaTests {
  private static let schema = """
    {"$defs": {"offset": {"type": "integer", "minimum": 0}},
     "anyOf": [
       {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]},
       {"type": "object", "required": ["id", "parts"],
        "properties": {
          "id": {"type": ["string", "null"], "minLength": 1, "pattern": "^[a-z]+$"},
          "parts": {"type": "array", "items": {
            "type": "object", "required": ["start"],
            "properties": {"start": {"$ref": "#/$defs/offset"}, "kind": {"enum": ["a", "b"]}}}},
          "sums": {"type": "object", "additionalProperties": {"$ref": "#/$defs/offset"}},
          "both": {"allOf": [{"properties": {"x": {"type": "boolean"}}, "required": ["x"]},
                             {"properties": {"y": {"type": "number"}}}]}}}]}
    """

  private func compare(_ value: String) throws -> JSONSchema.Finding {
    JSONSchema(try decode(Self.schema.utf8)).compare(try decode(value.utf8))
  }

  @Test(
    "What fits",
    arguments: [
      #"{"error": "x"}"#, #"{"id": null, "parts": []}"#,
      #"{"id": "a", "parts": [{"start": 0, "kind": "b"}], "sums": {"n": 1}, "both": {"x": true, "y": 0.5}}"#,
    ])
  func fits(_ value: String) throws {
    #expect(try compare(value).problems == [])
  }

  @Test(
    "What doesn't",
    arguments: [
      (#"{"id": "a"}"#, "$: required is not met"),
      (#"{"id": 1, "parts": []}"#, "$.id: type is not met"),
      (#"{"id": "", "parts": []}"#, "$.id: minLength is not met"),
      (#"{"id": "A", "parts": []}"#, "$.id: pattern is not met"),
      (#"{"id": "a", "parts": [], "more": 1}"#, "$: no member 'more' in the schema"),
      (#"{"id": "a", "parts": [{}]}"#, "$.parts[0]: required is not met"),
      (#"{"id": "a", "parts": [{"start": -1}]}"#, "$.parts[0].start: minimum is not met"),
      (#"{"id": "a", "parts": [{"start": 0.5}]}"#, "$.parts[0].start: type is not met"),
      (#"{"id": "a", "parts": [{"start": 1, "kind": "c"}]}"#, "$.parts[0].kind: enum is not met"),
      (
        #"{"id": "a", "parts": [{"start": 1, "end": 2}]}"#,
        "$.parts[0]: no member 'end' in the schema"
      ),
      (#"{"id": "a", "parts": [], "sums": {"n": -1}}"#, "$.sums.n: minimum is not met"),
      (#"{"id": "a", "parts": [], "both": {"y": 1}}"#, "$.both: required is not met"),
      (#"{"id": "a", "parts": [], "both": {"x": 1}}"#, "$.both.x: type is not met"),
      (
        #"{"id": "a", "parts": [], "both": {"x": true, "z": 1}}"#,
        "$.both: no member 'z' in the schema"
      ),
    ])
  func breaks(_ value: String, _ problem: String) throws {
    #expect(try compare(value).problems.contains(problem))
  }

  @Test("A keyword that the comparison doesn't know is a problem")
  func unknownKeyword() throws {
    let schema = JSONSchema(try decode(#"{"maximum": 3}"#.utf8))
    #expect(schema.compare(.number(1)).problems == ["$: maximum is not met"])
  }

  @Test("Members that are named and not written")
  func unwritten() throws {
    let schema = JSONSchema(try decode(Self.schema.utf8))
    let written = try compare(#"{"id": "a", "parts": [{"start": 0}], "both": {"x": true}}"#).written
    #expect(
      schema.members().subtracting(written)
        == ["#/0/error", "#/1/parts/items/kind", "#/1/sums", "#/1/both/1/y"])
  }
}
