/// Picks the sentences of a brief from the ranked ones.
///
/// The lead first, then by what each sentence adds to it for its words (by rank with the methods for comparison): what does not
/// fit is skipped and the next is tried, and what adds little is left out; at least one sentence is taken, and so a brief is
/// over its budget only where it is one sentence. A sentence that leans is taken only behind the one it leans on, or, where
/// there is room left at the end, with its speaker in brackets.
struct Selection {
  private var order: RankOrder
  private let lexicon: Lexicon
  private var duplicates: DuplicateFilter
  private let condenser: Condenser
  private let statistics: TermStatistics

  private var isChosen: [Bool]
  private var speakers: [TextRange?]
  /// What every chosen sentence has cost.
  private var wordsTaken: [Int?]
  private var kept: [[TextRange]?]
  /// The place of the dateline that the lead has lost.
  private var place: TextRange?
  private var leadDateline: TextRange?
  /// Why each sentence is in or out.
  private(set) var choices: [Choice]
  private var chosenCount = 0
  private let isStandard: Bool
  private let isShort: Bool
  private let isSummary: Bool
  private let bestScore: Double
  /// What each sentence adds to the lead; none with the methods for comparison.
  private(set) var worths: [SentenceWorth] = []
  private let weighs: Bool
  private var lead: Int?
  /// Whether it is one by its place and no heading, as `findLead` knows.
  private var isLeadSure = false
  private var sentencesLeft: Int
  private var wordsLeft: Int

  /// The best sentence is taken though it is longer than the budget by this factor: a brief without it is none.
  private static let overrun = 1.5
  /// With so many sentences a brief is one: what would only fill it up is left out.
  private static let enough = 2
  /// A sentence of less than this share of the best score is weak.
  private static let weak = 0.4
  /// The lead is one of so many sentences. One behind the first holds this share of the title's terms, and so many times as
  /// many as the first.
  private static let leads = 4
  private static let leadTitle = 0.2
  private static let farMore = 3.0
  /// A score is better by far.
  private static let byFar = 0.15
  /// A condensed brief of up to so many words tells one story: where fewer than `room` of them are left, only a sentence
  /// that is nearly as good as the best may have them. One of more than `brief`, or that holds the whole article, is a summary, and
  /// details have their place in it.
  private static let short = 40
  private static let brief = 80
  private static let room = 20
  private static let nearlyBest = 0.9
  /// A sentence that is worth less is not told.
  private static let leastWorth = 0.075
  /// From here on the words left are no limit.
  private static let unlimited = Int.max / 8
  /// Fewer words than this say too little to stand in a brief.
  private static let shortest = 4
  private static let shortestCall = 10

  /// The article's quotations, as far as they are known.
  var quotes = QuoteChoice([], [])
  /// The sentence that says of a claim that it is false: the news, wherever it stands.
  var verdict: Int?
  /// Whether anything was taken.
  var hasSentence: Bool { chosenCount > 0 }
  /// Whether the lead and all that was taken are headings of a list, or lines of it. Not asked by the methods for comparison.
  func hasOnlyHeads(_ words: Words) -> Bool {
    guard !isLeadSure, let lead, isHead(words, lead) else { return false }
    return isChosen.indices.allSatisfy { !isChosen[$0] || isHead(words, $0) }
  }

  private func isHead(_ words: Words, _ index: Int) -> Bool {
    weighs && ListRow.isHead(words, ranked[index].words(in: words))
  }

  /// Sentences that lean on a speaker and wait for room.
  private var nameless: [Int] = []

  init(
    _ ranked: [RankedSentence], _ statistics: TermStatistics, _ budget: Budget,
    _ condensing: Condensing, _ lexicon: Lexicon, weighs: Bool
  ) {
    self.weighs = weighs
    self.lexicon = lexicon
    condenser = Condenser(condensing, lexicon)
    self.statistics = statistics
    order = RankOrder(ranked)
    duplicates = DuplicateFilter(statistics)
    isChosen = Array(repeating: false, count: ranked.count)
    speakers = Array(repeating: nil, count: ranked.count)
    wordsTaken = Array(repeating: nil, count: ranked.count)
    kept = Array(repeating: nil, count: ranked.count)
    choices = Array(repeating: .room, count: ranked.count)
    isStandard = budget == .standard
    bestScore = ranked.reduce(0) { max($0, $1.score.total) }
    let words = ranked.reduce(0) { $0 + $1.words }
    (sentencesLeft, wordsLeft) = budget.limits(articleWords: words)
    isShort = wordsLeft <= Self.short
    isSummary = wordsLeft > Self.brief || words <= wordsLeft
  }

  private var isFull: Bool { sentencesLeft == 0 || wordsLeft < Self.shortest }
  private var ranked: [RankedSentence] { order.sentences }

  /// Takes what stands by itself or with the sentence before it. O(n log n) in the sentences.
  mutating func takeByRank(_ words: Words) {
    takeBest(words)
    weigh(words)
    // Leaning sentences have their turn by rank too, but may have to wait for the one they lean on.
    var waiting: [Int] = []
    order.restart()
    if let verdict { take(words, verdict, .adds) }
    while !isFull, let index = order.next(words, lexicon, longest: longest) {
      guard !isChosen[index] else { continue }
      if !canStand(words, index) {
        choices[index] = .fragment
      } else if leavesOpen(index) {
        choices[index] = .unfinished
      } else if isFiller(index) || chosenCount >= Self.enough && fillsUp(index) {
        choices[index] = .little
      } else if isForeign(index) {
        choices[index] = .fragment
      } else if !ranked[index].leans || index > 0 && isChosen[index - 1] {
        if isList(words, index) {
          choices[index] = .fragment
        } else {
          take(words, index, .adds)
        }
      } else {
        choices[index] = .leans
        waiting.append(index)
      }
    }
    for index in waiting where !isFull && isChosen[max(0, index - 1)] { take(words, index, .adds) }
    nameless = waiting.filter { !isChosen[$0] && ranked[$0].leaning == .speaker }
  }

  /// Takes the sentences that have waited for a speaker's name, where there is room left.
  mutating func takeNamed(_ words: Words) {
    for index in nameless where !isFull { takeNamed(words, index) }
  }

  /// Finds out what every sentence adds to the lead, and orders them by it: where words are counted, for what it takes of them.
  private mutating func weigh(_ words: Words) {
    guard weighs, let lead else { return }
    worths = WorthCounter.worths(of: ranked, behind: lead, words, statistics)
    let isLimited = wordsLeft < Self.unlimited
    let merits = worths.map { worth in
      guard isLimited else { return worth.value }
      let room = max(1, min(worth.words, wordsLeft))
      // The fewer words there are, the more a short sentence is worth: by their root, in a brief by their root to the power 1½.
      let root = Double(room).squareRoot()
      return worth.value(words: room) / (isSummary ? root : root * root.squareRoot())
    }
    // Most add too little whatever stands before them, and are asked no more.
    var candidates = Array(ranked.indices)
    if isLimited, !isSummary {
      candidates.removeAll { index in
        let worth = worths[index]
        let most = worth.value(words: min(worth.words, wordsLeft), isBehind: true)
        if most < Self.leastWorth, index != lead { choices[index] = .little }
        return most < Self.leastWorth
      }
    }
    order.reorder(candidates, merits)
  }

  /// What was taken.
  func brief(_ words: Words) -> Brief {
    var brief = Brief(sentences: [])
    brief.sentences.reserveCapacity(chosenCount)
    for index in isChosen.indices where isChosen[index] {
      let sentence = order.sentences[index]
      let kept = kept[index] ?? [sentence.range]
      brief.sentences.append(
        BriefSentence(
          index: sentence.index, range: sentence.range, score: sentence.score.total,
          speaker: speakers[index], place: index == lead ? place : nil,
          closer: closer(of: index, words), kept: kept))
      let held = quotes.held(by: index, in: kept)
      if !held.isEmpty { brief.quotes += held }
    }
    return brief
  }

  // MARK: What stands in brackets

  /// Tells where the lead happened, where its dateline went and the brief names no place.
  mutating func tellPlace(_ words: Words) {
    guard let lead, let leadDateline, isChosen.firstIndex(of: true) == lead,
      let found = DatelinePlace.place(of: leadDateline, words, lexicon)
    else { return }
    let count = words.wordCount(found)
    guard wordsLeft == .max || count <= wordsLeft else { return }
    for index in isChosen.indices where isChosen[index] {
      for range in kept[index] ?? [] where DatelinePlace.isTold(in: range, words, lexicon) {
        return
      }
    }
    place = found
    if wordsLeft != .max { wordsLeft -= count }
  }

  /// The mark that closes the quotation that a sentence leaves open, where the next one is not in the brief.
  private func closer(of index: Int, _ words: Words) -> TextRange? {
    guard weighs, condenser.mode != .none, ranked[index].leavesQuotation, !isLeantOn(index) else {
      return nil
    }
    return QuotationCloser.find(words, ranked, behind: index)
  }

  // MARK: Quotations

  /// The last segment whose quotations matter where only the best so many sentences that may hold one are asked: theirs,
  /// and those of the sentences that are taken or may yet be. Nil where none may hold one.
  func reach(ofBest count: Int) -> Int? {
    let taken = isChosen.indices.last { isChosen[$0] && ranked[$0].mayQuote }
    let waiting = isFull ? nil : nameless.max()
    return [order.lastQuoting(ofBest: count), taken, waiting].compactMap(\.self).max()
      .map { ranked[$0].index }
  }

  /// Sees to it that the `wanted` most telling quotations are in: in the room that is left, or in the place of the weakest
  /// sentence. The best sentence stays whatever happens.
  mutating func bringQuotes(_ words: Words, _ count: Int) {
    var wanted = count
    var tried = 0
    for candidate in quotes.byMerit(words, ranked) {
      let index = candidate.sentence
      if !isChosen[index] {
        tried += 1
        guard tried <= Self.tries, learnStands(index, words), !leavesOpen(index), !isFiller(index),
          !isForeign(index)
        else { continue }
        let speaker = candidate.speaker
        // No speaker rather than a wrong one: only where the sentences between go on with it.
        if ranked[index].leaning == .speaker || speaker != nil {
          guard speaker != nil, self.speaker(words, before: index) != nil else { continue }
        }
        let named = speaker.map { words.wordCount($0) } ?? 0
        var condensed = condense(words, index, limit: mostRoom - named)
        // Nothing goes of what is said.
        if !condensed.kept.contains(where: { $0.contains(candidate.range) }) {
          condensed = Condensed(kept: [ranked[index].range], words: ranked[index].words)
        }
        let words = condensed.words + named
        guard let room = room(for: words) else { continue }
        // Never in the place of what is worth more.
        if case .insteadOf(let weakest) = room,
          !worths.isEmpty, merit(index) + Self.telling < merit(weakest)
        {
          continue
        }
        guard duplicates.insert(index) else { continue }
        if case .insteadOf(let weakest) = room { giveUp(weakest) }
        kept[index] = condensed.kept
        choose(index, words, .quotation)
        if let speaker { speakers[index] = speaker }
      }
      wanted -= 1
      if wanted == 0 { return }
    }
  }

  /// What a quotation adds to the worth of its sentence.
  private static let telling = 0.01
  /// So many quotations are tried for their room.
  private static let tries = 8

  /// Whether a sentence can be taken for its quotation: it leans on nothing but a speaker, and closes what it opens.
  private mutating func learnStands(_ index: Int, _ words: Words) -> Bool {
    guard canStand(words, index) else { return false }
    _ = order.leans(index, words, lexicon)
    switch ranked[index].leaning {
    case .none, .soft: return true
    case .speaker: return !Leaning.isUnfinished(words, ranked[index])
    case .unfinished, .antecedent: return false
    }
  }

  private enum Room {
    case left
    case insteadOf(Int)
  }

  /// Where there is room for so many words: what is left, or the place of the weakest sentence that nothing leans on.
  private func room(for words: Int) -> Room? {
    if sentencesLeft > 0, words <= wordsLeft { return .left }
    guard let weakest, let given = wordsTaken[weakest],
      wordsLeft == .max || words <= wordsLeft + given
    else { return nil }
    return .insteadOf(weakest)
  }

  /// The weakest of the chosen sentences that may give up its place.
  private var weakest: Int? {
    let chosen = isChosen.indices.filter { isChosen[$0] }
    let best = lead ?? chosen.max { merit($0) < merit($1) }
    return chosen.filter { $0 != best && !isLeantOn($0) }.min { merit($0) < merit($1) }
  }

  /// The most words that a sentence brought in may have.
  private var mostRoom: Int {
    guard wordsLeft < Self.unlimited, let weakest else { return wordsLeft }
    return wordsLeft + (wordsTaken[weakest] ?? 0)
  }

  /// What a sentence is chosen by.
  private func merit(_ index: Int) -> Double {
    worths.isEmpty ? ranked[index].score.total : worths[index].value
  }

  /// Whether the next sentence is chosen too: it may lean on this one in ways that no list knows.
  private func isLeantOn(_ index: Int) -> Bool {
    index + 1 < isChosen.count && isChosen[index + 1]
  }

  private mutating func giveUp(_ index: Int) {
    isChosen[index] = false
    choices[index] = .room
    chosenCount -= 1
    if sentencesLeft != .max { sentencesLeft += 1 }
    if wordsLeft != .max { wordsLeft += wordsTaken[index] ?? 0 }
    speakers[index] = nil
  }

  /// The words of a sentence that may come into question: one that is condensed may fit where the whole does not.
  private var longest: Int {
    condenser.mode == .full && wordsLeft < Self.unlimited ? 4 * wordsLeft : wordsLeft
  }

  /// Whether a sentence is far weaker than the best and would only use up what is left of the standard budget. Who
  /// names a budget wants it used.
  private func fillsUp(_ index: Int) -> Bool {
    worths.isEmpty && isStandard && ranked[index].score.total < Self.weak * bestScore
  }

  /// Whether a sentence would end the brief with something open.
  private func leavesOpen(_ index: Int) -> Bool {
    guard ranked[index].leaning == .unfinished, chosenCount > 0 else { return false }
    return chosenCount >= Self.enough || condenser.mode == .full && wordsLeft < Self.unlimited
  }

  /// Whether a brief is better without the sentence: little room is left, or it adds little.
  private func isFiller(_ index: Int) -> Bool {
    guard chosenCount > 0, wordsLeft < Self.unlimited else { return false }
    if worths.isEmpty {
      return condenser.mode == .full && isShort && wordsLeft < Self.room
        && ranked[index].score.total < Self.nearlyBest * bestScore
    }
    if isShort, wordsLeft < Self.room { return true }
    guard !isSummary else { return false }
    let isBehind = index > 0 && isChosen[index - 1]
    return worths[index].value(words: min(ranked[index].words, wordsLeft), isBehind: isBehind)
      < Self.leastWorth
  }

  /// Whether a sentence stands twice on a page whose lead stands once: a reader's comment, a teaser, and not of the story. Not asked
  /// where a summary takes many. Linear in the sentences.
  private func isForeign(_ index: Int) -> Bool {
    guard let lead, !worths.isEmpty, !isSummary, wordsLeft < Self.unlimited else { return false }
    return isTwice(index) && !isTwice(lead)
  }

  private func isTwice(_ index: Int) -> Bool {
    let own = statistics.postingRange(index)
    guard !own.isEmpty else { return false }
    let counts = statistics.wordCounts
    let words = counts[index]
    // Nearly every other sentence has another number of words.
    for other in counts.indices where counts[other] == words && other != index {
      let range = statistics.postingRange(other)
      if range.count == own.count,
        zip(range, own).allSatisfy({ statistics.posting($0).term == statistics.posting($1).term })
      {
        return true
      }
    }
    return false
  }

  /// Whether a sentence says something by itself: long enough, no answer, no call, as subheads are, and not the announcement of what
  /// follows it.
  private func canStand(_ words: Words, _ index: Int) -> Bool {
    let last = words.text[ranked[index].range.end - 1]
    let isCall = weighs && !isSummary && last == UInt8(ascii: "!")
    let fewest = isCall ? Self.shortestCall : Self.shortest
    return !ranked[index].answers && ranked[index].words >= fewest && last != UInt8(ascii: ":")
  }

  private mutating func take(
    _ words: Words, _ index: Int, _ choice: Choice, speakerWords: Int = 0
  ) {
    guard !isChosen[index] else { return }
    let condensed = condense(words, index, limit: wordsLeft - speakerWords)
    let words = condensed.words + speakerWords
    guard words <= wordsLeft else { return }
    guard duplicates.insert(index) else {
      choices[index] = .repeats
      return
    }
    kept[index] = condensed.kept
    choose(index, words, choice)
  }

  private func condense(
    _ words: Words, _ index: Int, limit: Int
  ) -> Condensed {
    // Inside a quotation of several sentences nothing is left out.
    let sentence = ranked[index]
    guard !sentence.startsInQuotation, !sentence.leavesQuotation else {
      return Condensed(kept: [sentence.range], words: sentence.words)
    }
    var own = sentence.words(in: words)
    if weighs, condenser.mode != .none,
      let rest = RunInHeading.without(words, order.sentences, index)
    {
      own = rest
    }
    return condenser.condense(words, own, limit: limit, statistics)
  }

  private mutating func choose(_ index: Int, _ words: Int, _ choice: Choice) {
    isChosen[index] = true
    choices[index] = choice
    wordsTaken[index] = words
    chosenCount += 1
    sentencesLeft -= 1
    wordsLeft -= words
  }

  /// Takes a sentence whose verb names nobody, with its speaker in brackets.
  private mutating func takeNamed(_ words: Words, _ index: Int) {
    guard !isChosen[index], chosenCount < Self.enough,
      !Leaning.isUnfinished(words, ranked[index]),
      let named = speaker(words, before: index)
    else { return }
    // The chain of speakers knows more than the last name, where it was followed.
    let speaker = quotes.speaker(of: index) ?? named
    take(words, index, .named, speakerWords: words.wordCount(speaker))
    if isChosen[index] { speakers[index] = speaker }
  }

  /// Who goes on speaking in a sentence: the last speaker named before it, with nothing but leaning sentences between.
  private mutating func speaker(_ words: Words, before index: Int) -> TextRange? {
    var candidate = index - 1
    let floor = max(0, index - 6)
    while candidate >= floor {
      if let speaker = SpeakerFinder.lastSpeaker(words, of: ranked[candidate].words(in: words)) {
        return speaker
      }
      guard order.leans(candidate, words, lexicon) else { return nil }
      candidate -= 1
    }
    return nil
  }

  /// Whether a sentence is the row of a list, which the methods for comparison don't ask.
  private func isRow(_ words: Words, _ index: Int) -> Bool {
    weighs && ListRow.isRow(words, ranked[index].words(in: words))
  }

  /// Whether a sentence is of a list, or ends in a line-up or the like, which only the lead may.
  private func isList(_ words: Words, _ index: Int) -> Bool {
    guard weighs else { return false }
    let own = ranked[index].words(in: words)
    return ListRow.isRow(words, own) || ListRow.endsInList(words, own)
      || ListRow.isHead(words, own)
  }

  /// The best sentence that stands, where it is not much longer than the budget; one sentence in any case where no
  /// other fits.
  private mutating func takeBest(_ words: Words) {
    let found = findLead(words)
    guard let best = found ?? findBest(words) else { return }
    isLeadSure = found != nil
    let condensed = condense(words, best, limit: wordsLeft)
    let limit = wordsLeft == .max ? wordsLeft : Int(Double(wordsLeft) * Self.overrun)
    if condensed.words > limit {
      order.restart()
      _ = findBest(words)
      if somethingFits(words) { return }
    }
    guard duplicates.insert(best) else { return }
    kept[best] = condensed.kept
    choose(best, condensed.words, .lead)
    lead = best
    if weighs { leadDateline = condensed.dateline }
  }

  /// The first sentence by rank that stands, or else the first.
  private mutating func findBest(_ words: Words) -> Int? {
    var best: Int?
    while let index = order.next(words, lexicon, longest: .max) {
      if isRow(words, index) { continue }
      if best == nil { best = index }
      if !ranked[index].leans, canStand(words, index), !isHead(words, index) { return index }
    }
    return best
  }

  /// The article's lead: the first of its first sentences that stands, unless one of the next has far more of the headline.
  /// Nobody says better what a news article is about, while foreign sentences in front of it have little of its headline. Nil where
  /// the best is better by far.
  private mutating func findLead(_ words: Words) -> Int? {
    guard weighs else { return nil }
    if let verdict, canStand(words, verdict), !order.leans(verdict, words, lexicon) {
      return verdict
    }
    var first: Int?
    for index in ranked.indices.prefix(Self.leads) {
      // What has too little of the headline need not be looked at.
      if let first {
        let least = max(Self.leadTitle, Self.farMore * ranked[first].score.title)
        guard ranked[index].score.title >= least else { continue }
      }
      guard canStand(words, index), !order.leans(index, words, lexicon),
        ranked[index].leaning != .unfinished || !Leaning.endsOpen(words, ranked[index])
      else { continue }
      if first == nil {
        if !isRow(words, index), !isHead(words, index) { first = index }
      } else if ranked[index].leaning == .none, !isRow(words, index) {
        return index
      }
    }
    guard let first else { return nil }
    let score = ranked[first].score
    return score.title > 0 || score.total >= bestScore - Self.byFar ? first : nil
  }

  /// Whether a sentence that stands is within the budget.
  private mutating func somethingFits(_ words: Words) -> Bool {
    while let index = order.next(words, lexicon, longest: wordsLeft) {
      if !ranked[index].leans, canStand(words, index), !isRow(words, index) { return true }
    }
    return false
  }
}

/// The sentences by rank, best first, what lowers a rank being found out only when a sentence comes up.
///
/// Most sentences never do: a brief takes three, and asking all how they lean would cost as much as finding the
/// segments. Sentences come up by score; one that leans goes to the end of the queue of its kind, and as all of a
/// kind lose the same, every queue stays in order.
struct RankOrder {
  private(set) var sentences: [RankedSentence]
  private var merits: [Double]
  private var isKnown: [Bool]
  private var standing: Queue
  private var soft = Queue(penalty: 0.15)
  private var leaning = Queue(penalty: 0.2)

  /// Sentences in the order of their ranks, and what they lose by leaning. A penalty of 0.15 is about two places in
  /// an article of fourteen sentences.
  private struct Queue {
    var indices: [Int] = []
    var position = 0
    var penalty = 0.0
  }

  init(_ ranked: [RankedSentence]) {
    sentences = ranked
    isKnown = Array(repeating: false, count: ranked.count)
    merits = ranked.map(\.score.total)
    standing = Queue(indices: Self.sorted(Array(merits.indices), merits))
  }

  /// Orders the sentences anew, by what each adds; what a sentence loses by leaning is in that already but for a little.
  mutating func reorder(_ candidates: [Int], _ merits: [Double]) {
    self.merits = merits
    standing.indices = Self.sorted(candidates, merits)
    soft.penalty = Self.little
    leaning.penalty = Self.little
    restart()
  }

  private static let little = 0.002

  private static func sorted(_ indices: [Int], _ merits: [Double]) -> [Int] {
    indices.sorted { a, b in merits[a] != merits[b] ? merits[a] > merits[b] : a < b }
  }

  /// The last in the article of the `count` sentences of the highest scores that may hold a quotation.
  func lastQuoting(ofBest count: Int) -> Int? {
    standing.indices.lazy.filter { sentences[$0].mayQuote }.prefix(count).max()
  }

  /// Begins with the best again.
  mutating func restart() {
    standing.position = 0
    soft.indices.removeAll(keepingCapacity: true)
    soft.position = 0
    leaning.indices.removeAll(keepingCapacity: true)
    leaning.position = 0
  }

  /// The next sentence of up to `longest` words; nil behind the last.
  mutating func next(_ words: Words, _ lexicon: Lexicon, longest: Int) -> Int? {
    while true {
      // Of the three heads the one that ranks highest; of equals the earlier sentence.
      let fresh = head(&standing, longest)
      var best = fresh
      var isSoft = false
      if let next = head(&soft, longest), best.map({ Self.comes(next, before: $0) }) ?? true {
        best = next
        isSoft = true
      }
      if let next = head(&leaning, longest), best.map({ Self.comes(next, before: $0) }) ?? true {
        leaning.position += 1
        return next.index
      }
      guard let best else { return nil }
      if isSoft {
        soft.position += 1
        return best.index
      }
      standing.position += 1
      learn(best.index, words, lexicon)
      switch sentences[best.index].leaning {
      case .none: return best.index
      case .soft, .unfinished: soft.indices.append(best.index)
      case .speaker, .antecedent: leaning.indices.append(best.index)
      }
    }
  }

  private typealias Ranked = (index: Int, rank: Double)

  /// The first sentence of a queue that is not too long.
  private func head(_ queue: inout Queue, _ longest: Int) -> Ranked? {
    while queue.position < queue.indices.count {
      let index = queue.indices[queue.position]
      if sentences[index].words <= longest {
        return (index, merits[index] - queue.penalty)
      }
      queue.position += 1
    }
    return nil
  }

  /// The higher rank first, of equals the earlier sentence.
  private static func comes(_ a: Ranked, before b: Ranked) -> Bool {
    a.rank != b.rank ? a.rank > b.rank : a.index < b.index
  }

  /// Whether a sentence leans on the one before it.
  mutating func leans(_ index: Int, _ words: Words, _ lexicon: Lexicon) -> Bool {
    learn(index, words, lexicon)
    return sentences[index].leans
  }

  private mutating func learn(_ index: Int, _ words: Words, _ lexicon: Lexicon) {
    guard !isKnown[index] else { return }
    isKnown[index] = true
    sentences[index].leaning = Leaning.classify(words, sentences[index], lexicon)
  }
}

/// Refuses a sentence that says what a chosen one says already.
///
/// Two sentences are one when the cosine of their term vectors reaches 0.8, or when most of the distinct terms of the one with
/// fewer are the other's too: papers tell their news in a summary and again below it. A new sentence is held against the first
/// sixty-four that were chosen: more than any brief to be read has, and bounded for a ratio of a whole book.
struct DuplicateFilter {
  private static let threshold = 0.8
  private static let compared = 64
  /// So many of a hundred terms are most; of fewer terms than these nothing is said.
  private static let most = 55
  private static let fewest = 5

  private let statistics: TermStatistics
  private var chosen: [Int] = []
  /// The counts of the sentence that is held against the chosen, by term; 0 elsewhere.
  private var counts: [Int32]

  init(_ statistics: TermStatistics) {
    self.statistics = statistics
    counts = Array(repeating: 0, count: statistics.termCount)
  }

  /// Adds a sentence; false where it repeats one. Linear in the terms of the sentence and of the chosen.
  mutating func insert(_ sentence: Int) -> Bool {
    let range = statistics.postingRange(sentence)
    for place in range {
      counts[Int(statistics.posting(place).term)] = statistics.posting(place).count
    }
    let isNew = !chosen.contains { repeats(sentence, $0) }
    for place in range { counts[Int(statistics.posting(place).term)] = 0 }
    if isNew, chosen.count < Self.compared { chosen.append(sentence) }
    return isNew
  }

  /// Whether the sentence whose `counts` are set and another say the same.
  private func repeats(_ sentence: Int, _ other: Int) -> Bool {
    var dot = 0.0
    var common = 0
    for place in statistics.postingRange(other) {
      let posting = statistics.posting(place)
      let count = counts[Int(posting.term)]
      if count > 0 { common += 1 }
      dot += Double(posting.count) * Double(count)
    }
    let terms = min(statistics.postingRange(sentence).count, statistics.postingRange(other).count)
    if terms >= Self.fewest, common * 100 >= terms * Self.most { return true }
    let norm = (squares(sentence) * squares(other)).squareRoot()
    return norm > 0 && dot / norm >= Self.threshold
  }

  private func squares(_ sentence: Int) -> Double {
    statistics.postingRange(sentence).reduce(0) { sum, place in
      let count = Double(statistics.posting(place).count)
      return sum + count * count
    }
  }
}
