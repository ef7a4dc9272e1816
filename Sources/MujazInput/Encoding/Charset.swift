internal import CICU

/// A charset, by the name that it has on the internet.
public struct Charset: Sendable, Hashable {
  /// `UTF-8`, `windows-1256`, …
  public let name: String

  private init(known name: String) { self.name = name }

  static let utf8 = Charset(known: "UTF-8")
  static let ascii = Charset(known: "US-ASCII")
  static let utf16LittleEndian = Charset(known: "UTF-16LE")
  static let utf16BigEndian = Charset(known: "UTF-16BE")
  static let windows1256 = Charset(known: "windows-1256")
  static let windows1252 = Charset(known: "windows-1252")
  static let iso8859p6 = Charset(known: "ISO-8859-6")

  /// Whether its characters have two bytes or four, so that NUL bytes belong to its texts.
  var isWide: Bool { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") }

  /// The charset of any of its names; nil where ICU knows none of that name.
  public init?(named name: String) {
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let known = cicu_charset(name)
    else { return nil }
    self.name = String(cString: known)
  }

  /// The text that bytes are in this charset, as UTF-8, with U+FFFD for what they are not, and how many those were.
  /// Nil where memory runs out.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], bad: Int)? {
    guard let start = bytes.baseAddress else { return ([], 0) }
    var count = 0
    var bad = 0
    guard let text = cicu_decode(name, start, bytes.count, &count, &bad) else { return nil }
    defer { cicu_free(text) }
    return (Array(UnsafeBufferPointer(start: text, count: count)), bad)
  }

  /// What each byte stands for in a charset of single bytes, as a scalar.
  var scalarsOfBytes: [UInt32] {
    (0...255).map { (byte: UInt8) in
      let text = withUnsafePointer(to: byte) {
        decode(UnsafeBufferPointer(start: $0, count: 1))?.text ?? []
      }
      return String(decoding: text, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
    }
  }
}
