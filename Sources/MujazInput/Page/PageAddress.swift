/// What the address that a page gives itself says of it.
///
/// Bias: an address of an article has its headline, a date or a number in its last part; one that has none of them may still be an
/// article's, as a site may name them by a word.
///
///     https://almarfa.example/                          the site itself
///     https://almarfa.example/culture/books             of a section
///     https://almarfa.example/culture/new-bridge-open   of an article
struct PageAddress {
  /// The name of the machine, without a port; empty where the address is none.
  private(set) var host: Substring = ""
  /// Whether it is the site's own.
  private(set) var isRoot = false
  /// Whether its last part is a word or two; so is the site's own.
  private(set) var isSection = false

  /// Where a page gives no address, nothing is said.
  init(_ address: String) {
    guard let scheme = address.firstRange(of: "://") else { return }
    let parts = address[scheme.upperBound...].split(separator: "?", maxSplits: 1)
    let path = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    host = (path.first ?? "").prefix { $0 != ":" }
    let name = path.dropFirst().last { !$0.isEmpty } ?? ""
    let hasQuery = parts.count > 1
    isRoot = name.isEmpty && !hasQuery
    let isSlug =
      name.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "%") || $0 >= 0x80 }
      || name.utf8.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") } >= 2
    isSection = !isSlug && !hasQuery
  }
}
