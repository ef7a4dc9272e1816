internal import CResources
import MujazCore

/// A word that one side says and the other must not say otherwise: a day, a currency, a country.
struct CheckWord: Sendable {
  /// What each kind means stands in the head of `check-words.tsv`; a country's words are in a table of their own.
  enum Kind: String, Sendable {
    case weekday, month, lunar, currency, percent, negation, undone, when, plain, twice, english
    case article, country
  }

  var kind: Kind
  /// What it stands for, with alternatives.
  var values: [String]
  /// Whether the other side is asked for it.
  var isTold: Bool
}

/// The shipped tables of such words, looked up by folded words, parts of words, and signs.
struct CheckWords: Sendable {
  /// A word or several in a row.
  struct Entry: Sendable {
    var words: [WordKey]
    var capitals: Capitals
    var meaning: CheckWord
  }

  /// What of a word must be written in capitals.
  enum Capitals: Sendable {
    case none, first, all
  }

  /// A part of a word that tells, in small letters.
  private struct Affix: Sendable {
    var letters: [UInt8]
    var isAtEnd: Bool
    var meaning: CheckWord
  }

  private let index: WordIndex<[Entry]>
  private let affixes: [Affix]
  private let signs: [Unicode.Scalar: CheckWord]

  static let standard = CheckWords()

  private init() {
    var lists = CheckWordLists()
    lists.addWords()
    lists.addMonths()
    lists.addCountries()
    for key in lists.entries.keys { lists.entries[key]?.sort { $0.words.count > $1.words.count } }
    index = WordIndex(lists.entries)
    signs = lists.signs
    affixes = lists.affixes.map { text, meaning in
      let isAtEnd = text.hasPrefix("-")
      let letters = text.utf8.filter { $0 != UInt8(ascii: "-") }
      return Affix(letters: letters, isAtEnd: isAtEnd, meaning: meaning)
    }
  }

  /// What a sign says.
  func meaning(of sign: Unicode.Scalar) -> CheckWord? { signs[sign] }

  /// What the word at a place says, with those behind it where they belong together, and how many those are.
  func meaning(
    _ text: Span<UInt8>, _ words: [Word], at place: Int
  ) -> (meaning: CheckWord, count: Int)? {
    let first = words[place].key
    for reading in first.readings {
      for entry in index[reading] ?? [] where entry.words.count <= words.count - place {
        let these = words[place..<place + entry.words.count]
        if zip(these, entry.words).dropFirst().allSatisfy({ $0.key == $1 }),
          isWritten(entry, text, these)
        {
          return (entry.meaning, entry.words.count)
        }
      }
    }
    guard !first.isArabic else { return nil }
    let range = words[place].start..<words[place].end
    for affix in affixes where text.holds(affix.letters, in: range, atEnd: affix.isAtEnd) {
      return (affix.meaning, 1)
    }
    return nil
  }

  private func isWritten(_ entry: Entry, _ text: Span<UInt8>, _ words: ArraySlice<Word>) -> Bool {
    switch entry.capitals {
    case .none: true
    case .first: words.first.map { !text.hasSmallLetter(in: $0.start..<$0.start + 1) } ?? false
    case .all: words.allSatisfy { !text.hasSmallLetter(in: $0.start..<$0.end) }
    }
  }
}

extension Span<UInt8> {
  fileprivate func hasSmallLetter(in range: Range<Int>) -> Bool {
    for offset in range where (0x61...0x7A).contains(self[offset]) { return true }
    return false
  }

  /// Whether a longer word begins or ends with some letters, whatever their case.
  fileprivate func holds(_ letters: [UInt8], in range: Range<Int>, atEnd: Bool) -> Bool {
    // Three letters behind un- are a word of their own.
    guard range.count >= letters.count + 3 else { return false }
    let start = atEnd ? range.upperBound - letters.count : range.lowerBound
    for (place, letter) in letters.enumerated() where self[start + place] | 0x20 != letter {
      return false
    }
    return true
  }
}
