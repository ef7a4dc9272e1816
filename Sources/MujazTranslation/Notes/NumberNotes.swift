/// Numbers as they are written in English: Western digits, and the words for powers of ten.
enum NumberNotes {
  /// What is to be said of a text's numbers; nothing of those that read the same in English.
  static func notes(_ text: String) -> [String] {
    NumberScanner.numbers(in: text).compactMap { number in
      let western = western(number.text)
      guard let word = number.word,
        let name = word.wordKeys.first.flatMap(Magnitudes.standard.name(of:))
      else { return western == number.text ? nil : "\(number.text): \(western)" }
      return "\(number.text) \(word): \(western) \(name)"
    }
  }

  /// A number with ASCII digits and English separators.
  private static func western(_ number: String) -> String {
    var result = ""
    for scalar in number.unicodeScalars {
      if let digit = NumberScanner.digit(scalar) {
        result += String(digit)
      } else {
        switch scalar.value {
        case 0x066B: result += "."
        case 0x066C: result += ","
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
