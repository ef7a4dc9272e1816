internal import CJSON
public import MujazCore

/// The id of a record, as it is written back. Its bytes are the parser's and valid until it parses the next line.
public enum RecordID {
  /// The record has none.
  case none
  /// A string, decoded.
  case string(UnsafeBufferPointer<UInt8>)
  /// A number or a literal, as it stood.
  case token(UnsafeBufferPointer<UInt8>)
}

extension RecordID {
  /// The id as text, a number or a literal as it stood; nil where there is none, or null.
  fileprivate var string: String? {
    switch self {
    case .none: nil
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .token(let bytes):
      bytes.elementsEqual("null".utf8) ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// One record of a JSON Lines stream. Its bytes are the parser's and valid until it parses the next line.
public struct Record {
  /// The text, decoded.
  public var text: UnsafeBufferPointer<UInt8>
  /// The title, decoded; empty where the record has none.
  public var title: UnsafeBufferPointer<UInt8>
  /// The id.
  public var id: RecordID
}

/// Why a line is no record, and whose it was, where that could be read.
public struct RecordError: Error, Sendable {
  /// What is wrong with the line.
  public var error: InputError
  /// The bytes of the id, nil where there is none.
  public var id: [UInt8]?
  /// Whether the id is a string; else it is a JSON token as it stood.
  public var idIsString: Bool

  init(error: InputError, id: [UInt8]?, idIsString: Bool) {
    self.error = error
    self.id = id
    self.idIsString = idIsString
  }

  /// An error of a record that was read well.
  public init(_ error: InputError, _ id: RecordID) {
    switch id {
    case .none: self.init(error: error, id: nil, idIsString: false)
    case .string(let bytes): self.init(error: error, id: Array(bytes), idIsString: true)
    case .token(let bytes): self.init(error: error, id: Array(bytes), idIsString: false)
    }
  }
}

/// The members of a record that hold its text, its title and its id.
public struct RecordFields: Sendable, Hashable {
  /// The member that holds the text.
  public var text: String
  /// The member that holds the title.
  public var title: String
  /// The member that holds the id.
  public var id: String
  /// Whether `date`, `site`, `author` and `url` are read too.
  public var includesFacts: Bool

  /// Members by their names; without arguments `text`, `title` and `id`.
  public init(
    text: String = "text", title: String = "title", id: String = "id", includesFacts: Bool = false
  ) {
    (self.text, self.title, self.id) = (text, title, id)
    self.includesFacts = includesFacts
  }
}

/// What a record is of its input, for messages.
public enum RecordUnit: String, Sendable {
  /// A line of JSON Lines.
  case line
  /// An element of a JSON array, or an object that fills lines.
  case element
}

/// Reads records of JSON Lines, one object a line with a string `text` and optional `id` and `title`, or members of other
/// names, and optional `date`, `site`, `author` and `url`.
///
/// Not copyable: it owns simdjson's buffers, which grow to twice the longest line.
public struct RecordParser: ~Copyable {
  private let parser: OpaquePointer
  private let fields: RecordFields

  /// A parser; throws where memory runs out.
  public init(fields: RecordFields = RecordFields()) throws(InputError) {
    guard let parser = cjson_open() else { throw InputError.outOfMemory }
    self.parser = parser
    self.fields = fields
    if fields != RecordFields() { cjson_set_fields(parser, fields.text, fields.title, fields.id) }
  }

  deinit { cjson_close(parser) }

  /// How many readable bytes must follow a line that is parsed.
  public static var padding: Int { cjson_padding() }

  /// Parses one line, which must be followed by `padding` readable bytes.
  public func parse(
    _ line: UnsafeBufferPointer<UInt8>, _ unit: RecordUnit = .line
  ) throws(RecordError) -> Record {
    guard let start = line.baseAddress else {
      throw RecordError(error: InputError(.invalidJSON, "empty line"), id: nil, idIsString: false)
    }
    var record = cjson_record()
    var message: UnsafePointer<CChar>?
    let status = cjson_parse(parser, start, line.count, &record, &message)
    guard status == cjson_ok else {
      throw RecordError(
        error: error(status, message, line, unit),
        id: record.id.start == nil ? nil : Array(Self.buffer(record.id)),
        idIsString: record.id_is_string)
    }
    return Record(
      text: Self.buffer(record.text), title: Self.buffer(record.title), id: Self.id(record))
  }

  /// The article of one line and its id, nil where it has none. A copy of both is made: `parse` makes none.
  public func article(
    _ line: String
  ) throws(RecordError) -> (article: Article, id: String?) {
    let bytes = Array(line.utf8) + [UInt8](repeating: 0, count: Self.padding)
    return try bytes.withUnsafeBufferPointer { (bytes) throws(RecordError) in
      let line = bytes.extracting(..<(bytes.count - Self.padding))
      let record = try parse(line)
      let title = String(decoding: record.title, as: UTF8.self)
      let article = Article(
        title: title.isEmpty ? nil : title, text: String(decoding: record.text, as: UTF8.self))
      return (article, record.id.string)
    }
  }

  /// What the record that was parsed last says in its members `date`, `site`, `author` and `url`; nil where it has none of them or
  /// nobody asked for them.
  public func origin() -> Origin? {
    var facts = cjson_facts()
    guard fields.includesFacts, cjson_read_facts(parser, &facts) else { return nil }
    var metadata = Metadata()
    // What is no day or moment, منذ ساعتين, is none to whoever reads it later.
    metadata.date = Self.string(facts.date).flatMap(DateReader.iso)
    metadata.site = Self.string(facts.site)
    metadata.author = Self.string(facts.author)
    metadata.url = Self.string(facts.url)
    return Origin(encoding: "UTF-8", metadata: metadata)
  }

  private static func string(_ bytes: cjson_bytes) -> String? {
    bytes.start == nil ? nil : String(decoding: buffer(bytes), as: UTF8.self)
  }

  private static func id(_ record: cjson_record) -> RecordID {
    guard record.id.start != nil else { return .none }
    return record.id_is_string ? .string(buffer(record.id)) : .token(buffer(record.id))
  }

  private static func buffer(_ bytes: cjson_bytes) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.start, count: bytes.start == nil ? 0 : bytes.count)
  }

  private func error(
    _ status: cjson_status, _ message: UnsafePointer<CChar>?, _ line: UnsafeBufferPointer<UInt8>,
    _ unit: RecordUnit
  ) -> InputError {
    switch status {
    case cjson_invalid_utf8:
      let offset = UTF8Position.firstInvalid(line) ?? 0
      return InputError(
        .invalidUTF8, "not UTF-8: invalid sequence at byte \(offset) of the \(unit.rawValue)")
    case cjson_invalid_json:
      let detail = message.map { String(cString: $0) } ?? "malformed"
      return InputError(.invalidJSON, "not JSON: \(detail)")
    case cjson_not_an_object:
      return InputError(.notAnObject, "the \(unit.rawValue) is JSON but no object")
    case cjson_no_text:
      return InputError(.noText, "the object has no string \"\(fields.text)\"")
    case cjson_bad_title: return InputError(.badTitle, "\"\(fields.title)\" is no string")
    case cjson_bad_id:
      return InputError(.badID, "\"\(fields.id)\" is no string, number or literal")
    case cjson_too_large: return InputError(.tooLarge, "the \(unit.rawValue) is longer than 4 GB")
    default: return InputError.outOfMemory
    }
  }
}
