import MujazCore

/// Finds what a translator must leave as it is: URLs, e-mail addresses, handles, hashtags.
///
/// Bias: text stays text where in doubt, because a placeholder can't be translated.
///
///     راسلنا على info@example.com و@newsdesk      both protected       C# و50@ و#1      nothing
enum PlaceholderFinder {
  /// The placeholders of a range, with offsets that count from its start. Linear.
  static func placeholders(in text: Span<UInt8>, _ range: TextRange) -> [Placeholder] {
    var found: [Placeholder] = []
    var offset = range.start
    var runEnd = range.start
    var isInside = false
    while offset < range.end {
      let byte = text[offset]
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#"), !isInside,
        let end = name(text, from: offset, limit: range.end)
      {
        add(byte == UInt8(ascii: "@") ? .handle : .hashtag, offset, end)
        continue
      }
      // A Latin run is looked at once, at its first letter.
      if byte.isAlphanumeric, offset >= runEnd {
        let run = Address.scan(text, from: offset, limit: range.end)
        runEnd = run.runEnd
        if let end = run.addressEnd {
          add(isEmail(text, offset, end) ? .email : .url, offset, end)
          continue
        }
      }
      // A sign inside a Latin word or number names nothing; a و may be written together with it.
      isInside = byte.isAlphanumeric || byte == UInt8(ascii: "_")
      offset += 1
      while offset < range.end, text[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    func add(_ kind: Placeholder.Kind, _ start: Int, _ end: Int) {
      found.append(
        Placeholder(
          kind: kind, range: TextRange(start: start - range.start, end: end - range.start)))
      offset = end
      isInside = true
    }
    // A segment that is nothing else has nothing to be translated around it: its text is left as it reads.
    return isAlone(text, range, found) ? [] : found
  }

  /// The end of the handle or hashtag whose sign stands at `start`; nil where none does.
  private static func name(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    let isHandle = text[start] == UInt8(ascii: "@")
    var offset = start + 1
    var letters = 0
    while offset < limit {
      let byte = text[offset]
      var size = 1
      if byte < 0x80 {
        guard byte.isAlphanumeric || byte == UInt8(ascii: "_") else { break }
        if !(0x30...0x39).contains(byte), byte != UInt8(ascii: "_") { letters += 1 }
      } else {
        guard !isHandle, text.isWordPart(at: offset, limit: limit) else { break }
        size = text.scalar(at: offset, limit: limit).count
        letters += 1
      }
      offset += size
    }
    return letters >= 2 ? offset : nil
  }

  private static func isEmail(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for offset in start..<end {
      if text[offset] == UInt8(ascii: "@") { return true }
      if text[offset] == UInt8(ascii: "/") || text[offset] == UInt8(ascii: ":") { return false }
    }
    return false
  }

  private static func isAlone(
    _ text: Span<UInt8>, _ range: TextRange, _ found: [Placeholder]
  ) -> Bool {
    guard !found.isEmpty else { return false }
    var offset = range.start
    for place in found + [
      Placeholder(kind: .url, range: TextRange(start: range.count, end: range.count))
    ] {
      while offset < range.start + place.range.start {
        if text.isWordPart(at: offset, limit: range.end) { return false }
        offset += text.scalar(at: offset, limit: range.end).count
      }
      offset = range.start + place.range.end
    }
    return true
  }
}
