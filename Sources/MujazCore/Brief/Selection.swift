/// Picks the sentences of a brief from the ranked ones.
///
/// By rank: what does not fit is skipped and the next is tried, so that the budget is used; at least one sentence is
/// taken, and so a brief is over its budget only where it is one sentence. A sentence that leans is taken only behind the
/// one it leans on, or, where there is room left at the end, with its speaker in brackets.
struct Selection {
  private let ranked: [RankedSentence]
  private let lexicon: Lexicon
  private var duplicates: DuplicateFilter

  private var isChosen: [Bool]
  private var speakers: [Int: TextRange] = [:]
  private var sentencesLeft: Int
  private var wordsLeft: Int
  private var count = 0

  /// What a soft leaning costs in rank: about as much as two places in an article of fourteen sentences.
  private static let softPenalty = 0.15
  /// What leaning on a chosen sentence costs.
  private static let leaningPenalty = 0.2
  /// The best sentence is taken though it is longer than the budget by this factor: a brief without it is none.
  private static let overrun = 1.5
  /// Fewer words than this say too little to stand in a brief.
  private static let shortest = 4

  init(_ workspace: BriefWorkspace, _ budget: Budget, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    ranked = workspace.ranked
    duplicates = DuplicateFilter(workspace.statistics)
    let words = ranked.reduce(0) { $0 + $1.words }
    (sentencesLeft, wordsLeft) = budget.limits(articleWords: words)
    isChosen = Array(repeating: false, count: ranked.count)
  }

  /// The brief. O(n log n) in the sentences.
  mutating func run(_ text: Span<UInt8>) -> Brief {
    let order = ranked.indices.sorted { a, b in
      let (x, y) = (rank(a), rank(b))
      return x != y ? x > y : a < b
    }
    takeBest(text, order)
    // Leaning sentences have their turn by rank too, but may have to wait for the one they lean on.
    for _ in 0..<2 {
      for index in order where !isChosen[index] && canStand(text, index) {
        if sentencesLeft == 0 || wordsLeft <= 0 { break }
        if ranked[index].words <= wordsLeft { ranked[index].leans ? takeLed(index) : take(index) }
      }
    }
    for index in order where ranked[index].leaning == .speaker && !isChosen[index] {
      if sentencesLeft == 0 || wordsLeft <= 0 { break }
      takeNamed(text, index)
    }
    return Brief(
      sentences: ranked.indices.filter { isChosen[$0] }.map { index in
        BriefSentence(
          index: ranked[index].index, range: ranked[index].range, score: ranked[index].score.total,
          speaker: speakers[index])
      })
  }

  private func rank(_ index: Int) -> Double {
    switch ranked[index].leaning {
    case .none: ranked[index].score.total
    case .soft: ranked[index].score.total - Self.softPenalty
    case .speaker, .antecedent: ranked[index].score.total - Self.leaningPenalty
    }
  }

  /// Whether a sentence says something by itself: long enough, and not the announcement of what follows it.
  private func canStand(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let range = ranked[index].range
    return ranked[index].words >= Self.shortest && text[range.end - 1] != UInt8(ascii: ":")
  }

  private mutating func take(_ index: Int, speakerWords: Int = 0) {
    guard duplicates.insert(index) else { return }
    isChosen[index] = true
    count += 1
    sentencesLeft -= 1
    wordsLeft -= ranked[index].words + speakerWords
  }

  /// Takes a leaning sentence behind the one it leans on.
  private mutating func takeLed(_ index: Int) {
    if index > 0, isChosen[index - 1] { take(index) }
  }

  /// Takes a sentence whose verb names nobody, with its speaker in brackets.
  private mutating func takeNamed(_ text: Span<UInt8>, _ index: Int) {
    guard canStand(text, index), let speaker = speaker(text, before: index) else { return }
    let words = text.wordCount(speaker)
    guard ranked[index].words + words <= wordsLeft else { return }
    take(index, speakerWords: words)
    if isChosen[index] { speakers[index] = speaker }
  }

  /// Who goes on speaking in a sentence: the last speaker named before it, with nothing but leaning sentences between.
  private func speaker(_ text: Span<UInt8>, before index: Int) -> TextRange? {
    var candidate = index - 1
    let floor = max(0, index - 6)
    while candidate >= floor {
      if let speaker = SpeakerFinder.lastSpeaker(text, ranked[candidate].range, lexicon) {
        return speaker
      }
      guard ranked[candidate].leans else { return nil }
      candidate -= 1
    }
    return nil
  }

  /// The best sentence that stands, where it is not much longer than the budget; one sentence in any case where no
  /// other fits.
  private mutating func takeBest(_ text: Span<UInt8>, _ order: [Int]) {
    let standing = order.filter { !ranked[$0].leans && canStand(text, $0) }
    guard let best = standing.first ?? order.first else { return }
    let limit = Double(wordsLeft) * Self.overrun
    let fits = Double(ranked[best].words) <= limit
    if fits || !standing.contains(where: { ranked[$0].words <= wordsLeft }) { take(best) }
  }
}

/// Refuses a sentence that says what a chosen one says already.
///
/// Two sentences are one when the cosine of their term vectors reaches 0.8. A new sentence is held against
/// the first sixty-four that were chosen: more than any brief to be read has, and bounded for a ratio of a whole book.
struct DuplicateFilter {
  private static let threshold = 0.8
  private static let compared = 64

  private let statistics: TermStatistics
  private var chosen: [Int] = []

  init(_ statistics: TermStatistics) { self.statistics = statistics }

  /// Adds a sentence; false where it repeats one.
  mutating func insert(_ sentence: Int) -> Bool {
    for other in chosen where cosine(sentence, other) >= Self.threshold { return false }
    if chosen.count < Self.compared { chosen.append(sentence) }
    return true
  }

  private func cosine(_ a: Int, _ b: Int) -> Double {
    var squaresA = 0.0
    var squaresB = 0.0
    var dot = 0.0
    for place in statistics.postingRange(b) {
      squaresB += square(Double(statistics.postings[place].count))
    }
    for place in statistics.postingRange(a) {
      let posting = statistics.postings[place]
      squaresA += square(Double(posting.count))
      for other in statistics.postingRange(b) where statistics.postings[other].term == posting.term {
        dot += Double(posting.count) * Double(statistics.postings[other].count)
      }
    }
    let norm = (squaresA * squaresB).squareRoot()
    return norm > 0 ? dot / norm : 0
  }

  private func square(_ value: Double) -> Double { value * value }
}
