/// Numbers of the source must stand in the target, in digits of whatever system or in words, and in their order.
///
/// Bias: what other languages turn into words of another kind (شهران, the second, half) is missed only where the target has a
/// number that the source has not. Words are read in Arabic and English; in a target of another language a number up to
/// twenty may be a word.
///
///     ١٬١٨٠ كيلومترا / 1,180 kilometres   well        ثلاثة قتلى / 5 killed   error        14 قتيلا و9 جرحى / 9 killed, 14 hurt   warning
enum NumberCheck {
  /// Up to here a translator may write a word.
  private static let largestWord = 20
  /// Each number is held against all of the other side: a sentence with more of them is a table.
  private static let most = 400

  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let source = NumberReader.numbers(in: pair.source)
    let target = NumberReader.numbers(in: pair.target)
    if source.isEmpty && target.isEmpty || max(source.count, target.count) > most { return }
    let match = NumberMatch(source, target)
    let readsWords = pair.readsWords

    let strange = match.strange.filter { readsWords || $0.hasDigits(atLeast: 3) }
    let missing = match.missing.filter { number in
      switch number.form {
      case .digits: readsWords || number.scanned?.value.map { $0 > largestWord } ?? true
      case .cardinal: readsWords
      case .ordinal, .loose: readsWords && !strange.isEmpty
      case .also, .both: false
      }
    }
    if !missing.isEmpty {
      let isSure = missing.contains { $0.form == .digits } || !strange.isEmpty
      let shown = missing.map(\.text).joined(separator: ", ")
      list.add(isSure ? .error : .warning, .numbers, pair.segment, "not in the target: \(shown)")
    }
    // What has come in for a missing number is told with it, unless it is a large one.
    let extra = strange.filter {
      $0.form != .ordinal && (missing.isEmpty || $0.hasDigits(atLeast: 3))
    }
    if !extra.isEmpty {
      let shown = extra.map(\.text).joined(separator: ", ")
      list.add(.warning, .numbers, pair.segment, "in the target only: \(shown)")
    }
    if missing.isEmpty, readsWords {
      MagnitudeCheck.check(pair, source, target, &list)
    }
    if missing.isEmpty, let (first, second) = match.swapped {
      list.add(
        .warning, .numbers, pair.segment, "in another order in the target: \(first), \(second)")
    }
  }
}

extension ToldNumber {
  fileprivate func hasDigits(atLeast count: Int) -> Bool {
    scanned.map { $0.digits.utf8.count >= count } ?? false
  }
}
