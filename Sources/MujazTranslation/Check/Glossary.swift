import MujazCore

/// Terms and names with the translations that are wanted for them.
public struct Glossary: Sendable {
  struct Entry: Sendable {
    var term: String
    var words: [MatchWord]
    /// As they are to be written.
    var translations: [String]
    /// Any of these will do, in small letters.
    var wanted: [String]
  }

  private(set) var entries: [Entry] = []
  /// Entries by what their first word may be known by.
  private var index: [WordKey: [Int]] = [:]

  /// Stems of fewer letters are shared by words that have nothing to do with each other.
  private static let fewestLetters = 4

  /// A glossary without terms.
  public init() {}

  /// Whether there is no term in it.
  public var isEmpty: Bool { entries.isEmpty }

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

  /// A glossary of a file: tab-separated lines in UTF-8, or UTF-16 with a byte order mark, or TBX, of which the terms of
  /// the two languages are taken; a target language that is not known is any other one.
  public init(
    _ bytes: [UInt8], from source: Language? = nil, to target: Language? = nil
  ) throws(PackageError) {
    guard TBXReader.isTBX(bytes) else {
      self = try Glossary(TextFile.text(bytes))
      return
    }
    for entry in try TBXReader(source: source, target: target).read(bytes) {
      for term in entry.terms { add(term, entry.translations) }
    }
  }

  /// Adds a term.
  public mutating func add(_ term: String, _ translations: [String]) {
    let words = MatchWord.words(term)
    let translations = translations.filter { !$0.isEmpty }
    guard let first = words.first, !translations.isEmpty else { return }
    for key in Self.keys(first) { index[key, default: []].append(entries.count) }
    entries.append(
      Entry(
        term: term, words: words, translations: translations,
        wanted: translations.map { $0.lowercased() }))
  }

  /// What a word is found by: without its clitics, and by its stem where that is long enough to say something.
  private static func keys(_ word: MatchWord) -> Set<WordKey> {
    let stem = word.key.lightStem
    return stem.count >= fewestLetters ? [word.bare, stem] : [word.bare]
  }

  /// Whether two words are forms of one.
  ///
  ///     والوزير = الوزير, الحكومي = حكومية        سوري ≠ سور, whose stems are too short to trust
  private static func agree(_ a: MatchWord, _ b: MatchWord) -> Bool {
    if a.key == b.key || a.bare == b.bare { return true }
    let stem = a.key.lightStem
    return stem.count >= fewestLetters && stem == b.key.lightStem
  }

  /// The terms of a text, in its order, and where each stands first: an entry counts where its words stand in a row, in
  /// whatever forms; و ف ب ل ك and ال are part of the place. Of two at one word the longer one comes first.
  func terms(in text: String) -> [(entry: Entry, range: TextRange)] {
    guard !entries.isEmpty else { return [] }
    let scanned = text.words
    let words = scanned.map { MatchWord($0.key) }
    var found: [(entry: Int, range: TextRange)] = []
    var seen: Set<Int> = []
    for start in words.indices {
      let candidates = Set(Self.keys(words[start]).flatMap { index[$0] ?? [] }).filter { number in
        entries[number].words.count <= words.count - start
          && zip(entries[number].words, words[start...]).allSatisfy(Self.agree)
      }
      let ordered = candidates.sorted {
        (entries[$1].words.count, $0) < (entries[$0].words.count, $1)
      }
      for number in ordered where seen.insert(number).inserted {
        let end = scanned[start + entries[number].words.count - 1].end
        found.append((number, TextRange(start: scanned[start].start, end: end)))
      }
    }
    return found.map { (entries[$0.entry], $0.range) }
  }

  /// Whether a term is an entry, as it is written.
  func hasTerm(_ term: String) -> Bool { entries.contains { $0.term == term } }

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
