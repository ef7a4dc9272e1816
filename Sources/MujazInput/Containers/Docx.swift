internal import CXML
internal import CZip
import MujazCore

/// Reads the text of a DOCX file: its paragraphs and headings, in order.
///
/// Deleted text, field codes, notes and pictures are left out. An archive with a name in it that leads out of its folder is
/// refused whole, and so is a part that inflates beyond 64 MB.
enum Docx {
  /// The largest part that is read: a book is two or three.
  private static let largest = 64 << 20

  /// The article, and whether its document is not well-formed, so that text may be missing.
  static func article(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: SizeLimit = .standard
  ) throws(InputError) -> (article: CleanArticle, isBroken: Bool) {
    guard !bytes.isEmpty else { throw InputError(.emptyInput, "the input is empty") }
    guard let start = bytes.baseAddress, let archive = czip_open(start, bytes.count) else {
      throw InputError(.unsupportedFormat, "a ZIP archive that cannot be read")
    }
    defer { czip_close(archive) }
    if czip_has_unsafe_name(archive) {
      throw InputError(
        .unsafeArchive, "the archive holds a name that leads out of its folder")
    }
    let (lines, isBroken) = try paragraphs(try part("word/document.xml", of: archive, limit))
    guard !lines.isEmpty else { throw InputError(.emptyInput, "the document holds no text") }
    // A title by its style, or the heading that the document begins with.
    let title = lines.first { $0.style == .title } ?? (lines[0].style == .heading ? lines[0] : nil)
    var isTaken = false
    let body = lines.filter { line in
      if !isTaken, line.text == title?.text {
        isTaken = true
        return false
      }
      return true
    }
    var metadata = Metadata()
    metadata.headline = title?.text
    let article = CleanArticle(
      title: title?.text ?? "", paragraphs: body.map(\.text.utf8), metadata: metadata)
    return (article, isBroken)
  }

  private static func part(
    _ name: String, of archive: OpaquePointer, _ limit: SizeLimit
  ) throws(InputError) -> [UInt8] {
    let limit = limit.capped(at: largest)
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = czip_read(archive, name, limit.bytes, &start, &count)
    defer { czip_free(start) }
    switch status {
    case czip_ok: return Array(UnsafeBufferPointer(start: start, count: count))
    case czip_missing:
      throw InputError(.unsupportedFormat, "a ZIP archive that is no DOCX document")
    case czip_too_large:
      throw InputError(.tooLarge, "the document inflates to more than \(limit)")
    case czip_no_memory: throw InputError.outOfMemory
    default: throw InputError(.unsupportedFormat, "the ZIP archive is damaged")
    }
  }

  private enum Style {
    case none, title, heading
  }

  private struct Paragraph {
    var text = ""
    var style = Style.none
  }

  private static func paragraphs(
    _ document: [UInt8]
  ) throws(InputError) -> (lines: [Paragraph], isBroken: Bool) {
    guard let tape = Tape(document: document) else {
      throw InputError.outOfMemory
    }
    var result: [Paragraph] = []
    var bytes: [UInt8] = []
    var style = Style.none
    var isText = false
    var skipped = 0
    var last = MarkupName.none
    func end() {
      let text = String(decoding: bytes, as: UTF8.self).collapsed
      if !text.isEmpty { result.append(Paragraph(text: text, style: style)) }
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
