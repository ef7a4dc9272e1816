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
  /// Definite nouns and speakers' surnames that an earlier sentence other than the lead introduced, at most two: المسودة behind
  /// مسودة.
  public internal(set) var untold = 0
  /// Whether it points back at a noun that neither it nor the lead has: هذا المقترح.
  public internal(set) var pointsBack = false

  /// What it is worth with some of its words left out, about 0 to 0.3; `isBehind` where the sentence before it is in the brief
  /// too, which tells what it needs.
  func value(words: Int, isBehind: Bool = false) -> Double {
    var sum = Weight.base + Weight.place * Self.logarithm(place)
    sum += Weight.words * Self.logarithm(max(words, 1) - 1) + Weight.centrality * centrality
    sum += Weight.number * Double(numbers) + Weight.name * Double(names)
    sum += Weight.headline * Double(headline)
    if claims { sum += Weight.claim }
    if !isBehind {
      sum += Weight.untold * Double(untold)
      if pointsBack { sum += Weight.pointing }
    }
    return sum
  }

  /// ln(1 + n).
  private static func logarithm(_ number: Int) -> Double {
    number < logarithms.count ? logarithms[number] : log1p(Double(number))
  }

  private static let logarithms = (0..<200).map { log1p(Double($0)) }

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
enum WorthCounter {
  /// Of numbers, names and terms of the headline no more are counted, and of untold nouns.
  private static let most = 3
  private static let mostUntold = 2
  /// What points back stands among so many first words.
  private static let beginning = 13

  /// What is known of a term.
  private struct Term {
    /// Whether the lead or the headline has it.
    var isTold = false
    /// Whether it is the headline's and not the lead's.
    var isHeadline = false
    /// Whether it stood outside the lead, and whether without the article when it did first.
    var isSeen = false
    var isIntroduced = false
    /// The sentence that had it last.
    var last: Int32 = -1
  }

  /// What each sentence adds. Linear in the words.
  static func worths(
    of ranked: [RankedSentence], behind lead: Int, _ words: Words, _ statistics: TermStatistics
  ) -> [SentenceWorth] {
    var table = terms(statistics, lead)
    var terms = table.mutableSpan
    var worths: [SentenceWorth] = []
    worths.reserveCapacity(ranked.count)
    for (place, sentence) in ranked.enumerated() {
      var worth = SentenceWorth()
      worth.place = place
      worth.words = sentence.words
      worth.centrality = sentence.score.centrality
      let range = words.words(of: sentence.index)
      let mark = Int32(truncatingIfNeeded: place)
      var isBehindVerb = false
      for word in range where !words.isAddress(word) {
        let known = words.known(word)
        let share = known.share
        // ويشدد بوهدوز: a surname whose owner was introduced before.
        let isSpeaker = isBehindVerb && known.facts == 0
        isBehindVerb = share.contains(.claim)
        if !share.isDisjoint(with: .counted) {
          count(share, &worth)
          if share.contains(.number) { continue }
          if share.contains(.demonstrative), word - range.lowerBound <= beginning,
            word + 1 < range.upperBound,
            pointsBack(words.known(word + 1), words.either(word + 1), place, terms.span, statistics)
          {
            worth.pointsBack = true
          }
        }
        guard let found = statistics.term(of: known.stem) else { continue }
        let number = Int(truncatingIfNeeded: found)
        var term = terms[number]
        // Where the sentence has it again, nothing is new.
        guard term.last != mark else { continue }
        if term.isHeadline { worth.headline = min(most, worth.headline + 1) }
        let isKnown = share.contains(.known) && term.isIntroduced || isSpeaker && term.isSeen
        if isKnown, place > lead, !term.isTold {
          worth.untold = min(mostUntold, worth.untold + 1)
        }
        term.last = mark
        if !term.isSeen, place != lead {
          term.isSeen = true
          term.isIntroduced = !share.contains(.definite)
        }
        terms[number] = term
      }
      worths.append(worth)
    }
    return worths
  }

  private static func count(_ share: WordShare, _ worth: inout SentenceWorth) {
    if share.contains(.number) { worth.numbers = min(most, worth.numbers + 1) }
    if share.contains(.name) { worth.names = min(most, worth.names + 1) }
    if share.contains(.claim) { worth.claims = true }
  }

  /// The terms with what the lead and the headline tell of them.
  private static func terms(_ statistics: TermStatistics, _ lead: Int) -> [Term] {
    var terms = [Term](repeating: Term(), count: statistics.termCount)
    for term in statistics.titleTerms {
      terms[Int(term)].isTold = true
      terms[Int(term)].isHeadline = true
    }
    for place in statistics.postingRange(lead) {
      let term = Int(statistics.posting(place).term)
      terms[term].isTold = true
      terms[term].isHeadline = false
    }
    return terms
  }

  /// Whether the noun behind a demonstrative is neither the lead's nor of the same sentence.
  private static func pointsBack(
    _ noun: Vocabulary.Known, _ classes: WordClasses, _ place: Int, _ terms: Span<Term>,
    _ statistics: TermStatistics
  ) -> Bool {
    guard !classes.contains(.presentNoun) else { return false }
    // An address is no term, though its letters may have been one's elsewhere.
    guard let number = statistics.term(of: noun.stem) else { return true }
    let term = terms[Int(number)]
    return !term.isTold && Int(term.last) != place
  }
}
