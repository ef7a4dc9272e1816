internal import CResources
import MujazCore

/// Words for powers of ten in Arabic and English.
struct Magnitudes: Sendable {
  private let powers: WordIndex<(power: Int, name: String)>

  static let standard = Magnitudes()

  private init() {
    var entries: [WordKey: (power: Int, name: String)] = [:]
    // WORD, the power of ten, the English name.
    for cells in ListRows.strings(cres_magnitudes()) where cells.count == 3 {
      guard let power = Int(cells[1]), let key = cells[0].wordKeys.first else { continue }
      entries[key] = (power, cells[2])
    }
    powers = WordIndex(entries)
  }

  /// The power of ten of a word and its English name (مليون: 6, million), nil for another word.
  func power(of word: WordKey) -> (power: Int, name: String)? { powers[word] }
}
