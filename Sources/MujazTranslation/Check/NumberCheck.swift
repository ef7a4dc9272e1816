/// Numbers of the source must stand in the target, in digits of whatever system.
///
/// Bias: small numbers may be words (٦ أشخاص, six people), and a number that the source spells out may come in digits; a
/// number of three digits and more that is on one side only is an alarm.
///
///     ١٬١٨٠ كيلومترا / 1,180 kilometres   well        أصيب 45 شخصا / 54 people were injured   error
enum NumberCheck {
  /// Up to here a translator may write a word.
  private static let largestWord = 20

  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let source = NumberScanner.numbers(in: pair.source)
    let target = NumberScanner.numbers(in: pair.target)
    if source.isEmpty, target.isEmpty { return }
    if source.map(\.digits).sorted() == target.map(\.digits).sorted() { return }
    // What one side groups by a comma, the other may list.
    if source.flatMap(\.runs).sorted() == target.flatMap(\.runs).sorted() { return }

    var rest = target
    var missing: [ScannedNumber] = []
    for number in source {
      if let index = rest.firstIndex(where: { $0.matches(number) }) {
        rest.remove(at: index)
      } else {
        missing.append(number)
      }
    }
    let words = pair.language?.base == "en" ? EnglishNumbers.values(in: pair.target) : []
    missing.removeAll { number in
      number.value.map { words.contains($0) || isEndOfYears($0, target) } == true
    }
    // A number that stands once may be used twice: repeated ones are looked for among all.
    missing.removeAll { number in
      number.value.map { $0 <= largestWord } == true || target.contains { $0.matches(number) }
    }
    if !missing.isEmpty {
      let shown = missing.map(\.text).joined(separator: ", ")
      list.add(.error, .numbers, pair.segment, "not in the target: \(shown)")
    }
    guard !NumberScanner.hasNumberWord(pair.source) else { return }
    let extra = rest.filter { number in
      number.digits.utf8.count >= 3 && !source.contains { $0.matches(number) }
    }
    if !extra.isEmpty {
      let shown = extra.map(\.text).joined(separator: ", ")
      list.add(.warning, .numbers, pair.segment, "in the target only: \(shown)")
    }
  }

  /// Whether a year stands as the two digits behind another: 1953 in 1950-53.
  private static func isEndOfYears(_ year: Int, _ target: [ScannedNumber]) -> Bool {
    guard (1000...2199).contains(year) else { return false }
    return target.contains { $0.runs == [String(year).suffix(2).description] }
      && target.contains { $0.value.map { $0 / 100 == year / 100 } == true }
  }
}

/// Numbers from twenty-one to ninety-nine in English words.
enum EnglishNumbers {
  private static let tens: [Substring: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]
  private static let ones: [Substring: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
  ]

  /// The values of a text's number words.
  static func values(in text: String) -> [Int] {
    let lower = text.lowercased()
    let words = lower.split { !$0.isLetter }
    return words.indices.compactMap { index in
      guard let ten = tens[words[index]] else { return nil }
      let next = index + 1 < words.count ? ones[words[index + 1]] : nil
      return ten + (next ?? 0)
    }
  }
}
