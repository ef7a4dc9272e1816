import MujazCore
import MujazInput

/// Members that the records of all commands share.
extension JSONWriter {
  /// The beginning of a record: the comma of an array where it is part of one, `{` and the id.
  mutating func beginRecord(_ identity: Identity, isArray: Bool) {
    if isArray { raw(",\n") }
    raw("{\"id\":")
    switch identity.id {
    case .none: raw("null")
    case .token(let token): bytes.append(contentsOf: token)
    case .string(let id): string(id.span, TextRange(start: 0, end: id.count))
    }
  }

  /// The end of a record, a line of its own unless it is part of an array.
  mutating func endRecord(isArray: Bool) {
    raw("}")
    if !isArray { raw("\n") }
  }

  /// A record in the place of an article that was none.
  mutating func error(_ error: InputError, _ identity: Identity, isArray: Bool) {
    beginRecord(identity, isArray: isArray)
    raw(",\"error\":{\"code\":")
    string(error.code.rawValue)
    raw(",\"message\":")
    string(error.message)
    raw("}")
    endRecord(isArray: isArray)
  }

  /// `"start":…,"end":…` of a range.
  mutating func place(_ range: TextRange) {
    raw("\"start\":")
    integer(range.start)
    raw(",\"end\":")
    integer(range.end)
  }
}
