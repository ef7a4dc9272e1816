internal import CXML
import MujazCore

/// What belongs to the text between the first sentence of a body and the last: sentences, subheads, the items of lists,
/// short lines among sentences. Links, teasers, cells of tables and lines that say themselves what they are do not.
///
/// Bias: what stands between two sentences is text unless it shows otherwise; a short line before a link is not.
struct PageRun {
  /// The blocks of the text, in order.
  private(set) var blocks: [Int] = []
  private(set) var sentences = 0
  /// How many of the sentences stand behind a link.
  private(set) var behindLinks = 0
  private(set) var words = 0

  /// A line of links has fewer words besides.
  private static let leastWords = 4.0
  /// A table of fewer cells is a frame, and one of figures and names has fewer words to a cell.
  private static let fewestCells = 4
  private static let wordsOfCell = 4
  /// Fewer sentences in a row that were said before are text.
  private static let fewestRepeats = 3

  private let page: Page
  /// How many words stand before each block.
  private lazy var wordsBefore = page.blocks.runningSums(\.words)
  /// Subheads, or a short line, that stay if text follows and not a link.
  private var pending: [Int] = []

  /// `container` is the element of the body.
  init(
    _ page: Page, _ isSentence: [Bool], _ teasers: Teasers?, _ run: ClosedRange<Int>, _ title: Int?,
    in container: Int
  ) {
    self.page = page
    var followsLink = false
    for index in run where index != title {
      let block = page.blocks[index]
      if page.nodes[block.node].isDropped || block.words == 0 { continue }
      let isPart = teasers?.headings.contains(index) ?? false
      if let teasers, teasers.isTeaser[index] {
        pending = []
      } else if block.linkShare > 0.6, !isPart {
        followsLink = followsLink || !page.isAddress(block)
        takeLast()
        pending = []
      } else if isSentence[index], block.label == nil {
        blocks += pending
        pending = []
        blocks.append(index)
        sentences += 1
        words += block.words
        if followsLink { behindLinks += 1 }
        followsLink = false
      } else if isHeading(block) {
        takeLast()
        // A heading of a lower level stands below the one above it.
        pending.removeAll { page.blocks[$0].level == 0 || page.blocks[$0].level >= block.level }
        pending.append(index)
        followsLink = !isPart && (followsLink || block.linked > 0)
      } else if block.label == nil, isKept(block, container) {
        blocks += pending
        pending = block.isClosed ? [] : [index]
        if block.isClosed { blocks.append(index) }
        // A line of links is no sign of an article.
        if block.linkShare < 0.35 { words += block.words }
      }
    }
    if let short = pending.last, page.blocks[short].level == 0 { blocks.append(short) }
    if teasers != nil { blocks = withoutRepeats(isSentence) }
  }

  /// Whether a block is a heading; one that begins like a byline is none of it.
  private func isHeading(_ block: Page.Block) -> Bool {
    block.level > 0 && (block.label == nil || block.label == .byline && block.words > 3)
  }

  /// Takes a short line that is the last of some of its kind: the items of a list, the verses of a poem.
  private mutating func takeLast() {
    guard let line = pending.last, page.blocks[line].level == 0, blocks.last == line - 1,
      page.isSameKind(page.blocks[line - 1], page.blocks[line])
    else { return }
    blocks.append(line)
  }

  /// Whether a block between two sentences that is none itself is part of the text: a short paragraph or an item of a
  /// list, not a cell of a table of figures. One with links has a few words besides.
  private mutating func isKept(_ block: Page.Block, _ container: Int) -> Bool {
    let isText = Double(block.words) * (1 - block.linkShare) >= Self.leastWords
    guard block.linkShare < 0.35 || isText else { return false }
    // A table around the whole text is a layout; one inside it has cells.
    var node = block.node
    while node > container {
      if page.nodes[node].name.isCell {
        return block.linkShare == 0 && isOfText(around: node, container)
      }
      node = page.nodes[node].parent
    }
    return true
  }

  /// Whether the table around a cell is one of text: its cells have four words and more, one like another.
  private mutating func isOfText(around cell: Int, _ container: Int) -> Bool {
    var node = cell
    while node > container, page.nodes[node].name != cxml_name_table {
      node = page.nodes[node].parent
    }
    let blocks = page.nodes[node].blocks
    let words = wordsBefore[blocks.upperBound] - wordsBefore[blocks.lowerBound]
    return node > container && blocks.count >= Self.fewestCells
      && words >= blocks.count * Self.wordsOfCell
  }

  // MARK: Repeats

  /// What equal lines have in common.
  private struct Line: Hashable {
    var words: Int
    var length: Int
    var bits: UInt64

    init(_ block: Page.Block) {
      (words, length, bits) = (block.words, block.range.count, block.wordBits)
    }
  }

  /// The blocks without what stands there once more: three sentences and more in the order in which they stood before, as
  /// where a template has a text for each width of the window. A sentence said twice is text.
  private func withoutRepeats(_ isSentence: [Bool]) -> [Int] {
    let lines = blocks.filter { isSentence[$0] }
    var places: [Line: Int] = [:]
    for (place, index) in lines.enumerated().reversed() { places[Line(page.blocks[index])] = place }
    guard places.count < lines.count else { return blocks }
    var isRepeat = [Bool](repeating: false, count: lines.count)
    var place = 0
    while place < lines.count {
      let first = places[Line(page.blocks[lines[place]])] ?? place
      var count = 0
      while first + count < place, place + count < lines.count,
        isSame(lines[first + count], lines[place + count])
      {
        count += 1
      }
      if count >= Self.fewestRepeats {
        for repeated in place..<place + count { isRepeat[repeated] = true }
      }
      place += max(count, 1)
    }
    place = 0
    var isLeftOut = false
    return blocks.filter { index in
      if isSentence[index] {
        isLeftOut = isRepeat[place]
        place += 1
      }
      return !isLeftOut
    }
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (page.blocks[one].range, page.blocks[other].range)
    return page.text[a.start..<a.end] == page.text[b.start..<b.end]
  }
}
