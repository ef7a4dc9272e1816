import MujazCore

/// Translations at hand, in memory: what the analysis counts matches against.
///
/// A match is 100 · (1 − d / n): d the edit distance between the words of two sentences, n the number of words of the longer;
/// a word that differs in و ف ب ل ك or ال alone costs a half. 100 is the same text; 101 the same text between the
/// same neighbours; 99 where only spelling differs (tashkeel, tatweel, forms of alef, ya and ta marbuta, digits).
public struct TranslationMemory: Sendable {
  struct Entry: Sendable {
    var source: String
    var target: String
    var hash: ContentHash
    var before: ContentHash?
    var after: ContentHash?
    var words: [WordKey]
  }

  /// The best that a memory has for a sentence.
  public struct Match: Sendable, Hashable {
    /// 50 to 101.
    public var percent: Int
    public var source: String
    public var target: String
  }

  private(set) var entries: [Entry] = []
  private var byHash: [ContentHash: [Int]] = [:]
  /// Entries that a word stands in.
  private var byWord: [WordKey: [Int32]] = [:]

  /// Candidates are sought by so many of a sentence's rarest words, so that the search stays short however large the
  /// memory is.
  private static let probes = 6
  private static let mostCandidates = 200

  public init() {}

  /// Adds what is translated in a package.
  public mutating func add(_ package: BilingualPackage) {
    for document in package.documents {
      let segments = document.units.flatMap(\.segments)
      for (index, segment) in segments.enumerated() {
        guard segment.status == .translated, let target = segment.target else { continue }
        add(
          segment.source, target, before: index > 0 ? segments[index - 1].source : nil,
          after: index + 1 < segments.count ? segments[index + 1].source : nil)
      }
    }
  }

  /// Adds a sentence and its translation.
  public mutating func add(
    _ source: String, _ target: String, before: String? = nil, after: String? = nil
  ) {
    let entry = Entry(
      source: source, target: target, hash: ContentHash(source),
      before: before.map { ContentHash($0) }, after: after.map { ContentHash($0) },
      words: source.wordKeys)
    byHash[entry.hash, default: []].append(entries.count)
    for word in Set(entry.words) { byWord[word, default: []].append(Int32(entries.count)) }
    entries.append(entry)
  }

  /// The best match of 50 percent or more; of equal ones the first.
  public func bestMatch(for source: String, before: String?, after: String?) -> Match? {
    guard !entries.isEmpty else { return nil }
    let hash = ContentHash(source)
    if let same = byHash[hash] {
      let (before, after) = (before.map { ContentHash($0) }, after.map { ContentHash($0) })
      let index = same.first { entries[$0].before == before && entries[$0].after == after }
      return match(index == nil ? 100 : 101, index ?? same[0])
    }
    let words = source.wordKeys
    guard !words.isEmpty else { return nil }
    var best: (percent: Int, index: Int)?
    for index in candidates(words) {
      let percent = Self.percent(words, entries[index].words, atLeast: best?.percent ?? 49)
      if let percent, percent > best?.percent ?? 49 { best = (percent, index) }
    }
    return best.map { match($0.percent, $0.index) }
  }

  private func match(_ percent: Int, _ index: Int) -> Match {
    Match(percent: percent, source: entries[index].source, target: entries[index].target)
  }

  /// Entries that share rare words, those that share most first.
  private func candidates(_ words: [WordKey]) -> [Int] {
    let known = Set(words).compactMap { word in byWord[word].map { (word, $0) } }
      .sorted { ($0.1.count, $0.0.bits) < ($1.1.count, $1.0.bits) }
    var shared: [Int32: Int] = [:]
    for (_, list) in known.prefix(Self.probes) {
      for entry in list.prefix(2000) { shared[entry, default: 0] += 1 }
    }
    return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCandidates)
      .map { Int($0.key) }
  }

  /// How well two sentences match; nil below `atLeast`.
  static func percent(_ a: [WordKey], _ b: [WordKey], atLeast: Int) -> Int? {
    let longer = max(a.count, b.count)
    guard longer > 0, 100 * min(a.count, b.count) >= atLeast * longer else { return nil }
    // Costs in halves: 2 for a word, 1 for a clitic.
    var row = Array(stride(from: 0, through: 2 * b.count, by: 2))
    for (i, word) in a.enumerated() {
      var diagonal = row[0]
      row[0] = 2 * (i + 1)
      for (j, other) in b.enumerated() {
        let change = diagonal + cost(word, other)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 2, row[j + 1] + 2)
      }
    }
    let distance = row[b.count]
    // The same folded words: only the spelling differs.
    if distance == 0 { return 99 }
    let percent = 100 - (100 * distance + 2 * longer - 1) / (2 * longer)
    return percent >= atLeast ? min(percent, 98) : nil
  }

  private static func cost(_ a: WordKey, _ b: WordKey) -> Int {
    if a == b { return 0 }
    guard a.isArabic, b.isArabic else { return 2 }
    let readings = b.withoutClitics
    return a.withoutClitics.contains(where: readings.contains) ? 1 : 2
  }
}
