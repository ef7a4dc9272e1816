import MujazCore

/// No Arabic word is left in a target that is not written in Arabic letters.
///
/// Bias: words in brackets or quotation marks are shown on purpose (the square, «الميدان»), and so are protected parts. All
/// else is a word that was overlooked.
enum ScriptCheck {
  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    guard let language = pair.language, !language.usesArabicScript,
      pair.target.unicodeScalars.contains(where: \.isArabicLetter)
    else { return }
    let protected = pair.segment.placeholders(in: pair.target).map(\.range)
    var words: [String] = []
    var word = ""
    var depth = 0
    var isQuoted = false
    var offset = 0
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in pair.target.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      switch scalar {
      case "(", "[", "«", "“", "„", "（": depth += 1
      case ")", "]", "»", "”", "）": depth = max(0, depth - 1)
      case "\"": isQuoted.toggle()
      default: break
      }
      let isProtected = protected.contains { $0.start <= offset && offset < $0.end }
      if scalar.isArabicLetter, depth == 0, !isQuoted, !isProtected {
        word.unicodeScalars.append(scalar)
      } else if !scalar.properties.isDiacritic, scalar.value != 0x0640 {
        endWord()
      }
    }
    endWord()
    if !words.isEmpty {
      let shown = words.prefix(5).joined(separator: ", ") + (words.count > 5 ? ", …" : "")
      list.add(.error, .script, pair.segment, "Arabic is left in the target: \(shown)")
    }
  }
}
