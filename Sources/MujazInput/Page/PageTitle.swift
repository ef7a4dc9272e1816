import MujazCore

/// Finds the headline of a page: what repeats a title of the page's head word by word; else the only heading of the first
/// level; else the line that agrees best with the head; else what the head says.
///
/// Bias: what readers see is the headline, not what was written for search engines, unless the heading is a motto or the
/// name of a section. The name of the site stands in every `<title>`, but is only a part of it.
///
///     <title>الوزير يفتتح الجسر | صحيفة المرفأ</title>     h2 الوزير يفتتح الجسر      not h1 صحيفة المرفأ
struct PageTitle {
  /// The headline; empty where the page has none.
  var text = ""
  /// Its block; nil where it stands in the head alone.
  var block: Int?
  /// Whether it agrees with what the head says.
  private(set) var isConfirmed = false

  /// The words of the first part of the title in the head.
  private(set) var firstOfHead: [UInt64] = []

  /// Whether the head says more than the name of a site or of a section.
  private var isStated = false

  /// Lines of more words are text.
  private static let longest = 40
  /// The same for a heading that shares little with the head.
  private static let longestAlone = 25
  /// Fewer words are no headline.
  private static let fewestStated = TitleParts.fewest
  /// No headline is farther from its text, in blocks: byline, share bar and captions stand between.
  private static let farthest = 16
  /// The same for a line that nothing calls a headline.
  private static let nearest = 4
  private static let shortestOverlap = 0.6
  /// The same for what is no first heading: subheads repeat words of the headline.
  private static let shortestRepeat = 0.8
  /// What the only first heading must share with the head if no class calls it a title.
  private static let shortestOfHeading = 0.5

  init(_ page: Page, _ data: LinkedData) {
    let head = HeadTitles(page.head, data)
    firstOfHead = TitleParts(page.head.title).first.wordHashes(atMost: SitePhrases.longest)
    isStated = head.isStated
    let lines = Self.lines(page, head)
    let heading = Self.onlyHeading(page, head)
    if let found = Self.best(lines.filter { $0.agreement == 1 && $0.isLong }) {
      take(found.block, page, isConfirmed: true)
    } else if let heading, Self.isHeadline(heading, page, head) {
      take(heading.block, page, isConfirmed: heading.agreement >= Self.shortestOverlap)
    } else if let found = Self.best(lines.filter { $0.isHeading || $0.isRepeat }) {
      take(found.block, page, isConfirmed: true)
    } else if let stated = head.titles.first {
      text = stated.text
      block = Self.unconfirmed(page, isStated: true)
    } else if let found = Self.unconfirmed(page, isStated: false) {
      take(found, page, isConfirmed: false)
    }
  }

  private mutating func take(_ block: Int, _ page: Page, isConfirmed: Bool) {
    self.block = block
    self.isConfirmed = isConfirmed
    // Of a bounded number of words.
    text = TitleParts(page.string(page.blocks[block])).withoutSections
  }

  /// A line of the page beside what the head says.
  private struct Line {
    var block: Int
    /// The best of its agreements with the head.
    var agreement: Double
    /// Whether it is a first heading.
    var isHeading = false
    /// Whether it has as many words as a headline, or as the head's own.
    var isLong = false
    /// Whether it is long and hardly differs from what the head says, or goes on where that ends.
    var isRepeat = false
    var score = 0.0
  }

  /// The lines that share most of their words with the head.
  private static func lines(_ page: Page, _ head: HeadTitles) -> [Line] {
    // A line of many fewer or more words than any form cannot agree with it.
    let sizes = head.forms.map { $0.words.count }
    let fewest = (sizes.min() ?? 0) * 2 / 5
    let most = (sizes.max() ?? 0) * 5 / 2 + 3
    return page.blocks.indices.compactMap { index in
      let block = page.blocks[index]
      guard (1...longest).contains(block.words), block.linkShare < 0.9 || block.level > 0,
        (fewest...most).contains(block.words),
        head.forms.contains(where: { $0.limit(block.wordBits) >= shortestOverlap })
      else { return nil }
      let line = line(index, page, head)
      return line.agreement >= shortestOverlap ? line : nil
    }
  }

  private static func line(_ index: Int, _ page: Page, _ head: HeadTitles) -> Line {
    let block = page.blocks[index]
    let words = page.text.span.wordHashes(block.range, atMost: Terms.most)
    let terms = Terms(words)
    let agreement = head.forms.map { $0.agreement(with: terms) }.max() ?? 0
    let isLong = terms.words.count >= fewestStated || terms.words.count * 2 >= head.words
    // Of two that agree as well the longer: the name of the site is short.
    let length = 0.05 * Double(min(terms.words.count, head.words))
    return Line(
      block: index, agreement: agreement, isHeading: block.level == 1, isLong: isLong,
      isRepeat: isLong && agreement >= shortestRepeat
        || head.areContinued(by: words),
      score: agreement + bonus(block) + length)
  }

  /// The first of the best.
  private static func best(_ lines: [Line]) -> Line? {
    lines.dropFirst().reduce(lines.first) { best, line in
      best.map { line.score > $0.score ? line : $0 }
    }
  }

  /// The only heading of the first level that is not the name of the site; it may stand there more than once.
  private static func onlyHeading(_ page: Page, _ head: HeadTitles) -> Line? {
    var found: (block: Int, terms: Terms)?
    for (index, block) in page.blocks.enumerated()
    where block.level == 1 && (1...longest).contains(block.words) {
      let terms = Terms(page.text.span, block.range)
      if let found, found.terms == terms { continue }
      if head.isSite(page.string(block)) { continue }
      guard found == nil else { return nil }
      found = (index, terms)
    }
    return found.map { line($0.block, page, head) }
  }

  /// Whether the only first heading is the headline though the head words it otherwise: not a motto, the name of a section
  /// or the beginning of the text. A longer one is, for a head is brief.
  private static func isHeadline(_ heading: Line, _ page: Page, _ head: HeadTitles) -> Bool {
    let block = page.blocks[heading.block]
    guard block.linkShare < 0.9, block.words <= longestAlone else { return false }
    if heading.agreement >= shortestOverlap || head.words < fewestStated { return true }
    return block.words >= fewestStated
      && (block.isCalledTitle || heading.agreement >= shortestOfHeading
        || block.words > head.words)
  }

  /// Whether it is short and a link, as the name of a site over all its pages is.
  private func isSign(_ page: Page) -> Bool {
    isLink(page) && block.map { page.blocks[$0].words <= Self.fewestStated } ?? false
  }

  /// Whether the headline leads to another page.
  func isLink(_ page: Page) -> Bool {
    block.map { page.blocks[$0].linkShare > 0.8 } ?? false
  }

  /// Whether it is of fewer words than a headline and no first heading: the name of a section in all titles of a site.
  private func isSection(_ page: Page) -> Bool {
    isConfirmed
      && block.map {
        page.blocks[$0].level != 1 && page.blocks[$0].words < Self.fewestStated
      } ?? false
  }

  /// Looks again for a headline that the head does not confirm, now that the text is found: the heading nearest above it.
  /// Whether another was found.
  mutating func look(around blocks: [Int], _ page: Page) -> Bool {
    guard let first = blocks.first, let last = blocks.last else { return false }
    let isSection = isSection(page)
    // A heading in the text agrees better with the head than the one above it: how it goes on, a question at its end.
    let isBelow = block.map { $0 > last && page.blocks[$0].level != 1 } ?? false
    guard !isConfirmed && !isStated || isSign(page) || isSection || isBelow else { return false }
    let lines = (max(0, first - Self.farthest)..<first).filter { index in
      let line = page.blocks[index]
      return (2...Self.longest).contains(line.words) && line.label == nil && line.linkShare < 0.8
        && (!isSection || line.level == 1 && line.words >= Self.fewestStated)
        && ((1...3).contains(line.level) || line.isCalledTitle)
        && !SitePhrases.isSite(page.text.span.wordHashes(line.range, atMost: 6))
    }
    let heading = lines.last { page.blocks[$0].level == 1 } ?? lines.last
    guard let found = heading ?? (text.isEmpty && !isSection ? Self.line(above: first, page) : nil),
      found != block
    else { return false }
    take(found, page, isConfirmed: isConfirmed)
    return true
  }

  /// The nearest line above the text that may be a headline by its words, where nothing says which one is: best one above
  /// a byline, for a caption may stand below.
  private static func line(above first: Int, _ page: Page) -> Int? {
    let lines = (max(0, first - nearest)..<first).filter { index in
      let line = page.blocks[index]
      return (fewestStated...longest).contains(line.words) && line.label == nil
        && line.linkShare == 0 && !page.text.span.endsTerminal(line.range)
        && !page.nodes[line.node].isDropped
    }
    return lines.last { page.blocks[$0 + 1].label == .byline } ?? lines.last
  }

  /// The only first heading; where the head says nothing, also what a class calls a title, and the first heading.
  private static func unconfirmed(_ page: Page, isStated: Bool) -> Int? {
    let lines = page.blocks.indices.filter { (1...longest).contains(page.blocks[$0].words) }
    let first = lines.filter { page.blocks[$0].level == 1 }
    if first.count == 1 { return first.first }
    guard !isStated else { return nil }
    return first.first
      ?? lines.first { page.blocks[$0].isCalledTitle }
      ?? lines.first { (1...3).contains(page.blocks[$0].level) }
  }

  /// What a heading is worth beyond its words.
  private static func bonus(_ block: Page.Block) -> Double {
    let named = block.isCalledTitle ? 0.1 : 0
    switch block.level {
    case 1: return 0.2 + named
    case 2: return 0.15 + named
    case 3: return 0.1 + named
    case 4: return 0.05 + named
    default: return named
    }
  }
}

/// The distinct words of a line, to compare two lines by.
struct Terms: Equatable {
  /// Folded words, in order of their hashes.
  let words: [UInt64]
  /// More words are not compared.
  static let most = 64

  init(_ hashes: [UInt64]) {
    var words: [UInt64] = []
    words.reserveCapacity(hashes.count)
    for word in hashes.sorted() {
      if let last = words.last, last == word { continue }
      words.append(word)
    }
    self.words = words
  }

  init(_ text: String) {
    self.init(text.wordHashes(atMost: Self.most))
  }

  init(_ text: Span<UInt8>, _ range: TextRange) {
    self.init(text.wordHashes(range, atMost: Self.most))
  }

  /// No line agrees better whose words have these bits.
  func limit(_ bits: UInt64) -> Double {
    guard bits != ~0 else { return 1 }
    let common = words.count { bits & 1 << ($0 & 63) != 0 }
    return 2 * Double(common) / Double(words.count + bits.nonzeroBitCount)
  }

  /// How many words both have.
  func common(with other: Terms) -> Int {
    var common = 0
    var place = 0
    for word in words {
      while place < other.words.count, other.words[place] < word { place += 1 }
      if place < other.words.count, other.words[place] == word { common += 1 }
    }
    return common
  }

  /// The harmonic mean of the shares of the words in common.
  func agreement(with other: Terms) -> Double {
    guard !words.isEmpty, !other.words.isEmpty else { return 0 }
    return 2 * Double(common(with: other)) / Double(words.count + other.words.count)
  }
}

extension String {
  /// The hashes of the folded words, no more than `limit`.
  func wordHashes(atMost limit: Int) -> [UInt64] {
    let bytes = Array(utf8)
    return bytes.span.wordHashes(TextRange(start: 0, end: bytes.count), atMost: limit)
  }
}
