/// The header of a message or of a part of one (RFC 5322, RFC 2045): those fields that are read.
struct MailHeader {
  /// A header is read so far.
  private static let longest = 1 << 20

  /// Fields by their names in small letters, unfolded; of several of one name the first.
  private var fields: [String: [UInt8]] = [:]
  /// How many fields there are, also of names that nobody reads.
  private(set) var count = 0

  private static let read: Set<String> = [
    "from", "subject", "date", "content-type", "content-transfer-encoding", "content-disposition",
  ]

  /// Reads to the empty line, or to a line that is no field: what stands there is the body.
  init(_ lines: inout ByteLines) {
    let start = lines.index
    var name = ""
    while lines.index - start < Self.longest {
      let place = lines.index
      guard let line = lines.next(), let first = line.first else { return }
      if first == 0x20 || first == 0x09 {
        if !name.isEmpty { fields[name]?.append(contentsOf: line) }
        continue
      }
      guard let field = Self.name(of: line) else {
        lines.index = place
        return
      }
      count += 1
      name = fields[field] == nil && Self.read.contains(field) ? field : ""
      if !name.isEmpty { fields[name] = Array(line[(field.utf8.count + 1)...]) }
    }
  }

  /// A field as it stands; nil where there is none.
  subscript(name: String) -> [UInt8]? { fields[name] }

  /// The value of a field that is a word with parameters, in small letters, and its parameters by name.
  func value(of name: String) -> (value: String, parameters: [String: String]) {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in fields[name] ?? [] {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        continue
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(byte)
    }
    let texts = parts.map { String(decoding: $0, as: UTF8.self).collapsed }
    var parameters: [String: String] = [:]
    for text in texts.dropFirst() {
      guard let sign = text.firstIndex(of: "=") else { continue }
      let key = String(text[..<sign]).collapsed.lowercased()
      if parameters[key] == nil {
        parameters[key] = String(text[text.index(after: sign)...]).collapsed
      }
    }
    return (texts[0].lowercased(), parameters)
  }

  /// The name that a field begins with, in small letters; nil where the line is no field.
  private static func name(of line: UnsafeBufferPointer<UInt8>) -> String? {
    guard let colon = line.prefix(longestName).firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return String(decoding: line[..<colon], as: UTF8.self).lowercased()
  }

  private static let longestName = 80

  // MARK: Telling a message

  private static let senders: Set<String> = ["from", "received", "return-path"]
  private static let others: Set<String> = [
    "date", "subject", "to", "mime-version", "message-id", "content-type", "delivered-to",
  ]

  /// Whether bytes begin with the header of a message: nothing but fields down to the empty line or to the end of what is
  /// seen, among them who it is from and one more that messages have.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = ByteLines(bytes)
    var hasSender = false
    var known: Set<String> = []
    while let line = lines.next(), let first = line.first {
      if first == 0x20 || first == 0x09, !known.isEmpty { continue }
      guard let name = name(of: line) else {
        // The last line may be cut.
        guard lines.index == bytes.count else { return false }
        break
      }
      if senders.contains(name) { hasSender = true }
      if senders.contains(name) || others.contains(name) { known.insert(name) }
    }
    return hasSender && known.count > 1
  }
}
