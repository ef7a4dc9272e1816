internal import CXML

/// Reads RSS 2.0, RSS 1.0 and Atom: each entry is an article, its content a fragment of a page.
enum Feed {
  /// What an entry says, by the elements that say it.
  private struct Item {
    var id = ""
    var title = ""
    var link = ""
    /// The whole text where the feed has it, and the summary.
    var content: [UInt8] = []
    var summary: [UInt8] = []
    var date = ""
    var author = ""
    var section = ""
  }

  /// The entries of a feed, and what had to be put right for them.
  static func entries(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(InputError) -> (entries: [DocumentEntry], repairs: [Repair]) {
    guard let tape = Tape(document: bytes) else { throw InputError.outOfMemory }
    var reader = Reader()
    if tape.isBroken, let mended = FeedMender.mended(bytes) {
      guard let tape = Tape(document: mended) else {
        throw InputError.outOfMemory
      }
      reader.read(tape)
    } else {
      reader.read(tape)
    }
    guard reader.isFeed else {
      throw InputError(.unsupportedFormat, "a document in XML that is no feed")
    }
    guard !reader.items.isEmpty else { throw InputError(.noArticle, "no article: an empty feed") }
    var repairs: [Repair] = tape.isBroken ? [.malformedXML] : []
    let isEscapedTwice = reader.decodeTwice()
    if isEscapedTwice { repairs.append(.doubleEscaping) }
    return (reader.items.map { entry($0, of: reader) }, repairs)
  }

  private static func entry(_ item: Item, of feed: Reader) -> DocumentEntry {
    let id = item.id.stated ?? item.link.stated
    do throws(InputError) {
      let source = item.content.isEmpty ? item.summary : item.content
      let paragraphs = source.isEmpty ? [] : try PageReader.paragraphs(ofFragment: source)
      guard !paragraphs.isEmpty else {
        return .failure(InputError(.noArticle, "no article: the entry has no text"), id: id)
      }
      var metadata = Metadata()
      let title = plain(item.title)
      metadata.headline = title.stated
      metadata.author = plain(item.author).stated
      metadata.date = DateReader.iso(item.date)
      metadata.site = plain(feed.title).stated
      metadata.url = item.link.collapsed.stated
      metadata.language = feed.language.collapsed.stated
      metadata.section = plain(item.section).stated
      return .article(
        CleanArticle(
          title: title, paragraphs: paragraphs.map(\.utf8), metadata: metadata, id: id))
    } catch {
      return .failure(error, id: id)
    }
  }

  /// A line without markup.
  private static func plain(_ line: String) -> String {
    let text = line.collapsed
    guard text.contains("<") || text.contains("&") else { return text }
    return (try? PageReader.paragraphs(ofFragment: Array(text.utf8)))?.joined(separator: " ").stated
      ?? text
  }

  private struct Reader {
    var items: [Item] = []
    var isFeed = false
    var title = ""
    var language = ""
    /// The elements that are open.
    private var open: [MarkupName] = []
    /// The place in `open` of the element whose text is being read, markup and all.
    private var field: Int?
    private var item: Item?
    private var text: [UInt8] = []

    /// Decodes the texts once more whose markup is escaped still; whether there were any.
    mutating func decodeTwice() -> Bool {
      var isFound = false
      for index in items.indices {
        for field in [\Item.content, \Item.summary] {
          guard let text = ByteEscapes.undone(items[index][keyPath: field]) else { continue }
          items[index][keyPath: field] = text
          isFound = true
        }
      }
      return isFound
    }

    mutating func read(_ tape: borrowing Tape) {
      var index = 0
      while index < tape.events.count {
        let event = tape.events[index]
        index += 1
        if event.isStart {
          var attributes: [UInt8: String] = [:]
          while index < tape.events.count, tape.events[index].isAttribute {
            let attribute = tape.events[index]
            attributes[attribute.name] = String(
              decoding: tape.bytes(of: attribute), as: UTF8.self)
            index += 1
          }
          start(MarkupName(event), attributes)
        } else if event.isEnd {
          end(MarkupName(event))
        } else if event.isText {
          text.append(contentsOf: tape.bytes(of: event))
        }
      }
    }

    private mutating func start(_ name: MarkupName, _ attributes: [UInt8: String]) {
      func value(_ name: cxml_markup_name) -> String? {
        attributes[UInt8(truncatingIfNeeded: name.rawValue)]
      }
      open.append(name)
      if field != nil {
        breakLine(name)
        return
      }
      text = []
      switch name {
      case cxml_name_rss, cxml_name_feed, cxml_name_rdf:
        isFeed = true
        language = value(cxml_name_xml_lang) ?? language
      case cxml_name_item, cxml_name_entry: item = Item()
      case cxml_name_title, cxml_name_description, cxml_name_summary, cxml_name_content,
        cxml_name_content_encoded, cxml_name_source:
        field = open.count - 1
      case cxml_name_link:
        // Atom gives the address as an attribute, and other addresses beside it.
        if let href = value(cxml_name_href), (value(cxml_name_rel) ?? "alternate") == "alternate" {
          item?.link = href
        }
      case cxml_name_category: if let term = value(cxml_name_term) { item?.section = term }
      default: break
      }
    }

    /// The blocks of XHTML are lines of the text, which is a fragment of a page in any case.
    private mutating func breakLine(_ name: MarkupName) {
      if !name.isInline { text.append(contentsOf: "<br>".utf8) }
    }

    private mutating func end(_ name: MarkupName) {
      guard open.last == name else { return }
      open.removeLast()
      if let field, open.count > field {
        breakLine(name)
        return
      }
      field = nil
      let value = String(decoding: text, as: UTF8.self)
      switch name {
      case cxml_name_item, cxml_name_entry:
        if let item { items.append(item) }
        item = nil
      case cxml_name_title:
        if item == nil { if title.isEmpty { title = value } } else { item?.title = value }
      case cxml_name_language, cxml_name_dc_language: if item == nil { language = value }
      case cxml_name_guid, cxml_name_id: item?.id = value.collapsed
      case cxml_name_link: if !value.collapsed.isEmpty { item?.link = value.collapsed }
      case cxml_name_content, cxml_name_content_encoded: item?.content = text
      case cxml_name_description, cxml_name_summary: item?.summary = text
      case cxml_name_pub_date, cxml_name_published, cxml_name_dc_date: item?.date = value
      case cxml_name_updated: if item?.date.isEmpty == true { item?.date = value }
      case cxml_name_dc_creator: item?.author = value
      case cxml_name_name:
        if open.last.map({ $0 == cxml_name_author }) == true { item?.author = value }
      case cxml_name_author: if item?.author.isEmpty == true { item?.author = value }
      case cxml_name_category: if item?.section.isEmpty == true { item?.section = value }
      default: break
      }
      text = []
    }
  }
}
