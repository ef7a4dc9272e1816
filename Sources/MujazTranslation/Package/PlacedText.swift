import MujazCore

extension String.UTF8View {
  /// The bytes of a range, nothing where it leaves the text.
  subscript(range: TextRange) -> Substring.UTF8View {
    let lower = index(startIndex, offsetBy: Swift.min(range.start, count))
    let upper = index(startIndex, offsetBy: Swift.min(Swift.max(range.end, range.start), count))
    return self[lower..<upper]
  }
}

extension BilingualSegment {
  /// The text of a placeholder.
  public func text(of place: Placeholder) -> String { source[place.range] }

  /// Where the source's placeholders stand in a target: each at its first place behind the one before, by number and
  /// range; those that the target does not have are left out.
  func placeholders(in target: String) -> [(place: Int, range: TextRange)] {
    var found: [(place: Int, range: TextRange)] = []
    let bytes = Array(target.utf8)
    var used: [TextRange] = []
    for index in placeholders.indices {
      let wanted = Array(text(of: placeholders[index]).utf8)
      if let range = Self.firstRange(of: wanted, in: bytes, notIn: used) {
        used.append(range)
        found.append((index, range))
      }
    }
    return found.sorted { $0.range < $1.range }
  }

  private static func firstRange(
    of wanted: [UInt8], in bytes: [UInt8], notIn used: [TextRange]
  ) -> TextRange? {
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
      let range = TextRange(start: start, end: start + wanted.count)
      guard bytes[start..<range.end].elementsEqual(wanted),
        !used.contains(where: { $0.start < range.end && range.start < $0.end })
      else { continue }
      return range
    }
    return nil
  }
}
