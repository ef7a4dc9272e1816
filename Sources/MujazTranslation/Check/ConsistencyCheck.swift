/// A sentence that stands twice is translated once.
struct ConsistencyCheck {
  private var first: [ContentHash: (segment: String, target: ContentHash)] = [:]

  mutating func check(_ segment: BilingualSegment, _ list: inout FindingList) {
    guard let target = segment.target, [.translated, .fuzzy].contains(segment.status),
      segment.isTranslatable, segment.source.hasArabicOutside(segment.placeholders)
    else { return }
    let source = ContentHash(segment.source)
    let hash = ContentHash(target)
    guard let before = first[source] else {
      first[source] = (segment.id, hash)
      return
    }
    if before.target != hash {
      list.add(
        .warning, .consistency, segment,
        "the same source is translated differently in \(before.segment)")
    }
  }
}
