import MujazCore

/// Where a number stands in a text, and the power of ten that the word behind it names (مليون, million).
struct NumberPlace {
  var range: TextRange
  var power: (word: TextRange, power: Int, name: String)?
}

extension NumberScanner {
  /// The first number at or behind `start`. Linear, and nothing is kept of the text: most of it is no number.
  static func next(_ text: Span<UInt8>, from start: Int, limit: Int) -> NumberPlace? {
    precondition(start >= 0 && limit <= text.count)
    var offset = start
    while offset < limit {
      let byte = text[unchecked: offset]
      if mayBeginDigit(byte), let first = digitSize(text, at: offset, limit: limit) {
        let end = self.end(text, from: offset + first, limit: limit)
        return NumberPlace(
          range: TextRange(start: offset, end: end), power: power(text, from: end, limit: limit))
      }
      offset &+= 1
    }
    return nil
  }

  /// The end of the number whose first digit ends at `start`: digits, and single marks between two of them.
  private static func end(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit {
      if let size = digitSize(text, at: offset, limit: limit) {
        offset += size
        continue
      }
      let (mark, size) = text.scalar(at: offset, limit: limit)
      guard isSeparator(mark), offset + size < limit,
        let next = digitSize(text, at: offset + size, limit: limit),
        mark != arabicComma || hasThreeDigits(text, at: offset + size, limit: limit)
      else { break }
      offset += size + next
    }
    return offset
  }

  private static var arabicComma: UInt32 { 0x060C }

  /// Whether three digits and no more stand at `offset`: 30،000 is a number, 10،20 are two.
  private static func hasThreeDigits(_ text: Span<UInt8>, at start: Int, limit: Int) -> Bool {
    var offset = start
    var count = 0
    while offset < limit, let size = digitSize(text, at: offset, limit: limit) {
      offset += size
      count += 1
    }
    return count == 3
  }

  /// Whether a digit may begin with a byte: ASCII digits, D9 and DB of the Arabic ones, and what stands behind them. No other digits
  /// stand before those of NKo.
  @inline(__always)
  private static func mayBeginDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0xD9 || byte == 0xDB || byte >= 0xDF
  }

  /// The bytes of the digit at `offset`, nil where none stands.
  @inline(__always)
  private static func digitSize(_ text: Span<UInt8>, at offset: Int, limit: Int) -> Int? {
    let byte = text[unchecked: offset]
    if byte < 0x80 { return (0x30...0x39).contains(byte) ? 1 : nil }
    if byte < 0xDF {
      guard byte == 0xD9 || byte == 0xDB, offset &+ 1 < limit else { return nil }
      let low = text[unchecked: offset &+ 1]
      return (byte == 0xD9 ? 0xA0...0xA9 : 0xB0...0xB9).contains(low) ? 2 : nil
    }
    let (value, size) = text.scalar(at: offset, limit: limit)
    return Unicode.Scalar(value).flatMap(digit) == nil ? nil : size
  }

  /// The power of ten of the word behind a number.
  private static func power(
    _ text: Span<UInt8>, from end: Int, limit: Int
  ) -> (word: TextRange, power: Int, name: String)? {
    let start = text.run(from: end, limit: limit, atMost: .max, \.isSpace)
    let last = text.run(from: start, limit: limit, atMost: 17, \.isLetter)
    let range = TextRange(start: start, end: last)
    var words = WordScanner(range)
    guard start < last, let word = words.next(text),
      let found = Magnitudes.standard.power(of: word.key),
      text.string(range).unicodeScalars.count <= 16
    else { return nil }
    return (range, found.power, found.name)
  }
}

extension Span<UInt8> {
  /// The end of a run of scalars of one kind.
  fileprivate func run(
    from start: Int, limit: Int, atMost most: Int, _ isKind: (Unicode.Scalar) -> Bool
  ) -> Int {
    var offset = start
    var count = 0
    while offset < limit, count < most {
      let (value, size) = scalar(at: offset, limit: limit)
      guard Unicode.Scalar(value).map(isKind) == true else { break }
      offset += size
      count += 1
    }
    return offset
  }
}
