/// What a command writes of an article or a file: the one description from which its schema is written in every form.
struct RecordSchema {
  var command: String
  /// `MAJOR.MINOR`, see `promise`.
  var version: String
  /// What the record is called where types have names.
  var name: String
  var description: String
  var members: [Member]
  /// Whether an error may stand in a record's place, as `--on-error record` writes it.
  var mayBeError: Bool

  /// What a reader of records can rely on.
  static let promise = """
    The version is MAJOR.MINOR. Within a major version no member is removed, renamed, moved or given another type, and \
    one that is always there stays so; a minor version may add members and values of an enumeration. Readers pass over \
    what they don't know; a validator takes the schema of the mujaz that wrote the records, which names all that it \
    writes and nothing else.
    """

  /// All of it as prose.
  var prose: String { "\(description) Schema version \(version). \(Self.promise)" }
}

/// A member of an object.
struct Member: Sendable {
  var name: String
  var type: ValueType
  var description: String?
  var isRequired: Bool

  init(_ name: String, _ type: ValueType, _ description: String? = nil) {
    (self.name, self.type, self.description, isRequired) = (name, type, description, true)
  }

  /// A member that is not always there.
  static func optional(_ name: String, _ type: ValueType, _ description: String? = nil) -> Member {
    var member = Member(name, type, description)
    member.isRequired = false
    return member
  }
}

/// What a member may hold.
indirect enum ValueType: Sendable {
  case string
  /// A string that is never empty.
  case filled
  /// Small letters, digits and low lines.
  case code
  /// A whole number from 0 up.
  case count
  case number
  case boolean
  case choice([String])
  /// Whatever came in: a string, a number, true, false or null.
  case scalar
  case object([Member])
  case list(of: ValueType, atLeast: Int)
  /// An object whose members' names are data.
  case map(to: ValueType)
  /// That, or null.
  case nullable(ValueType)
  case named(NamedType)

  static func list(of type: ValueType) -> ValueType { .list(of: type, atLeast: 0) }
}

/// A type with a name.
struct NamedType: Sendable {
  var name: String
  /// Its key, where a JSON Schema refers to it instead of having it in its place.
  var key: String?
  var description: String?
  var type: ValueType
}

extension ValueType {
  /// What a type that has a name says of itself.
  var description: String? {
    if case .named(let type) = self { type.description } else { nil }
  }
}

extension RecordSchema {
  /// What it is and what it promises, in lines for a comment.
  var head: [String] {
    var lines: [String] = []
    for word in "mujaz \(command): \(prose)".split(separator: " ") {
      if let last = lines.last, last.count + word.count < 100 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
