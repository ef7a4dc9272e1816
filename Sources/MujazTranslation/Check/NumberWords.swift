internal import CResources
import MujazCore

/// The shipped table of words for numbers in Arabic and English.
struct NumberWords: Sendable {
  /// What a word may be part of; what each kind means stands in the head of the table.
  enum Kind: String, Sendable {
    case one, unit, ten, tens, teen, hundred, hundreds, stem, ordinal, dual, fraction, decade, also,
      both
    case none
    /// A power of ten, from the table of magnitudes.
    case power
  }

  struct Entry: Sendable {
    var kind: Kind
    var values: [String]
    /// The first of the values where it is a whole number, else 0.
    var value: Int
  }

  private let index: WordIndex<Entry>

  static let standard = NumberWords()

  private init() {
    var entries: [WordKey: Entry] = [:]
    var articled: [WordKey: Entry] = [:]
    for cells in ListRows.strings(cres_number_words()) where cells.count == 3 {
      guard let kind = Kind(rawValue: cells[1]) else { continue }
      let values = cells[2].split(separator: ",").map(String.init)
      let entry = Entry(kind: kind, values: values, value: values.first.flatMap { Int($0) } ?? 0)
      if let word = cells[0].wordKeys.first { entries[word] = entry }
      if let word = ("ال" + cells[0]).wordKeys.first, articled[word] == nil {
        articled[word] = entry
      }
    }
    // الاثنين is a line of its own: Monday.
    entries.merge(articled) { own, _ in own }
    index = WordIndex(entries)
  }

  /// What a word says, with or without its article and what is written together with it, and how many letters those are.
  func entry(of word: WordKey) -> (entry: Entry, clitics: Int)? {
    word.firstReading { reading in
      let clitics = word.count - reading.count
      if let entry = index[reading] { return (entry, clitics) }
      guard let power = Magnitudes.standard.power(of: reading)?.power else { return nil }
      let value = (0..<power).reduce(1) { value, _ in value * 10 }
      return (Entry(kind: .power, values: [String(value)], value: value), clitics)
    }
  }
}
