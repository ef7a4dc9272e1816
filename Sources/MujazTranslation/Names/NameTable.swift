internal import CResources
import MujazCore

/// The shipped tables of names, looked up by folded words: parts of Arabic names, people whom the press spells in one way,
/// places, and bodies.
struct NameTable: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    /// Parts of Arabic names.
    case given, family, particle
    /// A family name that is an adjective as well: المصري.
    case origin
    /// A given name of Arabs and others: ماريا.
    case shared
    /// A whole name, and the parts of foreign ones: a surname counts alone.
    case person, foreign
    case foreignGiven = "foreign-given"
    case place, body
    /// No part of a name, though it has the form of one: الدولي.
    case adjective

    /// Whether it stands for somebody or something by itself.
    var countsAlone: Bool {
      switch self {
      case .person, .foreign, .place, .body: true
      case .given, .family, .origin, .particle, .shared, .foreignGiven, .adjective: false
      }
    }

    /// Whether it is nobody's name.
    var isThing: Bool { self == .place || self == .body }
    /// Whether it may be a part of an Arabic name.
    var isArabicPart: Bool { [.given, .family, .origin, .particle, .shared].contains(self) }
    var isForeignPart: Bool { isOnlyForeign || self == .shared }
    var isOnlyForeign: Bool { self == .foreign || self == .foreignGiven }
  }

  /// A row of a table.
  struct Entry: @unchecked Sendable {
    let kind: Kind
    /// The words behind the first.
    let rest: [WordKey]
    // The cells lie in the program itself and are never changed: seven thousand rows are read at a start, few are asked for.
    fileprivate let cells: (name: ListCell, latin: ListCell)

    /// As it is usually spelt in Arabic.
    var name: String { cells.name.string }
    /// The number of its words.
    var length: Int { rest.count + 1 }
    /// As English-language news spells it most.
    var latin: String { String(cells.latin.string.prefix { $0 != "|" }) }
    /// All spellings in use, the usual one first.
    var spellings: [String] { cells.latin.string.split(separator: "|").map(String.init) }
  }

  /// Entries by their first word, those of more words first.
  private let index: WordIndex<[Entry]>

  static let standard = NameTable()

  private init() {
    var entries: [WordKey: [Entry]] = [:]
    let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.rawValue, $0) })
    for list in [cres_names(), cres_people(), cres_places(), cres_bodies()] {
      var rows = ListRows(list)
      while rows.nextRow() {
        let name = rows.cell()
        guard rows.nextCell() else { continue }
        let latin = rows.cell()
        guard rows.nextCell(), let kind = kinds[rows.cell().string] else { continue }
        let keys = name.string.wordKeys
        guard let first = keys.first else { continue }
        entries[first, default: []].append(
          Entry(kind: kind, rest: Array(keys.dropFirst()), cells: (name, latin)))
      }
    }
    for key in entries.keys { entries[key]?.sort { $0.rest.count > $1.rest.count } }
    index = WordIndex(entries)
  }

  /// The longest entry at the beginning of some words that `accepts` its kind; `first` stands for the first of them.
  func longest(
    _ words: ArraySlice<WordKey>, first: WordKey, where accepts: (Kind) -> Bool = { _ in true }
  ) -> Entry? {
    index[first]?.first { entry in
      entry.length <= words.count && accepts(entry.kind)
        && words.dropFirst().starts(with: entry.rest)
    }
  }

  /// The longest entry at the beginning of some words that `accepts` its kind.
  func longest(
    _ words: ArraySlice<WordKey>, where accepts: (Kind) -> Bool = { _ in true }
  ) -> Entry? {
    words.first.flatMap { longest(words, first: $0, where: accepts) }
  }
}
