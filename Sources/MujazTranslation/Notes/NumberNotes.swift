import MujazCore

/// Numbers as they are written in English: Western digits, and the words for powers of ten.
enum NumberNotes {
  /// What is to be said of the numbers of a range; nothing of those that read the same in English, or are told as part of a
  /// date.
  static func notes(
    _ text: Span<UInt8>, _ range: TextRange, besides dates: [FoundDate] = []
  ) -> [String] {
    var notes: [String] = []
    var offset = range.start
    while let place = NumberScanner.next(text, from: offset, limit: range.end) {
      offset = place.range.end
      if let note = note(text, place, dates) { notes.append(note) }
    }
    return notes
  }

  private static func note(
    _ text: Span<UInt8>, _ place: NumberPlace, _ dates: [FoundDate]
  ) -> String? {
    if place.power == nil, text.hasOnlyASCII(place.range) { return nil }
    let number = text.string(place.range)
    let western = western(number, isBeforePower: place.power != nil)
    if place.power == nil, western == number { return nil }
    if dates.contains(where: { $0.text.contains(number) }) { return nil }
    guard let power = place.power else { return "\(number): \(western)" }
    return "\(number) \(text.string(power.word)): \(western) \(power.name)"
  }

  /// A number with ASCII digits and English separators. Before a power of ten one comma with one or two digits behind it is a
  /// decimal mark: 12,5 مليون.
  private static func western(_ number: String, isBeforePower: Bool) -> String {
    var result = ""
    let parts = number.split(separator: ",", omittingEmptySubsequences: false)
    if isBeforePower, parts.count == 2, (1...2).contains(parts[1].unicodeScalars.count),
      parts.joined().unicodeScalars.allSatisfy({ NumberScanner.digit($0) != nil })
    {
      return western(parts.joined(separator: "."), isBeforePower: false)
    }
    for scalar in number.unicodeScalars {
      if let digit = NumberScanner.digit(scalar) {
        result += String(digit)
      } else {
        switch scalar.value {
        case 0x066B: result += "."
        case 0x060C, 0x066C: result += ","
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

extension Span<UInt8> {
  fileprivate func hasOnlyASCII(_ range: TextRange) -> Bool {
    for offset in range.start..<range.end where self[offset] >= 0x80 { return false }
    return true
  }
}
