/// A user's abbreviations: forms behind whose full stop no segment ends by itself.
///
/// One entry a line, with or without its last stop; `#` begins a comment; behind a tab the kind, as in the list that
/// mujaz is shipped with: `title` (before a name: nothing ends behind it), `unit` (behind a number), `era` (behind a
/// year), `clock`, or `other` (ends a segment only where a new sentence surely follows). Without a kind a
/// single letter is a title and everything else is `other`.
public struct AbbreviationList: Sendable, Equatable {
  /// The entries' texts and their classes, in the order of the list.
  private(set) var entries: [Entry] = []

  struct Entry: Sendable, Equatable {
    var text: String
    var classes: WordClasses
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// Reads a list. Linear. Throws at the first line that is no entry.
  public init(_ list: String) throws(AbbreviationListError) {
    var number = 0
    for line in list.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let columns = line.split(separator: "\t", maxSplits: 1).map { Self.trimmed($0) }
      guard let text = columns.first, !text.isEmpty, !text.hasPrefix("#") else { continue }
      let isLetter = try Self.isLetter(text, line: number)
      guard columns.count > 1, !columns[1].isEmpty else {
        entries.append(Entry(text: text, classes: isLetter ? .titleAbbreviation : .abbreviation))
        continue
      }
      guard let classes = WordClasses.abbreviationKinds[columns[1]], classes != .homograph else {
        throw .unknownKind(columns[1], line: number)
      }
      entries.append(Entry(text: text, classes: classes))
    }
  }

  /// Whether the entry is a single letter; throws where it holds no letter at all.
  private static func isLetter(
    _ text: String, line: Int
  ) throws(AbbreviationListError) -> Bool {
    var words = WordScanner(from: 0, to: text.utf8.count)
    guard let first = words.next(text.utf8.span) else { throw .noWord(line: line) }
    return first.key.count == 1 && words.next(text.utf8.span) == nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true || text.first == "\u{FEFF}" { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// What is wrong with a list of abbreviations, and in which line, from 1.
public enum AbbreviationListError: Error, Equatable {
  /// The entry holds no letter or digit.
  case noWord(line: Int)
  /// A kind that abbreviations.tsv does not know.
  case unknownKind(String, line: Int)
}

extension Lexicon {
  /// Adds a user's abbreviations to those the lexicon has.
  public mutating func add(_ abbreviations: AbbreviationList) {
    for entry in abbreviations.entries { add(list: entry.text, as: entry.classes) }
  }
}

extension WordClasses {
  /// The kinds of abbreviations.tsv, of which a homograph is no abbreviation.
  static let abbreviationKinds: ListNames<WordClasses> = [
    "title": .titleAbbreviation, "unit": .unit, "era": .era, "clock": .clock,
    "other": .abbreviation, "homograph": .homograph,
  ]
}
