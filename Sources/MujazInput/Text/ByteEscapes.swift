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

  private static let entities: [(StaticString, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&apos;", 0x27),
    ("&amp;", 0x26),
  ]

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let entity =
        byte == UInt8(ascii: "&")
        ? entities.first { entity in
          let text = UnsafeBufferPointer(
            start: entity.0.utf8Start, count: entity.0.utf8CodeUnitCount)
          return bytes[index...].starts(with: text)
        } : nil
      result.append(entity?.1 ?? byte)
      index += entity?.0.utf8CodeUnitCount ?? 1
    }
    return result
  }
}
