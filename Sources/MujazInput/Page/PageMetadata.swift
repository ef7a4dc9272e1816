import MujazCore

extension Metadata {
  /// What the head of a page, its linked data and its bylines say, in this order of trust.
  init(_ page: Page, _ data: LinkedData, title: String) {
    let metas = page.head.metas
    func meta(_ keys: String...) -> String? { keys.lazy.compactMap { metas[$0]?.stated }.first }

    headline = data.headline.stated ?? meta("og:title", "twitter:title") ?? title.stated
    author =
      data.author.stated ?? meta("author", "article:author", "dc.creator", "parsely-author")
      .flatMap(Self.name)
      ?? page.head.authors.lazy.compactMap { Self.name($0.collapsed) }.first
    let dates = [
      data.published.stated,
      meta(
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "date",
        "dc.date", "dc.date.issued", "parsely-pub-date", "publish-date", "sailthru.date"),
    ]
    date =
      dates.lazy.compactMap { $0.flatMap(DateReader.iso) }.first
      ?? page.head.times.lazy.compactMap(DateReader.iso).first ?? Self.visibleDate(page)
    site = meta("og:site_name", "application-name") ?? data.site.stated
    url = page.head.address.stated ?? data.url.stated
    language = page.head.language.stated ?? data.language.stated ?? meta("og:locale", "language")
    section = data.section.stated ?? meta("article:section")
  }

  /// A name as it is given; nil for an address.
  private static func name(_ text: String) -> String? {
    text.isEmpty || text.hasPrefix("http") || text.utf8.count > 120 ? nil : text
  }

  /// The first short line that is or holds a date, by what its class says or near the head of the page.
  private static func visibleDate(_ page: Page) -> String? {
    for block in page.blocks where block.words > 0 && block.words <= 12 && block.level != 1 {
      guard page.nodes[block.node].hints.contains(.date) || block.label == .byline else { continue }
      if let date = DateReader.iso(page.string(block)) { return date }
    }
    return nil
  }
}
