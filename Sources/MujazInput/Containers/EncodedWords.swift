/// A line of a header whose words may be encoded (RFC 2047).
///
///     =?utf-8?Q?=D9=86=D8?= =?utf-8?Q?=B5?=     نص
struct EncodedWords {
  /// The bytes of a run, and the charset that its words name; nil: they stood as they are.
  private var runs: [(bytes: [UInt8], charset: String?)] = []

  /// Words that follow each other in one charset are one run: senders cut them inside a character.
  init(_ line: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var plain: [UInt8] = []
    func isBlank() -> Bool { plain.allSatisfy { $0 <= 0x20 } }
    while index < line.count {
      guard line[index] == UInt8(ascii: "="), let word = Self.word(line, index) else {
        plain.append(line[index])
        index += 1
        continue
      }
      index = word.end
      // White space between two words is none.
      if !plain.isEmpty, runs.last?.charset == nil || !isBlank() { runs.append((plain, nil)) }
      plain = []
      if let last = runs.last, last.charset == word.charset {
        runs[runs.count - 1].bytes += word.bytes
      } else {
        runs.append((word.bytes, word.charset))
      }
    }
    if !plain.isEmpty { runs.append((plain, nil)) }
  }

  /// The line in one piece, white space collapsed and controls left out; `decode` makes a text of a run.
  func text(_ decode: (_ bytes: [UInt8], _ charset: String?) -> String) -> String {
    let line = runs.map { decode($0.bytes, $0.charset) }.joined()
    guard line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return line.collapsed }
    return String(decoding: line.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
      .collapsed
  }

  /// The encoded word that begins at a place: `=?charset?B?bytes?=`.
  private static func word(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (bytes: [UInt8], charset: String, end: Int)? {
    let mark = UInt8(ascii: "?")
    guard start + 1 < line.count, line[start + 1] == mark,
      let name = line[(start + 2)...].prefix(longestName).firstIndex(of: mark),
      name + 2 < line.count, line[name + 2] == mark,
      let end = line[(name + 3)...].firstIndex(of: mark), end + 1 < line.count,
      line[end + 1] == UInt8(ascii: "=")
    else { return nil }
    let content = UnsafeBufferPointer(rebasing: line[(name + 3)..<end])
    // A language may stand behind the charset (RFC 2231).
    let charset = line[(start + 2)..<name].prefix { $0 != UInt8(ascii: "*") }
    let bytes: [UInt8]?
    switch line[name + 1] | 0x20 {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(content)
    case UInt8(ascii: "q"): bytes = TransferEncoding.quotedPrintable(content, inWord: true)
    default: bytes = nil
    }
    return bytes.map { ($0, String(decoding: charset, as: UTF8.self).lowercased(), end + 2) }
  }

  private static let longestName = 80
}
