/// Writes a schema as the columns of a table in the SQL of Apache Spark.
///
/// An error stands in a column of its own, so every column may be null; Spark takes a column for one that may be, whatever is
/// said, where it reads JSON. An id is a string there, as a number's digits.
enum SparkSchemaWriter {
  static func text(_ schema: RecordSchema) -> String {
    let error = Member("error", .cause, "Why the input is no article; null where it is one")
    let columns = schema.members + (schema.mayBeError ? [error] : [])
    let lines = columns.map { column($0, separator: " ", isColumn: true) }
    return schema.head.map { "-- \($0)\n" }.joined() + lines.joined(separator: ",\n") + "\n"
  }

  private static func column(_ member: Member, separator: String, isColumn: Bool) -> String {
    let comment = member.description ?? (isColumn ? member.type.description : nil)
    return "`\(member.name)`\(separator)\(name(of: member.type))"
      + (comment.map { " COMMENT '\(escaped($0))'" } ?? "")
  }

  private static func name(of type: ValueType) -> String {
    switch type {
    case .string, .filled, .code, .choice, .scalar: "STRING"
    case .count: "BIGINT"
    case .number: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .object(let members):
      "STRUCT<"
        + members.map { column($0, separator: ": ", isColumn: false) }.joined(separator: ", ") + ">"
    case .list(let element, _): "ARRAY<\(name(of: element))>"
    case .map(let value): "MAP<STRING, \(name(of: value))>"
    case .nullable(let type): name(of: type)
    case .named(let type): name(of: type.type)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if character == "'" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
