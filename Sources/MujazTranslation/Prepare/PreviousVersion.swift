/// A package of an earlier version of the articles: what of it still holds goes into the new one.
public struct PreviousVersion: Sendable {
  private var documents: [EarlierDocument] = []
  /// The documents that a text stands in.
  private var places: [ContentHash: [Int]] = [:]

  /// Where less than this part of a document's segments stood in an earlier one of another name, it is another article: a fifth.
  private static let leastShare = 5

  /// The documents of a package. Linear.
  public init(_ package: BilingualPackage) {
    for (number, document) in package.documents.enumerated() {
      let earlier = EarlierDocument(document)
      documents.append(earlier)
      for hash in Set(earlier.hashes) { places[hash, default: []].append(number) }
    }
  }

  /// How many documents no article is a new version of.
  public var unusedDocuments: Int { documents.count { !$0.isUsed } }

  /// What a document that is new has of its earlier version, nil where there is none. Each is used once.
  mutating func version(
    of sources: [String], _ hashes: [ContentHash], isBrief: Bool, original: String
  ) -> CarriedVersion? {
    guard let number = number(of: hashes, isBrief: isBrief, original: original) else { return nil }
    documents[number].isUsed = true
    let old = documents[number].segments
    let plan = VersionPlan(
      from: (old.map(\.source), documents[number].hashes), to: (sources, hashes))
    return CarriedVersion(old: old, plan: plan)
  }

  /// The document of the same name, or else the one that most of the segments stood in, or else the only one.
  private func number(of hashes: [ContentHash], isBrief: Bool, original: String) -> Int? {
    let kind = documents.indices.filter { documents[$0].isBrief == isBrief }
    let free = kind.filter { !documents[$0].isUsed }
    if let same = free.first(where: { documents[$0].original == original }) { return same }
    var shared: [Int: Int] = [:]
    for hash in Set(hashes) {
      for number in places[hash] ?? [] { shared[number, default: 0] += 1 }
    }
    let best = free.max { (shared[$0] ?? 0, $1) < (shared[$1] ?? 0, $0) }
    if let best, (shared[best] ?? 0) * Self.leastShare >= hashes.count { return best }
    return kind.count == 1 ? free.first : nil
  }
}

/// A document of an earlier package.
private struct EarlierDocument: Sendable {
  var original: String
  var segments: [BilingualSegment]
  var hashes: [ContentHash]
  var isBrief: Bool
  var isUsed = false

  init(_ document: BilingualDocument) {
    original = document.original
    segments = document.units.flatMap(\.segments)
    hashes = segments.map { ContentHash($0.source) }
    isBrief = segments.contains { $0.id.hasPrefix("b") && ContentHash(id: $0.id) != nil }
  }
}
