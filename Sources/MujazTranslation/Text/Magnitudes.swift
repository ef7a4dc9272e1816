internal import CResources
import MujazCore

/// Words for numbers: powers of ten in Arabic and English, and words that spell out a number.
struct Magnitudes: Sendable {
  private var powers: [String: Int] = [:]
  private var names: [WordKey: String] = [:]
  private var words: Set<WordKey> = []

  static let standard = Magnitudes()

  private init() {
    // WORD, the power of ten or 0 for another number word, the English name.
    for cells in ListRows.strings(cres_magnitudes()) where cells.count == 3 {
      guard let power = Int(cells[1]) else { continue }
      if power > 0 {
        powers[cells[0].folded] = power
        if let key = cells[0].wordKeys.first { names[key] = cells[2] }
      }
      words.formUnion(cells[0].wordKeys)
    }
  }

  /// The power of ten of a word, nil for another word.
  func power(of word: String) -> Int? { powers[word.folded] }

  /// The English name of a power of ten (مليون: million), nil for another word.
  func name(of word: WordKey) -> String? { names[word] }

  /// Whether a word spells out a number.
  func isNumberWord(_ word: String) -> Bool {
    word.wordKeys.first?.readings.contains(where: words.contains) ?? false
  }
}

extension String {
  /// A word in small letters, or the folded form of an Arabic one, as a key of tables.
  fileprivate var folded: String {
    wordKeys.first.map { String($0.bits, radix: 16) } ?? lowercased()
  }
}
