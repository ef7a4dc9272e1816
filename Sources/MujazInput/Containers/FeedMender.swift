/// Makes a feed well-formed that is not: with tags of a page in its texts, without end tags, with bare `&` and `<`, cut off.
///
/// Bias: the tags that make a feed are few and written by machines, and trusted to be meant; the text between them is what
/// people put in, and not trusted. So only the tags of a feed are kept, and what stands inside a text is text: a reader takes
/// it for a fragment of a page in any case. Everything that was opened is closed.
///
///     <item><description>أولاً<br>ثانياً & ثالثاً</item>
///     <item><description>أولاً&lt;br>ثانياً &amp; ثالثاً</description></item>
struct FeedMender {
  /// The feed made well-formed, in UTF-8; nil where there is no tag of a feed in it. Linear.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var mender = FeedMender(bytes)
    mender.run()
    return mender.result.isEmpty ? nil : mender.result
  }

  private enum Kind {
    /// Holds entries.
    case container
    /// Holds lines.
    case group
    /// One article.
    case entry
    /// Text with markup in it, which ends at its own end tag.
    case markup
    /// A line of text, which ends where another element of the feed begins.
    case line
  }

  private static let kinds: [String: Kind] = [
    "rss": .container, "channel": .container, "feed": .container, "rdf:RDF": .container,
    "author": .group, "item": .entry, "entry": .entry,
    "title": .markup, "description": .markup, "summary": .markup, "content": .markup,
    "content:encoded": .markup,
    "link": .line, "guid": .line, "id": .line, "name": .line, "category": .line,
    "language": .line, "dc:language": .line, "pubDate": .line, "published": .line,
    "updated": .line, "dc:date": .line, "dc:creator": .line,
  ]

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var result: [UInt8] = []
  private var open: [(name: String, kind: Kind)] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count + bytes.count / 8)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func run() {
    while let byte = next {
      if byte == UInt8(ascii: "<") {
        tag()
      } else if open.isEmpty {
        index += 1  // no text stands outside the root
      } else {
        text(byte)
      }
    }
    close(downTo: 0)
  }

  // MARK: Tags

  private mutating func tag() {
    if starts(with: "<![CDATA[") { return characters() }
    let isInMarkup = open.last?.kind == .markup
    if !isInMarkup, starts(with: "<!--") { return skip(past: "-->") }
    if !isInMarkup, starts(with: "<!") || starts(with: "<?") { return skip(past: ">") }
    let start = index
    index += 1
    let isEnd = next == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = readName()
    guard let kind = Self.kinds[name], kind == .entry || !isInMarkup || isEnd && place(name) != nil
    else {
      if isInMarkup || name.isEmpty {
        index = start + 1
        if !open.isEmpty { write("&lt;") }
      } else {
        skip(past: ">")
      }
      return
    }
    if isEnd { end(name) } else { begin(name, kind) }
  }

  private func place(_ name: String) -> Int? { open.lastIndex { $0.name == name } }

  /// No element of a feed stands inside one of its own name, and an entry in nothing but what holds entries.
  private mutating func begin(_ name: String, _ kind: Kind) {
    if kind == .container, place(name) != nil { return skip(past: ">") }
    if kind == .entry {
      close(downTo: (open.lastIndex { $0.kind == .container } ?? -1) + 1)
    } else if let place = place(name) {
      close(downTo: place)
    } else if open.last?.kind == .line {
      close(downTo: open.count - 1)
    }
    write("<\(name)")
    let isEmpty = attributes()
    result.append(UInt8(ascii: ">"))
    open.append((name, kind))
    if isEmpty { close(downTo: open.count - 1) }
  }

  /// The end of the root is left to the end of the input: a second feed may follow.
  private mutating func end(_ name: String) {
    skip(past: ">")
    if let place = place(name), place > 0 { close(downTo: place) }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count { write("</\(open.removeLast().name)>") }
  }

  /// Copies the attributes that have a value and passes over the rest of a tag; whether the element is empty.
  private mutating func attributes() -> Bool {
    while let byte = next, byte != UInt8(ascii: "<") {
      if byte == UInt8(ascii: ">") || starts(with: "/>") {
        skip(past: ">")
        return byte != UInt8(ascii: ">")
      }
      let name = readName()
      skipSpace()
      if name.isEmpty {
        if next == byte { index += 1 }
      } else if next == UInt8(ascii: "=") {
        index += 1
        skipSpace()
        write(" \(name)=\"")
        value()
        write("\"")
      }
    }
    return false
  }

  private mutating func value() {
    let quote = next.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
    if quote != nil { index += 1 }
    while let byte = next, byte != UInt8(ascii: "<") {
      if byte == quote {
        index += 1
        return
      }
      if quote == nil, byte == UInt8(ascii: ">") || Self.isSpace(byte) { return }
      text(byte)
    }
  }

  // MARK: Text

  /// One byte of text, or the reference that it begins.
  private mutating func text(_ byte: UInt8) {
    index += 1
    switch byte {
    case UInt8(ascii: "&") where !isReference(): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: "\""): write("&quot;")
    default: result.append(byte)
    }
  }

  /// Whether a reference that XML knows stands behind the `&` that was read.
  private func isReference() -> Bool {
    if ["amp;", "lt;", "gt;", "quot;", "apos;"].contains(where: starts) { return true }
    guard next == UInt8(ascii: "#") else { return false }
    var place = index + 1
    let isHexadecimal = place < bytes.count && bytes[place] == UInt8(ascii: "x")
    if isHexadecimal { place += 1 }
    let first = place
    while place < bytes.count, place < first + 8,
      (0x30...0x39).contains(bytes[place])
        || isHexadecimal && (0x61...0x66).contains(bytes[place] | 0x20)
    {
      place += 1
    }
    return place > first && place < bytes.count && bytes[place] == UInt8(ascii: ";")
  }

  private mutating func characters() {
    let start = index
    skip(past: "]]>")
    guard !open.isEmpty else { return }
    result.append(contentsOf: bytes[start..<index])
    if !bytes[start..<index].suffix(3).elementsEqual("]]>".utf8) { write("]]>") }
  }

  // MARK: Bytes

  private mutating func write(_ text: String) { result.append(contentsOf: text.utf8) }

  private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// To behind the next such text, or to the end.
  private mutating func skip(past text: String) {
    while index < bytes.count, !starts(with: text) { index += 1 }
    index = min(index + text.utf8.count, bytes.count)
  }

  private mutating func skipSpace() {
    while let byte = next, Self.isSpace(byte) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private mutating func readName() -> String {
    let start = index
    while let byte = next, Self.isInName(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
