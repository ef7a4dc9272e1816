import MujazCore

/// A question stays a question, and a sentence that ends with a mark does so in the target.
///
///     هل انتهى العمل؟ / Is the work done?   well        هل انتهى العمل؟ / The work is done.   warning
enum PunctuationCheck {
  private enum End {
    case none, stop, question, exclamation, colon, ellipsis
  }

  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let source = end(of: pair.source)
    let target = end(of: pair.target)
    guard source != target, source != .none else { return }
    // Greek asks with a semicolon, which is no other language's question mark.
    if pair.language?.base == "el" { return }
    switch (source, target) {
    case (.question, _):
      list.add(
        .warning, .punctuation, pair.segment,
        "the source ends with a question mark, the target does not")
    case (_, .question):
      list.add(
        .warning, .punctuation, pair.segment,
        "the target ends with a question mark, the source does not")
    case (.stop, .none), (.exclamation, .none), (.ellipsis, .none), (.colon, .none):
      // Thai and its neighbours end a sentence with nothing.
      if ["th", "lo", "km"].contains(pair.language?.base) { return }
      // A headline has no mark in most languages.
      if pair.role == .headline || isHeadline(pair) { return }
      list.add(
        .warning, .punctuation, pair.segment, "the source ends with a mark, the target with none")
    default: break
    }
  }

  /// Whether an English target reads as a headline: five to fifteen words without an article.
  private static func isHeadline(_ pair: CheckedPair) -> Bool {
    guard pair.language?.base == "en", (5...15).contains(pair.target.words.count) else {
      return false
    }
    let said = SaidWords(pair.target)
    return !said.has(.article) && !said.of(.english).contains { $0.meaning.values == ["article"] }
  }

  /// The mark at a text's end, behind it only quotation marks, brackets and spaces.
  private static func end(of text: String) -> End {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar.value {
      case 0x2E, 0x06D4, 0x3002, 0x0964, 0xFF0E: return .stop
      case 0x3F, 0x061F, 0xFF1F, 0x2047, 0x2048, 0x2049: return .question
      case 0x21, 0xFF01, 0x203C: return .exclamation
      case 0x3A, 0xFF1A: return .colon
      case 0x2026: return .ellipsis
      case 0x22, 0x27, 0xBB, 0xAB, 0x2018...0x201F, 0x2039, 0x203A, 0x29, 0x5D, 0x7D, 0x300D,
        0x300F,
        0xFF09, 0x200C...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
        continue
      default:
        if scalar.properties.isWhitespace { continue }
        return .none
      }
    }
    return .none
  }
}
