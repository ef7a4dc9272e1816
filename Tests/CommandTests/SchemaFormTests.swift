import Foundation
import TestSupport
import Testing

/// The four forms of a schema say the same, and keep what they promise.
@Suite struct SchemaFormTests {
  static let commands: [String] = ["brief", "quotes", "segment", "text", "check", "stats"]

  private func text(_ command: String, _ form: String) throws -> String {
    try success(["schema", command, "--format", form]).text
  }

  private func json(_ command: String) throws -> JSONValue {
    try decode(success(["schema", command]).output)
  }

  // MARK: What a schema names

  /// The members of a JSON Schema at every depth, by their way from the record: `quotes.speaker.role`.
  private func members(of schema: JSONValue) -> Set<String> {
    var found: Set<String> = []
    func walk(_ part: JSONValue, _ way: [String]) {
      if let name = part["$ref"]?.string?.split(separator: "/").last {
        return walk(schema["$defs"]?[String(name)] ?? .null, way)
      }
      for (name, member) in part["properties"]?.members ?? [:] {
        found.insert((way + [name]).joined(separator: "."))
        walk(member, way + [name])
      }
      for next in [part["items"], part["additionalProperties"]].compactMap(\.self) {
        walk(next, way)
      }
      for alternative in part["anyOf"]?.elements ?? [] { walk(alternative, way) }
    }
    walk(schema, [])
    return found
  }

  @Test("A Spark table has every member, of a type that Spark has", arguments: commands)
  func spark(_ command: String) throws {
    var table = SparkTable(try text(command, "spark-ddl"))
    let columns = try table.read()
    #expect(columns == (try members(of: json(command))))
    #expect(table.types.isSubset(of: ["STRING", "BIGINT", "DOUBLE", "BOOLEAN"]))
  }

  @Test("Arrow's fields have every member", arguments: commands)
  func arrow(_ command: String) throws {
    let schema: JSONValue = try decode(text(command, "arrow").utf8)
    var found: Set<String> = []
    func walk(_ field: JSONValue, _ way: [String]) throws {
      let type = try #require(field["type"]?["name"]?.string)
      let isNested = ["struct", "list", "map"].contains(type)
      #expect(isNested || ["utf8", "int", "floatingpoint", "bool"].contains(type))
      let children = field["children"]?.elements ?? []
      #expect(children.isEmpty != isNested && field["nullable"] != nil)
      // What a list and a map hold has a name of Arrow's.
      let entries = children.first?["children"]?.elements ?? []
      let inner = type == "map" ? Array(entries.suffix(1)) : children
      for child in inner {
        let name = try #require(child["name"]?.string)
        if type == "struct" { found.insert((way + [name]).joined(separator: ".")) }
        try walk(child, type == "struct" ? way + [name] : way)
      }
    }
    let record = JSONValue.object([
      "type": .object(["name": .string("struct")]), "nullable": .bool(false),
      "children": schema["schema"]?["fields"] ?? .null,
    ])
    try walk(record, [])
    #expect(found == (try members(of: json(command))))
  }

  @Test("TypeScript's types have every member's name", arguments: commands)
  func typeScript(_ command: String) throws {
    let names = try text(command, "typescript").matches(of: #/\n +([a-z_]+)(\??): /#)
    let all = Set(names.map { String($0.output.1) })
    let members = try members(of: json(command))
    #expect(all == Set(members.compactMap { $0.split(separator: ".").last.map(String.init) }))
    #expect(names.contains { $0.output.2 == "?" } || command == "check")
  }

  @Test(
    "A form has its version and what it promises", arguments: commands,
    ["json-schema", "spark-ddl", "arrow", "typescript"])
  func promise(_ command: String, _ form: String) throws {
    let version = try #require(json(command)["version"]?.string)
    let words = try text(command, form).replacing("\n-- ", with: " ").replacing("\n// ", with: " ")
    #expect(words.contains("Schema version \(version). The version is MAJOR.MINOR."))
    #expect(words.contains("which names all that it writes and nothing else."))
    #expect(try json(command)["$id"]?.string == "urn:mujaz:schema:\(command):\(version)")
  }

  @Test("The help has the promise")
  func promiseInHelp() throws {
    let help = try success(["schema", "--help"]).text.split(whereSeparator: \.isWhitespace)
    #expect(
      help.joined(separator: " ").contains("The version is MAJOR.MINOR. Within a major version"))
  }

  // MARK: The promise

  /// The schemas of all versions, `brief-1.0.json`, as they were written when they came.
  static let keptFiles: [String] =
    (try? Fixtures.files(in: "Schemas", ending: "json").map(\.lastPathComponent)) ?? []

  private func kept(_ name: String) throws -> String {
    try Fixtures.text(of: Fixtures.root.appendingPathComponent("Schemas/\(name)"))
  }

  @Test("A schema that is written otherwise has another version", arguments: commands)
  func version(_ command: String) throws {
    let version = try #require(json(command)["version"]?.string)
    #expect(try text(command, "json-schema") == kept("\(command)-\(version).json"))
  }

  @Test("What an older schema of the same major version names, today's has", arguments: keptFiles)
  func compatible(_ name: String) throws {
    let old: JSONValue = try decode(kept(name).utf8)
    let command = name.split(separator: "-")[0]
    let new = try json(String(command))
    let major = { (schema: JSONValue) in schema["version"]?.string?.split(separator: ".").first }
    if major(old) == major(new) { #expect(Compatibility.losses(from: old, to: new) == []) }
  }

  @Test(
    "What breaks the promise is found",
    arguments: [
      (#"{"properties": {}}"#, ["$.a is gone"]),
      (#"{"properties": {"a": {"type": "string"}}}"#, ["$.a: another type"]),
      (##"{"properties": {"a": {"$ref": "#/$defs/n"}}, "$defs": {"n": {"type": "integer"}}}"##, []),
      (#"{"properties": {"a": {"type": "integer"}}, "required": []}"#, ["$.a may be missing"]),
      (#"{"properties": {"a": {"type": ["integer", "null"]}}}"#, ["$.a: another type"]),
      (#"{"properties": {"a": {"type": "integer"}, "b": {}}}"#, []),
    ])
  func broken(_ new: String, _ losses: [String]) throws {
    let old: JSONValue = try decode(
      #"{"properties": {"a": {"type": "integer"}}, "required": ["a"]}"#.utf8)
    var schema: JSONValue = try decode(new.utf8)
    if schema["required"] == nil, case .object(var members) = schema {
      members["required"] = .array([.string("a")])
      schema = .object(members)
    }
    #expect(Compatibility.losses(from: old, to: schema) == losses)
  }
}

/// What a reader of an older schema would miss in a newer one.
private struct Compatibility {
  let old: JSONValue
  let new: JSONValue
  private var losses: [String] = []

  static func losses(from old: JSONValue, to new: JSONValue) -> [String] {
    var comparison = Compatibility(old: old, new: new)
    comparison.compare(old, new, "$")
    return comparison.losses
  }

  private init(old: JSONValue, new: JSONValue) { (self.old, self.new) = (old, new) }

  private static func resolved(_ part: JSONValue, in root: JSONValue) -> JSONValue {
    guard let name = part["$ref"]?.string?.split(separator: "/").last else { return part }
    return root["$defs"]?[String(name)] ?? .null
  }

  private mutating func compare(_ before: JSONValue, _ after: JSONValue, _ way: String) {
    let (before, after) = (Self.resolved(before, in: old), Self.resolved(after, in: new))
    if before["type"] != after["type"] { losses.append("\(way): another type") }
    let gone = (before["enum"]?.elements ?? []).filter {
      after["enum"]?.elements.contains($0) != true
    }
    if !gone.isEmpty { losses.append("\(way): words are gone") }
    for (name, member) in before["properties"]?.members.sorted(by: { $0.key < $1.key }) ?? [] {
      guard let next = after["properties"]?[name] else {
        losses.append("\(way).\(name) is gone")
        continue
      }
      if before["required"]?.elements.contains(.string(name)) == true,
        after["required"]?.elements.contains(.string(name)) != true
      {
        losses.append("\(way).\(name) may be missing")
      }
      compare(member, next, "\(way).\(name)")
    }
    for keyword in ["items", "additionalProperties"] {
      if case .object? = before[keyword] {
        compare(before[keyword] ?? .null, after[keyword] ?? .null, "\(way)[]")
      }
    }
    let alternatives = (before["anyOf"]?.elements ?? [], after["anyOf"]?.elements ?? [])
    if alternatives.0.count > alternatives.1.count {
      losses.append("\(way): an alternative is gone")
    }
    for (first, second) in zip(alternatives.0, alternatives.1) { compare(first, second, way) }
  }
}

/// The columns of a table in Spark's SQL, as far as those of mujaz go: anything else is refused.
private struct SparkTable {
  struct Fault: Error { var place: Substring }

  private var rest: Substring
  /// The types that are no STRUCT, ARRAY or MAP.
  private(set) var types: Set<String> = []

  init(_ text: String) {
    rest = text.split(separator: "\n").filter { !$0.hasPrefix("-- ") }.joined(separator: "\n")[...]
  }

  /// The columns and the fields of structs by their way from the row.
  mutating func read() throws -> Set<String> {
    var found: Set<String> = []
    try fields([], separator: "", until: nil, &found)
    if !rest.allSatisfy(\.isWhitespace) { throw Fault(place: rest) }
    return found
  }

  private mutating func fields(
    _ way: [String], separator: String, until end: String?, _ found: inout Set<String>
  ) throws {
    repeat {
      let name = try word(/\s*`([a-z_]+)`/)
      if !separator.isEmpty { try skip(separator) }
      #expect(found.insert((way + [name]).joined(separator: ".")).inserted)
      try type(way + [name], &found)
      if take("COMMENT ") { _ = try word(/'((?:[^'\\]|\\.)*)'/) }
    } while take(",")
    if let end { try skip(end) }
  }

  private mutating func type(_ way: [String], _ found: inout Set<String>) throws {
    switch try word(/\s*([A-Z]+)/) {
    case "STRUCT":
      try skip("<")
      try fields(way, separator: ":", until: ">", &found)
    case "ARRAY":
      try skip("<")
      try type(way, &found)
      try skip(">")
    case "MAP":
      try skip("<STRING,")
      try type(way, &found)
      try skip(">")
    case let name: types.insert(name)
    }
  }

  private mutating func word(_ pattern: Regex<(Substring, Substring)>) throws -> String {
    guard let match = rest.prefixMatch(of: pattern) else { throw Fault(place: rest.prefix(40)) }
    rest = rest[match.range.upperBound...]
    return String(match.output.1)
  }

  private mutating func take(_ text: String) -> Bool {
    let trimmed = rest.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix(text) else { return false }
    rest = trimmed.dropFirst(text.count)
    return true
  }

  private mutating func skip(_ text: String) throws {
    if !take(text) { throw Fault(place: rest.prefix(40)) }
  }
}
