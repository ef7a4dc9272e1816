internal import CICU
import MujazCore

/// A date in a text, and how it reads in English.
struct FoundDate: Hashable {
  var text: String
  var english: String
}

/// Finds dates with named months of both calendars and both systems of names (نيسان/أبريل).
///
/// Bias: a name that is a word too (مارس، رجب، آب) is a month only beside a number, a year or another month's name.
///
///     7 مارس، في نيسان      dates        مارس الرياضة، قال رجب      none
enum DateFinder {
  /// The dates among the words of a passage, in order.
  static func dates(_ text: Span<UInt8>, _ words: [Word]) -> [FoundDate] {
    let keys = words.map(\.key)
    return keys.indices.findings { date(text, words, keys, at: $0) }
  }

  private static func date(
    _ text: Span<UInt8>, _ words: [Word], _ keys: [WordKey], at start: Int
  ) -> (found: FoundDate, end: Int)? {
    guard let (month, count, clitics) = MonthTable.standard.month(keys[start...]) else {
      return nil
    }
    var first = start
    var end = start + count
    var day: Int?
    if start > 0, isClose(text, words, start), let number = keys[start - 1].number,
      (1...31).contains(number)
    {
      day = number
      first = start - 1
    }
    // The other system's name of the same month, behind a stroke or in brackets.
    var hasOther = false
    if end < keys.count, let (other, more, _) = MonthTable.standard.month(keys[end...]),
      other.calendar == month.calendar, other.number == month.number, !isApart(text, words, end)
    {
      hasOther = true
      end += more
    }
    var year: Int?
    if end < keys.count, isClose(text, words, end), let number = keys[end].year,
      (1200...2199).contains(number)
    {
      year = number
      end += 1
    }
    guard !month.isWord || day != nil || year != nil || hasOther else { return nil }
    let begin =
      first == start ? text.offset(behindLetters: clitics, words[first].range) : words[first].start
    let range = TextRange(start: begin, end: text.closing(from: begin, to: words[end - 1].end))
    return (
      FoundDate(
        text: text.string(range).asOneLine, english: english(day: day, month, year: year)), end
    )
  }

  /// Whether only spaces stand before a word and behind the one before it.
  private static func isClose(_ text: Span<UInt8>, _ words: [Word], _ index: Int) -> Bool {
    var offset = words[index - 1].end
    while offset < words[index].start {
      // A closing bracket stands behind the other system's name: أبريل (نيسان) 2024.
      let size =
        text[offset] == UInt8(ascii: ")")
        ? 1 : text.whiteSpace(at: offset, limit: words[index].start)
      if size == 0 { return false }
      offset += size
    }
    return true
  }

  /// Whether neither a stroke nor a bracket joins a word to the one before it.
  private static func isApart(_ text: Span<UInt8>, _ words: [Word], _ index: Int) -> Bool {
    for offset in words[index - 1].end..<words[index].start
    where [UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "-")].contains(text[offset]) {
      return false
    }
    return true
  }

  private static func english(day: Int?, _ month: Month, year: Int?) -> String {
    var parts: [String] = []
    if let day { parts.append(String(day)) }
    parts.append(month.english)
    if let year { parts.append(String(year)) }
    var text = parts.joined(separator: " ")
    guard month.calendar == .hijri else { return text }
    guard let year else { return text + " (Islamic calendar)" }
    text += " AH"
    if let western = gregorian(year: year, month: month.number, day: day ?? 1) {
      text += day == nil ? " (began about \(western))" : " (about \(western))"
    }
    return text
  }

  /// A day of the Islamic calendar in the Gregorian one, in English; the sighting of the moon may move it by one.
  private static func gregorian(year: Int, month: Int, day: Int) -> String? {
    guard (1300...1600).contains(year) else { return nil }
    var western = cicu_day()
    guard
      cicu_gregorian(cicu_day(year: Int32(year), month: Int32(month), day: Int32(day)), &western),
      (1...12).contains(western.month)
    else { return nil }
    return "\(western.day) \(MonthTable.standard.english[Int(western.month) - 1]) \(western.year)"
  }
}

extension Span<UInt8> {
  /// The offset behind the first letters of a range.
  fileprivate func offset(behindLetters letters: Int, _ range: TextRange) -> Int {
    var offset = range.start
    for _ in 0..<letters where offset < range.end {
      offset += scalar(at: offset, limit: range.end).count
    }
    return offset
  }

  /// The end of a range, with the stroke of هـ behind it, or the bracket that closes one in it: ديسمبر (كانون الأول).
  fileprivate func closing(from start: Int, to end: Int) -> Int {
    if end + 1 < count, self[end] == 0xD9, self[end + 1] == 0x80 { return end + 2 }
    var open = 0
    for offset in start..<end {
      if self[offset] == UInt8(ascii: "(") { open += 1 }
      if self[offset] == UInt8(ascii: ")") { open -= 1 }
    }
    return open == 1 && end < count && self[end] == UInt8(ascii: ")") ? end + 1 : end
  }
}

extension WordKey {
  private static let calendarLetters = Set("ه م".wordKeys)

  /// The value of a number that may be a year: with the letter of its calendar or without, 1445هـ, 2024م.
  fileprivate var year: Int? {
    count == 5 && Self.calendarLetters.contains(dropFirst(4)) ? dropLast(1).number : number
  }

  /// The value of a number of up to four digits.
  var number: Int? {
    guard isNumber, count <= 4 else { return nil }
    return (0..<count).reduce(0) { $0 * 10 + Int(self[$1] - 0x30) }
  }
}
