/// Reads gettext PO, from us or from a tool that had our file.
///
/// Obsolete entries count as deleted. Plural forms are refused: a sentence of an article has none.
struct POReader {
  private struct Entry {
    var comments: [String] = []
    var remarks = Remarks()
    var reference: String?
    var isFuzzy = false
    var context: String?
    var source: String?
    var target: String?
    var line = 0

    var isEmpty: Bool { context == nil && source == nil && target == nil }
  }

  private enum Field {
    case none, context, source, target
  }

  private var rows = RowAssembler()
  private var package = BilingualPackage(sourceLanguage: "", targetLanguage: "")
  private var entry = Entry()
  private var field = Field.none
  private var isFirst = true

  static func read(_ text: String) throws(PackageError) -> BilingualPackage {
    var reader = POReader()
    for (index, line) in text.textLines.enumerated() { try reader.take(line, index + 1) }
    try reader.endEntry()
    reader.package.documents = reader.rows.finish()
    return reader.package
  }

  private mutating func take(_ line: Substring, _ number: Int) throws(PackageError) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    if line.isEmpty {
      try endEntry()
    } else if line.hasPrefix("#") {
      // A comment belongs to the entry that follows.
      if entry.target != nil { try endEntry() }
      comment(line)
    } else if line.hasPrefix("\"") {
      try append(try Self.string(line, number), number)
    } else if line.hasPrefix("msgctxt") {
      if entry.source != nil { try endEntry() }
      entry.context = ""
      try begin(.context, line.dropFirst(7), number)
    } else if line.hasPrefix("msgid_plural") || line.hasPrefix("msgstr[") {
      throw PackageError(line: number, "plural forms are not read")
    } else if line.hasPrefix("msgid") {
      if entry.source != nil { try endEntry() }
      entry.source = ""
      entry.line = number
      try begin(.source, line.dropFirst(5), number)
    } else if line.hasPrefix("msgstr") {
      guard entry.source != nil, entry.target == nil else {
        throw PackageError(line: number, "msgstr without msgid")
      }
      entry.target = ""
      try begin(.target, line.dropFirst(6), number)
    } else {
      throw PackageError(line: number, "not PO: a keyword, a string or a comment is expected")
    }
  }

  private mutating func comment(_ line: Substring) {
    if line.hasPrefix("#.") {
      entry.comments.append(String(line.dropFirst(2).drop { $0 == " " }))
    } else if line.hasPrefix("#:") {
      entry.reference = entry.reference ?? String(line.dropFirst(2).drop { $0 == " " })
    } else if line.hasPrefix("#,") {
      entry.isFuzzy = entry.isFuzzy || line.split { ", #".contains($0) }.contains("fuzzy")
    } else if line.hasPrefix("#~") {
      // What was said of an entry that is obsolete is not said of the next one.
      entry = Entry()
    } else if !line.hasPrefix("#|") {
      entry.remarks.add(String(line.dropFirst()))
    }
  }

  private mutating func begin(
    _ field: Field, _ rest: Substring, _ number: Int
  ) throws(PackageError) {
    self.field = field
    try append(try Self.string(rest.drop { $0 == " " || $0 == "\t" }, number), number)
  }

  private mutating func append(_ text: String, _ number: Int) throws(PackageError) {
    switch field {
    case .none: throw PackageError(line: number, "a string without a keyword")
    case .context: entry.context? += text
    case .source: entry.source? += text
    case .target: entry.target? += text
    }
  }

  /// A string in quotation marks, its escapes resolved.
  private static func string(_ line: Substring, _ number: Int) throws(PackageError) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    var isOpen = false
    var isClosed = false
    for byte in line.utf8 {
      if isClosed {
        guard byte == 0x20 || byte == 0x09 else {
          throw PackageError(line: number, "text behind the end of a string")
        }
      } else if !isOpen {
        guard byte == UInt8(ascii: "\"") else {
          throw PackageError(line: number, "a string is expected")
        }
        isOpen = true
      } else if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "v"):
          bytes.append(0x20)
        default: bytes.append(byte)
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isClosed = true
      } else {
        bytes.append(byte)
      }
    }
    guard isClosed else { throw PackageError(line: number, "a string does not end") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func endEntry() throws(PackageError) {
    defer {
      if !entry.isEmpty { entry = Entry() }
      field = .none
    }
    guard !entry.isEmpty else { return }
    guard let source = entry.source, let target = entry.target else {
      throw PackageError(line: entry.line == 0 ? nil : entry.line, "an entry is not whole")
    }
    if source.isEmpty, entry.context == nil {
      guard isFirst else { throw PackageError(line: entry.line, "a second header") }
      isFirst = false
      try header(target)
      return
    }
    isFirst = false
    var document = entry.reference ?? ""
    if let colon = document.lastIndex(of: ":") { document = String(document[..<colon]) }
    document = document.fromReference
    let notes = entry.comments.filter { SegmentPlace($0) == nil }.map {
      Note(Note.Category(of: $0) ?? .context, $0)
    }
    try rows.add(
      BilingualRow(
        id: entry.context ?? "", place: entry.comments.lazy.compactMap(SegmentPlace.init).first,
        document: document, source: source, target: target.isEmpty ? nil : target,
        isFuzzy: entry.isFuzzy, notes: notes, remarks: entry.remarks, line: entry.line))
  }

  private mutating func header(_ text: String) throws(PackageError) {
    for field in text.split(separator: "\n") {
      guard let colon = field.firstIndex(of: ":") else { continue }
      let value = String(field[field.index(after: colon)...].drop { $0 == " " })
      switch field[..<colon] {
      case "Language":
        package.targetLanguage = String(value.map { $0 == "_" ? "-" : $0 })
      case "X-Source-Language": package.sourceLanguage = value
      case "Content-Type":
        let lower = value.lowercased()
        guard lower.contains("charset=utf-8") || !lower.contains("charset=") else {
          throw PackageError("the file says that it is not in UTF-8")
        }
      default: break
      }
    }
  }
}

extension String {
  /// A name that was written as a reference, with `%20` for its spaces; as it is where it was not.
  fileprivate var fromReference: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
