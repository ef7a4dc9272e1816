import MujazCore

/// What is known of an article's segments when its notes are made.
struct NoteScene: Sendable {
  let segments: [Segment]
  let hashes: [ContentHash]
  /// How often each text stands in the article, where it is more than once.
  private var repeats: [ContentHash: Int] = [:]
  /// For the sentences of the brief: their rank among all sentences, by the number of their segment.
  private var ranks: [Int: Int] = [:]
  private var ranked = 0

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

/// Writes what the translator is told of an article.
struct NoteMaker: Sendable {
  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Gets ready for an article.
  mutating func begin(_ text: Span<UInt8>, title: Span<UInt8>, segments: [Segment]) {}

  /// The notes of the paragraph that a run of segments is.
  func notes(_ text: Span<UInt8>, _ scene: NoteScene, _ run: Range<Int>) -> [Note] {
    var notes: [Note] = []
    for index in run {
      let place = index - run.lowerBound
      if let context = Self.context(scene.segments[index].role) {
        notes.append(Note(.context, segment: place, context))
      }
      if let (rank, count) = scene.rank(of: index) {
        notes.append(
          Note(.keySentence, segment: place, "key sentence, in the brief; rank \(rank) of \(count)")
        )
      }
      let times = scene.occurrences(of: index)
      if times > 1 {
        notes.append(Note(.repeated, segment: place, "stands \(times) times in the article"))
      }
    }
    return notes
  }

  private static func context(_ role: SegmentRole) -> String? {
    switch role {
    case .headline: "headline"
    case .caption: "caption of a picture"
    case .byline: "byline: author, agency, place or date"
    case .other: "not part of the running text"
    case .body: nil
    }
  }
}
