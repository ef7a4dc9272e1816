internal import MujazPlatform

/// Finds the best matches of sentences in a memory.
///
/// A sentence's words are looked up in the index; units that share most of them are compared word by word, in the order of what
/// they could reach at best, until none left can beat the best. In a memory of a million units that is a few milliseconds.
///
/// For one thread at a time: it can be handed over to another, and never shared.
public final class MemoryLookup: @unchecked Sendable {
  private let memory: MemoryDatabase
  private let languages: [Int: (source: String, target: String)]
  private let exact: SQLiteStatement
  private let hasContext: SQLiteStatement
  private let unit: SQLiteStatement
  private let contexts: SQLiteStatement
  private let posting: SQLiteStatement
  private var score = MatchScore()
  /// How many words of the sentence each unit shares.
  private var shared: [UInt8] = []

  /// Below this nothing is a match.
  public static let leastPercent = 50
  /// Units that are compared at most, the most promising first.
  private static let mostCompared = 1500
  /// Entries of the index that are read at most, rare words first, once what must be read has been.
  private static let mostPostings = 500_000
  /// Units of the very same text that are looked at, the newest first.
  private static let mostExact = 10_000

  /// Matches between two languages, whatever their regions; nil for all.
  public init(
    _ memory: MemoryDatabase, from source: Language? = nil, to target: Language? = nil
  ) throws(MemoryError) {
    self.memory = memory
    languages = try memory.languages(from: source, to: target)
    let connection = memory.connection
    exact = try connection.prepare(
      "SELECT id, languages FROM units WHERE hash = ? ORDER BY date DESC, id LIMIT ?")
    hasContext = try connection.prepare(
      "SELECT 1 FROM contexts WHERE unit = ? AND before = ? AND after = ?")
    unit = try connection.prepare(
      """
      SELECT languages, source, target, (SELECT name FROM origins WHERE id = origin), date, confidence
      FROM units WHERE id = ?
      """)
    contexts = try connection.prepare(
      "SELECT before, after FROM contexts WHERE unit = ? ORDER BY before, after")
    posting = try connection.prepare(
      "SELECT count, units FROM postings WHERE segment = ? AND term = ?")
  }

  /// The matches of a sentence, best first, of equal ones the newest or else the first: at most `most`, none below `atLeast` (50
  /// and more). `context` is what stands around the sentence.
  public func matches(
    of source: String, context: MemoryContext? = nil, atLeast: Int = leastPercent, most: Int = 1
  ) throws(MemoryError) -> [MemoryMatch] {
    guard most > 0, !languages.isEmpty else { return [] }
    // One state of the memory for all that is read, whoever writes meanwhile.
    return try memory.connection.transaction(isWriting: false) { () throws(MemoryError) in
      var found = try exactMatches(of: source, context)
      if found.count < most {
        let known = Set(found.map(\.id))
        found += try fuzzyMatches(of: source, atLeast: atLeast, most: most, without: known)
      }
      found.sort { ($1.percent, $0.rank) < ($0.percent, $1.rank) }
      return try found.prefix(most).map { (candidate) throws(MemoryError) in
        try match(candidate, source)
      }
    }
  }

  /// A unit and how well it matches; `rank` orders those that match equally well.
  private struct Candidate {
    var id: Int
    var percent: Int
    var rank: Int
  }

  private func exactMatches(
    of source: String, _ context: MemoryContext?
  ) throws(MemoryError) -> [Candidate] {
    guard !source.isBlank else { return [] }
    var found: [Candidate] = []
    exact.bind(1, Int(ContentHash(source).value))
    exact.bind(2, Self.mostExact)
    while try exact.step() {
      guard languages[exact.int(1)] != nil else { continue }
      let id = try exact.int(0, in: MemoryDatabase.unitIDs)
      found.append(Candidate(id: id, percent: 100, rank: found.count))
    }
    guard let context else { return found }
    for index in found.indices {
      hasContext.bind(1, found[index].id)
      hasContext.bind(2, context.before.stored)
      hasContext.bind(3, context.after.stored)
      if try hasContext.step() { found[index].percent = 101 }
      hasContext.reset()
    }
    return found
  }

  // MARK: Fuzzy matches

  /// A word of the sentence and the index entries that have it.
  private struct Term {
    var id: Int64
    /// How often the sentence has it.
    var weight: Int
    var postings = 0
  }

  private func fuzzyMatches(
    of source: String, atLeast: Int, most: Int, without known: Set<Int>
  ) throws(MemoryError) -> [Candidate] {
    let words = MatchWord.words(source)
    guard !words.isEmpty else { return [] }
    let atLeast = max(Self.leastPercent, min(atLeast, 99))
    let (candidates, unread) = try candidates(words, atLeast: atLeast)
    var found: [Candidate] = []
    var least = atLeast
    var compared = 0
    for id in candidates where !known.contains(id) {
      // Words that were not looked up may be shared as well; at best all others are in order.
      let best = 100 * (Int(shared[id]) + unread) / words.count
      if min(best, 99) < least || compared == Self.mostCompared { break }
      compared += 1
      unit.bind(1, id)
      guard try unit.step() else { continue }
      if languages[unit.int(0)] != nil {
        let other = unit.bytes(1) { MatchWord.words($0.span) }
        if let percent = score.percent(words, other, atLeast: least) {
          found.append(Candidate(id: id, percent: percent, rank: id))
          if found.count >= most {
            found.sort { ($1.percent, $0.id) < ($0.percent, $1.id) }
            found.removeLast(found.count - most)
            // An equal match must still be looked at, for the order of the memory decides between them.
            least = max(least, found[most - 1].percent)
          }
        }
      }
      unit.reset()
    }
    return found
  }

  /// Units that share so many words that they may match, those with most first; and how many words were too frequent to be
  /// looked up.
  private func candidates(
    _ words: [MatchWord], atLeast: Int
  ) throws(MemoryError) -> (units: [Int], unread: Int) {
    let segments = try PostingIndex(memory.connection).segments().map(\.id)
    var terms: [Int64: Term] = [:]
    for word in words {
      let id = word.key.term(isTarget: false)
      terms[id, default: Term(id: id, weight: 0)].weight += 1
    }
    var list = Array(terms.values)
    for index in list.indices {
      for segment in segments {
        posting.bind(1, segment)
        posting.bind(2, list[index].id)
        if try posting.step() { list[index].postings += try posting.postings() }
        posting.reset()
      }
    }
    list.sort { ($0.postings, $0.id) < ($1.postings, $1.id) }

    // A match has at least so many of the sentence's words, and so one of any that are more than the others.
    let needed = (words.count * atLeast + 99) / 100
    clearShared(try MemoryDatabase.newestUnit(memory.connection) + 1)
    var unread = words.count
    var postings = 0
    var units: [Int] = []
    for term in list {
      postings += term.postings
      if unread < needed, postings > Self.mostPostings { break }
      unread -= term.weight
      let weight = UInt8(min(term.weight, 255))
      for segment in segments {
        posting.bind(1, segment)
        posting.bind(2, term.id)
        if try posting.step() {
          _ = try posting.postings()
          posting.bytes(1) { bytes in
            shared.withUnsafeMutableBufferPointer { shared in
              PostingList.each(bytes) { id in
                guard id < shared.count else { return }
                let sum = shared[id].addingReportingOverflow(weight)
                if shared[id] == 0 { units.append(id) }
                shared[id] = sum.overflow ? 255 : sum.partialValue
              }
            }
          }
        }
        posting.reset()
      }
    }
    let fewest = max(1, min(needed, 255) - unread)
    units.removeAll { Int(shared[$0]) < fewest }
    return (ordered(units), unread)
  }

  private func clearShared(_ count: Int) {
    if shared.count < count {
      shared = Array(repeating: 0, count: count + count / 4)
    } else {
      shared.withUnsafeMutableBytes { buffer in
        if let start = buffer.baseAddress { memset(start, 0, buffer.count) }
      }
    }
  }

  /// Units by the number of shared words, the most first, and by their age (a counting sort).
  private func ordered(_ units: [Int]) -> [Int] {
    var buckets: [[Int]] = Array(repeating: [], count: 256)
    for id in units { buckets[Int(shared[id])].append(id) }
    var result: [Int] = []
    result.reserveCapacity(units.count)
    for bucket in buckets.reversed() { result += bucket.count > 1 ? bucket.sorted() : bucket }
    return result
  }

  // MARK: Results

  private func match(_ candidate: Candidate, _ source: String) throws(MemoryError) -> MemoryMatch {
    let unit = try self.unit(candidate.id)
    var match = MemoryMatch(percent: candidate.percent, unit: unit, differences: [])
    if candidate.percent < 99 {
      match.differences = MatchDifferences.list(from: unit.source, to: source)
      match.adaptedTarget = NumberAdapter.target(of: unit.target, from: unit.source, to: source)
    }
    return match
  }

  /// A unit by its number.
  func unit(_ id: Int) throws(MemoryError) -> MemoryUnit {
    unit.bind(1, id)
    defer { unit.reset() }
    guard try unit.step() else { throw .damaged }
    let pair = languages[unit.int(0)] ?? ("", "")
    var result = MemoryUnit(
      source: unit.text(1), target: unit.text(2), sourceLanguage: pair.source,
      targetLanguage: pair.target, origin: unit.text(3), date: unit.text(4),
      confidence: unit.share(5))
    contexts.bind(1, id)
    while try contexts.step() { result.contexts.append(try contexts.context(0)) }
    return result
  }
}
