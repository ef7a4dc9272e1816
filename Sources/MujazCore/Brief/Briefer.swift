/// Makes briefs: picks an article's key sentences within a budget.
///
/// Bodies of text are ranked, never mastheads, bylines, captions or the headline again; near-duplicates are taken once;
/// a sentence that leans on another is taken with it or not at all. Linear in the article but for the sort of its
/// sentences; the same article gives the same brief always.
public struct Briefer: Sendable {
  /// How long the brief may be.
  public var budget: Budget
  /// How sentences are scored.
  public var method: RankingMethod
  /// How far they are cut down.
  public var condensing: Condensing
  /// Cuts the article.
  public var segmenter: Segmenter

  /// How many attributed quotations the brief brings in, where the article has them and the budget holds them: one if
  /// not said, and none with the methods that are there for comparison. They are looked for up to the best three sentences
  /// that may hold one, not behind.
  public var quotes: Int

  /// A briefer. Without arguments its sentences are whole; `mujaz brief` also cuts them down, as `condensing: .full` does.
  public init(
    budget: Budget = .standard, method: RankingMethod = .mujaz,
    condensing: Condensing = .none, segmenter: Segmenter = Segmenter(), quotes: Int? = nil
  ) {
    self.budget = budget
    self.method = method
    self.condensing = condensing
    self.segmenter = segmenter
    self.quotes = quotes ?? (method == .mujaz ? 1 : 0)
  }

  /// The brief of an article.
  public func brief(of article: Article) -> Brief {
    withSpans(of: article) { text, title, workspace in
      brief(text, title: title, &workspace)
    }
  }

  /// Every sentence that may stand in a brief, in the article's order, with the parts of its score.
  public func ranking(of article: Article) -> [RankedSentence] {
    withSpans(of: article) { text, title, workspace in
      rank(text, title: title, &workspace)
      return explain(text, workspace)
    }
  }

  private func withSpans<Result>(
    of article: Article, _ body: (Span<UInt8>, Span<UInt8>, inout BriefWorkspace) -> Result
  ) -> Result {
    var text = article.text
    var title = article.title ?? ""
    text.makeContiguousUTF8()
    title.makeContiguousUTF8()
    var workspace = BriefWorkspace()
    return body(text.utf8.span, title.utf8.span, &workspace)
  }

  /// The brief of a text that is valid UTF-8; `workspace` keeps its room from article to article.
  package func brief(
    _ text: Span<UInt8>, title: Span<UInt8>, _ workspace: inout BriefWorkspace
  ) -> Brief {
    rank(text, title: title, &workspace)
    guard !workspace.ranked.isEmpty else {
      return Brief(workspace.segmentation.segments.isEmpty ? .empty : .noSentence)
    }
    // Taken out while they are borrowed.
    var words = WordTable()
    swap(&words, &workspace.words)
    defer { swap(&words, &workspace.words) }
    let segments = workspace.segmentation.segments
    var selection = Selection(
      workspace.ranked, workspace.statistics, budget, condensing, segmenter.lexicon,
      weighs: method == .mujaz)
    if method == .mujaz, ClaimCheck.opensWithClaim(words.view(text), segments) {
      switch claim(words.view(text), title: title, segments, workspace.ranked) {
      case .none: break
      case .verdict(let sentence): selection.verdict = sentence
      case .onlyHeadline: return Brief(.verdict)
      }
    }
    selection.takeByRank(words.view(text))
    if !selection.hasSentence || isList(words.view(text), selection, segments) {
      workspace.choices = Array(repeating: .fragment, count: workspace.ranked.count)
      return Brief(.rows)
    }
    // Most quotations that are worth a place stand early: what comes behind the best sentences is not searched.
    if quotes > 0, let last = selection.reach(ofBest: Self.bestSearched) {
      QuoteFinder(lexicon: segmenter.lexicon).find(
        text, workspace.segmentation, &words, through: last, &workspace.quotation)
      selection.quotes = QuoteChoice(workspace.quotation.quotes, workspace.ranked)
    }
    let view = words.view(text)
    selection.takeNamed(view)
    selection.bringQuotes(view, quotes)
    selection.tellPlace(view)
    workspace.choices = selection.choices
    workspace.worths = selection.worths
    return selection.brief(view)
  }

  /// Whether what was taken is the heading of a list, or lines of it, and nothing else.
  private func isList(_ words: Words, _ selection: Selection, _ segments: [Segment]) -> Bool {
    guard selection.hasOnlyHeads(words) else { return false }
    let lines = segments.indices.count { index in
      let range = segments[index].range
      return ListRow.isLine(segments[index], of: words.text)
        || ListRow.isRow(words, SentenceWords(range: range, words: words.words(of: index)))
    }
    return lines >= Self.fewestLines
  }

  /// Fewer lines are no list.
  private static let fewestLines = 4

  /// Whether the article tells a claim, and who says that it is false.
  private func claim(
    _ words: Words, title: Span<UInt8>, _ segments: [Segment], _ ranked: [RankedSentence]
  ) -> ClaimCheck {
    guard title.isEmpty else {
      let whole = TextRange(start: 0, end: title.count)
      return ClaimCheck.of(words, ranked, headline: title, whole)
    }
    let headline = segments.first { $0.role == .headline }?.range ?? TextRange(start: 0, end: 0)
    return ClaimCheck.of(words, ranked, headline: words.text, headline)
  }

  /// Of the sentences that may hold a quotation so many of the best are searched for one, with all that stands before.
  private static let bestSearched = 3

  /// The ranked sentences of the article in `workspace`, with their leaning and, behind a brief, what they add to it and why they
  /// are in or out.
  package func explain(_ text: Span<UInt8>, _ workspace: BriefWorkspace) -> [RankedSentence] {
    let words = workspace.words
    return workspace.ranked.indices.map { place in
      var sentence = workspace.ranked[place]
      sentence.leaning = Leaning.classify(words.view(text), sentence, segmenter.lexicon)
      if place < workspace.choices.count { sentence.choice = workspace.choices[place] }
      if place < workspace.worths.count { sentence.worth = workspace.worths[place] }
      return sentence
    }
  }

  /// Fills `workspace.ranked`.
  package func rank(
    _ text: Span<UInt8>, title: Span<UInt8>, _ workspace: inout BriefWorkspace
  ) {
    segmenter.segment(text, title: title, &workspace.segmentation)
    workspace.ranked.removeAll(keepingCapacity: true)
    workspace.sentences.removeAll(keepingCapacity: true)
    workspace.choices.removeAll()
    workspace.worths.removeAll()
    var headline: TextRange?
    let segments = workspace.segmentation.segments
    for (index, segment) in segments.enumerated() {
      switch segment.role {
      case .headline:
        headline = headline ?? segment.range
      case .body:
        workspace.ranked.append(
          RankedSentence(
            index: index, range: segment.range, startsInQuotation: segment.startsInQuotation,
            leavesQuotation: index + 1 < segments.count && segments[index + 1].startsInQuotation,
            answers: index > 0 && segments[index - 1].role == .question,
            opensArticle: workspace.ranked.isEmpty))
        workspace.sentences.append(index)
      default: break
      }
    }
    guard !workspace.ranked.isEmpty else { return }
    // Taken out while they are borrowed.
    var words = WordTable()
    swap(&words, &workspace.words)
    words.read(
      text, segments, segmenter.lexicon, for: quotes > 0 ? [.terms, .quotes] : .terms
    ) {
      $0.role == .body || quotes > 0 && PassageTable.isRead($0, text)
    }
    workspace.statistics.count(
      workspace.sentences, of: words.view(text), stems: words.vocabulary.stemCount)
    // The title that came apart from the text, or the headline that stands in it.
    if title.isEmpty, let headline {
      workspace.statistics.countTitle(text, headline, &words)
    } else {
      workspace.statistics.countTitle(title, TextRange(start: 0, end: title.count), &words)
    }
    swap(&words, &workspace.words)
    let scores = method.scores(workspace.statistics)
    for index in scores.indices {
      workspace.ranked[index].score = scores[index]
      workspace.ranked[index].words = workspace.statistics.wordCounts[index]
    }
    if quotes > 0 { workspace.findSpeech(text) }
  }
}

/// A sentence that may stand in a brief.
public struct RankedSentence: Sendable, Hashable {
  /// The number of its segment in the article.
  public var index: Int
  /// Where it stands.
  public var range: TextRange
  /// The number of its words.
  public internal(set) var words = 0
  /// What it scored, part by part.
  public internal(set) var score = SentenceScore()
  /// What it adds to the lead; nil with the methods for comparison, and where no brief was made.
  public internal(set) var worth: SentenceWorth?
  /// Why it is in the brief or not; nil where none was made.
  public internal(set) var choice: Choice?
  /// Whether it can't be understood without the sentence before it.
  public var leans: Bool { leaning == .antecedent || leaning == .speaker }

  /// Whether it may hold a quotation; not found out where none is asked for.
  var mayQuote = false
  /// Found out only for sentences that come into question.
  var leaning = Leaning.none
  let startsInQuotation: Bool
  /// Whether a quotation goes on in the next sentence.
  let leavesQuotation: Bool
  /// Whether it is the first of an answer in an interview, which says little without its question.
  let answers: Bool
  /// Whether it is the first of the article's body.
  let opensArticle: Bool

  init(
    index: Int, range: TextRange, startsInQuotation: Bool, leavesQuotation: Bool,
    answers: Bool = false, opensArticle: Bool = false
  ) {
    self.index = index
    self.range = range
    self.startsInQuotation = startsInQuotation
    self.leavesQuotation = leavesQuotation
    self.answers = answers
    self.opensArticle = opensArticle
  }

  /// The sentence by its words.
  func words(in words: Words) -> SentenceWords {
    SentenceWords(range: range, words: words.words(of: index))
  }
}

/// What making a brief needs while it works, kept to be used for the next article.
package struct BriefWorkspace: Sendable {
  package var segmentation = SegmentationWorkspace()
  var statistics = TermStatistics()
  var words = WordTable()
  /// The segments of the ranked sentences.
  var sentences: [Int] = []
  package var ranked: [RankedSentence] = []
  var quotation = QuoteWorkspace()
  /// Of the last brief, for every ranked sentence.
  var choices: [Choice] = []
  var worths: [SentenceWorth] = []

  package init() { quotation.tellsParticles = false }

  /// Finds out which of the ranked sentences may hold a quotation.
  mutating func findSpeech(_ text: Span<UInt8>) {
    let marks = segmentation.marks
    var next = 0
    for index in ranked.indices {
      let range = ranked[index].range
      while next < marks.count, marks[next].offset < range.start { next += 1 }
      var hasMarks = ranked[index].startsInQuotation
      while next < marks.count, marks[next].offset < range.end {
        if marks[next].kind.isQuotation { hasMarks = true }
        next += 1
      }
      ranked[index].mayQuote = statistics.speech[index].mayQuote(text, range, hasMarks: hasMarks)
    }
  }
}
