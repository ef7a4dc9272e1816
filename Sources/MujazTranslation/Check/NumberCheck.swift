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
}
