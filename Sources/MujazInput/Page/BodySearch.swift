internal import CXML
import MujazCore

/// Looks for the body in the blocks of a page: what is a sentence, which element holds the text, and where in it the text
/// begins and ends.
struct BodySearch {
  private let page: Page
  private let title: Int?
  /// Whether each block is a sentence by its looks.
  private(set) var isSentence: [Bool]

  /// Fewer short lines in a row are no text of short sentences.
  private static let shortestRow = 4
  /// Before so many words of text, or two sentences, nothing begins the comments.
  private static let leastText = 30

  init(_ page: Page, title: Int?) {
    self.page = page
    self.title = title
    isSentence = page.blocks.map { Self.isSentence($0, page) }
    guard page.hasLinks else { return }
    for index in shortSentences() { isSentence[index] = true }
  }

  /// The text of a page without links, which has nothing to choose from: a document that somebody saved as a page. Short lines
  /// at its head are bylines. Nil where the page has no block.
  func wholeText() -> PageRun? {
    let first = isSentence.firstIndex(of: true) ?? 0
    guard first < page.blocks.count else { return nil }
    let isText = page.blocks.map { $0.words > 0 }
    return PageRun(page, isText, nil, first...(page.blocks.count - 1), title, in: 0)
  }

  /// Teasers are no sentences; how many there are.
  mutating func leaveOut(_ teasers: Teasers) -> Int {
    var count = 0
    for index in isSentence.indices where teasers.isTeaser[index] {
      isSentence[index] = false
      count += 1
    }
    return count
  }

  /// The text of a page: in the element whose sentences weigh the most the run from the first to the last. Nil where there is
  /// none.
  func run(besides teasers: Teasers) -> PageRun? {
    let end = min(nextArticle(), comments() ?? page.blocks.count)
    let container = BodyContainer(page, isSentence, title: title, end: end)
    guard let (best, inside) = container.body() else { return nil }
    guard var first = inside.first(where: { isSentence[$0] }),
      var last = inside.last(where: { isSentence[$0] })
    else { return nil }
    // What stands before the headline is the page's, if there is as much behind it.
    if let title, title > first, inside.contains(title), !isSubhead(title, in: inside) {
      let behind = (title..<inside.upperBound).count { isSentence[$0] }
      let ahead = (first..<title).count { isSentence[$0] }
      if behind >= ahead, let next = (title..<inside.upperBound).first(where: { isSentence[$0] }) {
        first = next
      } else if title < last {
        last = (first..<title).last { isSentence[$0] } ?? last
      }
    }
    let run = widened(first...last, in: inside)
    return PageRun(page, isSentence, teasers, run, title, in: best)
  }

  /// Whether the line taken for the headline is a subhead of the text: no first heading, and another of its level stands above
  /// it in the same element.
  private func isSubhead(_ title: Int, in inside: Range<Int>) -> Bool {
    let block = page.blocks[title]
    let parent = page.nodes[block.node].parent
    return block.level > 1
      && (inside.lowerBound..<title).contains {
        page.blocks[$0].level == block.level && page.nodes[page.blocks[$0].node].parent == parent
      }
  }

  /// The run with what belongs to its ends: short sentences of the same kind, the list that a colon announces, who signed,
  /// a subhead above.
  private func widened(_ run: ClosedRange<Int>, in inside: Range<Int>) -> ClosedRange<Int> {
    var (first, last) = (run.lowerBound, run.upperBound)
    while first > inside.lowerBound, goesOn(first, first - 1), first - 1 != title {
      first -= 1
    }
    var isInList = announcesList(last)
    while last + 1 < inside.upperBound {
      if goesOn(last, last + 1) {
        isInList = announcesList(last + 1)
      } else {
        isInList =
          isShown(last + 1) && (isInList && isItem(last + 1) || announcesList(last + 1))
        guard isInList else { break }
      }
      last += 1
    }
    last = lists(behind: last, in: inside)
    last = signatures(behind: last, in: inside)
    if let heading = heading(above: first), inside.contains(heading) {
      first = heading
    }
    return first...last
  }

  /// Where the comments begin: at the first line that says so behind some text of the article.
  private func comments() -> Int? {
    var words = 0
    var sentences = 0
    for index in page.blocks.indices.dropFirst(title ?? 0) {
      let block = page.blocks[index]
      if isSentence[index] {
        words += block.words
        sentences += 1
      }
      guard words >= Self.leastText || sentences >= 2, (1...6).contains(block.words),
        block.linkShare < 0.5
      else { continue }
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
  private func shortSentences() -> [Int] {
    var result: [Int] = []
    var row: [Int] = []
    func end() {
      if row.count >= Self.shortestRow { result += row }
      row = []
    }
    for (index, block) in page.blocks.enumerated() {
      if block.words == 0 || block.label != nil || page.nodes[block.node].isDropped { continue }
      let isShort =
        block.isClosed && (4..<8).contains(block.words) && block.level == 0 && block.linkShare == 0
      if !isShort || row.last.map({ !page.isSameKind(page.blocks[$0], block) }) ?? false { end() }
      if isShort { row.append(index) }
    }
    end()
    return result
  }

  /// Whether a block beside a sentence at the end of the body is a short one of the same kind.
  private func goesOn(_ sentence: Int, _ other: Int) -> Bool {
    let (one, next) = (page.blocks[sentence], page.blocks[other])
    // A last paragraph without its mark must be longer.
    return next.words >= (next.isClosed ? 2 : 8) && next.label == nil && next.level == 0
      && next.linkShare < (next.isClosed ? 0.35 : 0.05) && !page.nodes[next.node].isDropped
      && (page.isSameKind(one, next) || next.isClosed && page.nodes[next.node].name.isLeaf)
  }

  /// Whether a block without a link may be part of the text.
  private func isShown(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.words > 0 && block.label == nil && block.linkShare == 0
      && !page.nodes[block.node].isDropped
  }

  /// Whether a block is an item of a list, or a line beside the one before it.
  private func isItem(_ index: Int) -> Bool {
    page.nodes[page.blocks[index].node].name == cxml_name_li
      || index > 0 && page.blocks[index].node == page.blocks[index - 1].node
  }

  /// Whether a block ends in a colon and a list follows.
  private func announcesList(_ index: Int) -> Bool {
    page.text[page.blocks[index].range.end - 1] == UInt8(ascii: ":")
      && index + 1 < page.blocks.count && isItem(index + 1)
  }

  /// The last item of the lists behind the text that stand each under a subhead of their own, two items and more.
  private func lists(behind last: Int, in inside: Range<Int>) -> Int {
    var last = last
    while let heading = (last + 1..<inside.upperBound).first(where: { page.blocks[$0].words > 0 }),
      page.blocks[heading].level > (title.map { page.blocks[$0].level } ?? 0), isShown(heading)
    {
      let outer = page.nodes[page.blocks[heading].node].parent
      var end = heading
      while end + 1 < inside.upperBound, isShown(end + 1), isItem(end + 1, ofListIn: outer) {
        end += 1
      }
      guard end - heading >= 2 else { break }
      last = end
    }
    return last
  }

  /// Whether a block is an item of a list right in an element.
  private func isItem(_ index: Int, ofListIn outer: Int) -> Bool {
    let node = page.nodes[page.blocks[index].node]
    return node.name == cxml_name_li && page.nodes[node.parent].parent == outer
  }

  /// The last of three short lines or more behind the text that are of its kind: who signed it. Fewer are a source, a
  /// credit, a link that is none.
  private func signatures(behind last: Int, in inside: Range<Int>) -> Int {
    var end = last
    while end + 1 < inside.upperBound, isShown(end + 1), page.blocks[end + 1].level == 0,
      page.blocks[end + 1].words <= 8, page.isSameKind(page.blocks[last], page.blocks[end + 1])
    {
      end += 1
    }
    return end - last >= 3 ? end : last
  }

  /// The subhead right above the first sentence, in the same element and below the headline.
  private func heading(above first: Int) -> Int? {
    guard let title, first > title + 1 else { return nil }
    let (block, sentence) = (page.blocks[first - 1], page.blocks[first])
    return block.level > max(1, page.blocks[title].level) && isShown(first - 1)
      && page.nodes[block.node].parent == page.nodes[sentence.node].parent ? first - 1 : nil
  }

  /// Where the article ends at the latest: before the next headline of the page's own kind, as where a page goes on with
  /// another article.
  private func nextArticle() -> Int {
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
}
