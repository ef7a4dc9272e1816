/// The folded letters of a word, packed: the word's identity, without a string.
///
/// Up to sixteen letter codes stand in the bytes of the key, the first in the lowest. A longer word
/// (hardly ever Arabic: a hashtag, a Latin compound) is a 120-bit hash marked by a top byte that no letter has, so
/// two keys are equal when their words are, and different otherwise but for a chance of 2⁻¹²⁰.
package struct WordKey: Hashable, Sendable {
  package var bits: UInt128

  @inline(__always)
  package init(bits: UInt128) { self.bits = bits }

  package static let empty = WordKey(bits: 0)

  /// The most letters a key holds.
  static let capacity = 16
  private static let hashMark: UInt8 = 0xFF

  @inline(__always) package var isEmpty: Bool { bits == 0 }

  /// Whether the key is the hash of a word that is longer than `capacity`.
  @inline(__always) var isHashed: Bool { UInt8(truncatingIfNeeded: bits &>> 120) == Self.hashMark }

  /// The number of letters; of a hashed word `capacity`.
  @inline(__always) package var count: Int { 16 - bits.leadingZeroBitCount / 8 }

  /// The letter code at a place, 0 behind the last.
  @inline(__always)
  package subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: bits &>> UInt128(truncatingIfNeeded: 8 &* index))
  }

  @inline(__always) package var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
  @inline(__always) var last: UInt8 { isEmpty ? 0 : self[count - 1] }

  /// Whether the word is written in Arabic letters (or begins with one).
  @inline(__always) package var isArabic: Bool {
    first > 1 && first < Letter.arabicEnd && !isHashed
  }

  /// Whether the word is a number.
  package var isNumber: Bool {
    guard !isEmpty, !isHashed else { return false }
    for index in 0..<count where !(0x30...0x39).contains(self[index]) { return false }
    return true
  }

  @inline(__always)
  package func hasPrefix(_ prefix: WordKey) -> Bool {
    prefix.count == Self.capacity ? bits == prefix.bits : bits & mask(prefix.count) == prefix.bits
  }

  @inline(__always)
  package func hasSuffix(_ suffix: WordKey) -> Bool {
    let cut = count - suffix.count
    return cut >= 0 && dropFirst(cut).bits == suffix.bits
  }

  /// The word without its first letters.
  @inline(__always)
  package func dropFirst(_ letters: Int) -> WordKey {
    letters >= Self.capacity
      ? .empty : WordKey(bits: bits &>> UInt128(truncatingIfNeeded: 8 &* letters))
  }

  /// The word without its last letters.
  @inline(__always)
  package func dropLast(_ letters: Int) -> WordKey {
    prefix(count - letters)
  }

  /// The first letters of the word.
  @inline(__always)
  package func prefix(_ letters: Int) -> WordKey {
    letters <= 0 ? .empty : letters >= Self.capacity ? self : WordKey(bits: bits & mask(letters))
  }

  /// The bits of the first letters, fewer than `capacity`. Shifts are masking ones throughout: the checked kind costs
  /// more than all else that is done with a word.
  @inline(__always)
  private func mask(_ letters: Int) -> UInt128 {
    (UInt128(1) &<< UInt128(truncatingIfNeeded: 8 &* letters)) &- 1
  }

  /// A hash that stands for the word in tables; never 0 for a word.
  @inline(__always) package var hash64: UInt64 {
    let low = UInt64(truncatingIfNeeded: bits)
    let high = UInt64(truncatingIfNeeded: bits &>> 64)
    var mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed &>> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ (mixed &>> 32)) | 0x8000_0000_0000_0000
  }
}

/// Letters put together to a `WordKey`.
struct WordKeyBuilder {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0

  @inline(__always)
  init() {}

  /// Goes on behind the letters of two packed halves, the second empty unless the first is full.
  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
    count = (8 &- low.leadingZeroBitCount / 8) &+ (8 &- high.leadingZeroBitCount / 8)
  }

  @inline(__always)
  mutating func append(_ code: UInt8) {
    if count < 8 {
      low |= UInt64(code) &<< UInt64(truncatingIfNeeded: count &* 8)
    } else if count < 16 {
      high |= UInt64(code) &<< UInt64(truncatingIfNeeded: count &* 8)
    } else {
      // From the seventeenth letter on the two halves are states of a running hash.
      low = (low ^ UInt64(code)) &* 0x9E37_79B9_7F4A_7C15
      low ^= low &>> 29
      high = (high ^ UInt64(code)) &* 0xC2B2_AE3D_27D4_EB4F
      high ^= high &>> 31
    }
    count &+= 1
  }

  @inline(__always) var key: WordKey {
    let bits = UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
    return WordKey(bits: count <= WordKey.capacity ? bits : bits | UInt128(0xFF) &<< 120)
  }
}
