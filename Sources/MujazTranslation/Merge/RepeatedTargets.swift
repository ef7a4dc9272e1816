/// What the translator has put for a text that stands several times and is translated only once.
///
/// Bias: none of ours. Where she has put the same text in two ways, what she wants in a third place is hers to say.
struct RepeatedTargets: Sendable {
  /// Nil where there are two.
  private var targets: [ContentHash: String?] = [:]

  /// Reads a package. Linear.
  init(_ package: BilingualPackage) {
    var wanted: Set<ContentHash> = []
    func forEach(_ body: (BilingualSegment) -> Void) {
      for unit in package.documents.lazy.flatMap(\.units) { unit.segments.forEach(body) }
    }
    forEach { if $0.isUntouched { wanted.insert(ContentHash($0.source)) } }
    guard !wanted.isEmpty else { return }
    forEach { segment in
      guard segment.isTranslatable, segment.status == .translated, let target = segment.target
      else { return }
      let source = ContentHash(segment.source)
      guard wanted.contains(source) else { return }
      guard let first = targets[source] else { return targets[source] = .some(target) }
      if first.map({ ContentHash($0) }) != ContentHash(target) { targets[source] = .some(nil) }
    }
  }

  /// The target that a segment without one has elsewhere.
  func target(of segment: BilingualSegment) -> String? {
    guard !targets.isEmpty, segment.isUntouched else { return nil }
    return targets[ContentHash(segment.source)] ?? nil
  }

  /// Fills the repeats of a package; gives their number.
  static func fill(_ package: inout BilingualPackage) -> Int {
    let repeats = RepeatedTargets(package)
    guard !repeats.targets.isEmpty else { return 0 }
    var filled = 0
    for document in package.documents.indices {
      for unit in package.documents[document].units.indices {
        for index in package.documents[document].units[unit].segments.indices {
          let segment = package.documents[document].units[unit].segments[index]
          guard let target = repeats.target(of: segment) else { continue }
          package.documents[document].units[unit].segments[index].target = target
          filled += 1
        }
      }
    }
    return filled
  }
}

extension BilingualSegment {
  /// Whether nobody has written a target: there is none, or the source stands there.
  fileprivate var isUntouched: Bool {
    switch status {
    case .missing: true
    case .copied: ContentHash(target ?? "") == ContentHash(source)
    case .fuzzy, .translated, .omitted: false
    }
  }
}
