/// Tells the charset of bytes by the bytes alone: what a page or a server says of them is wrong too often.
///
/// Bias, in the order of the tests: a byte order mark; UTF-16 where the high bytes are those of Arabic; UTF-8 where it is
/// valid, or where its Arabic letters outnumber what is damaged; and of the two old Arabic charsets the one that makes
/// the likelier letters.
enum CharsetDetector {
  /// No more bytes are looked at where a share or a score is taken.
  private static let sample = 256 << 10

  /// So many letters tell the charsets of single bytes apart.
  private static let enough = 1024

  /// UTF-16 shows its high bytes at once.
  private static let quick = 256

  enum Finding: Equatable {
    /// The charset, and how many bytes of a byte order mark stand before the text.
    case charset(Charset, mark: Int)
    /// UTF-8 with bytes in it that are none.
    case damagedUTF8
    case notText
  }

  static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes, mark: 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .charset(.utf16LittleEndian, mark: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .charset(.utf16BigEndian, mark: 2) }
    if let charset = wideCharset(bytes) { return .charset(charset, mark: 0) }
    return utf8(bytes, mark: 0)
  }

  /// Whether bytes are UTF-16, where NUL bytes belong to the text.
  static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || wideCharset(bytes) != nil
  }

  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, mark: Int) -> Finding {
    let text = UnsafeBufferPointer(rebasing: bytes[mark...])
    guard let first = UTF8Position.firstInvalid(text) else { return .charset(.utf8, mark: mark) }
    if mark > 0 || isCutTail(text, from: first) || isDamagedUTF8(text) { return .damagedUTF8 }
    let piece = UnsafeBufferPointer(rebasing: text.prefix(sample))
    return isText(piece) ? .charset(narrowCharset(piece), mark: 0) : .notText
  }

  /// UTF-16 without a mark: nearly all bytes on one side are the high bytes of Arabic letters (06), of ASCII (00) or of
  /// punctuation (20), and on the other side they are not.
  private static func wideCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let count = min(bytes.count, sample) & ~1
    guard count >= 4, bytes.prefix(quick).contains(where: { $0 == 0x00 || $0 == 0x06 }) else {
      return nil
    }
    var even = HighBytes()
    var odd = HighBytes()
    for index in stride(from: 0, to: count, by: 2) {
      even.add(bytes[index])
      odd.add(bytes[index + 1])
    }
    let pairs = count / 2
    if odd.prevail(in: pairs), !even.prevail(in: pairs) { return .utf16LittleEndian }
    if even.prevail(in: pairs), !odd.prevail(in: pairs) { return .utf16BigEndian }
    return nil
  }

  /// Counts the bytes that are the high ones of Arabic text in UTF-16.
  private struct HighBytes {
    /// Of letters and of ASCII.
    var letters = 0
    /// Of punctuation and presentation forms: 20 is also a space, so that these alone prove nothing.
    var others = 0

    mutating func add(_ byte: UInt8) {
      if byte == 0x06 || byte == 0x00 { letters += 1 }
      if byte == 0x20 || byte == 0xFE || byte == 0xFB { others += 1 }
    }

    func prevail(in pairs: Int) -> Bool {
      (letters + others) * 10 >= pairs * 9 && letters * 2 >= pairs
    }
  }

  /// Whether nothing is wrong but that the last character is not whole.
  static func isCutTail(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Bool {
    let rest = bytes.count - first
    let lead = bytes[first]
    let wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    return rest < wanted && bytes[(first + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// Whether Arabic letters in UTF-8 outnumber the bytes that are no part of any character.
  private static func isDamagedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var bad = 0
    var index = 0
    let count = min(bytes.count, sample)
    while index < count {
      let lead = bytes[index]
      let size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let isWhole =
        size > 0 && index + size <= bytes.count
        && bytes[(index + 1)..<(index + size)].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole {
        if (0xD8...0xDB).contains(lead) { letters += 1 }
        index += size
      } else {
        bad += 1
        index += 1
      }
    }
    return letters * 5 > bad * 6
  }

  /// Whether bytes of a charset of single bytes are text: hardly any controls, and spaces or line ends between words.
  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
    return controls * 50 <= bytes.count
  }

  /// windows-1256 or ISO-8859-6.
  static func narrowCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset {
    var windows = ArabicScore()
    var iso = ArabicScore()
    var previous: UInt8 = 0xFF
    for byte in bytes {
      if byte >= 0x80 {
        if previous < 0x80 {
          windows.add(ascii: previous)
          iso.add(ascii: previous)
        }
        windows.add(windowsScalars[Int(byte)])
        iso.add(isoScalars[Int(byte)])
        if windows.letters == enough { break }
      }
      previous = byte
    }
    return iso.total > windows.total ? .iso8859p6 : .windows1256
  }

  private static let windowsScalars = Charset.windows1256.scalarsOfBytes
  private static let isoScalars = Charset.iso8859p6.scalarsOfBytes
}
