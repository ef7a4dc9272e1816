import MujazCore

/// Finds the headline of a page: the line of the page that agrees best with what the page's head says it is about.
///
/// Bias: what readers see is the headline, not what was written for search engines; a line must share most of its words
/// with the head. The name of the site stands in every `<title>`, but is only a part of it.
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
  /// Fewer words in the head are no headline.
  private static let fewestStated = 4
  /// No headline is farther from its text, in blocks: byline, share bar and captions stand between.
  private static let farthest = 16
  /// The same for a line that nothing calls a headline.
  private static let nearest = 4
  private static let shortestOverlap = 0.6

  init(_ page: Page, _ data: LinkedData) {
    let site = page.head.metas["og:site_name"] ?? data.site
    let parts = page.head.title.titleParts
    firstOfHead = (parts.first ?? "").wordHashes(atMost: SitePhrases.longest)
    let stated =
      ([data.headline, page.head.metas["og:title"] ?? "", page.head.metas["twitter:title"] ?? ""]
      + (parts.count > 1 ? parts.sorted { $0.utf8.count > $1.utf8.count } : [])
      + [page.head.title])
      .compactMap { Statement($0, site: site) }
    // A line of many fewer or more words than any of them cannot agree with it.
    let sizes = stated.map { $0.terms.words.count }
    let fewest = (sizes.min() ?? 0) * 2 / 5
    let most = (sizes.max() ?? 0) * 5 / 2 + 3
    var best = 0.0
    for (index, candidate) in page.blocks.enumerated()
    where (1...Self.longest).contains(candidate.words) && candidate.linkShare < 0.9
      || candidate.level > 0
    {
      guard candidate.words <= Self.longest, (fewest...most).contains(candidate.words),
        stated.contains(where: { $0.terms.limit(candidate.wordBits) >= Self.shortestOverlap })
      else { continue }
      let terms = Terms(page.text.span, candidate.range)
      let overlap = stated.map { $0.terms.agreement(with: terms) }.max() ?? 0
      guard overlap >= Self.shortestOverlap else { continue }
      // Of two that agree as well the longer: the name of the site is short.
      let score = overlap + Self.bonus(candidate) + 0.001 * Double(candidate.words)
      if score > best {
        best = score
        block = index
        isConfirmed = true
      }
    }
    isStated = stated.contains {
      $0.terms.words.count >= Self.fewestStated && $0.text != page.head.title
    }
    if block == nil { block = Self.unconfirmed(page, isStated: !stated.isEmpty) }
    if let block {
      text = page.string(page.blocks[block])  // of a bounded number of words
    } else {
      text = stated.first?.text ?? ""
    }
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
  mutating func look(above first: Int?, _ page: Page) -> Bool {
    guard let first else { return false }
    let isSection = isSection(page)
    guard !isConfirmed && !isStated || isSign(page) || isSection else { return false }
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
    block = found
    text = page.string(page.blocks[found])
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

/// What the head of a page says that the article is called.
private struct Statement {
  let text: String
  let terms: Terms

  /// Nil for what holds no word, or is the name of the site.
  init?(_ text: String, site: String) {
    guard text != site else { return nil }
    let words = text.wordHashes(atMost: Terms.most)
    guard !words.isEmpty, !SitePhrases.isSite(words) else { return nil }
    self.text = text
    terms = Terms(words)
  }
}

/// The distinct words of a line, to compare two lines by.
private struct Terms {
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

  init(_ text: Span<UInt8>, _ range: TextRange) {
    self.init(text.wordHashes(range, atMost: Self.most))
  }

  /// No line agrees better whose words have these bits.
  func limit(_ bits: UInt64) -> Double {
    guard bits != ~0 else { return 1 }
    let common = words.count { bits & 1 << ($0 & 63) != 0 }
    return 2 * Double(common) / Double(words.count + bits.nonzeroBitCount)
  }

  /// The harmonic mean of the shares of the words in common.
  func agreement(with other: Terms) -> Double {
    guard !words.isEmpty, !other.words.isEmpty else { return 0 }
    var common = 0
    var place = 0
    for word in words {
      while place < other.words.count, other.words[place] < word { place += 1 }
      if place < other.words.count, other.words[place] == word { common += 1 }
    }
    return 2 * Double(common) / Double(words.count + other.words.count)
  }
}

extension String {
  /// The hashes of the folded words, no more than `limit`.
  func wordHashes(atMost limit: Int) -> [UInt64] {
    let bytes = Array(utf8)
    return bytes.span.wordHashes(TextRange(start: 0, end: bytes.count), atMost: limit)
  }
}
