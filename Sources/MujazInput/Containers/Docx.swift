internal import CXML
import MujazCore

/// Reads the text of a DOCX file: its paragraphs and headings, in order. Deleted text, field codes, notes and pictures are left out.
enum Docx {
  /// The article, and whether its document is not well-formed, so that text may be missing.
  static func article(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: SizeLimit = .standard
  ) throws(InputError) -> (article: CleanArticle, isBroken: Bool) {
    let archive = try ZipDocument(bytes, limit: limit)
    guard let document = try archive.part("word/document.xml") else {
      throw InputError(.unsupportedFormat, "a ZIP archive that is no DOCX document")
    }
    let (lines, isBroken) = try paragraphs(document)
    return (try CleanArticle(lines), isBroken)
  }

  private static func paragraphs(
    _ document: [UInt8]
  ) throws(InputError) -> (lines: [StyledParagraph], isBroken: Bool) {
    guard let tape = Tape(document: document) else {
      throw InputError.outOfMemory
    }
    var result: [StyledParagraph] = []
    var bytes: [UInt8] = []
    var style = StyledParagraph.Style.none
    var isText = false
    var skipped = 0
    var last = MarkupName.none
    func end() {
      let text = String(decoding: bytes, as: UTF8.self).collapsed
      if !text.isEmpty { result.append(StyledParagraph(text: text, style: style)) }
      bytes.removeAll(keepingCapacity: true)
    }
    for event in tape.events {
      let name = MarkupName(event)
      if event.isStart {
        last = name
        switch name {
        case cxml_name_w_p:
          end()
          style = .none
        case cxml_name_w_t: isText = true
        case cxml_name_w_tab: bytes.append(0x20)
        case cxml_name_w_br, cxml_name_w_cr: end()
        case cxml_name_w_del, cxml_name_mc_fallback: skipped += 1
        default: break
        }
      } else if event.isEnd {
        switch name {
        case cxml_name_w_p: end()
        case cxml_name_w_t: isText = false
        case cxml_name_w_del, cxml_name_mc_fallback: skipped -= 1
        default: break
        }
      } else if event.isText {
        if isText, skipped == 0 { bytes.append(contentsOf: tape.bytes(of: event)) }
      } else if name == cxml_name_w_val, last == cxml_name_w_p_style {
        let value = String(decoding: tape.bytes(of: event), as: UTF8.self).lowercased()
        style =
          value == "title" ? .title : value.hasPrefix("heading") || value == "1" ? .heading : .none
      }
    }
    end()
    return (result, tape.isBroken)
  }
}
