internal import CXML

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
