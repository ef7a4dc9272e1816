/// Writes a schema in the JSON of Apache Arrow's integration files: fields with their types and children, and no batches.
///
/// An error stands in a field of its own, so where there may be one every field of the record may be null. An id is a string.
enum ArrowSchemaWriter {
  private typealias Entry = (name: String, value: JSONText)

  static func text(_ schema: RecordSchema) -> String {
    let error = Member.optional(
      "error", .cause, "Why the input is no article; null where it is one")
    let members =
      schema.mayBeError
      ? schema.members.map { .optional($0.name, $0.type, $0.description) } + [error]
      : schema.members
    let metadata = [
      ("mujaz.command", schema.command), ("mujaz.schema.version", schema.version),
      ("description", schema.prose),
    ]
    let body: [Entry] = [
      ("fields", .array(members.map(field))), ("metadata", pairs(metadata)),
    ]
    return JSONText.object([("schema", .object(body)), ("batches", .array([]))]).document
  }

  private static func pairs(_ pairs: [(String, String)]) -> JSONText {
    .array(pairs.map { .object([("key", .string($0)), ("value", .string($1))]) })
  }

  private static func field(_ member: Member) -> JSONText {
    let comment = member.description ?? member.type.description
    return field(
      member.name, member.type, isNullable: !member.isRequired || member.type.mayBeNull,
      metadata: comment.map { [("metadata", pairs([("description", $0)]))] } ?? [])
  }

  private static func field(
    _ name: String, _ type: ValueType, isNullable: Bool, metadata: [Entry] = []
  ) -> JSONText {
    let (kind, children) = parts(of: type)
    return .object(
      [
        ("name", .string(name)), ("type", .object(kind)),
        ("nullable", .literal(isNullable ? "true" : "false")), ("children", .array(children)),
      ] + metadata)
  }

  private static func parts(of type: ValueType) -> (type: [Entry], children: [JSONText]) {
    switch type {
    case .string, .filled, .code, .choice, .scalar: ([("name", .string("utf8"))], [])
    case .count:
      (
        [
          ("name", .string("int")), ("bitWidth", .integer(64)), ("isSigned", .literal("true")),
        ], []
      )
    case .number: ([("name", .string("floatingpoint")), ("precision", .string("DOUBLE"))], [])
    case .boolean: ([("name", .string("bool"))], [])
    case .object(let members): ([("name", .string("struct"))], members.map(field))
    case .list(let element, _):
      ([("name", .string("list"))], [field("item", element, isNullable: element.mayBeNull)])
    case .map(let value):
      ([("name", .string("map")), ("keysSorted", .literal("false"))], [entries(value)])
    case .nullable(let type): parts(of: type)
    case .named(let type): parts(of: type.type)
    }
  }

  /// What a map is a list of.
  private static func entries(_ value: ValueType) -> JSONText {
    let type = ValueType.object([Member("key", .string), Member("value", value)])
    return field("entries", type, isNullable: false)
  }
}

extension ValueType {
  /// Whether null is one of the values.
  fileprivate var mayBeNull: Bool {
    switch self {
    case .nullable, .scalar: true
    case .named(let type): type.type.mayBeNull
    default: false
    }
  }
}
