/// What a language tag says that a translation package needs to know.
public struct Language: Sendable, Hashable {
  /// The tag as it was given.
  public let tag: String

  /// A BCP 47 tag: a language of two or three letters, then parts of up to eight letters or digits. Nil for anything
  /// else. `en`, `pt-BR`, `zh-Hans-CN`; not `english`, not `en_US`.
  public init?(_ tag: String) {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    let isAlphanumeric = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy(isAlphanumeric) else {
        return nil
      }
    }
    // A single letter or digit introduces an extension and can't stand last.
    if let last = parts.last, parts.count > 1, last.utf8.count == 1 { return nil }
    self.tag = tag
  }

  private init(known tag: String) { self.tag = tag }

  /// `ar`.
  public static let arabic = Language(known: "ar")
  /// `en`.
  public static let english = Language(known: "en")

  /// The language without script and region, in small letters.
  public var base: String { tag.split(separator: "-").first.map { $0.lowercased() } ?? "" }

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool {
    ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"].contains(base)
  }

  /// Whether sentences stand side by side without a space.
  public var isWrittenWithoutSpaces: Bool {
    ["zh", "ja", "yue", "th", "lo", "km", "my"].contains(base)
  }

  /// Whether it is written in Arabic letters.
  public var usesArabicScript: Bool {
    ["ar", "fa", "ur", "ps", "ckb", "sd", "ug"].contains(base)
  }

  /// `rtl` or `ltr`.
  var direction: StaticString { isRightToLeft ? "rtl" : "ltr" }
}
