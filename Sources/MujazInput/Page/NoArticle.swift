internal import CResources
import MujazCore

/// Tells pages that are no article: fronts, lists, search results, error pages, galleries, tables.
///
/// Bias: a page that says in its head that it is an article is believed unless it has no text; one that does not must
/// have some. A front is told by its teasers: sentences that stand each under a headline of their own that is a link.
enum NoArticle {
  struct Reason {
    /// For people.
    var text: String
    /// Whether the page says so itself, whatever else it holds.
    var isSure = false
  }

  /// Fewer words are no article, whatever the page says.
  private static let least = 8
  /// Fewer words are none on a page that does not say that it is one.
  private static let short = 25
  /// The same where the headline is what the page's title says.
  private static let brief = 14

  static func reason(
    _ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody
  ) -> Reason? {
    if let kind = SitePhrases.kind(title.text) ?? SitePhrases.kind(page.head.title) {
      let isError = kind == "error"
      if isError ? body.words < 120 : true {
        return Reason(
          text: isError ? "the page says that it has nothing" : "a list of other pages",
          isSure: true)
      }
    }
    if body.sentences == 0 || body.words < (page.hasLinks ? least : 3) {
      return Reason(text: "no text beside menus, headlines and lists")
    }
    let saysArticle =
      data.isArticle || page.head.metas["og:type"] == "article"
      || page.head.metas["article:published_time"] != nil
      || body.isInOnlyArticle
    if body.teasers >= 3, body.teasers * 2 > body.sentences, !saysArticle || !title.isConfirmed {
      return Reason(text: "a front page or a list of other pages")
    }
    if data.isList, !data.isArticle, body.teasers > 0 || body.words < 80 {
      return Reason(text: "a list of other pages")
    }
    if !saysArticle, body.words < (title.isConfirmed ? brief : short) {
      return Reason(text: "too little text")
    }
    if !saysArticle, body.sentences <= 3, !title.isConfirmed || title.isLink(page),
      page.linkedHeadings >= 4
    {
      return Reason(text: "a front page or a list of other pages")
    }
    return nil
  }
}

extension PageTitle {
  /// Whether the headline leads to another page.
  fileprivate func isLink(_ page: Page) -> Bool {
    block.map { page.blocks[$0].linkShare > 0.8 } ?? false
  }
}

extension Page {
  /// How many headings are links to other pages.
  fileprivate var linkedHeadings: Int {
    blocks.count { $0.level > 0 && $0.linkShare > 0.8 && !nodes[$0.node].isDropped }
  }
}

/// Phrases at the beginning of titles.
enum SitePhrases {
  /// What a title says that begins with one of the phrases: `error` or `list`.
  static func kind(_ title: String) -> String? {
    let words = title.wordHashes(atMost: 12)
    return phrases(at: words).first { $0.kind != "site" }?.kind
  }

  /// Whether a part of a title is the name of a site: صحيفة المرفأ, but not what a whole headline says of a newspaper.
  static func isSite(_ words: [UInt64]) -> Bool {
    words.count <= 4 && phrases(at: words).contains { $0.kind == "site" }
  }

  private typealias Phrase = (words: [UInt64], kind: String)

  /// The phrases that words begin with.
  private static func phrases(at words: [UInt64]) -> [Phrase] {
    (words.first.flatMap { byFirst[$0] } ?? []).filter { words.starts(with: $0.words) }
  }

  private static let byFirst: [UInt64: [Phrase]] = Dictionary(
    grouping: WordFile.rows(cres_page_phrases()).map {
      ($0.text.wordHashes(atMost: 12), $0.kind)
    }, by: { $0.0.first ?? 0 })
}
