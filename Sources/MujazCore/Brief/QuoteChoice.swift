/// The quotations of an article as a brief looks at them: which sentence holds them, and which tells most.
///
/// A quotation tells more the more its sentence says of the article, with a named speaker, in the speaker's own words, and
/// neither in three words nor in fifty. Bias: an unnamed or doubtful speaker is no reason to bring a sentence in.
///
///     قال وزير النقل سالم العلي: «سنفتح الجسر غدا»      brought in        وأضاف أن العمل مستمر      only with its speaker known
struct QuoteChoice {
  /// A quotation that may be brought in.
  struct Candidate {
    /// The place of its sentence among the ranked.
    var sentence: Int
    /// What is said.
    var range: TextRange
    var merit: Double
    /// Who is to be named in brackets before the sentence.
    var speaker: TextRange?
  }

  private let quotes: [Quote]
  /// For each quotation the place of its sentence among the ranked, -1 where that is none.
  private let sentences: [Int]

  init(_ quotes: [Quote], _ ranked: [RankedSentence]) {
    self.quotes = quotes
    var place = 0
    sentences = quotes.map { quote in
      while place < ranked.count, ranked[place].range.end <= quote.range.start { place += 1 }
      return place < ranked.count && ranked[place].range.start <= quote.range.start ? place : -1
    }
  }

  /// The quotations that may be brought in, the most telling first; of equals the earlier.
  func byMerit(_ words: Words, _ ranked: [RankedSentence]) -> [Candidate] {
    var candidates: [Candidate] = []
    for (number, quote) in quotes.enumerated() where sentences[number] >= 0 {
      let sentence = ranked[sentences[number]]
      guard let speaker = quote.speaker, quote.confidence > .low, quote.cue != nil,
        speaker.kind != .unnamed
      else { continue }
      let length = words.wordCount(quote.range)
      guard length >= Self.shortest else { continue }
      var merit = sentence.score.total
      if speaker.kind == .person { merit += Self.named }
      if quote.kind != .indirect { merit += Self.direct }
      if length > Self.longest { merit -= Self.long }
      // وأضاف البيان, وقالت الشركة: who that is was said before.
      if speaker.kind != .person, let range = speaker.range, !range.contains(speaker.canonical),
        !speaker.canonical.contains(range)
      {
        continue
      }
      // يقول الرجل: nobody knows who that is.
      if speaker.kind == .person, speaker.role == nil, words.wordCount(speaker.canonical) < 2 {
        continue
      }
      let needsName = self.speaker(of: sentences[number]) != nil
      if needsName { merit -= Self.nameless }
      candidates.append(
        Candidate(
          sentence: sentences[number], range: quote.range, merit: merit,
          speaker: needsName ? speaker.introduction : nil
        ))
    }
    guard candidates.count > 1 else { return candidates }
    return candidates.enumerated().sorted { a, b in
      a.element.merit != b.element.merit ? a.element.merit > b.element.merit : a.offset < b.offset
    }.map(\.element)
  }

  private static let shortest = 5
  private static let longest = 45
  private static let named = 0.1
  private static let direct = 0.1
  private static let long = 0.1
  /// What a sentence loses whose speaker has to be put in brackets.
  private static let nameless = 0.2

  /// The quotations of a sentence that lie wholly in one of the ranges that are kept of it.
  func held(by place: Int, in kept: [TextRange]) -> [Quote] {
    quotes.indices.filter { number in
      sentences[number] == place && kept.contains { $0.contains(quotes[number].range) }
    }.map { quotes[$0] }
  }

  /// Who speaks in a sentence whose first verb names nobody.
  func speaker(of place: Int) -> TextRange? {
    guard let number = sentences.firstIndex(of: place), let speaker = quotes[number].speaker,
      speaker.range == nil
    else { return nil }
    return speaker.introduction
  }
}
