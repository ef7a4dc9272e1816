import MujazCore

/// Puts the numbers of a new sentence into a translation of an old one that differs in numbers alone.
///
/// Bias: all or nothing. Where a number of the old sentence is not found in its translation exactly once, or words differ too, the
/// translation stays as it is.
///
///     ارتفع النفط 3 دولارات / Oil rose 3 dollars, now 5: Oil rose 5 dollars        now هبط: nothing
enum NumberAdapter {
  static func target(of target: String, from old: String, to new: String) -> String? {
    let oldNumbers = NumberScanner.numbers(in: old)
    let newNumbers = NumberScanner.numbers(in: new)
    guard oldNumbers.count == newNumbers.count,
      oldNumbers.map(\.digits) != newNumbers.map(\.digits),
      otherWords(old) == otherWords(new)
    else { return nil }
    var wanted: [String: String] = [:]
    for (old, new) in zip(oldNumbers, newNumbers) where old.digits != new.digits {
      // One number that becomes two different ones can't be told apart in the translation.
      if let known = wanted[old.digits], known != new.text { return nil }
      wanted[old.digits] = new.text
    }
    let targetNumbers = NumberScanner.numbers(in: target)
    for digits in wanted.keys where targetNumbers.count(where: { $0.digits == digits }) != 1 {
      return nil
    }
    // A number that stays must not have the digits of one that goes.
    for (old, new) in zip(oldNumbers, newNumbers)
    where old.digits == new.digits && wanted[old.digits] != nil { return nil }
    return replaced(target, targetNumbers, wanted)
  }

  private static func otherWords(_ text: String) -> [WordKey] {
    text.wordKeys.filter { !$0.isNumber }
  }

  private static func replaced(
    _ target: String, _ numbers: [ScannedNumber], _ wanted: [String: String]
  ) -> String? {
    var result = ""
    var rest = target[...]
    for number in numbers {
      guard let range = rest.firstRange(of: number.text) else { return nil }
      result += rest[..<range.lowerBound]
      if let new = wanted[number.digits] {
        result += written(new, like: number.text)
      } else {
        result += number.text
      }
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// A number in the digits and marks of another one.
  private static func written(_ number: String, like model: String) -> String {
    let zero =
      model.unicodeScalars.lazy.compactMap { scalar in
        NumberScanner.digit(scalar).map { scalar.value - UInt32($0) }
      }.first ?? 0x30
    var result = String.UnicodeScalarView()
    for scalar in number.unicodeScalars {
      if let digit = NumberScanner.digit(scalar), let new = Unicode.Scalar(zero + UInt32(digit)) {
        result.append(new)
      } else if zero == 0x30 {
        result.append(scalar == "\u{066B}" ? "." : scalar == "\u{066C}" ? "," : scalar)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Substring {
  /// Where a text stands first in this one.
  fileprivate func firstRange(of wanted: String) -> Range<Index>? {
    let pattern = Array(wanted.utf8)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: pattern) {
        return start..<utf8.index(start, offsetBy: pattern.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
