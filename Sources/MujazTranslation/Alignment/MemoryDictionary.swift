import MujazCore
internal import MujazPlatform

/// What a memory teaches about words: those of the source and of the target that stand together far more often than by
/// chance.
///
/// The measure is the log-likelihood ratio (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993); a word
/// takes its best partners only, for in "prime minister" both words go with رئيس.
public struct MemoryDictionary {
  /// Units that are looked at: the newest.
  private static let mostUnits = 20_000
  /// Words of a sentence that are looked at.
  private static let mostWords = 40
  /// Pairs that are met less often prove nothing.
  private static let fewest = 3
  /// 99.9 in a hundred pairs that stand together by chance stay below (χ², one degree of freedom).
  private static let leastRatio = 10.83
  private static let mostPartners = 3

  private struct Pair: Hashable {
    var source: Int32
    var target: Int32
  }

  /// The dictionary of a memory's units between two languages. Linear in the units, with the square of their length.
  public static func dictionary(
    of memory: MemoryDatabase, from source: Language, to target: Language
  ) throws(MemoryError) -> BilingualDictionary {
    let languages = try memory.languages(from: source, to: target)
    let rows = try memory.connection.prepare(
      "SELECT languages, source, target FROM units ORDER BY id DESC LIMIT ?")
    rows.bind(1, mostUnits)
    var sources = Vocabulary()
    var targets = Vocabulary()
    var pairs: [Pair: Int32] = [:]
    var units = 0
    while try rows.step() {
      guard languages[rows.int(0)] != nil else { continue }
      units += 1
      let left = sources.add(rows.text(1), most: mostWords)
      let right = targets.add(rows.text(2), most: mostWords)
      for source in left {
        for target in right { pairs[Pair(source: source, target: target), default: 0] += 1 }
      }
    }
    return dictionary(pairs, sources, targets, units)
  }

  private static func dictionary(
    _ pairs: [Pair: Int32], _ sources: Vocabulary, _ targets: Vocabulary, _ units: Int
  ) -> BilingualDictionary {
    var partners: [Int32: [(target: Int32, ratio: Double)]] = [:]
    for (pair, count) in pairs where count >= fewest {
      let ratio = ratio(
        both: Int(count), left: sources.counts[Int(pair.source)],
        right: targets.counts[Int(pair.target)], all: units)
      if ratio >= leastRatio { partners[pair.source, default: []].append((pair.target, ratio)) }
    }
    var dictionary = BilingualDictionary()
    for (source, found) in partners {
      let best = found.sorted { ($1.ratio, $0.target) < ($0.ratio, $1.target) }.prefix(mostPartners)
      for partner in best {
        dictionary.add(sources.words[Int(source)], targets.words[Int(partner.target)])
      }
    }
    return dictionary
  }

  /// −2 log λ of two words, 0 where they avoid each other.
  private static func ratio(both: Int, left: Int, right: Int, all: Int) -> Double {
    guard both * all > left * right else { return 0 }
    let cells = [
      (both, left, right), (left - both, left, all - right), (right - both, all - left, right),
      (all - left - right + both, all - left, all - right),
    ]
    return 2
      * cells.reduce(0) { sum, cell in
        guard cell.0 > 0 else { return sum }
        let expected = Double(cell.1) * Double(cell.2) / Double(all)
        return sum + Double(cell.0) * log(Double(cell.0) / expected)
      }
  }

  /// Words by number, those that the dictionary compares as equal being one, and how many sentences have them.
  private struct Vocabulary {
    /// The first form of each.
    private(set) var words: [WordKey] = []
    private(set) var counts: [Int] = []
    private var numbers: [WordKey: Int32] = [:]

    /// The numbers of a sentence's words, each once.
    mutating func add(_ sentence: String, most: Int) -> Set<Int32> {
      var found: Set<Int32> = []
      for key in sentence.wordKeys.prefix(most) where key.count > 1 && !key.isNumber {
        let word = BilingualDictionary.comparable(key)
        let number = numbers[word] ?? Int32(words.count)
        if number == words.count {
          numbers[word] = number
          words.append(key)
          counts.append(0)
        }
        if found.insert(number).inserted { counts[Int(number)] += 1 }
      }
      return found
    }
  }
}
