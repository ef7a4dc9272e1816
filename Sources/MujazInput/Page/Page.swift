import MujazCore

/// A web page as blocks of text: what libxml2 reports, without markup, in the order of the page.
struct Page {
  /// All blocks, each ended by a line feed.
  var text: [UInt8] = []
  var blocks: [Block] = []
  /// The elements that make blocks, parents before their children.
  var nodes: [Node] = []
  var head = PageHead()
  /// How many answers its forms offer to choose from.
  var choices = 0
  /// How many pictures it shows beside what is left out.
  var images = 0
  /// Whether the page links to anything.
  var hasLinks = false

  /// One run of text between two block tags or line breaks.
  struct Block {
    /// Where its text stands, white space collapsed.
    var range: TextRange
    /// The innermost element that makes a block.
    var node: Int
    /// How many bytes are inside links.
    var linked = 0
    /// How many of them inside links to other pages: those to a place of the page itself open a panel, or lead down.
    var linkedAway = 0
    /// Whether it is a heading, and of which level: 1 to 6; 0 for none.
    var level = 0
    /// The name of the element that begins it.
    var name: MarkupName
    var words = 0
    /// One bit for each of its words, by the word's hash; all of a long block.
    var wordBits: UInt64 = 0
    var isClosed = false
    /// What the line says of itself: a share bar, a byline, a caption.
    var label: SegmentRole?
    /// Whether one of its elements is called a title by its class.
    var isCalledTitle = false

    /// The share of its text that is links.
    var linkShare: Double { range.isEmpty ? 0 : Double(linked) / Double(range.count) }
    /// The share of its text that is links to other pages.
    var awayShare: Double { range.isEmpty ? 0 : Double(linkedAway) / Double(range.count) }
  }

  struct Node {
    var parent: Int
    var name: MarkupName
    /// What its class, its id and its role say.
    var hints: PageHints
    /// The words of it that say drop.
    var words: HintWords
    /// The blocks inside it.
    var blocks: Range<Int> = 0..<0
    /// The same for elements of one name and class: siblings that a template repeats.
    var signature: UInt64
    /// Whether its text is no part of any article.
    var isDropped = false
  }

  /// Whether a node is another or stands inside it. As many steps as the page is deep.
  func isInside(_ node: Int, _ ancestor: Int) -> Bool {
    var node = node
    while node > ancestor { node = nodes[node].parent }
    return node == ancestor
  }

  /// Whether two blocks are in one element, or in two of one name beside each other.
  func isSameKind(_ one: Block, _ other: Block) -> Bool {
    if one.node == other.node { return true }
    let (a, b) = (nodes[one.node], nodes[other.node])
    return a.name == b.name && a.parent == b.parent
  }

  /// Whether a block is nothing but an address: where tickets are sold, where a text is from. No headline looks so.
  func isAddress(_ block: Block) -> Bool {
    let line = text[block.range.start..<block.range.end]
    return (line.starts(with: "http".utf8) || line.starts(with: "www.".utf8))
      && !line.contains(0x20)
  }

  /// The text of a block.
  func string(_ block: Block) -> String { text.span.string(block.range) }
}

/// A time that an element states, and the block it stands in or before.
struct PageTime {
  var text: String
  var block: Int
}

/// What the head of a page says, and what stands about the article in attributes.
struct PageHead {
  /// `<title>`.
  var title = ""
  /// Values of `meta` elements by property, name or item property, in small letters; the first counts.
  var metas: [String: String] = [:]
  /// The scripts of linked data (JSON-LD).
  var linkedData: [[UInt8]] = []
  var language = ""
  var canonical = ""
  /// The address that the page gives itself; empty where it gives none.
  var address: String { canonical.stated ?? metas["og:url"] ?? "" }
  /// What elements of a time or a date say, beside their text or in it.
  var times: [PageTime] = []
  /// The texts of elements whose class, item property or relation names an author.
  var authors: [String] = []
}
