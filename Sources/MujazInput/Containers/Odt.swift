internal import CXML
import MujazCore

/// Reads the text of an OpenDocument text (ODT): its paragraphs and headings, in order.
///
/// Deleted text, notes, comments, tables of contents and what describes pictures are left out. A document under a password
/// is refused.
enum Odt {
  /// The article, and whether its document is not well-formed, so that text may be missing.
  static func article(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: SizeLimit = .standard
  ) throws(InputError) -> (article: CleanArticle, isBroken: Bool) {
    let archive = try ZipDocument(bytes, limit: limit)
    guard let document = try archive.part("content.xml") else {
      throw InputError(.unsupportedFormat, "a ZIP archive that is no ODT document")
    }
    guard document.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") || document.starts(with: mark)
    else {
      throw InputError(.unsupportedFormat, "an ODT document under a password, or a damaged one")
    }
    guard let tape = Tape(document: document) else { throw InputError.outOfMemory }
    var reader = Reader()
    reader.read(tape)
    guard reader.isText else {
      throw InputError(.unsupportedFormat, "an OpenDocument file that is no text")
    }
    return (try CleanArticle(reader.paragraphs), tape.isBroken)
  }

  /// A byte order mark.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Takes the paragraphs off the events of a document.
  private struct Reader {
    private(set) var paragraphs: [StyledParagraph] = []
    /// Whether the document is a text, and no table or drawing.
    private(set) var isText = false

    private var bytes: [UInt8] = []
    private var style = StyledParagraph.Style.none
    /// Elements whose text is left out.
    private var skipped = 0
    /// Paragraphs that are open: one may stand in another, in a frame.
    private var open = 0
    /// The styles of the document's own whose parent is that of titles; each paragraph has one as soon as somebody changes its
    /// look.
    private var titles: Set<String> = ["Title"]
    private var styleName = ""
    private var last = MarkupName.none

    mutating func read(_ tape: borrowing Tape) {
      for event in tape.events {
        let name = MarkupName(event)
        if event.isStart {
          start(name)
        } else if event.isEnd {
          end(name)
        } else if event.isText {
          if open > 0, skipped == 0 { bytes.append(contentsOf: tape.bytes(of: event)) }
        } else {
          attribute(name, tape.bytes(of: event))
        }
      }
      end()
    }

    private mutating func start(_ name: MarkupName) {
      last = name
      if Self.isSkipped(name) { skipped += 1 }
      // A note stands in the middle of a paragraph, which goes on behind it.
      guard skipped == 0 else { return }
      switch name {
      case cxml_name_office_text: isText = true
      case cxml_name_text_p, cxml_name_text_h:
        end()
        open += 1
        style = name == cxml_name_text_h ? .heading : .none
      case cxml_name_text_s, cxml_name_text_tab: bytes.append(0x20)
      case cxml_name_text_line_break: end()
      case cxml_name_style_style: styleName = ""
      default: break
      }
    }

    private mutating func end(_ name: MarkupName) {
      if Self.isSkipped(name) {
        skipped = max(0, skipped - 1)
      } else if skipped == 0, name == cxml_name_text_p || name == cxml_name_text_h {
        end()
        open = max(0, open - 1)
        // What follows a paragraph in a frame goes on with the one around it.
        style = .none
      }
    }

    private mutating func attribute(_ name: MarkupName, _ value: UnsafeBufferPointer<UInt8>) {
      guard skipped == 0 else { return }
      switch (last, name) {
      case (cxml_name_style_style, cxml_name_style_name):
        styleName = String(decoding: value, as: UTF8.self)
      case (cxml_name_style_style, cxml_name_style_parent):
        if value.elementsEqual("Title".utf8), !styleName.isEmpty { titles.insert(styleName) }
      case (cxml_name_text_p, cxml_name_text_style), (cxml_name_text_h, cxml_name_text_style):
        if titles.contains(String(decoding: value, as: UTF8.self)) { style = .title }
      default: break
      }
    }

    /// Ends the line that is being written.
    private mutating func end() {
      let text = String(decoding: bytes, as: UTF8.self).collapsed
      if !text.isEmpty { paragraphs.append(StyledParagraph(text: text, style: style)) }
      bytes.removeAll(keepingCapacity: true)
    }

    private static func isSkipped(_ name: MarkupName) -> Bool {
      switch name {
      case cxml_name_text_tracked_changes, cxml_name_text_note, cxml_name_office_annotation,
        cxml_name_text_table_of_content, cxml_name_text_ruby_text, cxml_name_svg_title,
        cxml_name_svg_desc:
        true
      default: false
      }
    }
  }
}
