/// Writes a schema as JSON Schema of 2020-12.
struct JSONSchemaWriter {
  private typealias Keyword = (name: String, value: JSONText)

  /// The types that are referred to, in the order in which they are met.
  private var definitions: [NamedType] = []

  static func text(_ schema: RecordSchema) -> String {
    var writer = JSONSchemaWriter()
    let record = writer.members(of: .object(schema.members))
    var body = record
    if schema.mayBeError {
      body = [
        (name: "anyOf", value: .array([writer.schema(.error, description: nil), .object(record)]))
      ]
    }
    let head: [Keyword] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:mujaz:schema:\(schema.command):\(schema.version)")),
      ("title", .string("mujaz \(schema.command)")), ("version", .string(schema.version)),
      ("description", .string(schema.prose)),
    ]
    let definitions: [Keyword] =
      writer.definitions.isEmpty ? [] : [("$defs", writer.defined())]
    return JSONText.object(head + definitions + body).document
  }

  private mutating func defined() -> JSONText {
    // A definition may be met in another.
    var written: [Keyword] = []
    var next = 0
    while next < definitions.count {
      let type = definitions[next]
      written.append((type.key ?? type.name, schema(type.type, description: type.description)))
      next += 1
    }
    return .object(written)
  }

  private mutating func schema(_ type: ValueType, description: String?) -> JSONText {
    let head = description.map { [(name: "description", value: JSONText.string($0))] } ?? []
    return .object(head + members(of: type))
  }

  private mutating func members(of type: ValueType) -> [Keyword] {
    switch type {
    case .string: return Self.type("string")
    case .filled: return Self.type("string", ("minLength", .integer(1)))
    case .code: return Self.type("string", ("pattern", .string("^[a-z0-9_]+$")))
    case .count: return Self.type("integer", ("minimum", .integer(0)))
    case .number: return Self.type("number")
    case .boolean: return Self.type("boolean")
    case .choice(let words): return [("enum", .strings(words))]
    case .scalar: return [("type", .strings(["string", "number", "boolean", "null"]))]
    case .object(let members): return object(members)
    case .list(let element, let least):
      let items: Keyword = ("items", schema(element, description: nil))
      return least > 0
        ? Self.type("array", ("minItems", .integer(least)), items) : Self.type("array", items)
    case .map(let value):
      return Self.type("object", ("additionalProperties", schema(value, description: nil)))
    case .nullable(let type): return members(of: type).map(Self.orNull)
    case .named(let type): return reference(to: type)
    }
  }

  private static func type(_ name: String, _ rest: Keyword...) -> [Keyword] {
    [("type", .string(name))] + rest
  }

  private mutating func object(_ members: [Member]) -> [Keyword] {
    let properties: [Keyword] = members.map {
      (name: $0.name, value: schema($0.type, description: $0.description))
    }
    return Self.type(
      "object", ("properties", .object(properties)),
      ("required", .strings(members.filter(\.isRequired).map(\.name))),
      ("additionalProperties", .literal("false")))
  }

  private mutating func reference(to type: NamedType) -> [Keyword] {
    guard let key = type.key else {
      return members(of: type.type)
    }
    if !definitions.contains(where: { $0.key == key }) { definitions.append(type) }
    return [("$ref", .string("#/$defs/\(key)"))]
  }

  /// The keyword of a type, where null is one of its values.
  private static func orNull(_ keyword: Keyword) -> Keyword {
    switch keyword {
    case ("type", .string(let name)): ("type", .strings([name, "null"]))
    case ("enum", .array(let words)): ("enum", .array(words + [.literal("null")]))
    default: keyword
    }
  }
}
