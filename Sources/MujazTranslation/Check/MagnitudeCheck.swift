import MujazCore

/// A million stays a million, and a percentage one: a number does not lose or gain what stands behind it, nor is the word alone
/// another one.
///
/// Bias: a number whose neighbour has the word is well (between 5 and 10 million), and so are letters behind the digits ($5m).
/// Read in English targets.
///
///     5 ملايين دولار / $5   warning      ملايين الدولارات / billions of dollars   warning      12٪ / 12   warning
enum MagnitudeCheck {
  static func check(
    _ pair: CheckedPair, _ source: [ToldNumber], _ target: [ToldNumber], _ list: inout FindingList
  ) {
    let here = Side(pair.source, source)
    let there = Side(pair.target, target)
    let lost = here.lost(in: there)
    let gained = there.lost(in: here)
    if !lost.isEmpty {
      let shown = lost.joined(separator: ", ")
      list.add(.warning, .numbers, pair.segment, "not in the target: \(shown)")
    } else if !gained.isEmpty {
      let shown = gained.joined(separator: ", ")
      list.add(.warning, .numbers, pair.segment, "in the target only: \(shown)")
    }
  }

  /// A text and its numbers.
  private struct Side {
    private let numbers: [ToldNumber]
    /// Where something that says percent begins, and where it ends, in bytes.
    private let percents: (starts: Set<Int>, ends: Set<Int>)
    /// Where something begins that may say percent.
    private let maybes: Set<Int>
    /// Whether anything may say percent; where nothing does, `MoneyCheck` tells it.
    private let saysPercent: Bool
    /// The powers of ten that are told by words.
    private let powers: Set<Int>
    /// The digits of the numbers: of all, of those that have a power of ten, and of percentages.
    private var digits: Set<String> = []
    private var withPower: Set<String> = []
    private var withPercent: Set<String> = []

    /// Between two numbers that share what is said of the second, in bytes.
    private static let closeBytes = 12
    /// More than so many numbers do not share what is said of the last.
    private static let longestRun = 5

    init(_ text: String, _ numbers: [ToldNumber]) {
      self.numbers = numbers
      let said = SaidWords(text).of(.percent)
      let sure = said.filter(\.meaning.isTold).map(\.range)
      percents = (Set(sure.map(\.start)), Set(sure.map(\.end)))
      maybes = Set(said.filter { !$0.meaning.isTold }.map(\.range.start))
      saysPercent = !said.isEmpty
      powers = numbers.reduce(into: []) { $0.formUnion($1.powers) }
      for (place, number) in numbers.enumerated() {
        guard let scanned = number.scanned else { continue }
        digits.insert(scanned.digits)
        let run = run(from: place)
        if text.hasMagnitude(behind: number) || run.contains(where: { !$0.powers.isEmpty }) {
          withPower.insert(scanned.digits)
        }
        if run.contains(where: { isPercent($0) || mayBePercent($0) }) {
          withPercent.insert(scanned.digits)
        }
      }
    }

    /// What numbers of this text are bare in the other, with what they have lost there; and words for powers of ten alone, where
    /// the other text has another one alone.
    func lost(in other: Side) -> [String] {
      let isAlone = other.numbers.contains { number in
        number.form == .also && !number.powers.isEmpty && powers.isDisjoint(with: number.powers)
      }
      return numbers.compactMap { number in
        guard let scanned = number.scanned else {
          let isLost = isAlone && number.form == .also && !number.powers.isEmpty
          return isLost && number.powers.isDisjoint(with: other.powers) ? number.text : nil
        }
        guard other.digits.contains(scanned.digits) else { return nil }
        if let word = scanned.word, !number.powers.isEmpty,
          !other.withPower.contains(scanned.digits)
        {
          return "\(scanned.text) \(word)"
        }
        if other.saysPercent, isPercent(number), !other.withPercent.contains(scanned.digits) {
          return "\(scanned.text)%"
        }
        return nil
      }
    }

    /// A number and those that follow it closely: 10, 20 and 30 percent.
    private func run(from place: Int) -> ArraySlice<ToldNumber> {
      var end = place + 1
      while end < numbers.count, end - place < Self.longestRun,
        numbers[end].start - numbers[end - 1].end <= Self.closeBytes
      {
        end += 1
      }
      return numbers[place..<end]
    }

    /// Whether what stands close behind a number may say percent: 16في المئة, whose words came together.
    private func mayBePercent(_ number: ToldNumber) -> Bool {
      (number.end...number.end + Self.closeBytes).contains(where: maybes.contains)
    }

    private func isPercent(_ number: ToldNumber) -> Bool {
      let end = number.end
      return (end...end + 2).contains(where: percents.starts.contains)
        || percents.ends.contains(number.start)
    }
  }
}

extension ToldNumber {
  /// The powers of ten, thousand and more, that it tells by a word.
  fileprivate var powers: Set<Int> {
    if let scanned { return scanned.power > 2 ? [scanned.power] : [] }
    return Set(
      values.compactMap { value in
        let zeros = value.utf8.reversed().prefix { $0 == 0x30 }.count
        return zeros > 2 ? zeros / 3 * 3 : nil
      })
  }

  /// Where its digits end, in bytes.
  fileprivate var end: Int { start + (scanned?.text ?? text).utf8.count }
}

extension String {
  /// Whether a letter that may say a power of ten stands behind a number, with at most a space between: 5m, 5bn, 5 k.
  fileprivate func hasMagnitude(behind number: ToldNumber) -> Bool {
    let behind = utf8.dropFirst(number.end)
    let rest = behind.drop { $0 == 0x20 }.prefix(2)
    guard let first = rest.first, [0x6D, 0x62, 0x6B, 0x74].contains(first | 0x20) else {
      return false
    }
    return behind.first != 0x20 || rest.dropFirst().first?.isAlphanumeric != true
  }
}
