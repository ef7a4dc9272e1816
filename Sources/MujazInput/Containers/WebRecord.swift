/// A record of a web archive (WARC 1.0 and 1.1, ISO 28500) that holds a page or a text.
public struct WebRecord: Sendable {
  /// The record's address.
  public var uri: String
  /// Whether its content is an HTTP response, with the head of one.
  public var isResponse: Bool
  /// The media type that the record states.
  public var mediaType: String
  /// The bytes of the record behind its head.
  public var content: [UInt8]

  /// A record is no larger, and a part of a response inflates to no more.
  static let largest = 64 << 20

  /// The page or the text of the record, and whether it is a page; nil where it is of another kind (a picture, a style
  /// sheet), which is no article and no error.
  public func document(
    limit: SizeLimit = .standard
  ) throws(InputError) -> (bytes: ArraySlice<UInt8>, kind: InputKind)? {
    guard isResponse else { return Self.kind(mediaType).map { (content[...], $0) } }
    var lines = HeaderLines(bytes: content[...])
    guard let status = lines.next(), status.hasPrefix("HTTP/") else {
      throw InputError(.notText, "the record is no HTTP response")
    }
    let head = Self.head(&lines)
    guard let kind = Self.kind(head["content-type"] ?? "text/html") else { return nil }
    let code = status.split(separator: " ").dropFirst().first ?? ""
    guard code == "200" || code == "203" || code == "206" else {
      throw InputError(.noArticle, "no article: HTTP status \(code.prefix(3))")
    }
    var body = lines.bytes
    if head["transfer-encoding"]?.contains("chunked") == true { body = Self.unchunked(body) }
    switch head["content-encoding"] {
    case "gzip", "x-gzip", "deflate":
      // Archives often state an encoding that they have undone.
      let isGzip = body.starts(with: [0x1F, 0x8B]) || body.first == 0x78
      guard isGzip else { break }
      let limit = limit.capped(at: Self.largest)
      guard let inflated = try GzipReader.inflate(body, limit: limit.bytes) else {
        throw InputError(.tooLarge, "the page is damaged or inflates to more than \(limit)")
      }
      body = inflated[...]
    case "br", "zstd":
      throw InputError(.unsupportedFormat, "the page is compressed in a way that is not supported")
    default: break
    }
    return (body, kind)
  }

  /// Whether it is of a kind that `document` gives, or refuses for what is wrong with it.
  public var isDocument: Bool {
    guard isResponse else { return Self.kind(mediaType) != nil }
    var lines = HeaderLines(bytes: content[...])
    guard let status = lines.next(), status.hasPrefix("HTTP/") else { return true }
    return Self.kind(Self.head(&lines)["content-type"] ?? "text/html") != nil
  }

  /// The head of a response, by the lines behind its status; the bytes behind it are its body.
  private static func head(_ lines: inout HeaderLines) -> [String: String] {
    var head: [String: String] = [:]
    while let line = lines.next(), !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { continue }
      head[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).collapsed
        .lowercased()
    }
    return head
  }

  private static func kind(_ mediaType: String) -> InputKind? {
    let type = mediaType.lowercased()
    if type.contains("html") { return .html }
    if type.hasPrefix("text/plain") { return .text }
    if type.contains("rss") || type.contains("atom") { return .feed }
    return nil
  }

  /// A body without the sizes that chunked transfer puts between its parts; as it is where it has none.
  private static func unchunked(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var lines = HeaderLines(bytes: body)
    while let line = lines.next() {
      guard let size = Int(line.prefix { $0.isHexDigit }, radix: 16) else {
        return result.isEmpty ? body : result[...]
      }
      if size == 0 { break }
      result.append(contentsOf: lines.bytes.prefix(size))
      lines.bytes = lines.bytes.dropFirst(size)
      _ = lines.next()
    }
    return result[...]
  }
}

/// Lines that end in CRLF or LF, as of HTTP and WARC.
struct HeaderLines {
  /// What stands behind the lines that were read.
  var bytes: ArraySlice<UInt8>

  mutating func next() -> String? {
    guard !bytes.isEmpty else { return nil }
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    var line = bytes[bytes.startIndex..<end]
    bytes = bytes[min(end + 1, bytes.endIndex)...]
    if line.last == 0x0D { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }
}

/// Cuts a web archive into its records as it comes in.
public struct WebRecordCutter {
  private var buffer: [UInt8] = []
  private var start = 0
  /// How much of a record that is too large is still to come and be left out.
  private var toSkip = 0
  private let limit: SizeLimit

  /// A record's head is no longer.
  private static let longestHead = 1 << 20

  /// A cutter that refuses records above a limit, 64 MB at most.
  public init(limit: SizeLimit = .standard) {
    self.limit = limit.capped(at: WebRecord.largest)
  }

  /// What was found.
  public enum Found {
    /// A record with a page or a text.
    case record(WebRecord)
    /// A record that is left out: too large.
    case refused(InputError, uri: String)
    /// No more before more comes in.
    case more
    /// What came is no archive.
    case broken
  }

  /// Takes what has come in.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// Whether a record has begun that has not ended.
  public var isOpen: Bool { toSkip > 0 || buffer[start...].contains { $0 > 0x20 } }

  /// The next record with a page or a text in it.
  public mutating func next() -> Found {
    while true {
      if toSkip > 0 {
        let count = min(toSkip, buffer.count - start)
        start += count
        toSkip -= count
        if toSkip > 0 { return .more }
      }
      while start < buffer.count, buffer[start] <= 0x20 { start += 1 }
      guard let head = head() else {
        return buffer.count - start > Self.longestHead ? .broken : .more
      }
      guard let size = head.size else { return .broken }
      if size > limit.bytes {
        start = head.end
        toSkip = size
        if head.isWanted {
          return .refused(
            InputError(.tooLarge, "the record is larger than \(limit)"), uri: head.uri)
        }
        continue
      }
      guard buffer.count - head.end >= size else { return .more }
      let content = head.end..<(head.end + size)
      start = content.upperBound
      if head.isWanted {
        return .record(
          WebRecord(
            uri: head.uri, isResponse: head.isResponse, mediaType: head.mediaType,
            content: Array(buffer[content])))
      }
    }
  }

  private struct RecordHead {
    var end = 0
    var size: Int?
    var uri = ""
    var mediaType = ""
    var isResponse = false
    var isWanted = false
  }

  /// The head of the record that begins here; nil while it is not whole.
  private func head() -> RecordHead? {
    var lines = HeaderLines(bytes: buffer[start...])
    guard buffer[start...].contains(0x0A), let version = lines.next() else { return nil }
    guard version.hasPrefix("WARC/") else { return RecordHead() }
    var head = RecordHead()
    while true {
      guard lines.bytes.contains(0x0A), let line = lines.next() else { return nil }
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...]).collapsed
      switch line[..<colon].lowercased() {
      case "content-length": head.size = Int(value).flatMap { $0 >= 0 ? $0 : nil }
      case "content-type": head.mediaType = value
      case "warc-target-uri": head.uri = String(value.drop { $0 == "<" }.prefix { $0 != ">" })
      case "warc-type":
        head.isResponse = value == "response"
        head.isWanted = value == "response" || value == "conversion" || value == "resource"
      default: break
      }
    }
    head.end = lines.bytes.startIndex
    if head.isResponse { head.isResponse = head.mediaType.lowercased().contains("http") }
    return head
  }
}
