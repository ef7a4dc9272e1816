internal import CXML
import MujazCore

/// Tells sentences that stand for other pages: the lines under the headlines of related, latest and most read stories.
///
/// Bias: a teaser is short, the only sentence of its card, and one of a row; what stands alone, or among sentences, is
/// text. A card has a headline that is a link, or one with a date or a link to the rest. Where a template has no cards, headlines that are links
/// and sentences take turns, and there is text beside them.
///
///     [هدوء حذر في العاصمة] قال شهود إن …  [الأسواق تفتح] تراجعت …  [الدوري] فاز …        three teasers
///     قال شهود إن …  [اقرأ أيضا: هدوء حذر]  وأضافوا أن …                                  text around a link
struct Teasers {
  /// A sentence of more words is text.
  private static let longest = 60
  /// Fewer cards of one make are no row of them; more where their headlines are no links.
  private static let fewestCards = 2
  private static let fewestPlainCards = 3
  private static let fewestNumbers = 3
  /// Fewer turns of a link and a sentence are links between paragraphs.
  private static let fewestTurns = 3
  /// The name of a section, not the headline of a text with parts.
  private static let shortTitle = 4
  /// So many words beside a row without cards are the text that it goes with.
  private static let least = 40

  /// Whether each block is a teaser.
  private(set) var isTeaser: [Bool] = []
  /// Headings that are links and belong to parts of the text, not to other pages.
  private(set) var headings: Set<Int> = []
  /// The share of the page's words of text that stand in a row of entries, each under a headline that is a link.
  private(set) var shareOfEntries = 0.0

  private let page: Page
  private let isSentence: [Bool]
  private let title: Int?
  /// How many sentences, and words of sentences, stand before each block.
  private let before: [Int]
  private let wordsBefore: [Int]

  /// Reads a page. Linear in the blocks times the depth of the page.
  static func find(_ page: Page, _ isSentence: [Bool], title: Int?) -> Teasers {
    var teasers = Teasers(page, isSentence, title)
    teasers.isTeaser = teasers.inCards()
    for range in teasers.turns() {
      for index in range { teasers.isTeaser[index] = isSentence[index] }
    }
    teasers.readEntries()
    return teasers
  }

  /// Reads the rows of three entries or more, each under a headline that is a link: posts one after the other, or the
  /// parts of a text.
  private mutating func readEntries() {
    var rows: [Sibling: [(headline: Int, node: Int)]] = [:]
    for index in page.nodes.indices where count(page.nodes[index].blocks) > 0 {
      let node = page.nodes[index]
      let headline = node.blocks.first { isSentence[$0] || page.blocks[$0].level > 0 }
      guard let headline, page.blocks[headline].level > 0, isLinked(headline) else { continue }
      rows[Sibling(node), default: []].append((headline, index))
    }
    var most = 0
    for row in rows.values where row.count >= 3 {
      let isIntroduced = hasIntroduction(page.nodes[row[0].node])
      if isIntroduced || row.contains(where: { holdsText($0.node) }) {
        headings.formUnion(row.lazy.map(\.headline))
      }
      if !isIntroduced, row.contains(where: { isLink($0.headline) }) {
        most = max(most, row.reduce(0) { $0 + words(page.nodes[$1.node].blocks) })
      }
    }
    let all = words(page.blocks.indices)
    shareOfEntries = all == 0 ? 0 : Double(most) / Double(all)
  }

  private func holdsText(_ node: Int) -> Bool {
    page.nodes[node].blocks.contains { isSentence[$0] && !isTeaser[$0] }
  }

  private init(_ page: Page, _ isSentence: [Bool], _ title: Int?) {
    self.page = page
    self.isSentence = isSentence
    self.title = title
    before = isSentence.runningSums { $0 ? 1 : 0 }
    wordsBefore = page.blocks.indices.runningSums { isSentence[$0] ? page.blocks[$0].words : 0 }
  }

  private func isShort(_ index: Int) -> Bool {
    isSentence[index] && page.blocks[index].words <= Self.longest
  }

  /// Whether a block is a headline that leads to another page.
  private func isLink(_ index: Int) -> Bool {
    isLinked(index) && page.blocks[index].awayShare > 0.6 && !page.isAddress(page.blocks[index])
  }

  /// Whether a block is one that leads anywhere, be it to its own place on the page.
  private func isLinked(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.linkShare > 0.6 && block.words >= 3
      && (block.label == nil || block.label == .byline && block.level > 0)
  }

  /// Whether a block is a heading that begins with a number and a mark: 3. or ٣-
  private func isNumbered(_ index: Int) -> Bool {
    guard page.blocks[index].level > 0 else { return false }
    let line = page.text[page.blocks[index].range.start..<page.blocks[index].range.end]
    // Arabic digits are D9 and A0 to A9.
    let rest = line.drop { (0x30...0x39).contains($0) || $0 == 0xD9 || (0xA0...0xA9).contains($0) }
    return rest.count < line.count && rest.first.map { ".)-".utf8.contains($0) } ?? false
  }

  // MARK: Cards

  /// What cards of one row have in common.
  private struct Make: Hashable {
    var signature: UInt64
    var outer: UInt64
    var hasLink: Bool
  }

  private func inCards() -> [Bool] {
    let siblings = siblings()
    var rows: [Make: [Int]] = [:]
    var numbered: [Make: Int] = [:]
    for index in page.blocks.indices where isShort(index) {
      guard let card = card(around: index) else { continue }
      let node = page.nodes[card]
      guard !(title.map(node.blocks.contains) ?? false) else { continue }
      let above = (node.blocks.lowerBound..<index).filter {
        !page.nodes[page.blocks[$0].node].isDropped
      }
      let hasLink = above.contains(where: isLink)
      guard hasLink || isPlainCard(node.blocks, above, index) else { continue }
      // News by the hour, questions and answers: one entry in four has more than a sentence. The items of a text stand
      // below its introduction.
      let row = siblings[Sibling(node)] ?? (0, 0)
      guard row.long * 4 < row.short, !hasIntroduction(node) else { continue }
      // The element of the sentence, for a card's own class may be its own alone.
      let inner = page.nodes[page.blocks[index].node].signature
      let make = Make(
        signature: inner &* 31 &+ UInt64(node.name.code),
        outer: page.nodes[node.parent].signature, hasLink: hasLink)
      rows[make, default: []].append(index)
      if above.contains(where: isNumbered) { numbered[make, default: 0] += 1 }
    }
    let all = words(page.blocks.indices)
    var result = [Bool](repeating: false, count: page.blocks.count)
    for (make, row) in rows {
      guard row.count >= (make.hasLink ? Self.fewestCards : Self.fewestPlainCards) else { continue }
      let words = row.reduce(0) { $0 + page.blocks[$1].words }
      guard make.hasLink || words * 2 <= all || !hasHeadline else { continue }
      // The numbered parts of a text with a headline: ten dishes, each with a link to its own page.
      if hasHeadline, row.count >= Self.fewestNumbers, numbered[make, default: 0] * 2 > row.count {
        continue
      }
      for index in row { result[index] = true }
    }
    return result
  }

  /// Whether the card is an item of a text with a headline of its own, below its introduction: the first sentence of the
  /// element around it, or around its list, stands there by itself.
  private func hasIntroduction(_ card: Page.Node) -> Bool {
    guard hasHeadline else { return false }
    let outer = page.nodes[card.parent]
    let isList = outer.name == cxml_name_ul || outer.name == cxml_name_ol
    return isIntroduced(card.parent, card) || isList && isIntroduced(outer.parent, outer)
  }

  /// Whether the page has a headline, and not only the name of a section.
  private var hasHeadline: Bool {
    title.map { page.blocks[$0].words > Self.shortTitle } ?? false
  }

  private func isIntroduced(_ outer: Int, _ card: Page.Node) -> Bool {
    guard let first = firstSentence(in: page.nodes[outer].blocks) else { return false }
    let node = page.nodes[page.blocks[first].node]
    return page.blocks[first].node == outer
      || node.parent == outer && node.signature != card.signature
  }

  /// Whether a card whose headline is no link has a date, or a link to the rest behind its sentence.
  private func isPlainCard(_ blocks: Range<Int>, _ above: [Int], _ sentence: Int) -> Bool {
    let hasHeading = above.contains { page.blocks[$0].level > 0 }
    if hasHeading, blocks.contains(where: { page.blocks[$0].label == .byline }) { return true }
    let hasLine = above.contains { page.blocks[$0].words >= 3 && !page.blocks[$0].isClosed }
    return (hasHeading || hasLine)
      && (sentence + 1..<blocks.upperBound).contains {
        page.blocks[$0].linkShare > 0.8 && page.blocks[$0].words <= 4
      }
  }

  /// Elements of one make in one place.
  private struct Sibling: Hashable {
    var signature: UInt64
    var parent: Int

    init(_ node: Page.Node) {
      signature = node.signature
      parent = node.parent
    }
  }

  /// How many elements of each make have one sentence, and how many have more.
  private func siblings() -> [Sibling: (short: Int, long: Int)] {
    var rows: [Sibling: (short: Int, long: Int)] = [:]
    for node in page.nodes where count(node.blocks) > 0 {
      if count(node.blocks) == 1 {
        rows[Sibling(node), default: (0, 0)].short += 1
      } else {
        rows[Sibling(node), default: (0, 0)].long += 1
      }
    }
    return rows
  }

  private func words(_ blocks: Range<Int>) -> Int {
    wordsBefore[blocks.upperBound] - wordsBefore[blocks.lowerBound]
  }

  private func count(_ blocks: Range<Int>) -> Int {
    before[blocks.upperBound] - before[blocks.lowerBound]
  }

  /// By halves: cards ask it of the element around them, which may be long.
  private func firstSentence(in blocks: Range<Int>) -> Int? {
    guard count(blocks) > 0 else { return nil }
    var (low, high) = (blocks.lowerBound, blocks.upperBound - 1)
    while low < high {
      let middle = (low + high) / 2
      if before[middle + 1] > before[blocks.lowerBound] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The largest element in which the sentence is the only one; nil where even its own has more.
  private func card(around index: Int) -> Int? {
    var card: Int?
    var node = page.blocks[index].node
    while node != 0 {
      if count(page.nodes[node].blocks) > 1 { break }
      card = node
      node = page.nodes[node].parent
    }
    return card
  }

  // MARK: Rows without cards

  /// The runs of blocks in which links and short sentences take turns.
  private func turns() -> [Range<Int>] {
    let text = page.blocks.indices.reduce(0) {
      $0 + (isSentence[$1] && !isTeaser[$1] ? page.blocks[$1].words : 0)
    }
    var runs: [Range<Int>] = []
    var start = 0
    var turns = 0
    var words = 0
    var followsLink = false
    // The last two sentences, and those before the run.
    var last: [Int] = []
    var ahead: [Int] = []
    func end(_ index: Int) {
      if turns >= Self.fewestTurns, text - words >= max(Self.least, words / turns),
        !isInText(start..<index, behind: ahead)
      {
        runs.append(start..<index)
      }
      turns = 0
      words = 0
    }
    for index in page.blocks.indices where page.blocks[index].words > 0 {
      if isLink(index) {
        // A heading that is a link heads a part of a text as often.
        followsLink = page.blocks[index].level == 0
      } else if isSentence[index] {
        if !followsLink || !isShort(index) {
          end(index)
        } else {
          if turns == 0 { (start, ahead) = (index, last) }
          turns += 1
          words += page.blocks[index].words
        }
        followsLink = false
        last = last.suffix(1) + [index]
      } else if beginsPart(page.blocks[index]) {
        followsLink = false
      }
    }
    end(page.blocks.count)
    return runs
  }

  /// Whether a block between a link and a sentence says that the sentence is not the link's: a longer line, a heading that
  /// is no link.
  private func beginsPart(_ block: Page.Block) -> Bool {
    block.label == nil && (block.words > 6 || block.level > 0 && block.linkShare < 0.35)
  }

  /// Whether links and sentences take turns in the element of the text itself, below two sentences of it: the items of a
  /// list, links between paragraphs.
  private func isInText(_ run: Range<Int>, behind ahead: [Int]) -> Bool {
    func parent(_ index: Int) -> Int { page.nodes[page.blocks[index].node].parent }
    let outer = parent(run.lowerBound)
    return ahead.count == 2 && ahead.allSatisfy { !isTeaser[$0] && parent($0) == outer }
      && (run.lowerBound - 1..<run.upperBound).allSatisfy {
        !(isSentence[$0] || isLink($0)) || parent($0) == outer
      }
  }
}
