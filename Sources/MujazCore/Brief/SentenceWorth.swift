/// What a sentence adds to a brief that has the article's lead.
///
/// The sum estimates the share of the article's facts, by their weight, that the sentence tells and the lead does not, less what it
/// costs a reader who lacks what was said in between. Fitted by least squares (`Scripts/fit-worth`) on articles whose facts and needs
/// editors have marked.
public struct SentenceWorth: Sendable, Hashable {
  /// Its place among the sentences that may stand in a brief, from 0.
  public internal(set) var place = 0
  /// Its words.
  public internal(set) var words = 0
  /// How much it has in common with the other sentences, 0 to 1: by its terms' tf·isf.
  public internal(set) var centrality = 0.0
  /// Numbers, at most three.
  public internal(set) var numbers = 0
  /// Given names and cities, at most three.
  public internal(set) var names = 0
  /// The headline's terms in it that the lead has not told, at most three.
  public internal(set) var headline = 0
  /// Whether somebody says something in it.
  public internal(set) var claims = false
  /// Definite nouns that an earlier sentence other than the lead introduced, at most two: المسودة behind مسودة.
  public internal(set) var untold = 0
  /// Whether it points back at a noun that neither it nor the lead has: هذا المقترح.
  public internal(set) var pointsBack = false

  /// What it is worth with some of its words left out, about 0 to 0.3; `isBehind` where the sentence before it is in the brief
  /// too, which tells what it needs.
  func value(words: Int, isBehind: Bool = false) -> Double {
    var sum = Weight.base + Weight.place * log1p(Double(place))
    sum += Weight.words * log1p(Double(max(words, 1) - 1)) + Weight.centrality * centrality
    sum += Weight.number * Double(numbers) + Weight.name * Double(names)
    sum += Weight.headline * Double(headline)
    if claims { sum += Weight.claim }
    if !isBehind {
      sum += Weight.untold * Double(untold)
      if pointsBack { sum += Weight.pointing }
    }
    return sum
  }

  /// What it is worth whole.
  public var value: Double { value(words: words) }

  /// Made by `Scripts/fit-worth`.
  private enum Weight {
    static let base = -0.018
    static let place = -0.045
    static let words = 0.034
    static let centrality = 0.051
    static let number = 0.016
    static let name = 0.005
    static let headline = 0.021
    static let claim = 0.007
    static let untold = -0.019
    static let pointing = -0.026
  }
}

/// Counts what the sentences of an article add to its lead.
struct WorthCounter {
  /// Of numbers, names and terms of the headline no more are counted, and of untold nouns.
  private static let most = 3
  private static let mostUntold = 2
  /// What points back stands among so many first words.
  private static let beginning = 13

  private let statistics: TermStatistics
  private let lead: Int
  /// By term: whether the lead or the headline has it, how it stood first outside the lead, the sentence that had it last.
  private var isTold: [Bool]
  private var first: [Form]
  private var last: [Int32]
  /// By term: whether it is the headline's and not the lead's; nil where no term is.
  private let isHeadline: [Bool]?

  private enum Form {
    case unseen, bare, definite
  }

  private init(_ statistics: TermStatistics, lead: Int) {
    self.statistics = statistics
    self.lead = lead
    isTold = Array(repeating: false, count: statistics.termCount)
    first = Array(repeating: .unseen, count: statistics.termCount)
    last = Array(repeating: -1, count: statistics.termCount)
    for term in statistics.titleTerms { isTold[Int(term)] = true }
    for place in statistics.postingRange(lead) {
      isTold[Int(statistics.posting(place).term)] = true
    }
    isHeadline = statistics.titleTerms(without: lead)
  }

  /// What each sentence adds. Linear in the words.
  static func worths(
    of ranked: [RankedSentence], behind lead: Int, _ words: Words, _ statistics: TermStatistics
  ) -> [SentenceWorth] {
    var counter = WorthCounter(statistics, lead: lead)
    return ranked.indices.map { counter.worth(of: ranked[$0], at: $0, words) }
  }

  private mutating func worth(
    of sentence: RankedSentence, at place: Int, _ words: Words
  ) -> SentenceWorth {
    var worth = SentenceWorth()
    worth.place = place
    worth.words = sentence.words
    worth.centrality = sentence.score.centrality
    if let isHeadline {
      worth.headline = min(Self.most, statistics.count(of: isHeadline, in: place))
    }
    let range = words.words(of: sentence.index)
    for word in range where !words.isAddress(word) {
      let known = words.known(word)
      if known.key.isNumber {
        worth.numbers = min(Self.most, worth.numbers + 1)
        continue
      }
      let classes = known.facts == 0 ? [] : words.either(word)
      if !classes.isDisjoint(with: [.givenName, .city]) {
        worth.names = min(Self.most, worth.names + 1)
      }
      if classes.contains(.speechVerb) { worth.claims = true }
      if classes.contains(.demonstrative), word - range.lowerBound <= Self.beginning,
        word + 1 < range.upperBound
      {
        worth.pointsBack = worth.pointsBack || pointsBack(at: word + 1, place, words)
      }
      guard let term = statistics.term(of: known.stem).map(Int.init) else { continue }
      let isDefinite = known.key.hasArticle || known.key.hasCliticBeforeArticle
      if isDefinite, place > lead, first[term] == .bare, !isTold[term], last[term] != place,
        !known.key.isNisba, classes.isDisjoint(with: [.city, .presentNoun])
      {
        worth.untold = min(Self.mostUntold, worth.untold + 1)
      }
      last[term] = Int32(truncatingIfNeeded: place)
      if place != lead, first[term] == .unseen { first[term] = isDefinite ? .definite : .bare }
    }
    return worth
  }

  /// Whether the noun behind a demonstrative is neither the lead's nor of the same sentence.
  private func pointsBack(at noun: Int, _ place: Int, _ words: Words) -> Bool {
    guard !words.either(noun).contains(.presentNoun) else { return false }
    guard let term = statistics.term(of: words.known(noun).stem).map(Int.init) else { return true }
    return !isTold[term] && last[term] != place
  }
}
