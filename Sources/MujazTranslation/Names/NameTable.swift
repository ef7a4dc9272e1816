internal import CResources
import MujazCore

/// The shipped table of names, looked up by folded words.
struct NameTable: Sendable {
  enum Kind: String, Sendable {
    case given, family, foreign, particle, place
  }

  struct Entry: Sendable {
    /// As it is usually spelt.
    var name: String
    var latin: String
    var kind: Kind
    var words: [WordKey]
  }

  /// Entries by their first word, those of more words first.
  private let index: WordIndex<[Entry]>

  static let standard = NameTable()

  private init() {
    var entries: [WordKey: [Entry]] = [:]
    for cells in ListRows.strings(cres_names()) where cells.count == 3 {
      guard let kind = Kind(rawValue: cells[2]) else { continue }
      let entry = Entry(name: cells[0], latin: cells[1], kind: kind, words: cells[0].wordKeys)
      if let first = entry.words.first { entries[first, default: []].append(entry) }
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    index = WordIndex(entries)
  }

  /// The longest entry at the beginning of some words; `first` stands for the first of them.
  func longest(_ words: ArraySlice<WordKey>, first: WordKey) -> Entry? {
    index[first]?.first { entry in
      entry.words.count <= words.count
        && words.dropFirst().starts(with: entry.words.dropFirst())
    }
  }

  /// The longest entry at the beginning of some words.
  func longest(_ words: ArraySlice<WordKey>) -> Entry? {
    words.first.flatMap { longest(words, first: $0) }
  }
}
