/// JSON that people read: what fits on a line stands on one, everything else a member or an element a line.
indirect enum JSONText {
  case literal(String)
  case string(String)
  case array([JSONText])
  /// In the order in which it is written.
  case object([(name: String, value: JSONText)])

  static func integer(_ number: Int) -> JSONText { .literal(String(number)) }
  static func strings(_ strings: [String]) -> JSONText { .array(strings.map { .string($0) }) }

  private static let width = 110

  /// The whole, with a line feed at its end.
  var document: String { written(indent: "", before: 0) + "\n" }

  /// `before`: so many characters stand on the line already.
  private func written(indent: String, before: Int) -> String {
    let line = compact
    let (open, close, parts): (String, String, [(head: String, value: JSONText)])
    switch self {
    case .literal, .string: return line
    case .array(let elements): (open, close, parts) = ("[", "]", elements.map { ("", $0) })
    case .object(let members):
      (open, close, parts) = (
        "{", "}", members.map { ("\(Self.quoted($0.name)): ", $0.value) }
      )
    }
    if indent.count + before + line.count <= Self.width || parts.isEmpty { return line }
    let inner = indent + "  "
    let lines = parts.map {
      inner + $0.head + $0.value.written(indent: inner, before: $0.head.count)
    }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
  }

  private var compact: String {
    switch self {
    case .literal(let text): text
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[" + elements.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.name)): \($0.value.compact)" }.joined(separator: ", ")
        + "}"
    }
  }

  /// Names and descriptions are ours: no controls are among them.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
