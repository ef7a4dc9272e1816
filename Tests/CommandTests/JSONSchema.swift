import Foundation

/// A JSON Schema, as far as those of mujaz go, and stricter: a member that no schema names is wrong, whatever
/// `additionalProperties` says of it.
struct JSONSchema {
  /// What a comparison has found.
  struct Finding {
    /// What is wrong, each with its place in the value.
    var problems: [String] = []
    /// The members of the schema that the value has, as places in the schema.
    var written: Set<String> = []

    mutating func add(_ other: Finding) {
      problems += other.problems
      written.formUnion(other.written)
    }
  }

  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// Compares a value with the schema, at every depth.
  func compare(_ value: JSONValue) -> Finding { compare(value, root, "#", at: "$") }

  private func compare(
    _ value: JSONValue, _ schema: JSONValue, _ place: String, at path: String,
    isPart: Bool = false
  ) -> Finding {
    if let name = schema["$ref"]?.string {
      let (target, place) = resolve(name)
      return compare(value, target, place, at: path, isPart: isPart)
    }
    var finding = Finding()
    for (keyword, wanted) in schema.members.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "anyOf": finding.add(any(value, wanted.elements, place, at: path))
      case "allOf":
        for (number, part) in wanted.elements.enumerated() {
          finding.add(compare(value, part, "\(place)/\(number)", at: path, isPart: true))
        }
      case "items":
        for (number, element) in value.elements.enumerated() {
          finding.add(compare(element, wanted, place + "/items", at: "\(path)[\(number)]"))
        }
      case "properties":
        for (name, member) in value.members {
          guard let schema = wanted[name] else { continue }
          let place = "\(place)/\(name)"
          finding.written.insert(place)
          finding.add(compare(member, schema, place, at: "\(path).\(name)"))
        }
      case "additionalProperties":
        guard case .object = wanted else { break }
        for (name, member) in value.members where schema["properties"]?[name] == nil {
          finding.add(compare(member, wanted, place + "/*", at: "\(path).\(name)"))
        }
      default:
        if !isMet(keyword, wanted, by: value) {
          finding.problems.append("\(path): \(keyword) is not met")
        }
      }
    }
    let isAlternative = schema["anyOf"] != nil
    let takesAny = if case .object? = schema["additionalProperties"] { true } else { false }
    if !isPart, !isAlternative, !takesAny {
      let known = names(schema)
      finding.problems += value.members.keys.filter { !known.contains($0) }.sorted()
        .map { "\(path): no member '\($0)' in the schema" }
    }
    return finding
  }

  /// The first alternative that fits, or what is wrong with the last.
  private func any(
    _ value: JSONValue, _ alternatives: [JSONValue], _ place: String, at path: String
  ) -> Finding {
    var finding = Finding(problems: ["\(path): no alternative"])
    for (number, alternative) in alternatives.enumerated() {
      finding = compare(value, alternative, "\(place)/\(number)", at: path)
      if finding.problems.isEmpty { break }
    }
    return finding
  }

  private func isMet(_ keyword: String, _ wanted: JSONValue, by value: JSONValue) -> Bool {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "version", "description": true
    case "type":
      (wanted.string.map { [$0] } ?? wanted.elements.compactMap(\.string)).contains(
        where: value.isOf)
    case "enum": wanted.elements.contains(value)
    case "required":
      wanted.elements.allSatisfy { $0.string.flatMap { value[$0] } != nil || value == .null }
    case "minimum": value.number.map { $0 >= wanted.number ?? 0 } ?? true
    case "minItems": Double(value.elements.count) >= wanted.number ?? 0
    case "minLength": value.string.map { Double($0.count) >= wanted.number ?? 0 } ?? true
    case "pattern":
      value.string.map { $0.range(of: wanted.string ?? "", options: .regularExpression) != nil }
        ?? true
    default: false
    }
  }

  private func resolve(_ name: String) -> (JSONValue, place: String) {
    let steps = name.split(separator: "/").dropFirst().map(String.init)
    return (steps.reduce(root) { $0[$1] ?? .null }, name)
  }

  /// The members that a schema names itself or by its parts.
  private func names(_ schema: JSONValue) -> Set<String> {
    if let name = schema["$ref"]?.string { return names(resolve(name).0) }
    return (schema["allOf"]?.elements ?? []).reduce(
      into: Set((schema["properties"]?.members ?? [:]).keys)
    ) {
      $0.formUnion(names($1))
    }
  }

  /// All members that the schema names, as places in it.
  func members() -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    func walk(_ schema: JSONValue, _ place: String) {
      if let name = schema["$ref"]?.string {
        let (target, place) = resolve(name)
        if seen.insert(place).inserted { walk(target, place) }
      }
      for (number, part) in ((schema["anyOf"] ?? schema["allOf"])?.elements ?? []).enumerated() {
        walk(part, "\(place)/\(number)")
      }
      for (name, member) in schema["properties"]?.members ?? [:] {
        found.insert("\(place)/\(name)")
        walk(member, "\(place)/\(name)")
      }
      if let items = schema["items"] { walk(items, place + "/items") }
      if let others = schema["additionalProperties"] { walk(others, place + "/*") }
    }
    walk(root, "#")
    return found
  }
}
