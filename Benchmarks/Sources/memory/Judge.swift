/// Compares a sentence with all units, by a reading of OPTIONS.md's formula that shares no code with mujaz.
struct Judge {
  private var numbers: [[UInt32]: Int32] = [:]
  /// For each word, the number of what is left without clitics.
  private var bare: [Int32] = []
  private var units: [Int32] = []
  private var starts: [Int] = [0]

  mutating func add(_ sentence: [String]) {
    units += sentence.map { number(of: $0) }
    starts.append(units.count)
  }

  private mutating func number(of word: String) -> Int32 { number(of: Self.folded(word)) }

  private mutating func number(of letters: [UInt32]) -> Int32 {
    if let known = numbers[letters] { return known }
    let number = Int32(bare.count)
    numbers[letters] = number
    bare.append(number)
    let stripped = Self.stripped(letters)
    if stripped != letters { bare[Int(number)] = self.number(of: stripped) }
    return number
  }

  private static func folded(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x0622, 0x0623, 0x0625: 0x0627
      case 0x0649: 0x064A
      case 0x0629: 0x0647
      default: scalar.value
      }
    }
  }

  private static func stripped(_ word: [UInt32]) -> [UInt32] {
    var word = word[...]
    while word.count > 3 {
      if word.starts(with: [0x0627, 0x0644]), word.count >= 5 {
        word = word.dropFirst(2)
      } else if let first = word.first, [0x0648, 0x0641, 0x0628, 0x0643, 0x0644].contains(first) {
        word = word.dropFirst()
      } else {
        break
      }
    }
    return Array(word)
  }

  /// Whether a unit matches a sentence better than `percent`, of which 99 is the most that words alone can show.
  mutating func hasBetter(than percent: Int, for sentence: [String]) -> Bool {
    guard percent < 99 else { return false }
    let words = sentence.map { number(of: $0) }
    var row: [Int] = []
    for unit in 0..<starts.count - 1 {
      let count = starts[unit + 1] - starts[unit]
      let longer = max(count, words.count)
      // Distances in halves that would still give one percent more.
      let limit = 2 * longer * (100 - percent - 1) / 100
      guard 2 * abs(count - words.count) <= limit else { continue }
      if isWithin(limit, words, starts[unit]..<starts[unit + 1], &row) { return true }
    }
    return false
  }

  private func isWithin(
    _ limit: Int, _ words: [Int32], _ unit: Range<Int>, _ row: inout [Int]
  ) -> Bool {
    row.removeAll(keepingCapacity: true)
    for column in 0...unit.count { row.append(2 * column) }
    for (index, word) in words.enumerated() {
      var diagonal = row[0]
      row[0] += 2
      var least = row[0]
      for column in 0..<unit.count {
        let other = units[unit.lowerBound + column]
        let cost = word == other ? 0 : bare[Int(word)] == bare[Int(other)] ? 1 : 2
        let best = min(diagonal + cost, min(row[column], row[column + 1]) + 2)
        diagonal = row[column + 1]
        row[column + 1] = best
        // What is left to do on either side costs at least the difference.
        least = min(least, best + 2 * abs(words.count - index - unit.count + column))
      }
      if least > limit { return false }
    }
    return row[unit.count] <= limit
  }
}
