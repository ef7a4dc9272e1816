/// What the address that a page gives itself says of it.
///
/// Bias: an address of an article has its headline, a date or a number in its last part; one that has none of them may still be an
/// article's, as a site may name them by a word.
///
///     https://almarfa.example/                          the site itself
///     https://almarfa.example/culture/books             of a section
///     https://almarfa.example/culture/new-bridge-open   of an article
struct PageAddress {
  /// Whether it is the site's own.
  private(set) var isRoot = false
  /// Whether its last part is a word or two; so is the site's own.
  private(set) var isSection = false

  /// The canonical address or OpenGraph's; neither says anything where both are missing.
  init(_ head: PageHead) {
    let address = head.canonical.isEmpty ? head.metas["og:url"] ?? "" : head.canonical
    guard let scheme = address.firstRange(of: "://") else { return }
    let rest = address[scheme.upperBound...]
    let parts = rest.split(separator: "?", maxSplits: 1)
    let path = (parts.first ?? "").split(separator: "/").dropFirst()
    let hasQuery = parts.count > 1
    isRoot = path.isEmpty && !hasQuery
    let name = (path.last ?? "").utf8
    let isSlug =
      name.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "%") || $0 >= 0x80 }
      || name.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") } >= 2
    isSection = !isSlug && !hasQuery
  }
}
