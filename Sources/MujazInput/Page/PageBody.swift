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
      collect(page, isText, first...(page.blocks.count - 1), title, in: 0)
      return
    }
    let isSentence = page.blocks.map { Self.isSentence($0, page) }
    let end = Self.end(page, isSentence, title)
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
    // Short sentences of the same kind at both ends.
    while first > inside.lowerBound, Self.goesOn(page, first, first - 1), first - 1 != title {
      first -= 1
    }
    while last + 1 < inside.upperBound, Self.goesOn(page, last, last + 1) { last += 1 }
    collect(page, isSentence, first...last, title, in: best)
  }

  // MARK: Blocks

  /// Whether a block is a sentence by its looks.
  private static func isSentence(_ block: Page.Block, _ page: Page) -> Bool {
    guard block.words >= 22 || block.isClosed && block.words >= 8 else { return false }
    return block.level == 0 && block.linkShare < 0.35 && block.label == nil
      && !page.nodes[block.node].isDropped
  }

  /// Whether a block beside a sentence at the end of the body is a short one of the same kind.
  private static func goesOn(_ page: Page, _ sentence: Int, _ other: Int) -> Bool {
    let (one, next) = (page.blocks[sentence], page.blocks[other])
    // A last paragraph without its mark must be longer.
    return next.words >= (next.isClosed ? 2 : 8) && next.label == nil && next.level == 0
      && next.linkShare < (next.isClosed ? 0.35 : 0.05) && !page.nodes[next.node].isDropped
      && (isSameKind(page, one, next) || next.isClosed && page.nodes[next.node].name.isLeaf)
  }

  private static func isSameKind(_ page: Page, _ one: Page.Block, _ other: Page.Block) -> Bool {
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

  // MARK: The run

  private mutating func collect(
    _ page: Page, _ isSentence: [Bool], _ run: ClosedRange<Int>, _ title: Int?, in container: Int
  ) {
    // A subhead, or a short line, that stays if text follows it and not a link.
    var pending: Int?
    var followsLink = false
    for index in run where index != title {
      let block = page.blocks[index]
      if page.nodes[block.node].isDropped || block.words == 0 { continue }
      if block.linkShare > 0.6 {
        followsLink = true
        pending = nil
        continue
      }
      if block.label != nil { continue }
      if isSentence[index] {
        if let short = pending { blocks.append(short) }
        pending = nil
        blocks.append(index)
        sentences += 1
        words += block.words
        if followsLink { teasers += 1 }
        followsLink = false
      } else if block.level > 0 {
        pending = index
        if block.linked > 0 { followsLink = true }
      } else if Self.isKept(block, page, container) {
        if let short = pending { blocks.append(short) }
        pending = block.isClosed ? nil : index
        if block.isClosed { blocks.append(index) }
        words += block.words
      }
    }
    if let short = pending, page.blocks[short].level == 0 { blocks.append(short) }
  }

  /// Whether a block between two sentences that is none itself is part of the text: a short paragraph or an item of a
  /// list, not a cell of a table.
  private static func isKept(_ block: Page.Block, _ page: Page, _ container: Int) -> Bool {
    guard block.linkShare < 0.35 else { return false }
    // A table around the whole text is a layout; one inside it has cells.
    var node = block.node
    while node > container {
      if page.nodes[node].name.isCell { return false }
      node = page.nodes[node].parent
    }
    return true
  }
}
