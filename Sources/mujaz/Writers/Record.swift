import MujazCore
import MujazInput

/// What the records of all commands share.
extension JSONWriter {
  /// The beginning of a record: the comma of an array where it is part of one, `{` and the id.
  mutating func beginRecord(_ identity: Identity, isArray: Bool) {
    if isArray { raw(",\n") }
    beginLine()
    member("id")
    switch identity.id {
    case .none: raw("null")
    case .token(let token): bytes.append(contentsOf: token)
    case .string(let id): string(id.span, TextRange(start: 0, end: id.count))
    }
  }

  /// The text, where it came as a file, so that whoever reads the output doesn't have it.
  mutating func source(_ text: Span<UInt8>, of identity: Identity) {
    if identity.isFile { member("source", text, TextRange(start: 0, end: text.count)) }
  }

  /// The language of an article: what its text tells, or else what the input states; nothing where neither is known.
  mutating func language(of text: Span<UInt8>, stated: String?) {
    let told = ArticleLanguage(of: text)
    if told != .undetermined {
      member("language", word: told.rawValue)
    } else if let stated {
      member("language", stated)
    }
  }

  /// What kind of web page it is; nothing where it is told of none.
  mutating func page(_ verdict: PageVerdict?) {
    guard let verdict else { return }
    beginObject("page")
    member("kind", word: verdict.kind.rawValue)
    member("confidence", word: verdict.confidence.rawValue)
    endObject()
  }

  /// The end of a record, a line of its own unless it is part of an array.
  mutating func endRecord(isArray: Bool) {
    if isArray { endObject() } else { endLine() }
  }

  /// A record in the place of an article that was none.
  mutating func error(_ error: InputError, _ identity: Identity, isArray: Bool) {
    beginRecord(identity, isArray: isArray)
    beginObject("error")
    member("code", error.code.rawValue)
    member("message", error.message)
    page(error.page)
    if let line = identity.line { member("line", line) }
    endObject()
    endRecord(isArray: isArray)
  }
}
