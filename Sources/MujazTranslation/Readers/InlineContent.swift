import MujazCore

/// The content of a source or target as it is read: text, and codes that stand for text.
///
/// A code may stand for a text that is written elsewhere, and a thousand codes for the same one; every code is sought in the text. Both are
/// bounded (`check`), whatever the size of the file.
struct InlineContent {
  /// Codes of a sentence.
  private static let mostCodes = 4_096
  /// The text of a sentence, its codes replaced: 16 MB.
  private static let mostBytes = 16 << 20
  /// Bytes that are looked through for its codes: 256 MB.
  private static let mostSought = 256 << 20

  struct Code {
    /// What the text it stands for is looked up by.
    var key: String
    /// The text it holds itself.
    var text: String?
    /// The text where nothing else is known.
    var fallback: String?
    /// What it is, where it is one of ours.
    var kind: Placeholder.Kind?

    func value(_ known: [String: String]) -> String { text ?? known[key] ?? fallback ?? "" }
  }

  enum Part {
    case text(String)
    case code(Code)
  }

  var parts: [Part] = []
  /// Whether all of it is marked as not to be translated.
  var isLocked = false
  /// Comments that stand in marks.
  var comments: [String] = []
  /// Notes of the unit that marks point at, by their ids.
  var noteIDs: [String] = []

  /// Refuses a sentence that becomes too large, or whose codes take too long to be sought in it and in its translation.
  func check(
    _ known: [String: String], _ target: InlineContent?, line: Int
  ) throws(PackageError) {
    let codes = max(codeCount, target?.codeCount ?? 0)
    let bytes = byteCount(known)
    let targetBytes = target?.byteCount(known) ?? 0
    guard bytes <= Self.mostBytes, targetBytes <= Self.mostBytes,
      Self.admits(codes: codes, bytes: bytes + targetBytes)
    else {
      throw PackageError(
        line: line, "the inline codes of a segment are too many, or stand for too much")
    }
  }

  /// Whether so many codes may be sought in a sentence and its translation.
  static func admits(codes: Int, bytes: Int) -> Bool {
    codes <= mostCodes && codes * bytes <= mostSought
  }

  private var codeCount: Int {
    parts.count { if case .code = $0 { true } else { false } }
  }

  /// The size of the text, which is not made for that.
  private func byteCount(_ known: [String: String]) -> Int {
    parts.reduce(0) { sum, part in
      switch part {
      case .text(let piece): sum + piece.utf8.count
      case .code(let code): sum + code.value(known).utf8.count
      }
    }
  }

  /// The text, codes replaced by what they stand for.
  func text(_ known: [String: String]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .code(let code): text += code.value(known)
      }
    }
    return text
  }

  /// The text of a target.
  ///
  /// Some tools write a target's text and leave the codes of the old one behind it: a code whose text stands there in
  /// plain letters already, as often as in the source, is left out.
  func target(_ known: [String: String], of source: InlineContent) -> String {
    let plain = parts.reduce(into: "") { text, part in
      if case .text(let piece) = part { text += piece }
    }
    let whole = source.text(known)
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .code(let code):
        let value = code.value(known)
        guard !value.isEmpty else { continue }
        let there = plain.occurrences(of: value)
        if there == 0 || there < whole.occurrences(of: value) { text += value }
      }
    }
    return text
  }

  /// Where our codes stand in the text.
  func placeholders(_ known: [String: String]) -> [Placeholder] {
    var placeholders: [Placeholder] = []
    var offset = 0
    for part in parts {
      switch part {
      case .text(let piece): offset += piece.utf8.count
      case .code(let code):
        let end = offset + code.value(known).utf8.count
        if let kind = code.kind, end > offset {
          placeholders.append(Placeholder(kind: kind, range: TextRange(start: offset, end: end)))
        }
        offset = end
      }
    }
    return placeholders
  }

  /// What our codes stand for, by their keys.
  var codes: [String: String] {
    var codes: [String: String] = [:]
    for case .code(let code) in parts where code.kind != nil { codes[code.key] = code.text }
    return codes
  }
}

extension String {
  /// How often a text stands in this one, not overlapping.
  fileprivate func occurrences(of wanted: String) -> Int {
    let bytes = Array(utf8)
    let wanted = Array(wanted.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return 0 }
    var count = 0
    var start = 0
    while start + wanted.count <= bytes.count {
      if bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) {
        count += 1
        start += wanted.count
      } else {
        start += 1
      }
    }
    return count
  }
}
