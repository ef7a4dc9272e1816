/// Which words of the list of hints say of an element that it is no part of an article, by their numbers.
struct HintWords {
  /// The number of whatever says so for sure on every page.
  static let sure = 0
  static let hidden = 1
  static let ariaHidden = 2
  /// The words of the list have the numbers from here on.
  static let first = 3
  /// Numbers from here on are one.
  static let limit = 256

  private var low: UInt128 = 0
  private var high: UInt128 = 0

  var isEmpty: Bool { low | high == 0 }

  mutating func insert(_ number: Int) {
    let number = min(number, Self.limit - 1)
    if number < 128 { low |= 1 << UInt128(number) } else { high |= 1 << UInt128(number - 128) }
  }

  mutating func formUnion(_ other: HintWords) {
    low |= other.low
    high |= other.high
  }

  func subtracting(_ other: HintWords) -> HintWords {
    var rest = self
    rest.low &= ~other.low
    rest.high &= ~other.high
    return rest
  }

  /// Calls a function with every number.
  func forEach(_ body: (Int) -> Void) {
    for (part, start) in [(low, 0), (high, 128)] {
      var part = part
      while part != 0 {
        body(start + part.trailingZeroBitCount)
        part &= part - 1
      }
    }
  }
}
