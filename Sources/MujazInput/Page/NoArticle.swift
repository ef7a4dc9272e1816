internal import CResources
import MujazCore

/// Tells pages that are no article: fronts, lists, search results, error pages, galleries, tables.
///
/// Bias: a page that says in its head that it is an article is believed unless it has no text; one that does not must
/// have some. A front is told by its teasers, sentences that stand each under a headline of their own that is a link, and by how
/// little of the page its text is.
struct NoArticle {
  struct Reason {
    var kind: PageVerdict.Kind
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
  /// The same on a page that says that it is a site's.
  private static let longest = 100
  /// So many pictures, and few words to each, are a gallery.
  private static let manyImages = 8
  private static let wordsToImage = 20
  /// So many lines of a few words, and hardly any sentences, are scores or a table of another kind.
  private static let manyLines = 24
  /// A poll beside an article has fewer answers than a quiz, and a quiz fewer words to an answer than an article beside one.
  private static let manyChoices = 16
  private static let wordsToChoice = 10
  /// A text of a smaller share of the page's words is the introduction of a list.
  private static let leastShare = 0.3
  /// A smaller share, on a page that gives no date, is none of an article however long the headline.
  private static let rest = 0.05
  /// What is more than this share is what the page is for.
  private static let half = 0.5

  private let page: Page
  private let data: LinkedData
  private let title: PageTitle
  private let body: PageBody
  /// The words of the headline.
  private let words: [UInt64]
  /// What the page calls itself for machines (OpenGraph).
  private let type: String?
  /// Whether the page gives the date of an article or calls itself one for machines.
  private let isDated: Bool
  /// Whether it says in any way that it is one.
  private let saysArticle: Bool
  /// The share of the text in the words that the page shows beside menus and the like.
  private let share: Double
  private let address: PageAddress

  /// Why a page is no article; nil where it is one.
  static func reason(
    _ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody
  ) -> Reason? {
    let page = NoArticle(page, data, title, body)
    return page.statement ?? page.lack ?? page.list ?? page.tooLittle
  }

  /// What the page is, where a reason speaks against an article, and where none does.
  static func verdict(
    _ reason: Reason?, _ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody
  ) -> PageVerdict {
    let page = NoArticle(page, data, title, body)
    guard let reason else { return PageVerdict(.article, page.saysArticle ? .high : .medium) }
    let confidence: PageVerdict.Confidence =
      reason.isSure || page.saysList && reason.kind.isOfOthers
      ? .high : page.saysArticle ? .low : .medium
    return PageVerdict(reason.kind, confidence)
  }

  private init(_ page: Page, _ data: LinkedData, _ title: PageTitle, _ body: PageBody) {
    (self.page, self.data, self.title, self.body) = (page, data, title, body)
    words = title.text.wordHashes(atMost: SitePhrases.longest)
    type = page.head.metas["og:type"]
    address = PageAddress(page.head.address)
    isDated = data.isArticle || page.head.metas["article:published_time"] != nil
    saysArticle = isDated || type == "article" || body.isInOnlyArticle
    let shown = page.blocks.reduce(0) { $0 + (page.nodes[$1.node].isDropped ? 0 : $1.words) }
    let taken = body.blocks.reduce(0) { $0 + page.blocks[$1].words }
    share = Double(taken) / Double(max(1, shown))
  }

  /// What the page says itself by its title.
  private var statement: Reason? {
    let stated = page.head.title.wordHashes(atMost: SitePhrases.longest)
    if let kind = SitePhrases.kind(words) ?? SitePhrases.kind(stated) {
      let isEmpty = kind == .error || kind == .consent
      if !isEmpty || body.words < 120 || SitePhrases.saysNothing(words) {
        return Reason(kind: kind, text: kind.description, isSure: true)
      }
    }
    if let kind = SitePhrases.kindOfPage(words) ?? SitePhrases.kindOfPage(title.firstOfHead) {
      return Reason(kind: kind, text: kind.description, isSure: true)
    }
    return nil
  }

  /// What an article has and the page has not.
  private var lack: Reason? {
    if body.sentences == 0 || body.words < (page.hasLinks ? Self.least : 3) {
      return Reason(kind: kindWithoutText, text: "no text beside menus, headlines and lists")
    }
    if let headline = title.block, title.isConfirmed, let last = body.blocks.last, last < headline {
      return Reason(kind: kindWithoutText, text: "no text under the headline")
    }
    let lines = body.blocks.count { page.blocks[$0].words <= Self.shortTitle }
    if lines >= Self.manyLines, lines > body.sentences * 8 {
      return Reason(kind: .scores, text: PageVerdict.Kind.scores.description)
    }
    if page.choices >= Self.manyChoices, body.words < page.choices * Self.wordsToChoice {
      return Reason(kind: .quiz, text: PageVerdict.Kind.quiz.description)
    }
    if type?.hasPrefix("video") ?? false, body.words < Self.short {
      return Reason(kind: .video, text: PageVerdict.Kind.video.description)
    }
    return nil
  }

  private var tooLittle: Reason? {
    let least = title.isConfirmed ? Self.brief : Self.short
    guard !saysArticle, body.words < least else { return nil }
    return Reason(kind: kindWithoutText, text: "too little text")
  }

  /// What a page without a text is, by what it shows instead.
  private var kindWithoutText: PageVerdict.Kind {
    if isShelf { return .shop }
    if type?.hasPrefix("video") ?? false { return .video }
    var (words, cells, links, lines, images) = (0, 0, 0, 0, 0)
    for block in page.blocks where !page.nodes[block.node].isDropped {
      words += block.words
      if page.isInCell(block) { cells += block.words }
      if block.linkShare > 0.5 { links += 1 } else if block.words <= Self.shortTitle { lines += 1 }
    }
    images = page.images
    if cells * 2 > words { return .scores }
    if page.linkedHeadings + body.cards >= Self.manyCards || links * 2 > page.blocks.count {
      return address.isRoot ? .front : .list
    }
    if images >= Self.manyImages, images * Self.wordsToImage > words { return .gallery }
    return lines >= Self.manyLines ? .scores : .empty
  }

  private var isShelf: Bool { data.isSale && !data.isArticle }

  /// Whether the page says for machines that it is none of an article.
  private var saysList: Bool {
    (data.isList || data.isSale || type == "website" && address.isRoot) && !data.isArticle
  }

  private var isShortTitle: Bool { words.count <= Self.shortTitle }

  private var list: Reason? {
    guard isList else { return nil }
    let kind: PageVerdict.Kind = isShelf ? .shop : address.isRoot ? .front : .list
    return Reason(kind: kind, text: "a front page or a list of other pages")
  }

  /// Whether the page stands for others.
  private var isList: Bool {
    if body.cards >= Self.manyCards, body.sentences <= 2, body.words < Self.long, isShortTitle {
      return true
    }
    if title.isLink(page), !title.isConfirmed, isShortTitle, !data.isArticle, type != "article" {
      return true
    }
    // Fronts give no date for machines: what does is a text in parts, each under a link to what it is about.
    if body.isRowOfEntries, !saysArticle || isShortTitle || !title.isConfirmed && !isDated {
      return true
    }
    // A front has much beside what was taken for its text; a text with links between its paragraphs has not.
    if body.teasers >= 3, body.teasers * 2 > body.sentences, !saysArticle || !title.isConfirmed,
      !title.isConfirmed || share <= Self.half
    {
      return true
    }
    // What a page says for machines that it lists or sells, and no article beside it.
    if data.isList || data.isSale, !data.isArticle { return true }
    if isSmallest || !isDated && isIntroduction { return true }
    return !saysArticle && body.sentences <= 3 && (!title.isConfirmed || title.isLink(page))
      && page.linkedHeadings >= 4
  }

  /// Whether the text is so little of the page that not even a date makes an article of it: a front gives those of the pages that
  /// it stands for, a list that of its making.
  private var isSmallest: Bool {
    if address.isRoot, type == "website", share < Self.half { return true }
    return isShortTitle && body.words < Self.short && share < Self.leastShare
  }

  /// Whether the text is no more than what stands at the head of a list.
  private var isIntroduction: Bool {
    if address.isRoot, type != "article" { return true }
    if share < (isShortTitle ? Self.leastShare : Self.rest) { return true }
    // Who says for machines that a page is a site's, and gives no date, has a few lines on what follows.
    if type == "website", body.words < Self.longest, share < Self.half { return true }
    return body.words < Self.long && (address.isSection || isShortTitle && share < Self.half)
  }
}

extension Page {
  /// Whether a block stands in a cell of a table. As many steps as the page is deep.
  fileprivate func isInCell(_ block: Block) -> Bool {
    var node = block.node
    while node > 0, !nodes[node].name.isCell { node = nodes[node].parent }
    return node > 0
  }

  /// How many headings are links to other pages.
  fileprivate var linkedHeadings: Int {
    blocks.count { $0.level > 0 && $0.awayShare > 0.8 && !nodes[$0.node].isDropped }
  }
}

extension PageVerdict.Kind {
  /// Whether pages of this kind stand for others.
  fileprivate var isOfOthers: Bool { [.front, .list, .search, .shop].contains(self) }

  /// The kind for people.
  fileprivate var description: String {
    switch self {
    case .article: "an article"
    case .front: "a front page"
    case .list: "a list of other pages"
    case .search: "what a search found"
    case .shop: "something that is sold"
    case .gallery: "a gallery"
    case .video: "a film with a line about it"
    case .scores: "a table of short lines"
    case .quiz: "questions with answers to choose from"
    case .form: "a page to sign in or to register"
    case .site: "a page of the site itself"
    case .consent: "a notice in the place of the page"
    case .error: "the page says that it has nothing"
    case .empty: "no text"
    }
  }
}

/// Phrases at the beginning of titles, by the hashes of their words.
enum SitePhrases {
  /// No phrase has more words.
  static let longest = 12

  /// What a page is whose title begins with one of the phrases.
  static func kind(_ words: [UInt64]) -> PageVerdict.Kind? {
    phrases(at: words).lazy.compactMap { beginnings[$0.kind] }.first
  }

  /// Whether a title says beyond doubt that the page has nothing: more than عذرا, with which headlines begin too.
  static func saysNothing(_ words: [UInt64]) -> Bool {
    [words, Array(words.dropFirst())].contains {
      phrases(at: $0).contains { $0.kind == .error && $0.words.count > 1 }
    }
  }

  /// What a page is whose title is one of the phrases and no more: اتصل بنا, but not what a headline says beyond it.
  static func kindOfPage(_ words: [UInt64]) -> PageVerdict.Kind? {
    phrases(at: words).lazy.filter { $0.words.count == words.count }
      .compactMap { titles[$0.kind] }.first
  }

  /// Whether a short line says that what readers write begins: 4 تعليقات، تعليقات القراء، أضف تعليقك هنا, but not تعليقات غاضبة.
  static func beginsComments(_ line: TextRange, in text: Span<UInt8>) -> Bool {
    let words = text.wordHashes(line, atMost: 8, withoutNumbers: true)
    return phrases(at: words).contains {
      $0.kind == .comments && ($0.words.count > 1 || words.count == 1)
    }
  }

  /// Whether a part of a title is the name of a site: صحيفة المرفأ, but not what a whole headline says of a newspaper.
  static func isSite(_ words: [UInt64]) -> Bool {
    words.count <= 4 && phrases(at: words).contains { $0.kind == .site }
  }

  /// What the list says of a phrase.
  private enum PhraseKind: String {
    case error, consent, list, search, form
    case page, gallery, video, scores
    case site, comments
  }

  /// Kinds of phrases that titles begin with.
  private static let beginnings: [PhraseKind: PageVerdict.Kind] = [
    .error: .error, .consent: .consent, .list: .list, .search: .search, .form: .form,
  ]
  /// Kinds of phrases that are whole titles.
  private static let titles: [PhraseKind: PageVerdict.Kind] = [
    .page: .site, .gallery: .gallery, .video: .video, .scores: .scores,
  ]

  private typealias Phrase = (words: [UInt64], kind: PhraseKind)

  /// The phrases that words begin with.
  private static func phrases(at words: [UInt64]) -> [Phrase] {
    (words.first.flatMap { byFirst[$0] } ?? []).filter { words.starts(with: $0.words) }
  }

  private static let byFirst: [UInt64: [Phrase]] = {
    var phrases: [UInt64: [Phrase]] = [:]
    var rows = ListRows(cres_page_phrases())
    while rows.nextRow() {
      let words = rows.cell().string.wordHashes(atMost: longest)
      guard rows.nextCell(), let kind = PhraseKind(rawValue: rows.cell().string) else { continue }
      phrases[words.first ?? 0, default: []].append((words, kind))
    }
    return phrases
  }()
}
