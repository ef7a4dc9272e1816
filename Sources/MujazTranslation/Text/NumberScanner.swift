/// A number as it stands in a text.
struct ScannedNumber: Hashable {
  /// As it reads.
  var text: String
  /// All its digits as ASCII digits, without separators or leading zeroes.
  var digits: String
  /// The runs of digits between separators.
  var runs: [String]
  /// The word for a power of ten behind it (مليون, million).
  var word: String?
  /// The power of ten of that word, 0 for none.
  var power: Int

  /// Its value where it has up to four digits and nothing else.
  var value: Int? { runs.count == 1 && power == 0 && digits.utf8.count <= 4 ? Int(digits) : nil }

  /// Whether two numbers are one, however they are written: 1,180 and 1.180, 1.5 million and 1,500,000.
  func matches(_ other: ScannedNumber) -> Bool {
    if digits == other.digits { return true }
    guard power != other.power else { return false }
    return expanded == other.expanded
  }

  /// The digits with the zeroes of the power: 1.5 million is 1500000.
  private var expanded: String {
    guard power > 0 else { return digits }
    // With one separator and few digits behind it those are decimals.
    let decimals = runs.count == 2 && runs[1].utf8.count != 3 ? runs[1].utf8.count : 0
    return digits + String(repeating: "0", count: max(0, power - decimals))
  }
}

/// Finds numbers in digits.
enum NumberScanner {
  /// The numbers of a text, in order. Linear.
  static func numbers(in text: String) -> [ScannedNumber] {
    guard text.unicodeScalars.contains(where: { digit($0) != nil }) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var numbers: [ScannedNumber] = []
    var index = 0
    while index < scalars.count {
      guard digit(scalars[index]) != nil else {
        index += 1
        continue
      }
      var number = ScannedNumber(text: "", digits: "", runs: [""], word: nil, power: 0)
      let start = index
      while index < scalars.count {
        if let digit = digit(scalars[index]) {
          number.digits += String(digit)
          number.runs[number.runs.count - 1] += String(digit)
          index += 1
        } else if isSeparator(scalars[index]), index + 1 < scalars.count,
          digit(scalars[index + 1]) != nil
        {
          number.runs.append("")
          index += 1
        } else {
          break
        }
      }
      number.text = string(scalars[start..<index])
      let significant = number.digits.drop { $0 == "0" }
      number.digits = significant.isEmpty ? "0" : String(significant)
      if let (word, power) = power(scalars, behind: index) {
        number.word = word
        number.power = power
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The decimal digit that a scalar is, in whatever script.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0..<0x80: nil
    case 0x0660...0x0669: Int(scalar.value - 0x0660)
    case 0x06F0...0x06F9: Int(scalar.value - 0x06F0)
    // No other digits stand before those of NKo: nearly every letter that is met is answered here.
    case 0x80..<0x07C0: nil
    default:
      scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue.map { Int($0) } : nil
    }
  }

  /// Marks inside a number: full stop, comma, the Arabic decimal and thousands marks, apostrophes, narrow spaces.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    [0x2E, 0x2C, 0x066B, 0x066C, 0x27, 0x2019, 0xA0, 0x202F].contains(scalar.value)
  }

  /// The power of ten of the word behind a number.
  private static func power(
    _ scalars: [Unicode.Scalar], behind end: Int
  ) -> (word: String, power: Int)? {
    var start = end
    while start < scalars.count, scalars[start].isSpace { start += 1 }
    var last = start
    while last < scalars.count, scalars[last].isLetter { last += 1 }
    guard start < last, last - start <= 16 else { return nil }
    let word = string(scalars[start..<last])
    return Magnitudes.standard.power(of: word).map { (word, $0) }
  }

  /// Whether a text spells out a number of a hundred and more.
  static func hasNumberWord(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { Magnitudes.standard.isNumberWord(String($0)) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
