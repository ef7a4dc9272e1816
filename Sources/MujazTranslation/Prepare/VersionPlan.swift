import MujazCore

/// Where the segments of a text stood in an earlier version of it.
///
/// A text that is the same is the same segment, wherever it stands now. Another one is sought among those that are gone from between
/// its neighbours, by the edit distance in words (`MatchScore`), and where it stood elsewhere among all that are gone.
struct VersionPlan: Sendable {
  enum Step: Sendable, Hashable {
    case new
    /// The same text stood there.
    case unchanged(Int)
    /// A text stood there that matches so well.
    case changed(Int, percent: Int)
  }

  private(set) var steps: [Step]
  /// The earlier segments that nothing has come of.
  private(set) var gone: [Int] = []

  /// Texts that match less are not the same segment any more.
  private static let leastPercent = 50
  /// The same where their neighbours don't tell that they are.
  private static let leastElsewhere = 75

  init(
    from old: (sources: [String], hashes: [ContentHash]),
    to new: (sources: [String], hashes: [ContentHash])
  ) {
    steps = [Step](repeating: .new, count: new.hashes.count)
    var pairing = Pairing(old.sources, new.sources)
    var places: [ContentHash: [Int]] = [:]
    for index in old.hashes.indices.reversed() {
      places[old.hashes[index], default: []].append(index)
    }
    for (index, hash) in new.hashes.enumerated() {
      guard let place = places[hash]?.popLast() else { continue }
      steps[index] = .unchanged(place)
      pairing.isTaken[place] = true
    }
    var start = 0
    while start < steps.count {
      guard steps[start] == .new else {
        start += 1
        continue
      }
      var end = start + 1
      while end < steps.count, steps[end] == .new { end += 1 }
      let before = start > 0 ? place(of: start - 1) : -1
      let after = end < steps.count ? place(of: end) : old.hashes.count
      let free = pairing.free(behind: before, before: after)
      pairing.pair(Array(start..<end), free, atLeast: Self.leastPercent, &steps)
      start = end
    }
    let rest = steps.indices.filter { steps[$0] == .new }
    pairing.pair(rest, pairing.free, atLeast: Self.leastElsewhere, &steps)
    gone = pairing.free
  }

  private func place(of index: Int) -> Int {
    switch steps[index] {
    case .new: -1
    case .unchanged(let place), .changed(let place, _): place
    }
  }
}

/// Pairs of texts that match, the best first.
private struct Pairing {
  private let old: [String]
  private let new: [String]
  var isTaken: [Bool]
  private var oldWords: [Int: [MatchWord]] = [:]
  private var score = MatchScore()

  /// A text is compared with so many at most, those about its place.
  private static let reach = 64

  private struct Pair {
    var new: Int
    var old: Int
    var percent: Int
    var distance: Int
  }

  init(_ old: [String], _ new: [String]) {
    (self.old, self.new) = (old, new)
    isTaken = [Bool](repeating: false, count: old.count)
  }

  /// Those that are not taken.
  var free: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  /// Those that stood right behind one place, and those that stood right before another.
  func free(behind before: Int, before after: Int) -> [Int] {
    var list: [Int] = []
    var next = before + 1
    while next < isTaken.count, !isTaken[next] {
      list.append(next)
      next += 1
    }
    var last = after - 1
    while last >= 0, !isTaken[last], last <= before || last >= next {
      list.append(last)
      last -= 1
    }
    return list.sorted()
  }

  mutating func pair(
    _ texts: [Int], _ places: [Int], atLeast percent: Int, _ steps: inout [VersionPlan.Step]
  ) {
    guard !texts.isEmpty, !places.isEmpty else { return }
    var pairs: [Pair] = []
    for (number, text) in texts.enumerated() {
      let words = MatchWord.words(new[text])
      let centre = number * places.count / texts.count
      let first = max(0, min(centre - Self.reach / 2, places.count - Self.reach))
      for position in first..<min(places.count, first + Self.reach) {
        let place = places[position]
        if let percent = score.percent(self.words(of: place), words, atLeast: percent) {
          pairs.append(
            Pair(new: text, old: place, percent: percent, distance: abs(position - centre)))
        }
      }
    }
    pairs.sort {
      ($1.percent, $0.distance, $0.new, $0.old) < ($0.percent, $1.distance, $1.new, $1.old)
    }
    for pair in pairs where steps[pair.new] == .new && !isTaken[pair.old] {
      steps[pair.new] = .changed(pair.old, percent: pair.percent)
      isTaken[pair.old] = true
    }
  }

  private mutating func words(of place: Int) -> [MatchWord] {
    if let known = oldWords[place] { return known }
    let words = MatchWord.words(old[place])
    oldWords[place] = words
    return words
  }
}
