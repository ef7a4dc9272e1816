/// Reads the article of a message of mail (RFC 5322, MIME): its subject, its date, its sender's name and its text.
///
/// The text is the plain one, or else that in HTML; attachments and messages within the message are left out, and so are
/// quoted lines and a signature. A reader of our own: the packaged libraries bring a main loop and types of their own along for
/// what are three small encodings and a tree, and none bounds its depth as we do.
struct Mail {
  /// Parts stand in parts no deeper.
  private static let deepest = 16
  /// No message has more parts.
  private static let mostParts = 1_000

  /// A text that was found in a message.
  private enum Text {
    case plain([UInt8])
    case paragraphs([String])

    var isPlain: Bool { if case .plain = self { true } else { false } }
  }

  private struct Part {
    var header: MailHeader
    var body: UnsafeBufferPointer<UInt8>
    var type: String
    var parameters: [String: String]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      var lines = ByteLines(bytes)
      header = MailHeader(&lines)
      body = lines.rest
      (type, parameters) = header.value(of: "content-type")
      if type.isEmpty { type = "text/plain" }
    }

    var isAttachment: Bool {
      header.value(of: "content-disposition").value.hasPrefix("attachment")
    }
  }

  private let decoder: TextDecoder
  private var parts = 0
  private var encoding: Charset?
  private var repairs: [Repair] = []

  /// The article, the charset of its text, and what was put right. Linear.
  static func article(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decoder: TextDecoder
  ) throws(InputError) -> (article: CleanArticle, encoding: Charset, repairs: [Repair]) {
    var mail = Mail(decoder: decoder)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let message = Part(UnsafeBufferPointer(rebasing: bytes[mark...]))
    guard message.header.count > 0 else {
      throw InputError(
        .unsupportedFormat, bytes.isEmpty ? "the input is empty" : "no mail: it has no header")
    }
    let texts = try mail.texts(of: message, depth: 0)
    guard !texts.isEmpty else {
      throw InputError(.noArticle, "no article: the message has no text of its own")
    }
    return (mail.article(texts, message), mail.encoding ?? .utf8, mail.repairs)
  }

  private init(decoder: TextDecoder) { self.decoder = decoder }

  private func article(_ texts: [Text], _ message: Part) -> CleanArticle {
    var metadata = Metadata()
    let title = Self.subject(line(message.header["subject"] ?? [], of: message))
    metadata.headline = title.stated
    metadata.author = author(of: message)
    metadata.date = DateReader.iso(line(message.header["date"] ?? [], of: message))
    if texts.allSatisfy(\.isPlain) {
      let bodies = texts.map { if case .plain(let body) = $0 { body } else { [UInt8]() } }
      let body = Array(bodies.joined(separator: [0x0A, 0x0A]))
      return CleanArticle(title: title, body: body, metadata: metadata)
    }
    let paragraphs = texts.flatMap { text -> [String] in
      switch text {
      case .paragraphs(let paragraphs): paragraphs
      case .plain(let body):
        String(decoding: body, as: UTF8.self).split(whereSeparator: \.isNewline).map {
          String($0).collapsed
        }.filter { !$0.isEmpty }
      }
    }
    return CleanArticle(title: title, paragraphs: paragraphs.map(\.utf8), metadata: metadata)
  }

  // MARK: Header

  /// A line of a header, decoded.
  private func line(_ bytes: [UInt8], of message: Part) -> String {
    bytes.withUnsafeBufferPointer { line in
      EncodedWords(line).text { bytes, charset in
        bytes.withUnsafeBufferPointer { bytes in
          let charset = charset ?? message.parameters["charset"]
          // What makes no text stands as it is.
          guard let text = try? decoder(for: bytes, charset).decode(bytes) else {
            return String(decoding: bytes, as: UTF8.self)
          }
          return text.withText(of: bytes) { String(decoding: $0, as: UTF8.self) }
        }
      }
    }
  }

  /// A subject without the words that mail programs put before it.
  private static func subject(_ line: String) -> String {
    var line = line[...]
    while let prefix = ["re:", "fw:", "fwd:"].first(where: { line.lowercased().hasPrefix($0) }) {
      line = line.dropFirst(prefix.count).drop { $0 == " " }
    }
    return String(line)
  }

  /// The name of the first sender, before his address or in brackets behind it; nil where there is only an address.
  private func author(of message: Part) -> String? {
    let field = message.header["from"] ?? []
    var name = field.prefix { $0 != UInt8(ascii: "<") }
    if name.count == field.count {
      name = field.drop { $0 != UInt8(ascii: "(") }.dropFirst().prefix { $0 != UInt8(ascii: ")") }
    }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "\\")]
    let text = line(name.filter { !quotes.contains($0) }, of: message)
    return text.contains("@") ? nil : text.stated
  }

  // MARK: Parts

  /// The texts of a part, in order.
  private mutating func texts(of part: Part, depth: Int) throws(InputError) -> [Text] {
    guard !part.isAttachment else { return [] }
    switch part.type {
    case "text/plain": return try plain(part)
    case "text/html": return try page(part)
    default: break
    }
    guard part.type.hasPrefix("multipart/"), let boundary = part.parameters["boundary"]?.stated
    else { return [] }
    guard depth < Self.deepest else {
      throw InputError(.tooLarge, "the parts of the message are more than \(Self.deepest) deep")
    }
    let isChoice = part.type == "multipart/alternative"
    var found: [Text] = []
    for inner in try inner(of: part.body, Array(boundary.utf8)) {
      let texts = try texts(of: Part(inner), depth: depth + 1)
      guard isChoice else {
        found += texts
        continue
      }
      // The plain form is taken wherever it stands, else the last, which is the richest.
      if !texts.isEmpty { found = texts }
      if !texts.isEmpty, texts.allSatisfy(\.isPlain) { break }
    }
    return found
  }

  /// The parts between lines of a boundary.
  private mutating func inner(
    of body: UnsafeBufferPointer<UInt8>, _ boundary: [UInt8]
  ) throws(InputError) -> [UnsafeBufferPointer<UInt8>] {
    let delimiter = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
    var result: [UnsafeBufferPointer<UInt8>] = []
    var lines = ByteLines(body)
    var start: Int?
    while true {
      let place = lines.index
      guard let line = lines.next() else { break }
      guard line.starts(with: delimiter) else { continue }
      let rest = line[delimiter.count...]
      let isEnd = rest.starts(with: "--".utf8)
      guard isEnd || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let start { result.append(UnsafeBufferPointer(rebasing: body[start..<place])) }
      start = isEnd ? nil : lines.index
      if isEnd { break }
      parts += 1
      guard parts <= Self.mostParts else {
        throw InputError(.tooLarge, "the message has more than \(Self.mostParts) parts")
      }
    }
    // A message that is cut off has no end to its last part.
    if let start { result.append(UnsafeBufferPointer(rebasing: body[start...])) }
    return result
  }

  // MARK: Texts

  private mutating func plain(_ part: Part) throws(InputError) -> [Text] {
    guard let text = try decoded(part) else { return [] }
    let isFlowed = part.parameters["format"]?.lowercased() == "flowed"
    let deletesSpace = part.parameters["delsp"]?.lowercased() == "yes"
    let own = text.withUnsafeBufferPointer {
      MailBody.own($0, isFlowed: isFlowed, deletesSpace: deletesSpace)
    }
    return own.isEmpty ? [] : [.plain(own)]
  }

  private mutating func page(_ part: Part) throws(InputError) -> [Text] {
    guard let text = try decoded(part) else { return [] }
    let paragraphs = try PageReader.paragraphs(ofFragment: text)
    return paragraphs.isEmpty ? [] : [.paragraphs(paragraphs)]
  }

  /// The text of a part in UTF-8; nil where it is blank.
  private mutating func decoded(_ part: Part) throws(InputError) -> [UInt8]? {
    let bytes: [UInt8]
    switch part.header.value(of: "content-transfer-encoding").value {
    case "base64":
      guard let decoded = TransferEncoding.base64(part.body) else {
        throw InputError(.unsupportedFormat, "the message is damaged: its text is no base64")
      }
      bytes = decoded
    case "quoted-printable": bytes = TransferEncoding.quotedPrintable(part.body)
    default: bytes = Array(part.body)
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return nil }
    let (text, decoded) = try bytes.withUnsafeBufferPointer {
      buffer throws(InputError) -> ([UInt8], DecodedText) in
      let decoded = try decoder(for: buffer, part.parameters["charset"]).decode(buffer)
      return (decoded.withText(of: buffer) { Array($0) }, decoded)
    }
    encoding = encoding ?? decoded.charset
    for repair in decoded.repairs where !repairs.contains(repair) { repairs.append(repair) }
    return text
  }

  /// What reads bytes in a charset that the message states: it is believed unless the bytes say UTF-8.
  private func decoder(
    for bytes: UnsafeBufferPointer<UInt8>, _ charset: String?
  ) -> TextDecoder {
    guard decoder.charset == nil, let charset = charset.flatMap({ Charset(named: $0) }),
      charset != .utf8, charset != .ascii,
      !bytes.contains(where: { $0 >= 0x80 }) || UTF8Position.firstInvalid(bytes) != nil
    else { return decoder }
    return TextDecoder(charset: charset, isStrict: decoder.isStrict)
  }
}
