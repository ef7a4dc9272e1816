import MujazCore

/// Terms and names with the translations that are wanted for them.
public struct Glossary: Sendable {
  struct Entry: Sendable {
    var term: String
    var words: [WordKey]
    /// Any of these will do, in small letters.
    var translations: [String]
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
    let wanted = translations.filter { !$0.isEmpty }.map { $0.lowercased() }
    guard let first = words.first, !wanted.isEmpty else { return }
    index[first, default: []].append(entries.count)
    entries.append(Entry(term: term, words: words, translations: wanted))
  }

  /// The terms of a text: an entry counts where its words stand in a row, the first perhaps behind و ف ب ل ك or ال.
  func entries(in text: String) -> [Entry] {
    guard !entries.isEmpty else { return [] }
    let words = text.wordKeys
    var found: [Int] = []
    for start in words.indices {
      for first in words[start].withoutClitics {
        for candidate in index[first] ?? [] where !found.contains(candidate) {
          let rest = entries[candidate].words.dropFirst()
          if words[(start + 1)...].starts(with: rest) { found.append(candidate) }
        }
      }
    }
    return found.sorted().map { entries[$0] }
  }

  func check(_ pair: CheckedPair, _ list: inout FindingList) {
    guard !entries.isEmpty else { return }
    let target = pair.target.lowercased()
    for entry in entries(in: pair.source)
    where !entry.translations.contains(where: { Self.contains(target, $0) }) {
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

extension String {
  /// The folded words.
  var wordKeys: [WordKey] {
    var text = self
    text.makeContiguousUTF8()
    let span = text.utf8.span
    var words = WordScanner(from: 0, to: span.count)
    var keys: [WordKey] = []
    while let word = words.next(span) { keys.append(word.key) }
    return keys
  }
}
