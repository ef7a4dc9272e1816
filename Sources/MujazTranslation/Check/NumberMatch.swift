/// The numbers of a sentence beside those of its translation.
struct NumberMatch {
  /// Numbers of the source that the target has not, in their order.
  private(set) var missing: [ToldNumber] = []
  /// Numbers of the target that the source has not, but for one and two, which words without a number may be.
  private(set) var strange: [ToldNumber] = []
  /// Two neighbours of the source that stand the other way round in the target.
  private(set) var swapped: (String, String)?

  /// Time: source × target numbers.
  init(_ source: [ToldNumber], _ target: [ToldNumber]) {
    var partners = [Int?](repeating: nil, count: source.count)
    var isTaken = [Bool](repeating: false, count: target.count)
    // What must be told is served first.
    for isAlso in [false, true] {
      for (index, number) in source.enumerated() where number.isRequired != isAlso {
        let partner = target.indices.first { !isTaken[$0] && target[$0].matches(number) }
        partners[index] = partner
        if let partner { isTaken[partner] = true }
      }
    }
    var missing = source.indices.filter { partners[$0] == nil && source[$0].isRequired }
    var strange = target.indices.filter { !isTaken[$0] && target[$0].isStrange }
    // What one side groups, the other may list or write as one: 12 500, 116 123, 1950-53.
    Self.removeJoined(&missing, &strange, source, target)
    Self.removeJoined(&strange, &missing, target, source)
    missing.removeAll { source[$0].isSaid(by: target) }
    strange.removeAll { target[$0].isSaid(by: source) }
    // A number that stands once may be used twice, where no other has come in for it.
    if strange.isEmpty {
      missing.removeAll { index in target.contains { $0.matches(source[index]) } }
    }
    strange.removeAll { index in source.contains { $0.matches(target[index]) } }
    self.missing = missing.map { source[$0] }
    self.strange = strange.map { target[$0] }
    swapped = Self.swapped(source, target, partners)
  }

  /// Takes a number in digits away, and with it the neighbours of the other side that are written as one there.
  private static func removeJoined(
    _ whole: inout [Int], _ parts: inout [Int], _ wholes: [ToldNumber], _ others: [ToldNumber]
  ) {
    whole.removeAll { index in
      guard let digits = wholes[index].scanned?.digits else { return false }
      for first in parts.indices.dropLast() {
        var joined = ""
        for next in first..<parts.count where others[parts[next]].scanned != nil {
          joined += others[parts[next]].scanned?.runs.joined() ?? ""
          guard joined == digits, next > first else { continue }
          parts.removeSubrange(first...next)
          return true
        }
      }
      return false
    }
  }

  /// Two neighbours among the numbers that stand once on each side, the second of which comes first in the target. A score may be
  /// told from either side.
  private static func swapped(
    _ source: [ToldNumber], _ target: [ToldNumber], _ partners: [Int?]
  ) -> (String, String)? {
    let fixed = source.indices.filter { index in
      guard partners[index] != nil, source[index].isRequired else { return false }
      return source.count { $0.matches(source[index]) } == 1
        && target.count { $0.matches(source[index]) } == 1
    }
    for (index, next) in zip(fixed, fixed.dropFirst()) where !source[next].isTied {
      // A year may stand anywhere beside a number in words: 1632, the Thirty Years' War.
      let pair = [source[index], source[next]]
      if pair.contains(where: { $0.scanned?.isYear == true }),
        pair.contains(where: { $0.scanned == nil })
      {
        continue
      }
      if let one = partners[index], let other = partners[next], one > other {
        return (source[index].text, source[next].text)
      }
    }
    return nil
  }
}

extension ToldNumber {
  fileprivate var isStrange: Bool {
    switch form {
    case .digits: scanned?.value.map { $0 > 2 } ?? true
    case .cardinal: values != ["2"]
    case .ordinal: true
    case .loose, .also, .both: false
    }
  }

  /// Whether others together are this number in digits: 116 123, or a year that stands as the two digits behind another.
  fileprivate func isSaid(by others: [ToldNumber]) -> Bool {
    guard let scanned else { return false }
    let theirs = others.compactMap(\.scanned)
    // 20.4 million is not 20.4 billion.
    if scanned.power > 0,
      theirs.contains(where: {
        $0.digits == scanned.digits && $0.power > 0 && $0.power != scanned.power
      })
    {
      return false
    }
    let runs = theirs.flatMap(\.runs)
    if scanned.runs.count > 1, scanned.runs.allSatisfy(runs.contains) { return true }
    if isTied, scanned.runs == [scanned.digits], scanned.digits.utf8.count == 2 {
      return theirs.contains { $0.isYear && $0.digits.hasSuffix(scanned.digits) }
    }
    guard let year = scanned.value, scanned.isYear else { return false }
    return theirs.contains { $0.runs == [String(year).suffix(2).description] }
      && theirs.contains { $0.value.map { $0 / 100 == year / 100 } == true }
  }
}

extension ScannedNumber {
  fileprivate var isYear: Bool { value.map { (1000...2199).contains($0) } ?? false }
}
