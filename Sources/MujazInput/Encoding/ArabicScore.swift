internal import CResources
import MujazCore
internal import MujazPlatform

/// How much a sequence of letters looks like Arabic: the frequencies of single letters, and the article ال.
///
/// What tells windows-1256 from ISO-8859-6, and mojibake from text: the wrong reading gives the frequent letters to rare
/// ones, and breaks up ال, which is one letter pair in ten.
struct ArabicScore {
  /// The logarithm of each letter's share, from U+0600; what is no frequent letter has the lowest.
  private static let weights: [Double] = {
    var weights = [Double](repeating: -9, count: 256)
    var rows = ListRows(cres_letter_frequencies())
    while rows.nextRow() {
      let letter = rows.cell().string.unicodeScalars.first
      guard let letter, (0x600...0x6FF).contains(letter.value), rows.nextCell(),
        let share = Double(rows.cell().string)
      else { continue }
      weights[Int(letter.value - 0x600)] = log(share / 1_000_000)
    }
    return weights
  }()

  private static let alef: UInt32 = 0x627
  private static let lam: UInt32 = 0x644
  /// What ال is worth beyond its letters, and what a scalar costs that no Arabic text has.
  private static let article = 3.0
  private static let stranger = -12.0

  /// The sum over what was added.
  private(set) var total = 0.0
  /// How many letters were added.
  private(set) var letters = 0
  private var previous: UInt32 = 0
  /// Whether a Latin letter stands right before.
  private var isInLatin = false

  /// Adds one scalar above ASCII; what is not a letter counts little.
  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0xC0...0xFF where isInLatin:
      // é in café.
      total -= 5
    case 0x600...0x6FF:
      total += isInLatin ? Self.stranger : Self.weights[Int(scalar - 0x600)]
      letters += 1
      if scalar == Self.lam, previous == Self.alef { total += Self.article }
    case 0xA0, 0xAB, 0xBB, 0x2010...0x2026:
      // The marks of news: quotation marks, dashes, ellipses.
      total -= 5
    default:
      total += Self.stranger
      letters += 1
    }
    previous = scalar
    isInLatin = false
  }

  /// Adds a character of ASCII, which parts letters.
  mutating func add(ascii byte: UInt8) {
    previous = 0
    isInLatin = (0x61...0x7A).contains(byte | 0x20)
  }

  /// The score of one letter on average; the lowest where there are none.
  var mean: Double { letters == 0 ? Self.stranger : total / Double(letters) }
}
