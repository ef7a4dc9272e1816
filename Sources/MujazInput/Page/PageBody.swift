internal import CXML
import MujazCore

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

  /// A sentence of more words is not worth more.
  private static let worth = 80
  /// What a sentence is worth to the next element outwards.
  private static let fading = 0.75
  /// How many elements outwards a sentence counts: beyond, it is worth less than a twentieth.
  private static let reach = 11
  /// What a sentence is worth that stands before the headline.
  private static let before = 0.3
  /// Fewer short lines in a row are no text of short sentences.
  private static let shortestRow = 4
  /// Before so many words of text, or two sentences, nothing begins the comments.
  private static let leastText = 30

  init(_ page: Page, title: Int?) {
    find(page, title)
    let articles = page.nodes.indices.filter { page.nodes[$0].name == .article }
    if articles.count == 1, let article = articles.first, let first = blocks.first {
      isInOnlyArticle = page.nodes[article].blocks.contains(first)
    }
  }

  private mutating func find(_ page: Page, _ title: Int?) {
    guard page.hasLinks else {
      // Nothing to choose from: a document that somebody saved as a page. Short lines at its head are bylines.
      let first = page.blocks.firstIndex { Self.isSentence($0, page) } ?? 0
      guard first < page.blocks.count else { return }
      let isText = page.blocks.map { $0.words > 0 }
      take(PageRun(page, isText, nil, first...(page.blocks.count - 1), title, in: 0))
      return
    }
    var isSentence = page.blocks.map { Self.isSentence($0, page) }
    for index in Self.shortSentences(page) { isSentence[index] = true }
    let teasers = Teasers.find(page, isSentence, title: title)
    isRowOfEntries = teasers.shareOfEntries > 0.6
    for index in isSentence.indices where teasers.isTeaser[index] {
      isSentence[index] = false
      cards += 1
    }
    let end = min(
      Self.end(page, isSentence, title), Self.comments(page, isSentence, title) ?? page.blocks.count
    )
    guard let best = Self.container(page, isSentence, title, end) else { return }
    let inside = page.nodes[best].blocks.clamped(to: 0..<end)
    guard var first = inside.first(where: { isSentence[$0] }),
      var last = inside.last(where: { isSentence[$0] })
    else { return }
    // What stands before the headline is the page's, if there is as much behind it.
    if let title, title > first, inside.contains(title) {
      let behind = (title..<inside.upperBound).count { isSentence[$0] }
      let ahead = (first..<title).count { isSentence[$0] }
      if behind >= ahead, let next = (title..<inside.upperBound).first(where: { isSentence[$0] }) {
        first = next
      } else if title < last {
        last = (first..<title).last { isSentence[$0] } ?? last
      }
    }
    let run = Self.widened(page, first...last, in: inside, title)
    take(PageRun(page, isSentence, teasers, run, title, in: best))
  }

  /// The run with what belongs to its ends: short sentences of the same kind, the list that a colon announces, who signed,
  /// a subhead above.
  private static func widened(
    _ page: Page, _ run: ClosedRange<Int>, in inside: Range<Int>, _ title: Int?
  ) -> ClosedRange<Int> {
    var (first, last) = (run.lowerBound, run.upperBound)
    while first > inside.lowerBound, goesOn(page, first, first - 1), first - 1 != title {
      first -= 1
    }
    var isInList = announcesList(page, last)
    while last + 1 < inside.upperBound {
      if goesOn(page, last, last + 1) {
        isInList = announcesList(page, last + 1)
      } else {
        isInList =
          isShown(page, last + 1)
          && (isInList && isItem(page, last + 1) || announcesList(page, last + 1))
        guard isInList else { break }
      }
      last += 1
    }
    last = signatures(page, behind: last, in: inside)
    if let heading = heading(page, above: first, title), inside.contains(heading) {
      first = heading
    }
    return first...last
  }

  private mutating func take(_ run: PageRun) {
    blocks = run.blocks
    sentences = run.sentences
    teasers = run.behindLinks
    words = run.words
  }

  /// Where the comments begin: at the first line that says so behind some text of the article.
  private static func comments(_ page: Page, _ isSentence: [Bool], _ title: Int?) -> Int? {
    var words = 0
    var sentences = 0
    for index in page.blocks.indices.dropFirst(title ?? 0) {
      let block = page.blocks[index]
      if isSentence[index] {
        words += block.words
        sentences += 1
      }
      guard words >= leastText || sentences >= 2, (1...6).contains(block.words),
        block.linkShare < 0.5
      else {
        continue
      }
      if SitePhrases.beginsComments(block.range, in: page.text.span) { return index }
    }
    return nil
  }

  // MARK: Blocks

  /// Whether a block is a sentence by its looks.
  private static func isSentence(_ block: Page.Block, _ page: Page) -> Bool {
    guard block.words >= 22 || block.isClosed && block.words >= 8 else { return false }
    return block.level == 0 && block.linkShare < 0.35 && block.label == nil
      && !page.nodes[block.node].isDropped
  }

  /// Short closed lines that are sentences nevertheless: a row of them of one kind, as where a template breaks a text into
  /// its sentences.
  private static func shortSentences(_ page: Page) -> [Int] {
    var result: [Int] = []
    var row: [Int] = []
    func end() {
      if row.count >= shortestRow { result += row }
      row = []
    }
    for (index, block) in page.blocks.enumerated() {
      if block.words == 0 || block.label != nil || page.nodes[block.node].isDropped { continue }
      let isShort =
        block.isClosed && (4..<8).contains(block.words) && block.level == 0 && block.linkShare == 0
      if !isShort || row.last.map({ !isSameKind(page, page.blocks[$0], block) }) ?? false { end() }
      if isShort { row.append(index) }
    }
    end()
    return result
  }

  /// Whether a block beside a sentence at the end of the body is a short one of the same kind.
  private static func goesOn(_ page: Page, _ sentence: Int, _ other: Int) -> Bool {
    let (one, next) = (page.blocks[sentence], page.blocks[other])
    // A last paragraph without its mark must be longer.
    return next.words >= (next.isClosed ? 2 : 8) && next.label == nil && next.level == 0
      && next.linkShare < (next.isClosed ? 0.35 : 0.05) && !page.nodes[next.node].isDropped
      && (isSameKind(page, one, next) || next.isClosed && page.nodes[next.node].name.isLeaf)
  }

  /// Whether a block without a link may be part of the text.
  private static func isShown(_ page: Page, _ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.words > 0 && block.label == nil && block.linkShare == 0
      && !page.nodes[block.node].isDropped
  }

  /// Whether a block is an item of a list, or a line beside the one before it.
  private static func isItem(_ page: Page, _ index: Int) -> Bool {
    page.nodes[page.blocks[index].node].name == cxml_name_li
      || index > 0 && page.blocks[index].node == page.blocks[index - 1].node
  }

  /// Whether a block ends in a colon and a list follows.
  private static func announcesList(_ page: Page, _ index: Int) -> Bool {
    page.text[page.blocks[index].range.end - 1] == UInt8(ascii: ":")
      && index + 1 < page.blocks.count && isItem(page, index + 1)
  }

  /// The last of three short lines or more behind the text that are of its kind: who signed it. Fewer are a source, a
  /// credit, a link that is none.
  private static func signatures(_ page: Page, behind last: Int, in inside: Range<Int>) -> Int {
    var end = last
    while end + 1 < inside.upperBound, isShown(page, end + 1), page.blocks[end + 1].level == 0,
      page.blocks[end + 1].words <= 8, isSameKind(page, page.blocks[last], page.blocks[end + 1])
    {
      end += 1
    }
    return end - last >= 3 ? end : last
  }

  /// The subhead right above the first sentence, in the same element and below the headline.
  private static func heading(_ page: Page, above first: Int, _ title: Int?) -> Int? {
    guard let title, first > title + 1 else { return nil }
    let (block, sentence) = (page.blocks[first - 1], page.blocks[first])
    return block.level > max(1, page.blocks[title].level) && isShown(page, first - 1)
      && page.nodes[block.node].parent == page.nodes[sentence.node].parent ? first - 1 : nil
  }

  /// Whether two blocks are in one element, or in two of one name beside each other.
  static func isSameKind(_ page: Page, _ one: Page.Block, _ other: Page.Block) -> Bool {
    if one.node == other.node { return true }
    let (a, b) = (page.nodes[one.node], page.nodes[other.node])
    return a.name == b.name && a.parent == b.parent
  }

  /// Where the article ends at the latest: before the next headline of the page's own kind, as where a page goes on with
  /// another article.
  private static func end(_ page: Page, _ isSentence: [Bool], _ title: Int?) -> Int {
    guard let title, page.blocks[title].level > 0 else { return page.blocks.count }
    let own = page.nodes[page.blocks[title].node]
    var hasBody = false
    for index in (title + 1)..<max(title + 1, page.blocks.count) {
      if isSentence[index] { hasBody = true }
      let block = page.blocks[index]
      guard hasBody, block.level == page.blocks[title].level else { continue }
      let node = page.nodes[block.node]
      let (parent, ownParent) = (page.nodes[node.parent], page.nodes[own.parent])
      if node.signature == own.signature, node.parent != own.parent,
        parent.signature == ownParent.signature
      {
        return index
      }
    }
    return page.blocks.count
  }

  // MARK: The container

  private static func container(
    _ page: Page, _ isSentence: [Bool], _ title: Int?, _ end: Int
  ) -> Int? {
    var scores = [Double](repeating: 0, count: page.nodes.count)
    for index in page.blocks.indices.prefix(end) where isSentence[index] {
      let block = page.blocks[index]
      var value = Double(min(block.words, worth))
      if let title, index < title { value *= before }
      var node = block.node
      // A paragraph is no container: what holds it is.
      if page.nodes[node].name.isLeaf { node = page.nodes[node].parent }
      for _ in 0..<reach {
        scores[node] += value
        value *= fading
        if node == 0 { break }
        node = page.nodes[node].parent
      }
    }
    for node in page.nodes.indices where scores[node] > 0 {
      scores[node] *= bonus(page.nodes[node])
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
      return nil
    }
    return climb(page, isSentence, title, from: best, end)
  }

  private static func bonus(_ node: Page.Node) -> Double {
    if node.hints.contains(.body) { return 1.6 }
    if node.name == .article || node.name == .main { return 1.25 }
    return node.hints.contains(.content) ? 1.2 : 1
  }

  /// Goes on to the element around while that adds much: sentences by a quarter, and more of them than of other text.
  /// Beyond the element that holds the headline too, only sentences of the same make count: what stands beside it in other
  /// elements is what readers write.
  private static func climb(
    _ page: Page, _ isSentence: [Bool], _ title: Int?, from start: Int, _ end: Int
  ) -> Int {
    let makes = Set(
      page.nodes[start].blocks.lazy.filter { isSentence[$0] }
        .map { page.nodes[page.blocks[$0].node].signature })
    // Words before each block: of sentences, of those of the same make, and of all else that is shown.
    var good = [0]
    var alike = [0]
    var bad = [0]
    for (index, block) in page.blocks.enumerated() {
      let isGood = isSentence[index] && index < end
      let isAlike = isGood && makes.contains(page.nodes[block.node].signature)
      let isBad = !isSentence[index] && !page.nodes[block.node].isDropped
      good.append((good.last ?? 0) + (isGood ? block.words : 0))
      alike.append((alike.last ?? 0) + (isAlike ? block.words : 0))
      bad.append((bad.last ?? 0) + (isBad ? block.words : 0))
    }
    func sum(_ words: [Int], _ range: Range<Int>) -> Int {
      words[range.upperBound] - words[range.lowerBound]
    }
    var best = start
    var node = start
    while node != 0 {
      let hasTitle = title.map(page.nodes[node].blocks.contains) ?? false
      node = page.nodes[node].parent
      let (inner, outer) = (page.nodes[best].blocks, page.nodes[node].blocks)
      let words = hasTitle ? alike : good
      let more = sum(words, outer) - sum(words, inner)
      if more * 4 > sum(good, inner), more > sum(bad, outer) - sum(bad, inner) { best = node }
    }
    return best
  }
}
