import MujazCore

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
    if digits == other.digits { return power == 0 || other.power == 0 || power == other.power }
    guard power != other.power else { return false }
    return expanded == other.expanded
  }

  /// The digits with the zeroes of the power: 1.5 million is 1500000.
  var expanded: String {
    guard power > 0 else { return digits }
    // With one separator and few digits behind it those are decimals.
    let decimals = runs.count == 2 && runs[1].utf8.count != 3 ? runs[1].utf8.count : 0
    return digits + String(repeating: "0", count: max(0, power - decimals))
  }
}

extension ScannedNumber {
  init(_ text: Span<UInt8>, _ place: NumberPlace) {
    let number = text.string(place.range)
    var digits = ""
    var runs = [""]
    for scalar in number.unicodeScalars {
      if let digit = NumberScanner.digit(scalar) {
        digits += String(digit)
        runs[runs.count - 1] += String(digit)
      } else {
        runs.append("")
      }
    }
    let significant = digits.drop { $0 == "0" }
    self.init(
      text: number, digits: significant.isEmpty ? "0" : String(significant), runs: runs,
      word: place.power.map { text.string($0.word) }, power: place.power?.power ?? 0)
  }
}

/// Finds numbers in digits.
enum NumberScanner {
  /// The numbers of a text, in order. Linear.
  static func numbers(in text: String) -> [ScannedNumber] {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    var numbers: [ScannedNumber] = []
    var offset = 0
    while let place = next(span, from: offset, limit: span.count) {
      numbers.append(ScannedNumber(span, place))
      offset = place.range.end
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

  /// Marks inside a number: full stop, commas, the Arabic decimal and thousands marks, apostrophes, narrow spaces.
  static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x060C, 0x066B, 0x066C, 0x27, 0x2019, 0xA0, 0x202F: true
    default: false
    }
  }
}
