import MujazCore

/// What a translator must leave as it is must stand in the target as often as in the source.
///
/// Formats without codes show no placeholder: there URLs, e-mail addresses and handles are looked for, but not hashtags,
/// which a translator may have good reason to translate. Each is sought in the whole target: of so many that 32 MB would have to be looked
/// through, those behind are passed over.
enum PlaceholderCheck {
  private static let mostSought = 32 << 20

  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    var places = pair.segment.placeholders
    if places.isEmpty, pair.source.utf8.contains(where: { $0 == 0x2E || $0 == 0x40 || $0 == 0x3A })
    {
      var source = pair.source
      source.makeContiguousUTF8()
      let span = source.utf8.span
      places = PlaceholderFinder.placeholders(in: span, TextRange(start: 0, end: span.count))
        .filter { $0.kind != .hashtag }
      places = Array(places.prefix(mostSought / max(1, pair.target.utf8.count)))
    }
    guard !places.isEmpty else { return }
    var segment = pair.segment
    segment.placeholders = places
    let found = Set(segment.placeholders(in: pair.target).map(\.place))
    let missing = places.indices.filter { !found.contains($0) }.map { segment.text(of: places[$0]) }
    if !missing.isEmpty {
      list.add(
        .error, .placeholders, pair.segment,
        "not in the target: \(missing.joined(separator: ", "))")
    }
  }
}
