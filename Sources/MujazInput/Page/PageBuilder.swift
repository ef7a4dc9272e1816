internal import CBytes
internal import CXML
import MujazCore

/// Makes blocks of the events of a page, in one pass and without recursion.
struct PageBuilder: ~Copyable {
  private struct Element {
    var name: MarkupName
    /// The node that text inside it belongs to.
    var node: Int
    var isNode = false
    /// Whether it is one of the elements whose text is left out.
    var isSkipped = false
    var isLink = false
    /// Whether the link is one to another page.
    var leadsAway = false
    /// Where the text of an element began that names a person.
    var nameStart: Int?
    /// The same of a `time` element that says nothing in its attributes.
    var time: (start: Int, block: Int)?
  }

  private var page = Page()
  private var open: [Element] = []
  private var skipped = 0
  private var links = 0
  private var linksAway = 0
  /// Where the block that is being written begins in `page.text`.
  private var blockStart = 0
  private var linked = 0
  private var linkedAway = 0
  private var blockName = MarkupName.none
  private var blockHints: PageHints = []
  /// White space that is written before the next letter.
  private var hasSpace = false
  /// What the text of the head belongs to.
  private var headText: HeadText = .none

  private enum HeadText { case none, title, linkedData }

  /// Titles and values in the head of a page are read so far, in bytes.
  private static let longestValue = 4096
  /// What makes a box of a span.
  private static let boxes: PageHints = [.drop, .title, .date, .author]
  /// No page has more names of authors worth a look.
  private static let fewest = 8
  /// Lists beside an article have a time each, some before it.
  private static let mostTimes = 256

  static func page(_ tape: borrowing Tape) -> Page {
    var builder = PageBuilder()
    builder.read(tape)
    return builder.page
  }

  private init() {
    page.nodes.append(
      Page.Node(parent: 0, name: .none, hints: [], words: HintWords(), signature: 0))
  }

  private mutating func read(_ tape: borrowing Tape) {
    page.text.reserveCapacity(tape.text.count)
    var index = 0
    while index < tape.events.count {
      let event = tape.events[index]
      index += 1
      if event.isStart {
        let first = index
        while index < tape.events.count, tape.events[index].isAttribute { index += 1 }
        start(MarkupName(event), tape, first..<index)
      } else if event.isEnd {
        end(MarkupName(event))
      } else if event.isText {
        text(tape.bytes(of: event))
      }
    }
    flush()
    for node in page.nodes.indices.reversed() where node > 0 {
      closeRange(node)
    }
    closeRange(0)
  }

  private mutating func closeRange(_ node: Int) {
    if page.nodes[node].blocks.upperBound == Int.max || node == 0 {
      page.nodes[node].blocks = page.nodes[node].blocks.lowerBound..<page.blocks.count
    }
  }

  // MARK: Elements

  private mutating func start(_ name: MarkupName, _ tape: borrowing Tape, _ attributes: Range<Int>)
  {
    switch name {
    case cxml_name_meta, cxml_name_link, cxml_name_html, cxml_name_body, cxml_name_title,
      cxml_name_script:
      head(name, tape, attributes)
    default: break
    }
    if name == cxml_name_br || name == cxml_name_hr { flush() }
    let attributes = Attributes(name, tape, attributes)
    let parent = open.last?.node ?? 0
    var element = Element(name: name, node: parent)
    element.isSkipped = Self.isSkipped(name)
    if element.isSkipped {
      flush()
      skipped += 1
    }
    if name == cxml_name_input, attributes.isChoice { page.choices += 1 }
    if name == cxml_name_a {
      element.isLink = true
      element.leadsAway = attributes.leadsAway
      page.hasLinks = true
      links += 1
      if element.leadsAway { linksAway += 1 }
    }
    if skipped == 0 {
      if name == cxml_name_img { page.images += 1 }
      if attributes.hints.contains(.author) || attributes.isAuthor,
        page.head.authors.count < Self.fewest
      {
        element.nameStart = page.text.count
      }
      if page.head.times.count < Self.mostTimes {
        if let value = attributes.moment {
          page.head.times.append(PageTime(text: value, block: page.blocks.count))
        } else if name == cxml_name_time {
          element.time = (page.text.count, page.blocks.count)
        }
      }
    }
    // A span that a template calls a title, a date or a share bar is a box of its own.
    let isBox = name == cxml_name_span && !attributes.hints.isDisjoint(with: Self.boxes)
    if !name.isInline || isBox {
      flush()
      blockName = name
      blockHints = attributes.hints
      if name != cxml_name_br, name != cxml_name_hr, name != cxml_name_input {
        element.isNode = true
        element.node = page.nodes.count
        page.nodes.append(
          Page.Node(
            parent: parent, name: name, hints: attributes.hints, words: attributes.words,
            blocks: page.blocks.count..<Int.max, signature: attributes.signature(name)))
      }
    }
    open.append(element)
  }

  private mutating func end(_ name: MarkupName) {
    // Elements of text that were closed in the wrong order are put in order by the parser.
    guard let element = open.last, element.name == name else { return }
    if element.isNode || !name.isInline { flush() }
    open.removeLast()
    if element.isSkipped { skipped -= 1 }
    if element.isLink { links -= 1 }
    if element.leadsAway { linksAway -= 1 }
    if element.isNode {
      page.nodes[element.node].blocks =
        page.nodes[element.node].blocks.lowerBound..<page.blocks.count
    }
    if let name = line(from: element.nameStart) { page.head.authors.append(name) }
    if let time = element.time, let text = line(from: time.start) {
      page.head.times.append(PageTime(text: text, block: time.block))
    }
    if name == cxml_name_title || name == cxml_name_script { headText = .none }
    if !name.isInline || element.isNode {
      blockName = open.last?.name ?? .none
      blockHints = page.nodes[open.last?.node ?? 0].hints
    }
  }

  /// The first line of the text of an element that began at a place; nil where it is none or too long for a name or a time.
  private func line(from start: Int?) -> String? {
    guard let start, start < page.text.count, page.text.count - start <= 200 else { return nil }
    return String(decoding: page.text[start...], as: UTF8.self).split(separator: "\n").first
      .map(String.init)
  }

  /// Elements whose text no reader takes for the article's, or that are not shown.
  private static func isSkipped(_ name: MarkupName) -> Bool {
    switch name {
    case cxml_name_nav, cxml_name_aside, cxml_name_footer, cxml_name_figure,
      cxml_name_figcaption, cxml_name_script, cxml_name_style, cxml_name_noscript,
      cxml_name_template, cxml_name_svg, cxml_name_math, cxml_name_iframe, cxml_name_object,
      cxml_name_embed, cxml_name_canvas, cxml_name_audio, cxml_name_video, cxml_name_button,
      cxml_name_select, cxml_name_option, cxml_name_textarea, cxml_name_input, cxml_name_dialog,
      cxml_name_menu, cxml_name_head, cxml_name_title:
      true
    default: false
    }
  }

  // MARK: Text

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch headText {
    case .title:
      if page.head.title.isEmpty {
        page.head.title = bytes.string(atMost: Self.longestValue).collapsed
      }
      return
    case .linkedData:
      page.head.linkedData.append(Array(bytes))
      return
    case .none: break
    }
    guard skipped == 0 else { return }
    let before = page.text.count
    var index = 0
    let isPre = open.last.map { $0.name == cxml_name_pre } ?? false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if isPre, byte == 0x0A { flush() } else { hasSpace = true }
        index += 1
        continue
      }
      let size = bytes.invisible(at: index)
      if size > 0 {
        // The no-break space is a space; controls that turn text round are the markup's business.
        if byte == 0xC2 { hasSpace = true }
        index += size
        continue
      }
      if hasSpace, page.text.count > blockStart { page.text.append(0x20) }
      hasSpace = false
      let rest = UnsafeBufferPointer(rebasing: bytes[index...])
      let plain = rest.baseAddress.map { cbytes_plain_text($0, rest.count) } ?? 0
      // What stopped it at once is no space and not invisible, and stands for itself.
      page.text.append(contentsOf: rest.prefix(max(plain, 1)))
      index += max(plain, 1)
    }
    if links > 0 { linked += page.text.count - max(before, blockStart) }
    if linksAway > 0 { linkedAway += page.text.count - max(before, blockStart) }
  }

  /// Ends the block that is being written.
  private mutating func flush() {
    hasSpace = false
    let range = TextRange(start: blockStart, end: page.text.count)
    defer {
      blockStart = page.text.count
      linked = 0
      linkedAway = 0
    }
    guard !range.isEmpty else { return }
    var block = Page.Block(range: range, node: open.last?.node ?? 0, name: blockName)
    block.linked = linked
    block.linkedAway = linkedAway
    block.level = blockName.headingLevel
    block.isCalledTitle = blockHints.contains(.title)
    page.blocks.append(block)
    page.text.append(UInt8(ascii: "\n"))
  }

  // MARK: The head

  private mutating func head(_ name: MarkupName, _ tape: borrowing Tape, _ range: Range<Int>) {
    func value(_ name: cxml_markup_name) -> String? {
      range.first { MarkupName(tape.events[$0]) == name }.map {
        tape.bytes(of: tape.events[$0]).string(atMost: Self.longestValue)
      }
    }
    switch name {
    case cxml_name_meta:
      for key in [cxml_name_property, cxml_name_name, cxml_name_itemprop] {
        guard let key = value(key)?.lowercased(), page.head.metas[key] == nil,
          let content = value(cxml_name_content)?.collapsed, !content.isEmpty
        else { continue }
        page.head.metas[key] = content
      }
    case cxml_name_link:
      if value(cxml_name_rel)?.lowercased() == "canonical", page.head.canonical.isEmpty {
        page.head.canonical = value(cxml_name_href)?.collapsed ?? ""
      }
    case cxml_name_html: page.head.language = value(cxml_name_lang) ?? ""
    case cxml_name_title:
      // Not the title of a drawing.
      let isOfPage = open.last.map { !$0.isSkipped || $0.name == cxml_name_head } ?? true
      if isOfPage { headText = .title }
    case cxml_name_script:
      if value(cxml_name_type)?.lowercased().hasPrefix("application/ld+json") == true {
        headText = .linkedData
      }
    default: break
    }
  }
}

/// The attributes of an element that say what it is.
private struct Attributes {
  var hints: PageHints = []
  var words = HintWords()
  var isAuthor = false
  /// Whether it is one answer of some.
  var isChoice = false
  /// Whether a link leads to another page.
  var leadsAway = true
  /// The time that it states beside its text, which may be relative to a day that nobody knows: منذ ساعتين.
  var moment: String?
  private var hash: UInt64 = 0

  init(_ name: MarkupName, _ tape: borrowing Tape, _ range: Range<Int>) {
    // What an element that is called a date, or stands for one, says in other words.
    var stated: Int?
    for index in range {
      let event = tape.events[index]
      let value = tape.bytes(of: event)
      switch MarkupName(event) {
      case cxml_name_class:
        hints.add(.of(value, &words))
        for byte in value { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      case cxml_name_id: hints.add(.of(value, &words))
      case cxml_name_role: hints.add(.of(value, &words).intersection([.drop, .perhaps]))
      case cxml_name_itemprop:
        let found = PageHints.of(value, &words)
        hints.formUnion(value.elementsEqual("articleBody".utf8) ? [.content, .body] : found)
        if value.elementsEqual("author".utf8) { isAuthor = true }
      case cxml_name_rel: if value.elementsEqual("author".utf8) { isAuthor = true }
      case cxml_name_hidden: hide(HintWords.hidden)
      case cxml_name_aria_hidden:
        // A page behind a notice is hidden so too: only a hint.
        if value.elementsEqual("true".utf8) { hide(HintWords.ariaHidden) }
      case cxml_name_style: if Self.hides(value) { hide(HintWords.hidden) }
      case cxml_name_href: leadsAway = Self.leadsAway(value)
      case cxml_name_type: isChoice = value.elementsEqual("radio".utf8)
      case cxml_name_datetime where name == cxml_name_time:
        moment = value.string(atMost: Self.longestMoment)
      case cxml_name_title, cxml_name_content: stated = index
      default: break
      }
    }
    let isDate = hints.contains(.date) || name == cxml_name_time || name == cxml_name_abbr
    if moment == nil, isDate, name != cxml_name_meta, let stated {
      moment = tape.bytes(of: tape.events[stated]).string(atMost: Self.longestMoment)
    }
  }

  /// What is not shown at first may be by a script: text that streams in, the panels of an accordion.
  private mutating func hide(_ word: Int) {
    hints.add([.drop, .perhaps])
    words.insert(word)
  }

  /// The same for elements of one name and class.
  func signature(_ name: MarkupName) -> UInt64 { hash &* 31 &+ UInt64(name.code) }

  /// `#comments` and `javascript:` are on the page itself.
  private static func leadsAway(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    !(address.starts(with: "#".utf8) || address.starts(with: "javascript:".utf8))
  }

  private static let longestMoment = 64
  private static let hiding = (Array("display:none".utf8), Array("visibility:hidden".utf8))

  /// `display:none`, `visibility:hidden`, with or without spaces.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    let plain = style.prefix(1024).filter { $0 > 0x20 }.map { $0 | 0x20 }
    return [hiding.0, hiding.1].contains { plain.contains($0) }
  }
}

extension MarkupName {
  static let none = MarkupName(cxml_tape_event())

  /// 1 to 6 for `h1` to `h6`, else 0.
  var headingLevel: Int {
    let first = Int(cxml_name_h1.rawValue)
    return (first...(first + 5)).contains(Int(code)) ? Int(code) - first + 1 : 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text, up to so many bytes and a whole character.
  func string(atMost limit: Int) -> String {
    guard count > limit else { return String(decoding: self, as: UTF8.self) }
    var end = limit
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: self[..<end], as: UTF8.self)
  }

  /// The number of bytes of a no-break space, of a space without width or of a control that turns text round, at a
  /// place; else 0.
  fileprivate func invisible(at index: Int) -> Int {
    switch self[index] {
    case 0xC2:
      guard index + 1 < count else { return 0 }
      return self[index + 1] == 0xA0 || self[index + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      // U+200B, U+202A to U+202E, U+2066 to U+2069.
      guard index + 2 < count else { return 0 }
      return self[index + 1] == 0x80
        && (self[index + 2] == 0x8B || (0xAA...0xAE).contains(self[index + 2]))
        || self[index + 1] == 0x81 && (0xA6...0xA9).contains(self[index + 2]) ? 3 : 0
    case 0xEF:
      return index + 2 < count && self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }
}
