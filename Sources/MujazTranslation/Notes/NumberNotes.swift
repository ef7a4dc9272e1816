/// Numbers as they are written in English: Western digits, and the words for powers of ten.
enum NumberNotes {
  /// What is to be said of a text's numbers; nothing of those that read the same in English, or are told as part of a
  /// date.
  static func notes(_ text: String, besides dates: [FoundDate] = []) -> [String] {
    NumberScanner.numbers(in: text).compactMap { number in
      let western = western(number.text)
      let name = number.word?.wordKeys.first.flatMap(Magnitudes.standard.name(of:))
      if name == nil, western == number.text { return nil }
      if dates.contains(where: { $0.text.contains(number.text) }) { return nil }
      guard let name, let word = number.word else { return "\(number.text): \(western)" }
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
