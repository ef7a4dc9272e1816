import MujazCore

/// What is known of an article's segments when its notes are made.
struct NoteScene: Sendable {
  private(set) var segments: [Segment] = []
  private var hashes: [ContentHash] = []
  /// How often each text stands in the article, where it is more than once.
  private var repeats: [ContentHash: Int] = [:]
  private(set) var keySentences = KeySentences()

  init() {}

  init(segments: [Segment], hashes: [ContentHash], keySentences: KeySentences) {
    self.segments = segments
    self.hashes = hashes
    self.keySentences = keySentences
    for hash in hashes { repeats[hash, default: 0] += 1 }
    repeats = repeats.filter { $0.value > 1 }
  }

  func occurrences(of segment: Int) -> Int { repeats[hashes[segment]] ?? 1 }
}

/// The sentences of the brief, with their ranks among all sentences.
struct KeySentences: Sendable {
  private var ranks: [Int: Int] = [:]
  private var count = 0

  init() {}

  init(_ brief: Brief, among sentences: [RankedSentence]) {
    count = sentences.count
    let chosen = Set(brief.sentences.map(\.index))
    for sentence in sentences where chosen.contains(sentence.index) {
      let score = sentence.score.total
      // Few sentences are in a brief, so counting those above each is cheaper than a sort of all.
      ranks[sentence.index] =
        1
        + sentences.count {
          $0.score.total > score || $0.score.total == score && $0.index < sentence.index
        }
    }
  }

  /// The rank of a segment, from 1, and the number of those that are ranked; nil where it is not in the brief.
  func rank(of segment: Int) -> (rank: Int, of: Int)? { ranks[segment].map { ($0, count) } }
}
