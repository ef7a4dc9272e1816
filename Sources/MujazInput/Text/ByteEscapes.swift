/// Markup that was escaped once too often, as some programs that make feeds do.
///
///     <![CDATA[أولاً&lt;br /&gt;ثانياً]]>     أولاً<br />ثانياً
enum ByteEscapes {
  /// The fragment decoded once, where it holds escaped tags and no real ones; nil where it does not.
  static func undone(_ fragment: [UInt8]) -> [UInt8]? {
    var hasEscapedTag = false
    for (index, byte) in fragment.enumerated() {
      if byte == UInt8(ascii: "<"), isTag(fragment, index + 1) { return nil }
      if byte == UInt8(ascii: "&"), fragment[index...].starts(with: "&lt;".utf8) {
        hasEscapedTag = hasEscapedTag || isTag(fragment, index + 4)
      }
    }
    return hasEscapedTag ? decoded(fragment) : nil
  }

  private static let names: Set<String> = [
    "a", "b", "blockquote", "br", "div", "em", "figure", "h1", "h2", "h3", "h4", "i", "img", "li",
    "ol",
    "p", "span", "strong", "table", "td", "tr", "u", "ul",
  ]

  /// Whether the name of an element of a page stands at a place, behind a slash or not.
  private static func isTag(_ bytes: [UInt8], _ start: Int) -> Bool {
    let rest = bytes[start...]
    let open = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
    let name = open.prefix(longestName).prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    return names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static let longestName = 12

  private static let entities: [(String, String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&"),
  ]

  /// Bytes with what entities stand for in their place, each decoded once.
  static func decoded(_ bytes: [UInt8], _ entities: [(String, String)] = entities) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let entity =
        bytes[index] == UInt8(ascii: "&")
        ? entities.first { bytes[index...].starts(with: $0.0.utf8) } : nil
      if let (name, text) = entity {
        result.append(contentsOf: text.utf8)
        index += name.utf8.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
