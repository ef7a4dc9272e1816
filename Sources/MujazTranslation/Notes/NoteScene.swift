import MujazCore

/// What is known of an article's segments when its notes are made.
struct NoteScene: Sendable {
  private(set) var segments: [Segment] = []
  private var hashes: [ContentHash] = []
  /// How often each text stands in the article, where it is more than once.
  private var repeats: [ContentHash: Int] = [:]
  /// For the sentences of the brief: their rank among all sentences, by the number of their segment.
  private var ranks: [Int: Int] = [:]
  private var ranked = 0

  init() {}

  init(segments: [Segment], hashes: [ContentHash]) {
    self.segments = segments
    self.hashes = hashes
    for hash in hashes { repeats[hash, default: 0] += 1 }
    repeats = repeats.filter { $0.value > 1 }
  }

  /// Marks the sentences of the brief.
  mutating func setKeySentences(_ brief: Brief, _ sentences: [RankedSentence]) {
    ranked = sentences.count
    let scores = Dictionary(
      sentences.map { ($0.index, $0.score.total) }, uniquingKeysWith: { first, _ in first })
    for sentence in brief.sentences {
      let score = scores[sentence.index] ?? 0
      // Few sentences are in a brief, so counting those above each is cheaper than a sort of all.
      ranks[sentence.index] =
        1
        + sentences.count {
          $0.score.total > score || $0.score.total == score && $0.index < sentence.index
        }
    }
  }

  func occurrences(of segment: Int) -> Int { repeats[hashes[segment]] ?? 1 }

  func rank(of segment: Int) -> (rank: Int, of: Int)? { ranks[segment].map { ($0, ranked) } }
}
