import MujazCore

/// A text, and the word that every offset given for it is kept by.
struct Verbatim {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether a character starts or the text ends at an offset.
  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80
  }

  /// A range must lie in the text and cut no character.
  func check(_ range: TextRange, _ what: String) {
    Fuzz.check(
      range.start <= range.end && isBoundary(range.start) && isBoundary(range.end),
      "\(what) at \(range.start)..<\(range.end) of \(bytes.count) bytes cuts a character or leaves the text"
    )
  }

  func check(_ range: TextRange?, _ what: String) {
    if let range { check(range, what) }
  }

  /// What stands at a range.
  func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Whether there is nothing to be read at a range.
  func isWhite(_ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).withoutSpace.isEmpty
  }
}

extension String {
  /// The scalars that are no white space.
  var withoutSpace: [Unicode.Scalar] {
    unicodeScalars.filter {
      !$0.properties.isWhitespace && $0.value != 0x200B && $0.value != 0xFEFF
    }
  }
}
