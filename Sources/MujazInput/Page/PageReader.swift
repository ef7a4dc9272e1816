import MujazCore

/// Reads the article of a web page.
struct PageReader {
  /// Below so many words a page without any mark of an article is none.
  private static let shortest = 30
  /// Below so many words none is.
  private static let least = 8

  /// The article of a page in UTF-8. Throws where there is none: a front, a list, an error page. Linear.
  static func article(_ bytes: UnsafeBufferPointer<UInt8>) throws(InputError) -> CleanArticle {
    var page = try blocks(bytes)
    let data = LinkedData(page.head.linkedData)
    page.describeBlocks()
    var title = PageTitle(page, data)
    page.dropHinted(title: title.block)
    var body = PageBody(page, title: title.block)
    if title.look(around: body.blocks, page) {
      page.dropHinted(title: title.block)
      body = PageBody(page, title: title.block)
    }
    var metadata = Metadata(page, data, title, body)
    let stated = statedBody(data, than: body)
    let reason = NoArticle.reason(page, data, title, body)
    metadata.page = NoArticle.verdict(reason, page, data, title, body)
    if let reason {
      guard !stated.isEmpty, !reason.isSure else {
        var error = InputError(.noArticle, "no article: \(reason.text)")
        error.page = metadata.page
        throw error
      }
      // The page shows less than its linked data holds: its beginning, a wall.
      metadata.page = PageVerdict(.article, .low)
    }
    if !stated.isEmpty {
      return CleanArticle(
        title: title.text, paragraphs: stated.map(\.utf8), metadata: metadata)
    }
    let paragraphs = body.blocks.map {
      page.text[page.blocks[$0].range.start..<page.blocks[$0].range.end]
    }
    return CleanArticle(title: title.text, paragraphs: paragraphs, metadata: metadata)
  }

  /// The text of a fragment, as feeds carry it: all its paragraphs but those that say themselves what they are.
  static func paragraphs(ofFragment fragment: [UInt8]) throws(InputError) -> [String] {
    var page = try fragment.withUnsafeBufferPointer { bytes throws(InputError) in try blocks(bytes)
    }
    page.describeBlocks()
    page.dropHinted(title: nil)
    return page.blocks.filter {
      $0.words > 0 && $0.label == nil && $0.linkShare < 0.9 && !page.nodes[$0.node].isDropped
    }.map(page.string)
  }

  private static func blocks(_ bytes: UnsafeBufferPointer<UInt8>) throws(InputError) -> Page {
    guard bytes.count <= Int(Int32.max) else {
      throw InputError(.tooLarge, "the page is larger than 2 GB")
    }
    guard let tape = Tape(page: bytes) else { throw InputError.outOfMemory }
    return PageBuilder.page(tape)
  }

  /// The paragraphs that linked data gives, where they are far more than the page shows.
  private static func statedBody(_ data: LinkedData, than body: PageBody) -> [String] {
    guard !data.body.isEmpty else { return [] }
    let lines = data.body.split(whereSeparator: \.isNewline).map { String($0).collapsed }
      .filter { !$0.isEmpty }
    let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
    return words * 2 > body.words * 5 ? lines : []
  }
}

extension Page {
  /// Hidden text of fewer words is no article.
  private static let leastHidden = 100

  /// Counts the words of every block and asks what it says of itself.
  fileprivate mutating func describeBlocks() {
    let lexicon = Lexicon.standard
    for index in blocks.indices {
      let range = blocks[index].range
      let reading = RoleClassifier.reading(of: range, in: text.span, lexicon)
      blocks[index].words = reading.words
      blocks[index].wordBits = reading.bits
      blocks[index].label = reading.label
      blocks[index].isClosed = text.span.endsTerminal(range, orColon: true)
    }
  }

  /// Hints at elements that begin with a heading of something else: comments, related links, about us.
  private mutating func dropSections() {
    for (index, block) in blocks.enumerated() where block.label == .other && block.words <= 6 {
      // The heading itself is the only block of its element; the section is what holds it.
      var node = block.node
      if nodes[node].blocks.count == 1 { node = nodes[node].parent }
      guard node > 0, nodes[node].blocks.lowerBound == index, nodes[node].blocks.count > 1 else {
        continue
      }
      nodes[node].hints.add([.drop, .perhaps])
      nodes[node].words.insert(HintWords.sure)
    }
  }

  /// The words that say nothing on this page: their elements hold more than half of its text. `widget` is what a page builder calls
  /// every box, `sidebar` stands in the class of the frame around text and sidebar. `words` are those of text before each block.
  private func idleWords(_ words: [Int]) -> HintWords {
    var texts = [Int](repeating: 0, count: HintWords.limit)
    // The words of the elements around each, and its own.
    var around = [HintWords](repeating: HintWords(), count: nodes.count)
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      around[index] = around[node.parent]
      guard !node.words.isEmpty else { continue }
      let text = words[node.blocks.upperBound] - words[node.blocks.lowerBound]
      node.words.subtracting(around[index]).forEach { texts[$0] += text }
      around[index].formUnion(node.words)
    }
    let all = words.last ?? 0
    var idle = HintWords()
    for number in texts.indices where number != HintWords.sure {
      // What a script is to show is a whole text, or stays hidden.
      let least = number == HintWords.hidden ? Self.leastHidden : 0
      if texts[number] * 2 > all, texts[number] >= least { idle.insert(number) }
    }
    return idle
  }

  /// Drops the elements that are hinted to be no part of an article, but for those that the headline stands in and for a
  /// form around the whole page.
  fileprivate mutating func dropHinted(title: Int?) {
    dropSections()
    let words = blocks.runningSums {
      $0.linkShare < 0.35 && $0.words >= 8 && $0.label == nil ? $0.words : 0
    }
    let all = words.last ?? 0
    let idle = idleWords(words)
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      var isDropped = nodes[node.parent].isDropped
      if !isDropped, !node.blocks.isEmpty || node.hints.contains(.drop) {
        let holdsTitle = title.map(node.blocks.contains) ?? false
        let share = words[node.blocks.upperBound] - words[node.blocks.lowerBound]
        if node.hints.contains(.drop), !node.hints.contains(.body) {
          let isAround = node.hints.contains(.perhaps) && share * 2 > all
          isDropped =
            !holdsTitle && !isAround && !node.words.subtracting(idle).isEmpty
            && !(node.name == .article || node.name == .main || node.name.isRoot)
        } else if node.name == .form {
          isDropped = !holdsTitle && share * 2 < all
        }
      }
      nodes[index].isDropped = isDropped
    }
  }
}
