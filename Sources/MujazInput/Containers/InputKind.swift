/// What the bytes of an input hold.
public enum InputKind: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One article as a web page.
  case html
  /// One article a line, each a JSON object.
  case jsonLines = "jsonl"
  /// An array of JSON objects, each an article, or such objects one behind the other, over any number of lines.
  case json
  /// RSS or Atom: many articles.
  case feed
  /// Records of a web archive, pages (WARC) or their texts (WET): many articles.
  case warc
  /// A document of a word processor in Office Open XML.
  case docx
  /// A text of a word processor in OpenDocument.
  case odt
  /// One message of mail.
  case mail
  /// Subtitles, SubRip or WebVTT: one text.
  case subtitles

  /// Whether it is one article, or may be many.
  public var isOneArticle: Bool {
    switch self {
    case .text, .html, .docx, .odt, .mail, .subtitles: true
    case .jsonLines, .json, .feed, .warc: false
    }
  }

  /// Whether it is a stream of records, each of which is read by itself.
  var holdsRecords: Bool { self == .jsonLines || self == .json || self == .warc }

  /// Decides by content, by the first bytes of an input: a few thousand are enough.
  ///
  /// JSON begins with an object, that is with `{` and then `"` or `}`, or with `[` and such an object; an Arabic headline in curly brackets ({النصرة}
  /// تواصل…) does not. Markup begins with `<` and a letter, or with a declaration; a message with the fields of its header,
  /// subtitles with the times of a cue.
  public init(sniffing bytes: UnsafeBufferPointer<UInt8>) {
    if FileSignature.isZip(bytes) {
      self = FileSignature.isOpenDocument(bytes) ? .odt : .docx
      return
    }
    // UTF-16 and files with NUL bytes in them are told by their ASCII too.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide || bytes.prefix(64).contains(0) {
      let plain = bytes.prefix(Self.sample).dropFirst(isWide ? 2 : 0).filter { $0 != 0 }
      self = plain.withUnsafeBufferPointer { Self.narrow($0) }
      // Lines of JSON are never in UTF-16.
      if self == .jsonLines || self == .json { self = .text }
    } else {
      self = Self.narrow(bytes)
    }
  }

  /// No more bytes are looked at for the root of a document.
  private static let sample = 4096

  private static func narrow(_ bytes: UnsafeBufferPointer<UInt8>) -> InputKind {
    var head = Head(bytes: bytes)
    head.skipSpace()
    let start = head.index
    if head.starts(with: "WARC/") { return .warc }
    guard let first = head.next else { return .text }
    if let kind = head.json() { return kind }
    if first == UInt8(ascii: "<") { return head.markup() }
    let rest = UnsafeBufferPointer(rebasing: bytes.prefix(sample)[start...])
    if Subtitles.begins(rest) { return .subtitles }
    return MailHeader.begins(rest) ? .mail : .text
  }

  /// The head of an input, while it is being read.
  private struct Head {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipSpace() {
      while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
        index += 1
      }
    }

    /// Whether ASCII text stands here, in whatever case.
    func starts(with text: StaticString) -> Bool {
      guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
      for place in 0..<text.utf8CodeUnitCount {
        let (byte, wanted) = (bytes[index + place], text.utf8Start[place])
        let isLetter = (0x61...0x7A).contains(wanted | 0x20)
        if isLetter ? byte | 0x20 != wanted | 0x20 : byte != wanted { return false }
      }
      return true
    }

    /// JSON Lines, or JSON whose first object does not stand on its line: in an array, or with a line end behind its bracket.
    mutating func json() -> InputKind? {
      var isArray = false
      if next == UInt8(ascii: "[") {
        isArray = true
        index += 1
        skipSpace()
      }
      guard next == UInt8(ascii: "{") else { return nil }
      index += 1
      let start = index
      skipSpace()
      let isBroken = bytes[start..<index].contains(0x0A)
      guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") else { return nil }
      return isArray || isBroken ? .json : .jsonLines
    }

    /// The kind of a document that begins with `<`: its root behind comments, declarations and instructions.
    mutating func markup() -> InputKind {
      var isXML = false
      while index < min(bytes.count, sample), next == UInt8(ascii: "<") {
        if starts(with: "<!doctype html") || starts(with: "<html") { return .html }
        if starts(with: "<rss") || starts(with: "<feed") || starts(with: "<rdf:RDF") {
          return .feed
        }
        if starts(with: "<?xml") { isXML = true }
        guard starts(with: "<!") || starts(with: "<?") else { break }
        let end: [UInt8] = starts(with: "<!--") ? [0x2D, 0x2D, 0x3E] : [0x3E]
        while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
        index += end.count
        skipSpace()
      }
      // Another document in XML is told as a feed that has nothing.
      if isXML { return .feed }
      guard index + 1 < bytes.count, next == UInt8(ascii: "<") else { return .text }
      let letter = bytes[index + 1] | 0x20
      return (0x61...0x7A).contains(letter) ? .html : .text
    }
  }
}
