import MujazCore

/// Terms and names with the translations that are wanted for them.
public struct Glossary: Sendable {
  struct Entry: Sendable {
    var term: String
    var words: [WordKey]
    /// As they are to be written.
    var translations: [String]
    /// Any of these will do, in small letters.
    var wanted: [String]
  }

  private(set) var entries: [Entry] = []
  /// Entries by their first word.
  private var index: [WordKey: [Int]] = [:]

  public init() {}

  /// A glossary of tab-separated lines: a term, a translation, or several parted by `|`. Lines that begin with `#` and a
  /// first line that names the columns are passed over.
  public init(_ text: String) throws(PackageError) {
    for (number, line) in text.textLines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 2 else {
        throw PackageError(line: number + 1, "a term, a tab and a translation are expected")
      }
      if number == 0, ["source", "term", "ar"].contains(cells[0].lowercased()) { continue }
      add(String(cells[0]), cells[1].split(separator: "|").map { String($0).asOneLine })
    }
  }

  /// A glossary of a file: UTF-8, or UTF-16 with a byte order mark.
  public init(_ bytes: [UInt8]) throws(PackageError) {
    self = try Glossary(TextFile.text(bytes))
  }

  /// Adds a term.
  public mutating func add(_ term: String, _ translations: [String]) {
    let words = term.wordKeys
    let translations = translations.filter { !$0.isEmpty }
    guard let first = words.first, !translations.isEmpty else { return }
    index[first, default: []].append(entries.count)
    entries.append(
      Entry(
        term: term, words: words, translations: translations,
        wanted: translations.map { $0.lowercased() }))
  }

  /// The terms of a text, in its order, and where each stands first: an entry counts where its words stand in a row, the
  /// first perhaps behind و ف ب ل ك or ال, which are part of the place.
  func terms(in text: String) -> [(entry: Entry, range: TextRange)] {
    guard !entries.isEmpty else { return [] }
    let words = text.words
    let keys = words.map(\.key)
    var found: [(entry: Int, range: TextRange)] = []
    for start in keys.indices {
      _ = keys[start].firstReading { first -> Bool? in
        for candidate in index[first] ?? [] where !found.contains(where: { $0.entry == candidate })
        {
          let count = entries[candidate].words.count
          guard keys[(start + 1)...].starts(with: entries[candidate].words.dropFirst()) else {
            continue
          }
          found.append(
            (candidate, TextRange(start: words[start].start, end: words[start + count - 1].end)))
        }
        return nil
      }
    }
    return found.map { (entries[$0.entry], $0.range) }
  }

  func check(_ pair: CheckedPair, _ list: inout FindingList) {
    guard !entries.isEmpty else { return }
    let target = pair.target.lowercased()
    for (entry, _) in terms(in: pair.source)
    where !entry.wanted.contains(where: { Self.contains(target, $0) }) {
      list.add(
        .warning, .glossary, pair.segment,
        "\(entry.term) is to be translated as \(entry.translations.joined(separator: " or "))")
    }
  }

  /// Whether a text holds a phrase that begins at the beginning of a word (its end may be inflected).
  private static func contains(_ text: String, _ phrase: String) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(phrase.utf8)
    guard wanted.count <= bytes.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
      guard bytes[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      if start == 0 || !bytes[start - 1].isAlphanumeric { return true }
    }
    return false
  }
}
