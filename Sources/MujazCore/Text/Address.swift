/// URLs, e-mail addresses and bare host names: Latin runs whose full stops end nothing.
///
/// Bias: an address must look like one (a scheme, `www.`, an `@` with a host, or a host with a known top level
/// domain), so that `وصل.وغادر` and `Inc.` stay what they are. `سجل في www.example.com/ar.` is an address up to
/// the last letter; the full stop behind it is the sentence's.
package enum Address {
  /// No address is longer; a longer run is looked at in pieces.
  private static let longest = 2048

  /// The Latin run that starts at `start`: where it ends, and where the address ends that it is, if it is one.
  ///
  /// Whoever walks over a text asks once a run, at its first letter, and so stays linear on a run of a
  /// million characters.
  package static func scan(
    _ text: Span<UInt8>, from start: Int, limit: Int
  ) -> (runEnd: Int, addressEnd: Int?) {
    var runEnd = start
    let limit = min(limit, start + longest)
    while runEnd < limit, isPart(text[runEnd]) { runEnd += 1 }
    return (runEnd, end(in: text, from: start, limit: runEnd))
  }

  private static func end(in text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    // Punctuation at the end belongs to the sentence.
    var end = limit
    while end > start, isTrailing(text[end - 1]) { end -= 1 }
    var dots = 0
    var at: Int?
    var lastDot = start
    for offset in start..<end {
      if text[offset] == UInt8(ascii: ".") {
        dots += 1
        lastDot = offset
      } else if text[offset] == UInt8(ascii: "@") {
        at = offset
      }
    }
    guard end - start >= 4, dots > 0 || at != nil else {
      return hasScheme(text, start, end) ? end : nil
    }
    if hasScheme(text, start, end) { return end }
    if start + 4 < end, matches(text, start, "www.") { return end }
    if let at, at > start, lastDot > at, end - lastDot > 2 { return end }
    return isHost(text, start, end) ? end : nil
  }

  private static func hasScheme(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    matches(text, start, "http://", end) || matches(text, start, "https://", end)
      || matches(text, start, "ftp://", end)
  }

  /// `name.tld` or `name.tld/path`, the top level domain being one that Arabic news prints.
  private static func isHost(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var hostEnd = start
    while hostEnd < end, text[hostEnd] != UInt8(ascii: "/"), text[hostEnd] != UInt8(ascii: "?") {
      hostEnd += 1
    }
    var label = hostEnd
    while label > start, text[label - 1] != UInt8(ascii: ".") { label -= 1 }
    guard label > start + 1 else { return false }
    var key = WordKeyBuilder()
    for offset in label..<hostEnd { key.append(Letter.ascii[text[offset]]) }
    return topLevel.contains(key.key.hash64)
  }

  private static let topLevel: HashTable<Void> = {
    let names: [StaticString] = [
      "com", "net", "org", "info", "edu", "gov", "mil", "int", "tv", "io", "me", "co", "app",
      "news",
      "sa", "ae", "eg", "jo", "lb", "qa", "kw", "bh", "om", "ye", "iq", "sy", "ps", "ma", "tn",
      "dz",
      "ly", "sd", "uk", "fr", "de", "us", "eu", "tr", "ir", "ru", "htm", "html", "php", "aspx",
    ]
    var table = HashTable<Void>(none: (), room: names.count)
    for name in names {
      var key = WordKeyBuilder()
      for offset in 0..<name.utf8CodeUnitCount { key.append(name.utf8Start[offset]) }
      table.update(key.key.hash64) { _ in }
    }
    return table
  }()

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private static func matches(
    _ text: Span<UInt8>, _ start: Int, _ name: StaticString, _ end: Int? = nil
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard start + count <= (end ?? text.count) else { return false }
    for k in 0..<count {
      let byte = text[start + k]
      let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      if small != name.utf8Start[k] { return false }
    }
    return true
  }
}
