import MujazCore

/// Finds the day or the moment of a page's publication: what linked data and the head say, else what an element of a time
/// near the article does, else a line there.
///
/// Bias: a time that counts from the day of the visit (منذ ساعتين, أمس) is none, and does not stand in the way of one with a year. What is far
/// from the article is the date of another, or of today.
struct PageDate {
  /// So many blocks above the headline, or above the text where there is none, stand the date and its like; as many behind the text.
  private static let above = 4
  private static let nearestAbove = 2
  private static let aboveText = 16
  private static let behind = 3
  /// A line of more words is text.
  private static let longest = 12

  private let page: Page
  /// The blocks between the headline and the text.
  private let head: Range<Int>
  /// The lines right above the headline, in whatever elements: a day may have several posts.
  private var nearest = 0..<0
  /// Those above the headline, and the text with those behind it, in the elements of both.
  private let around: [Int]

  /// The date of a page's article; nil where the page has none.
  static func iso(
    _ page: Page, _ data: LinkedData, title: Int?, body: [Int]
  ) -> String? {
    if let date = DateReader.iso(data.published) { return date }
    for key in metas {
      if let date = page.head.metas[key].flatMap(DateReader.iso) { return date }
    }
    let date = PageDate(page, title: title, body: body)
    return date.stated(in: Array(date.head)) ?? date.ofHead ?? date.stated(in: date.around)
      ?? date.ofCalledLine(in: date.nearest)
  }

  private static let metas = [
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "date",
    "dc.date", "dc.date.issued", "parsely-pub-date", "publish-date", "sailthru.date",
  ]

  private init(_ page: Page, title: Int?, body: [Int]) {
    self.page = page
    guard let first = body.first, let last = body.last else {
      (head, around) = (0..<0, Array(page.blocks.indices))
      return
    }
    func parent(_ block: Int) -> Int { page.nodes[page.blocks[block].node].parent }
    guard let title, title < first else {
      head = max(0, first - Self.aboveText)..<first
      around = Array(first..<min(page.blocks.count, last + 1 + Self.behind))
      return
    }
    head = title..<first
    nearest = max(0, title - Self.nearestAbove)..<title
    let above = (max(0, title - Self.above)..<title).filter {
      page.isInside(page.blocks[$0].node, parent(title))
    }
    let below = (last + 1..<min(page.blocks.count, last + 1 + Self.behind)).filter {
      page.isInside(page.blocks[$0].node, parent(last))
    }
    around = above + Array(first...last) + below
  }

  /// What an element says that stands for a time, or a line whose class calls it a date, or that names who wrote the text and
  /// when.
  private func stated(in blocks: [Int]) -> String? {
    let near = Set(blocks)
    let times = page.head.times.lazy.filter { near.contains($0.block) }
    return times.compactMap { DateReader.iso($0.text) }.first ?? ofCalledLine(in: blocks)
  }

  private func ofCalledLine(in blocks: some Sequence<Int>) -> String? {
    date(in: blocks) {
      page.nodes[page.blocks[$0].node].hints.contains(.date) || page.blocks[$0].label == .byline
    }
  }

  /// Any line between the headline and the text but a caption, or a link to another page.
  private var ofHead: String? {
    date(in: head) { page.blocks[$0].label != .caption && page.blocks[$0].linkShare < 0.5 }
  }

  private func date(in blocks: some Sequence<Int>, _ isCalled: (Int) -> Bool) -> String? {
    for index in blocks {
      let block = page.blocks[index]
      guard (1...Self.longest).contains(block.words), block.level != 1, isCalled(index) else {
        continue
      }
      if let date = DateReader.iso(page.string(block)) { return date }
    }
    return nil
  }
}
