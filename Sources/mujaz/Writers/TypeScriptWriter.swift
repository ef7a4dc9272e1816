/// Writes a schema as type declarations of TypeScript.
struct TypeScriptWriter {
  /// The types that have a name, in the order in which they are met.
  private var named: [NamedType] = []

  static func text(_ schema: RecordSchema) -> String {
    var writer = TypeScriptWriter()
    if schema.mayBeError { _ = writer.name(of: .error, indent: "") }
    let record = NamedType(
      name: schema.name, key: nil, description: schema.description, type: .object(schema.members))
    var declarations = [writer.declaration(of: record)]
    var next = 0
    while next < writer.named.count {
      declarations.append(writer.declaration(of: writer.named[next]))
      next += 1
    }
    let line =
      schema.mayBeError
      ? "/** A line of --format jsonl with --on-error record. */\n"
        + "export type \(schema.name)Record = \(schema.name) | ErrorRecord;\n" : ""
    let head = schema.head.map { "// \($0)\n" }.joined()
    return head + "\n" + declarations.joined(separator: "\n") + (line.isEmpty ? "" : "\n" + line)
  }

  private mutating func declaration(of type: NamedType) -> String {
    let comment = type.description.map { "/** \($0) */\n" } ?? ""
    if case .object(let members) = type.type {
      return comment + "export interface \(type.name) \(body(members, indent: ""))\n"
    }
    return comment + "export type \(type.name) = \(name(of: type.type, indent: ""));\n"
  }

  private mutating func body(_ members: [Member], indent: String) -> String {
    let inner = indent + "  "
    return "{\n"
      + members.map { member in
        let comment = member.description.map { "\(inner)/** \($0) */\n" } ?? ""
        let mark = member.isRequired ? "" : "?"
        return "\(comment)\(inner)\(member.name)\(mark): \(name(of: member.type, indent: inner));\n"
      }.joined() + indent + "}"
  }

  private mutating func name(of type: ValueType, indent: String) -> String {
    switch type {
    case .string, .filled, .code: return "string"
    case .count, .number: return "number"
    case .boolean: return "boolean"
    case .choice(let words): return words.map { "\"\($0)\"" }.joined(separator: " | ")
    case .scalar: return "string | number | boolean | null"
    case .object(let members): return body(members, indent: indent)
    case .list(let element, _): return "Array<\(name(of: element, indent: indent))>"
    case .map(let value): return "Record<string, \(name(of: value, indent: indent))>"
    case .nullable(let type): return name(of: type, indent: indent) + " | null"
    case .named(let type):
      if !named.contains(where: { $0.name == type.name }) { named.append(type) }
      return type.name
    }
  }
}
