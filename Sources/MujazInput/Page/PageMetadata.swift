import MujazCore

extension Metadata {
  /// What the head of a page, its linked data and its bylines say, in this order of trust.
  init(_ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody) {
    let metas = page.head.metas
    func meta(_ keys: String...) -> String? { keys.lazy.compactMap { metas[$0]?.stated }.first }

    headline = data.headline.stated ?? meta("og:title", "twitter:title") ?? title.text.stated
    author =
      data.author.stated ?? meta("author", "article:author", "dc.creator", "parsely-author")
      .flatMap(Self.name)
      ?? page.head.authors.lazy.compactMap { Self.name($0.collapsed) }.first
    date = PageDate.iso(page, data, title: title.block, body: body.blocks)
    site = meta("og:site_name", "application-name") ?? data.site.stated
    url = page.head.address.stated ?? data.url.stated
    language = page.head.language.stated ?? data.language.stated ?? meta("og:locale", "language")
    section = data.section.stated ?? meta("article:section")
  }

  /// A name as it is given; nil for an address.
  private static func name(_ text: String) -> String? {
    text.isEmpty || text.hasPrefix("http") || text.utf8.count > 120 ? nil : text
  }
}
