internal import CICU
internal import CResources
import MujazCore

/// Dates as people and machines write them, as ISO 8601.
///
/// Bias: a date that can be read in two ways is read day first, as Arabic papers write it; what has no year is none. A date of
/// the Hijri calendar counts where no other stands beside it, by the calendar of Umm al-Qura: a day of another country's may be the
/// next or the one before.
///
///     الأربعاء، 7 أبريل 2021     2021-04-07        26 شوال 1436 هـ     2015-08-11
///     07/04/2021                  2021-04-07        04/07              none
enum DateReader {
  /// The first date in a text of a line or so; nil where there is none.
  static func iso(_ text: String) -> String? {
    guard holdsDigit(text) else { return nil }
    let text = text.prefix(200)
    if let date = machine(text) { return date }
    let fields = fields(of: text)
    return numeric(fields) ?? named(fields, in: .gregorian) ?? named(fields, in: .hijri)
  }

  /// Whether a digit stands in a text, Arabic (D9 A0 to D9 A9) or not.
  private static func holdsDigit(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if isDigit(byte) || previous == 0xD9 && (0xA0...0xA9).contains(byte) { return true }
      previous = byte
    }
    return false
  }

  /// A run of digits, a run of letters, or one other character.
  private struct Field {
    var text: Substring
    var number: Int?
    var isWord = false
  }

  /// `2021-04-07T09:30:00+03:00`, whole or cut behind the day. A time stays as it is written.
  private static func machine(_ text: Substring) -> String? {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 })
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let date = iso(year, month, day)
    else { return nil }
    let rest = bytes[10...]
    guard rest.first == UInt8(ascii: "T") || rest.first == 0x20 else { return date }
    let time = rest.dropFirst().prefix { isDigit($0) || ":.+-Z".utf8.contains($0) }
    guard time.count >= 5, time.dropFirst(2).first == UInt8(ascii: ":"),
      number(time.prefix(2)) ?? 24 < 24
    else { return date }
    return date + "T" + String(decoding: time, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number that digits make; nil where something else is among them.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 & 0xF) } : nil
  }

  /// `07/04/2021`, `2021/4/7`, `7-4-2021`, `7.4.2021`.
  private static func numeric(_ fields: [Field]) -> String? {
    guard fields.count >= 5 else { return nil }
    for start in 0...(fields.count - 5) {
      guard let first = fields[start].number, let second = fields[start + 2].number,
        let third = fields[start + 4].number, fields[start + 1].text == fields[start + 3].text,
        ["/", "-", "."].contains(fields[start + 1].text)
      else { continue }
      if first > 31 { if let date = iso(first, second, third) { return date } else { continue } }
      if let date = iso(third, second, first) ?? iso(third, first, second) { return date }
    }
    return nil
  }

  /// `7 أبريل 2021`, `7 نيسان/أبريل 2021`, `April 7, 2021`, `Wed, 07 Apr 2021`.
  private static func named(_ fields: [Field], in calendar: NamedMonths) -> String? {
    let fields = fields.filter { $0.number != nil || $0.isWord }
    for (place, field) in fields.enumerated() {
      guard let year = field.number, calendar.years.contains(year) else { continue }
      let before = fields[max(0, place - 4)..<place]
      guard
        let day = before.last(where: { ($0.number ?? 0) >= 1 && ($0.number ?? 32) <= 31 })?.number,
        let month = calendar.month(in: before)
      else { continue }
      if let date = calendar.iso(year, month, day) { return date }
    }
    return nil
  }

  /// The months of a calendar by their names.
  private struct NamedMonths {
    /// The years that a page's date may be of.
    let years: ClosedRange<Int>
    private let months: [String: Int]
    private let isHijri: Bool

    static let gregorian = NamedMonths(cres_month_numbers(), years: 1900...2100, isHijri: false)
    static let hijri = NamedMonths(cres_hijri_months(), years: 1318...1500, isHijri: true)

    private init(_ list: cres_blob, years: ClosedRange<Int>, isHijri: Bool) {
      (self.years, self.isHijri) = (years, isHijri)
      var months: [String: Int] = [:]
      var rows = ListRows(list)
      while rows.nextRow() {
        let name = rows.cell().string
        if rows.nextCell() { months[name] = Int(rows.cell().string) }
      }
      self.months = months
    }

    /// The last month that the words name.
    func month(in fields: ArraySlice<Field>) -> Int? {
      let words = fields.filter(\.isWord).map { $0.text.lowercased() }
      for (place, word) in words.enumerated().reversed() {
        if place > 0, let month = months[words[place - 1] + " " + word] { return month }
        if let month = months[word] { return month }
      }
      return nil
    }

    func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
      guard isHijri else { return DateReader.iso(year, month, day) }
      var date = cicu_day()
      guard
        cicu_gregorian(cicu_day(year: Int32(year), month: Int32(month), day: Int32(day)), &date)
      else { return nil }
      return DateReader.iso(Int(date.year), Int(date.month), Int(date.day))
    }
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func fields(of text: Substring) -> [Field] {
    var fields: [Field] = []
    var kind = 0
    var start = text.startIndex
    func add(_ end: Substring.Index) {
      guard start < end else { return }
      let piece = text[start..<end]
      switch kind {
      case 1: fields.append(Field(text: piece, number: number(piece)))
      case 2: fields.append(Field(text: piece, isWord: true))
      default: for index in piece.indices { fields.append(Field(text: piece[index...index])) }
      }
    }
    for index in text.indices {
      let character = text[index]
      let next = character.wholeNumberValue != nil ? 1 : character.isLetter ? 2 : 0
      if next != kind {
        add(index)
        start = index
        kind = next
      }
    }
    add(text.endIndex)
    return fields
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.count <= 4 else { return nil }
    return digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
  }
}
