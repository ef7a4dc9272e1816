/// The default: score(i) = (1 − i/n) + ¼·(S + D)/2 + ¼·T.
///
/// Position leads, because the beginning of a news article is hard to beat; salience S, centrality D and the title's share T
/// move a sentence by a few places, and past foreign sentences in front, which have nothing in common with the rest.
enum MujazScore: ScoringMethod {
  static let contentWeight = 0.25
  static let titleWeight = 0.25

  static func scores(_ statistics: TermStatistics) -> [SentenceScore] {
    let salience = SalienceScore.salience(statistics)
    let centrality = Centrality.degrees(statistics)
    let title = titleShare(statistics)
    let count = Double(statistics.count)
    return (0..<statistics.count).map { index in
      var score = SentenceScore()
      score.position = 1 - Double(index) / count
      score.salience = salience[index]
      score.centrality = centrality[index]
      score.title = title[index]
      score.total =
        score.position + contentWeight * (score.salience + score.centrality) / 2
        + titleWeight * score.title
      return score
    }
  }

  /// For each sentence the share of the title's distinct terms that it holds; 0 without a title.
  static func titleShare(_ statistics: TermStatistics) -> [Double] {
    var shares = [Double](repeating: 0, count: statistics.count)
    guard statistics.titleTermCount > 0 else { return shares }
    var isTitle = [Bool](repeating: false, count: statistics.termCount)
    for term in statistics.titleTerms { isTitle[Int(term)] = true }
    let titles = isTitle.span
    let postings = statistics.postingSpan
    for sentence in shares.indices {
      var held = 0
      for place in statistics.postingRange(sentence)
      where titles[unchecked: postings[unchecked: place].place] {
        held += 1
      }
      shares[sentence] = Double(held) / Double(statistics.titleTermCount)
    }
    return shares
  }
}
