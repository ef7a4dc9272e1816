internal import CXML

/// Markup as libxml2's parsers report it: events over one text, which both live as long as the tape.
struct Tape: ~Copyable {
  private let tape: UnsafeMutablePointer<cxml_tape>
  let events: UnsafeBufferPointer<cxml_tape_event>
  let text: UnsafeBufferPointer<UInt8>
  /// Whether an XML document is not well-formed, or nested too deep to be read to its end.
  var isBroken: Bool { tape.pointee.is_broken }

  /// A web page in UTF-8. Nil where memory runs out.
  init?(page bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes.baseAddress.flatMap { cxml_read_html($0, bytes.count) })
  }

  /// An XML document in UTF-8. Nil where memory runs out.
  init?(document bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes.baseAddress.flatMap { cxml_read_document($0, bytes.count) })
  }

  init?(document bytes: [UInt8]) {
    self.init(
      bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { cxml_read_document($0, buffer.count) }
      })
  }

  private init?(_ tape: UnsafeMutablePointer<cxml_tape>?) {
    guard let tape else { return nil }
    self.tape = tape
    events = UnsafeBufferPointer(start: tape.pointee.events, count: tape.pointee.event_count)
    text = UnsafeBufferPointer(start: tape.pointee.text, count: tape.pointee.text_count)
  }

  deinit { cxml_tape_free(tape) }

  /// The text of an event, or the value of an attribute.
  func bytes(of event: cxml_tape_event) -> UnsafeBufferPointer<UInt8> {
    let start = Int(event.start)
    return UnsafeBufferPointer(rebasing: text[start..<(start + Int(event.count))])
  }
}

/// The name of an element or an attribute, one of those that mujaz knows.
struct MarkupName: Hashable, Sendable {
  let code: UInt8

  init(_ event: cxml_tape_event) { code = event.name }

  static func ~= (pattern: cxml_markup_name, name: MarkupName) -> Bool {
    UInt32(name.code) == pattern.rawValue
  }

  static func == (name: MarkupName, other: cxml_markup_name) -> Bool {
    UInt32(name.code) == other.rawValue
  }
  static func != (name: MarkupName, other: cxml_markup_name) -> Bool {
    UInt32(name.code) != other.rawValue
  }

  /// Whether it is of an element of running text, which begins no line.
  var isInline: Bool { cxml_is_inline(code) }
}

extension cxml_tape_event {
  var isStart: Bool { UInt32(kind) == cxml_tape_start.rawValue }
  var isEnd: Bool { UInt32(kind) == cxml_tape_end.rawValue }
  var isText: Bool { UInt32(kind) == cxml_tape_text.rawValue }
  var isAttribute: Bool { UInt32(kind) == cxml_tape_attribute.rawValue }
}

extension MarkupName {
  static let article = MarkupName(cxml_name_article)
  static let main = MarkupName(cxml_name_main)
  static let form = MarkupName(cxml_name_form)
  static let header = MarkupName(cxml_name_header)

  /// Elements that hold one paragraph and never a whole article.
  var isLeaf: Bool {
    switch self {
    case cxml_name_p, cxml_name_li, cxml_name_blockquote, cxml_name_pre, cxml_name_dd,
      cxml_name_dt, cxml_name_h1, cxml_name_h2, cxml_name_h3, cxml_name_h4, cxml_name_h5,
      cxml_name_h6:
      true
    default: false
    }
  }

  /// Cells of a table and its caption.
  var isCell: Bool {
    switch self {
    case cxml_name_td, cxml_name_th, cxml_name_caption: true
    default: false
    }
  }

  init(_ name: cxml_markup_name) { code = UInt8(truncatingIfNeeded: name.rawValue) }
}

extension MarkupName {
  /// The elements around the whole page.
  var isRoot: Bool { self == cxml_name_html || self == cxml_name_body }
}
