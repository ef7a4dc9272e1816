internal import CZip
import MujazCore

/// What documents of word processors have in common: a ZIP archive in which one part is the text, in XML.
///
/// An archive with a name in it that leads out of its folder is refused whole, and so is a part that inflates beyond 64 MB.
struct ZipDocument: ~Copyable {
  /// The largest part that is read: a book is two or three.
  private static let largest = 64 << 20

  private let archive: OpaquePointer
  private let limit: SizeLimit

  /// `bytes` must outlive the document.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limit: SizeLimit) throws(InputError) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      throw InputError(.emptyInput, "the input is empty")
    }
    guard let archive = czip_open(start, bytes.count) else {
      throw InputError(.unsupportedFormat, "a ZIP archive that cannot be read")
    }
    if czip_has_unsafe_name(archive) {
      czip_close(archive)
      throw InputError(.unsafeArchive, "the archive holds a name that leads out of its folder")
    }
    self.archive = archive
    self.limit = limit.capped(at: Self.largest)
  }

  deinit { czip_close(archive) }

  /// A part of the document; nil where there is none of that name.
  func part(_ name: String) throws(InputError) -> [UInt8]? {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = czip_read(archive, name, limit.bytes, &start, &count)
    defer { czip_free(start) }
    switch status {
    case czip_ok: return Array(UnsafeBufferPointer(start: start, count: count))
    case czip_missing: return nil
    case czip_too_large:
      throw InputError(.tooLarge, "the document inflates to more than \(limit)")
    case czip_no_memory: throw InputError.outOfMemory
    default: throw InputError(.unsupportedFormat, "the ZIP archive is damaged")
    }
  }
}

/// A paragraph of such a document.
struct StyledParagraph {
  enum Style {
    case none, title, heading
  }

  var text = ""
  var style = Style.none
}

extension CleanArticle {
  /// The article of paragraphs: the headline is the title by its style, or the heading that the document begins with.
  init(_ lines: [StyledParagraph]) throws(InputError) {
    guard let first = lines.first else {
      throw InputError(.emptyInput, "the document holds no text")
    }
    let title = lines.first { $0.style == .title } ?? (first.style == .heading ? first : nil)
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
    self.init(title: title?.text ?? "", paragraphs: body.map(\.text.utf8), metadata: metadata)
  }
}
