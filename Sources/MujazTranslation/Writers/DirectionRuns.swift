/// A piece of a paragraph in one direction.
typealias DirectionRun = (text: String, isRightToLeft: Bool)

extension String {
  /// The runs of a paragraph from left to right: Arabic with the digits beside it behind a mark to the right, what follows it
  /// behind one to the left.
  ///
  ///     12 محرم 1447|  = 12 Muharram 1447 AH
  var isolatedRuns: [DirectionRun] {
    let scalars = Array(unicodeScalars)
    var runs: [DirectionRun] = []
    var start = 0
    func add(_ range: Range<Int>, isArabic: Bool) {
      guard !range.isEmpty else { return }
      var text = UnicodeScalarView()
      if isArabic { text.append("\u{200F}") } else if !runs.isEmpty { text.append("\u{200E}") }
      text.append(contentsOf: scalars[range])
      runs.append((String(text), isArabic))
    }
    while let first = scalars[start...].firstIndex(where: \.isArabicLetter) {
      var begin = first
      while begin > start, scalars[begin - 1].isNumeral || scalars[begin - 1] == " " { begin -= 1 }
      while begin < first, NumberScanner.digit(scalars[begin]) == nil { begin += 1 }
      var end = first + 1
      var next = end
      while next < scalars.count, !scalars[next].endsArabic {
        next += 1
        let last = scalars[next - 1]
        if last.isArabicLetter || last.properties.isDiacritic || last.isNumeral { end = next }
      }
      add(start..<begin, isArabic: false)
      add(begin..<end, isArabic: true)
      start = end
    }
    add(start..<scalars.count, isArabic: false)
    return runs
  }

  /// The text cut where Arabic gives way to another script; marks and spaces stay with what stands before them.
  var directionRuns: [DirectionRun] {
    var runs: [DirectionRun] = []
    var current = ""
    var isRightToLeft: Bool?
    for scalar in unicodeScalars {
      let direction: Bool? =
        scalar.isArabicLetter ? true : scalar.isAlphabetic ? false : nil
      if let direction, direction != isRightToLeft {
        if isRightToLeft != nil {
          runs.append((current, isRightToLeft == true))
          current = ""
        }
        isRightToLeft = direction
      }
      current.unicodeScalars.append(scalar)
    }
    if !current.isEmpty { runs.append((current, isRightToLeft == true)) }
    return runs
  }
}

extension Unicode.Scalar {
  /// A digit, or a mark inside numbers.
  fileprivate var isNumeral: Bool {
    NumberScanner.digit(self) != nil || NumberScanner.isSeparator(value)
  }

  /// Whether what stands here is no part of the Arabic before it: a letter of another script, or a mark between it and what is
  /// said of it.
  fileprivate var endsArabic: Bool {
    self == "=" || self == ":"
      || !isArabicLetter && properties.isAlphabetic
        && !properties.isDiacritic
  }
}
