import MujazCore

/// Slips of the hand in a target: a word twice, two spaces, an Arabic mark behind letters of another script.
///
/// Bias: two spaces behind the end of a sentence are a style, and so are two of what the source doubles. Words are looked at in
/// English only, as other languages double many (nous nous); of these, "that that" and "had had" are well.
enum TypingCheck {
  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    if pair.language?.base == "en", let word = doubledWord(pair.target) {
      list.add(.warning, .typing, pair.segment, "twice in a row in the target: \(word)")
    }
    if hasDoubledSpace(pair.target), !hasDoubledSpace(pair.source) {
      list.add(.warning, .typing, pair.segment, "two spaces in a row in the target")
    }
    let marks = strangeMarks(pair.target)
    if !marks.isEmpty {
      let shown = marks.joined(separator: " ")
      list.add(.warning, .typing, pair.segment, "Arabic marks in the target: \(shown)")
    }
  }

  /// The first word that stands twice with nothing but spaces between; the second is no name.
  private static func doubledWord(_ text: String) -> String? {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    let words = text.words
    for (place, pair) in zip(words, words.dropFirst()).enumerated() {
      let (first, second) = pair
      guard first.key == second.key, (0x61...0x7A).contains(span[second.start]),
        (first.end..<second.start).allSatisfy({ span[$0] == 0x20 }),
        CheckWords.standard.meaning(span, words, at: place + 1)?.meaning.kind != .twice
      else { continue }
      return span.string(TextRange(start: first.start, end: second.end))
    }
    return nil
  }

  /// Whether two spaces stand in a line and not behind the end of a sentence.
  private static func hasDoubledSpace(_ text: String) -> Bool {
    var ends = true
    var spaces = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": spaces += 1
      case ".", "?", "!", ":", "\n", "\t":
        (ends, spaces) = (true, 0)
      case "\"", "'", ")", "]", "\u{2019}", "\u{201D}", "»":
        if spaces > 1, !ends { return true }
        spaces = 0
      default:
        if spaces > 1, !ends { return true }
        (ends, spaces) = (false, 0)
      }
    }
    return false
  }

  /// Arabic commas, question marks and percent signs whose nearest letter or digit before them is of another script.
  private static func strangeMarks(_ text: String) -> [String] {
    var marks: [String] = []
    var isOther = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x060C, 0x061B, 0x061F, 0x066A:
        let mark = String(Character(scalar))
        if isOther, !marks.contains(mark) { marks.append(mark) }
      case 0x30...0x39: isOther = true
      default:
        if scalar.isLetter { isOther = !scalar.isArabicLetter }
        // Digits of Arabic have marks of their own: ١٢٪.
        if (0x0660...0x0669).contains(scalar.value) { isOther = false }
      }
    }
    return marks
  }
}
