/// Finds the quotations of an article: what was said, by whom, with which verb.
///
/// Marks, cues, clauses, subjects and the chain of speakers, each in a file of its own. Bias: when in doubt no speaker
/// rather than a wrong one, and a quotation whole rather than half. Linear in the article, without recursion; the same
/// article gives the same quotations always.
///
///     أكد الوزير أن العمل سيبدأ غدا      a quotation        أكد الوزير أهمية العمل      none: a report without a clause
public struct QuoteFinder: Sendable {
  /// The word lists that tell names from function words.
  public var lexicon: Lexicon

  /// A finder with the word lists of the library, or with others.
  public init(lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
  }

  /// The quotations of an article in the order of the text.
  public func quotes(in article: Article) -> [Quote] {
    var workspace = QuoteWorkspace()
    find(article, &workspace)
    return workspace.quotes
  }

  /// What became of every word of an article that may open a quotation, and by which rules.
  package func explanations(of article: Article) -> [QuoteExplanation] {
    var workspace = QuoteWorkspace()
    workspace.explanations = []
    find(article, &workspace)
    return workspace.explanations ?? []
  }

  /// The persons, bodies and documents that an article names, in the order of their first mention.
  public func people(in article: Article) -> [NamedEntity] {
    var workspace = QuoteWorkspace()
    workspace.people = []
    find(article, &workspace)
    return workspace.people ?? []
  }

  private func find(_ article: Article, _ workspace: inout QuoteWorkspace) {
    var text = article.text
    var title = article.title ?? ""
    text.makeContiguousUTF8()
    title.makeContiguousUTF8()
    find(text.utf8.span, title: title.utf8.span, &workspace)
  }

  /// Fills `workspace.quotes`. The text is valid UTF-8; the workspace keeps its room from article to article.
  package func find(
    _ text: Span<UInt8>, title: Span<UInt8>, _ workspace: inout QuoteWorkspace
  ) {
    var segmentation = SegmentationWorkspace()
    swap(&segmentation, &workspace.segmentation)
    Segmenter(lexicon: lexicon).segment(text, title: title, &segmentation)
    find(text, segmentation, &workspace)
    swap(&segmentation, &workspace.segmentation)
  }

  /// Fills `workspace.quotes` for a text that is cut into segments already.
  package func find(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ workspace: inout QuoteWorkspace
  ) {
    var words = WordTable()
    swap(&words, &workspace.words)
    words.read(text, segmentation.segments, lexicon, for: .quotes) {
      PassageTable.isRead($0, text)
    }
    find(text, segmentation, &words, &workspace)
    swap(&words, &workspace.words)
  }

  /// Fills `workspace.quotes` for a text that is cut into segments already, and whose words were read.
  ///
  /// With `last` only the quotations that begin up to that segment are found, and only what stands up to the end of its
  /// paragraph is read: who speaks follows from what stands before, but for the fuller name that comes later. Answers of
  /// an interview are left out then, as one may go on behind it.
  func find(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ words: inout WordTable,
    through last: Int? = nil, _ workspace: inout QuoteWorkspace
  ) {
    workspace.table.read(text, segmentation, &words, through: last)
    search(text, words, through: last, &workspace)
    workspace.table.release(&words)
  }

  private func search(
    _ text: Span<UInt8>, _ words: WordTable, through last: Int?, _ workspace: inout QuoteWorkspace
  ) {
    let table = workspace.table
    let passage = table.passage(words.view(text, limit: table.wordCount))
    var search = QuoteSearch(passage, lexicon, &workspace.chain)
    if workspace.explanations != nil { search.explanations = [] }
    search.chain.keepsMentions = workspace.people != nil
    search.run(text, through: last)
    if workspace.people != nil { workspace.people = search.chain.people(text, search.reader) }
    // They are nearly always found in their order.
    let quotes = search.quotes
    let isSorted = quotes.indices.dropFirst().allSatisfy {
      !(quotes[$0].range < quotes[$0 - 1].range)
    }
    workspace.quotes = isSorted ? quotes : quotes.sorted { $0.range < $1.range }
    if workspace.tellsParticles {
      for index in workspace.quotes.indices { passage.tellParticles(&workspace.quotes[index]) }
    }
    workspace.chain = search.chain
    if search.explanations != nil { workspace.explanations = search.explanations }
  }
}

/// What finding quotations needs while it works, kept to be used for the next article.
package struct QuoteWorkspace: Sendable {
  package var segmentation = SegmentationWorkspace()
  var words = WordTable()
  var table = PassageTable()
  var chain = SpeakerChain()
  /// The result.
  package var quotes: [Quote] = []
  /// What became of every cue, in the order of the text. Filled when not nil.
  package var explanations: [QuoteExplanation]?

  /// Everybody whom the article names. Filled when not nil.
  package var people: [NamedEntity]?
  /// Whether quotations tell their complementizers and the particles of their cues.
  package var tellsParticles = true

  package init() {}
}
