internal import CResources
import MujazCore

/// Words for numbers: powers of ten in Arabic and English, and words that spell out a number.
struct Magnitudes: Sendable {
  private let powers: WordIndex<(power: Int, name: String)>
  private var words: Set<WordKey> = []

  static let standard = Magnitudes()

  private init() {
    var entries: [WordKey: (power: Int, name: String)] = [:]
    // WORD, the power of ten or 0 for another number word, the English name.
    for cells in ListRows.strings(cres_magnitudes()) where cells.count == 3 {
      guard let power = Int(cells[1]) else { continue }
      if power > 0, let key = cells[0].wordKeys.first { entries[key] = (power, cells[2]) }
      words.formUnion(cells[0].wordKeys)
    }
    powers = WordIndex(entries)
  }

  /// The power of ten of a word and its English name (مليون: 6, million), nil for another word.
  func power(of word: WordKey) -> (power: Int, name: String)? { powers[word] }

  /// Whether a word spells out a number.
  func isNumberWord(_ word: String) -> Bool {
    word.wordKeys.first?.readings.contains(where: words.contains) ?? false
  }
}
