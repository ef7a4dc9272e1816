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

  /// So many teasers beside a sentence or two, no more words than these, under a headline of a few words, are a list with
  /// an introduction.
  private static let manyCards = 4
  private static let long = 60
  private static let shortTitle = 4
  /// So many lines of a few words, and hardly any sentences, are scores or a table of another kind.
  private static let manyLines = 24
  /// A poll beside an article has fewer answers than a quiz.
  private static let manyChoices = 16

  /// What is no more than this share of a page's words is the introduction of a list.
  private static let leastShare = 0.3

  private static let front = Reason(text: "a front page or a list of other pages")

  static func reason(
    _ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody
  ) -> Reason? {
    let words = title.text.wordHashes(atMost: SitePhrases.longest)
    let stated = page.head.title.wordHashes(atMost: SitePhrases.longest)
    if let kind = SitePhrases.kind(words) ?? SitePhrases.kind(stated) {
      let isError = kind == "error"
      if !isError || body.words < 120 || SitePhrases.saysNothing(words) {
        return Reason(
          text: isError ? "the page says that it has nothing" : "a list of other pages",
          isSure: true)
      }
    }
    if SitePhrases.isPage(words) || SitePhrases.isPage(title.firstOfHead) {
      return Reason(text: "a page of the site itself", isSure: true)
    }
    if body.sentences == 0 || body.words < (page.hasLinks ? least : 3) {
      return Reason(text: "no text beside menus, headlines and lists")
    }
    if let headline = title.block, title.isConfirmed, let last = body.blocks.last, last < headline {
      return Reason(text: "no text under the headline")
    }
    let lines = body.blocks.count { page.blocks[$0].words <= shortTitle }
    if lines >= manyLines, lines > body.sentences * 8 {
      return Reason(text: "a table of short lines")
    }
    if body.cards >= manyCards, body.sentences <= 2, body.words < long, words.count <= shortTitle {
      return front
    }
    if title.isLink(page), !title.isConfirmed, words.count <= shortTitle, !data.isArticle,
      page.head.metas["og:type"] != "article"
    {
      return front
    }
    let hasDateOfArticle = data.isArticle || page.head.metas["article:published_time"] != nil
    let saysArticle =
      hasDateOfArticle || page.head.metas["og:type"] == "article" || body.isInOnlyArticle
    if page.choices >= manyChoices {
      return Reason(text: "questions with answers to choose from")
    }
    if body.isRowOfEntries, !saysArticle || !title.isConfirmed || words.count <= shortTitle {
      return front
    }
    if page.head.metas["og:type"]?.hasPrefix("video") ?? false, body.words < short {
      return Reason(text: "a film with a line about it")
    }
    // A front has much beside what was taken for its text; a text with links between its paragraphs has not.
    let isMost = title.isConfirmed && share(of: body, page) > 0.5
    if body.teasers >= 3, body.teasers * 2 > body.sentences, !saysArticle || !title.isConfirmed,
      !isMost
    {
      return front
    }
    if !hasDateOfArticle,
      words.count <= shortTitle,
      share(of: body, page) < leastShare || body.words < long
    {
      return front
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
      return front
    }
    return nil
  }

  /// The share of the text in the words that a page shows beside menus and the like.
  private static func share(of body: PageBody, _ page: Page) -> Double {
    let shown = page.blocks.reduce(0) { $0 + (page.nodes[$1.node].isDropped ? 0 : $1.words) }
    let taken = body.blocks.reduce(0) { $0 + page.blocks[$1].words }
    return Double(taken) / Double(max(1, shown))
  }
}

extension Page {
  /// How many headings are links to other pages.
  fileprivate var linkedHeadings: Int {
    blocks.count { $0.level > 0 && $0.linkShare > 0.8 && !nodes[$0.node].isDropped }
  }
}

/// Phrases at the beginning of titles, by the hashes of their words.
enum SitePhrases {
  /// No phrase has more words.
  static let longest = 12

  /// What a title says that begins with one of the phrases: `error` or `list`.
  static func kind(_ words: [UInt64]) -> String? {
    phrases(at: words).first { $0.kind == "error" || $0.kind == "list" }?.kind
  }

  /// Whether a title says beyond doubt that the page has nothing: more than عذرا, with which headlines begin too.
  static func saysNothing(_ words: [UInt64]) -> Bool {
    [words, Array(words.dropFirst())].contains {
      phrases(at: $0).contains { $0.kind == "error" && $0.words.count > 1 }
    }
  }

  /// Whether a title names a page of the site itself: اتصل بنا, but not what a headline says beyond it.
  static func isPage(_ words: [UInt64]) -> Bool {
    phrases(at: words).contains { $0.kind == "page" && $0.words.count == words.count }
  }

  /// Whether a short line says that what readers write begins: 4 تعليقات، تعليقات القراء، أضف تعليقك هنا, but not تعليقات غاضبة.
  static func beginsComments(_ line: TextRange, in text: Span<UInt8>) -> Bool {
    let words = text.wordHashes(line, atMost: 8, withoutNumbers: true)
    return phrases(at: words).contains {
      $0.kind == "comments" && ($0.words.count > 1 || words.count == 1)
    }
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

  private static let byFirst: [UInt64: [Phrase]] = {
    var phrases: [UInt64: [Phrase]] = [:]
    var rows = ListRows(cres_page_phrases())
    while rows.nextRow() {
      let words = rows.cell().string.wordHashes(atMost: longest)
      guard rows.nextCell() else { continue }
      phrases[words.first ?? 0, default: []].append((words, rows.cell().string))
    }
    return phrases
  }()
}
