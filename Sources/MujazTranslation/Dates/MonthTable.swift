internal import CResources
import MujazCore

/// A month of either calendar.
struct Month: Sendable, Hashable {
  enum Calendar: String, Sendable {
    case gregorian, hijri
  }

  var calendar: Calendar
  /// From 1.
  var number: Int
  var english: String
  /// Whether its name is a common word or a given name too.
  var isWord: Bool
}

/// The shipped table of month names, looked up by folded words.
struct MonthTable: Sendable {
  private let index: WordIndex<[(words: [WordKey], month: Month)]>
  /// English names of the Gregorian months, January first.
  private(set) var english = [String](repeating: "", count: 12)

  static let standard = MonthTable()

  private init() {
    var entries: [WordKey: [(words: [WordKey], month: Month)]] = [:]
    for cells in ListRows.strings(cres_months()) where cells.count == 5 {
      guard let calendar = Month.Calendar(rawValue: cells[1]), let number = Int(cells[2]),
        (1...12).contains(number)
      else { continue }
      let month = Month(
        calendar: calendar, number: number, english: cells[3], isWord: cells[4] == "word")
      let words = cells[0].wordKeys
      if let first = words.first { entries[first, default: []].append((words, month)) }
      if calendar == .gregorian { english[number - 1] = cells[3] }
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    index = WordIndex(entries)
  }

  /// The month whose name begins some words, the number of its words, and that of the letters (و or a preposition) that are
  /// written together with it.
  func month(_ words: ArraySlice<WordKey>) -> (month: Month, count: Int, clitics: Int)? {
    guard let first = words.first else { return nil }
    return first.firstReading { reading in
      let found = index[reading]?.first { entry in
        entry.words.count <= words.count
          && words.dropFirst().starts(with: entry.words.dropFirst())
          && (reading == first || !entry.month.isWord)
      }
      return found.map { ($0.month, $0.words.count, first.count - reading.count) }
    }
  }
}
