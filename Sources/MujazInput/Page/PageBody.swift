/// Finds the body of a page's article: the element whose sentences weigh the most, and in it the run from the first
/// sentence to the last.
///
/// A block is a sentence by its looks if it is long, or closed by a mark and not short, if few of its words are links,
/// and if it does not say itself that it is boilerplate. Every sentence adds its words to the elements around it, less
/// the further they are. This is the method of Readability and its successors, with the rules of the segmenter for lines.
///
/// Bias: text of the article that is lost is worse than a line too many inside it; outside the run it is the other way
/// round.
struct PageBody {
  /// The blocks of the body, in order.
  private(set) var blocks: [Int] = []
  /// How many of them are sentences by their looks.
  private(set) var sentences = 0
  /// How many sentences stand under a headline that is a link, each with one of its own: teasers of other pages.
  private(set) var teasers = 0
  /// How many teasers the page has beside it.
  private(set) var cards = 0
  /// Whether most of the page's text stands under headlines that are links.
  private(set) var isRowOfEntries = false
  private(set) var words = 0
  /// Whether it stands in the page's only `article` element.
  private(set) var isInOnlyArticle = false

  init(_ page: Page, title: Int?) {
    find(page, title)
    let articles = page.nodes.indices.filter { page.nodes[$0].name == .article }
    if articles.count == 1, let article = articles.first, let first = blocks.first {
      isInOnlyArticle = page.nodes[article].blocks.contains(first)
    }
  }

  private mutating func find(_ page: Page, _ title: Int?) {
    var search = BodySearch(page, title: title)
    guard page.hasLinks else {
      if let run = search.wholeText() { take(run) }
      return
    }
    let teasers = Teasers.find(page, search.isSentence, title: title)
    isRowOfEntries = teasers.shareOfEntries > 0.6
    cards = search.leaveOut(teasers)
    if let run = search.run(besides: teasers) { take(run) }
  }

  private mutating func take(_ run: PageRun) {
    blocks = run.blocks
    sentences = run.sentences
    teasers = run.behindLinks
    words = run.words
  }
}
