internal import CXML

/// Finds the element that holds the text: every sentence adds its words to the elements around it, less the further they
/// are.
struct BodyContainer {
  private let page: Page
  private let isSentence: [Bool]
  private let title: Int?
  /// What stands from here on is no part of the article.
  private let end: Int

  /// A sentence of more words is not worth more.
  private static let worth = 80
  /// What a sentence is worth to the next element outwards.
  private static let fading = 0.75
  /// How many elements outwards a sentence counts: beyond, it is worth less than a twentieth.
  private static let reach = 11
  /// What a sentence is worth that stands before the headline.
  private static let before = 0.3
  /// Fewer words in front of the text are a caption, a notice.
  private static let leastIntroduction = 30
  /// The parts beside the text have a quarter of its words, an introduction a twentieth: less is what stands around it.
  private static let partsToText = 4
  private static let introductionToText = 20

  init(_ page: Page, _ isSentence: [Bool], title: Int?, end: Int) {
    self.page = page
    self.isSentence = isSentence
    self.title = title
    self.end = end
  }

  /// The element, and the blocks that may be text; nil where no sentence is.
  func body() -> (node: Int, blocks: Range<Int>)? {
    guard let node = node() else { return nil }
    let inside = page.nodes[node].blocks.clamped(to: 0..<end)
    return extended(node, inside) ?? (node, inside)
  }

  private func node() -> Int? {
    var scores = [Double](repeating: 0, count: page.nodes.count)
    for index in page.blocks.indices.prefix(end) where isSentence[index] {
      let block = page.blocks[index]
      var value = Double(min(block.words, Self.worth))
      if let title, index < title { value *= Self.before }
      var node = block.node
      // A paragraph is no container: what holds it is.
      if page.nodes[node].name.isLeaf { node = page.nodes[node].parent }
      for _ in 0..<Self.reach {
        scores[node] += value
        value *= Self.fading
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
    return climb(from: best)
  }

  private func bonus(_ node: Page.Node) -> Double {
    if node.hints.contains(.body) { return 1.6 }
    if node.name == .article || node.name == .main { return 1.25 }
    return node.hints.contains(.content) ? 1.2 : 1
  }

  /// Goes on to the element around while that adds much: sentences by a quarter, and more of them than of other text.
  /// Beyond the element that holds the headline too, only sentences of the same make count: what stands beside it in other
  /// elements is what readers write.
  private func climb(from start: Int) -> Int {
    let makes = Set(
      page.nodes[start].blocks.lazy.filter { isSentence[$0] }
        .map { page.nodes[page.blocks[$0].node].signature })
    // Words before each block: of sentences, of those of the same make, and of all else that is shown.
    func isGood(_ index: Int) -> Bool { isSentence[index] && index < end }
    let good = page.blocks.indices.runningSums { isGood($0) ? page.blocks[$0].words : 0 }
    let alike = page.blocks.indices.runningSums {
      let isAlike = isGood($0) && makes.contains(page.nodes[page.blocks[$0].node].signature)
      return isAlike ? page.blocks[$0].words : 0
    }
    let bad = page.blocks.indices.runningSums {
      let isBad = !isSentence[$0] && !page.nodes[page.blocks[$0].node].isDropped
      return isBad ? page.blocks[$0].words : 0
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

  // MARK: Parts

  /// Words of sentences beside the element, and the blocks they stand among.
  private struct Stretch {
    var words = 0
    var count = 0
  }

  /// Goes on below the headline to the parts of the text that stand in elements of their own, and to an introduction: up
  /// to the first link, and to the first line behind the text that speaks of itself. Cards have links; what readers write
  /// has names and dates.
  private func extended(_ inner: Int, _ inside: Range<Int>) -> (node: Int, blocks: Range<Int>)? {
    guard let title, title < inside.lowerBound else { return nil }
    var node = inner
    while !page.nodes[node].blocks.contains(title) { node = page.nodes[node].parent }
    let outer = page.nodes[node].blocks.clamped(to: title + 1..<end)
    let above = stretch((outer.lowerBound..<inside.lowerBound).reversed(), pastLabels: true)
    let below = stretch(inside.upperBound..<outer.upperBound, pastLabels: false)
    let own = inside.reduce(0) { $0 + (isSentence[$1] ? page.blocks[$1].words : 0) }
    let isMuch = (above.words + below.words) * Self.partsToText > own
    var blocks = inside
    let isIntroduction =
      above.words >= Self.leastIntroduction && above.words * Self.introductionToText > own
    if above.words > 0, isMuch || isIntroduction {
      blocks = inside.lowerBound - above.count..<blocks.upperBound
    }
    if below.words > 0, isMuch { blocks = blocks.lowerBound..<inside.upperBound + below.count }
    return blocks == inside ? nil : (node, blocks)
  }

  /// What stands in blocks up to the first that is a link, or a label.
  private func stretch(_ blocks: some Sequence<Int>, pastLabels: Bool) -> Stretch {
    var stretch = Stretch()
    for index in blocks {
      let block = page.blocks[index]
      if block.words > 0, !page.nodes[block.node].isDropped {
        let isLabel = block.label != nil && block.level == 0
        if block.linkShare > 0.5 || isLabel && !pastLabels { break }
        if isSentence[index] { stretch.words += block.words }
      }
      stretch.count += 1
    }
    return stretch
  }
}
