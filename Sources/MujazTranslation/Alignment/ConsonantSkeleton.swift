internal import CResources
import MujazCore

/// The consonants of a word as classes of sound: what is left of a name when it moves from one script to another.
///
/// Bias: names that differ in one consonant of four and more still meet, short ones must agree; vowels, weak letters and
/// doubling don't count.
///
///     ترامب = Trump, سنغافورة = Singapore        كيم (k m) ≠ Kanye (k n), باريس ≠ Prince
struct ConsonantSkeleton: Hashable, Sendable {
  /// Four bits a consonant, the first in the highest; what is beyond the sixteenth is left out.
  private(set) var bits: UInt64 = 0
  private(set) var count = 0

  private init(bits: UInt64, count: Int) { (self.bits, self.count) = (bits, count) }

  /// The skeleton of the letters of a word in whatever script of the table.
  init(_ letters: some Sequence<Unicode.Scalar>) {
    let letters = Array(letters)
    var index = 0
    while index < letters.count {
      let group = SkeletonTable.standard.longestGroup(in: letters[index...])
      for consonant in group.classes { append(consonant) }
      index += group.length
    }
  }

  private mutating func append(_ consonant: UInt8) {
    // A doubled letter is one sound.
    guard count < 16, count == 0 || UInt8(bits & 15) != consonant else { return }
    bits = bits << 4 | UInt64(consonant)
    count += 1
  }

  /// The skeletons with one consonant less: two that are one step apart have one of these in common, or one is in the
  /// other's.
  var shorter: [ConsonantSkeleton] {
    (0..<count).map { place in
      let low = bits & (1 << UInt64(4 * place) - 1)
      let high = place == 15 ? 0 : (bits >> UInt64(4 * (place + 1))) << UInt64(4 * place)
      return ConsonantSkeleton(bits: high | low, count: count - 1)
    }
  }

  private subscript(index: Int) -> UInt64 { bits >> UInt64(4 * (count - 1 - index)) & 15 }

  /// Whether at most one consonant is put in, left out or replaced.
  func isWithinOneStep(of other: ConsonantSkeleton) -> Bool {
    guard abs(count - other.count) <= 1 else { return false }
    var start = 0
    while start < min(count, other.count), self[start] == other[start] { start += 1 }
    var end = 0
    while end < min(count, other.count) - start,
      self[count - 1 - end] == other[other.count - 1 - end]
    { end += 1 }
    return max(count, other.count) - start - end <= 1
  }
}

/// The letters of all scripts and the classes they sound as, from `skeletons.tsv`.
private struct SkeletonTable: Sendable {
  static let standard = SkeletonTable()

  private var groups: [[Unicode.Scalar]: [UInt8]] = [:]
  private var longest = 1

  private init() {
    for row in ListRows.strings(cres_skeletons()) where row.count == 2 {
      let letters = Array(row[0].unicodeScalars)
      groups[letters] = row[1].utf8.compactMap(Self.number)
      longest = max(longest, letters.count)
    }
  }

  /// The number of a class, from 1.
  private static func number(_ name: UInt8) -> UInt8? {
    let names: StaticString = "bdfghklmnrstz"
    return names.withUTF8Buffer { $0.firstIndex(of: name) }.map { UInt8($0 + 1) }
  }

  /// The longest group that letters begin with; a letter of no group has no class.
  func longestGroup(in letters: ArraySlice<Unicode.Scalar>) -> (classes: [UInt8], length: Int) {
    for length in stride(from: min(longest, letters.count), to: 0, by: -1) {
      if let classes = groups[Array(letters.prefix(length))] { return (classes, length) }
    }
    return ([], 1)
  }
}
