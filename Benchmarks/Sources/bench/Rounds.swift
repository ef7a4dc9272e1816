/// The programs whose speed is compared, in the order in which a round runs them.
enum Contestant: CaseIterable {
  case icu, words, segment, brief, quotes, segmentAll, briefAll
}

/// The runs of one contestant, one a round.
struct Series {
  var runs: [Usage] = []

  var wall: Double { median(runs.map(\.wall)) }
  var cpu: Double { median(runs.map(\.cpu)) }
  /// The highest of all runs, because a peak that shows up once is there.
  var peak: Int { runs.map(\.peak).max() ?? 0 }

  /// How many times faster than `other`: the median over the rounds of what each round says. Both
  /// ran within the same second, so what slows the machine for a while mostly drops out.
  func speed(over other: Series) -> Double {
    median(zip(runs, other.runs).map { $1.wall / $0.wall })
  }
}

/// Runs programs in turn, `count` rounds, so that noise hits all alike.
func interleave<Key: Hashable>(
  _ commands: [(key: Key, command: Command)], rounds count: Int
) throws(BenchError) -> [Key: Series] {
  var series: [Key: Series] = [:]
  for _ in 0..<count {
    for (key, command) in commands {
      series[key, default: Series()].runs.append(try command.measure())
    }
  }
  return series
}

/// The middle value, or the mean of the two in the middle; 0 of nothing.
func median(_ values: [Double]) -> Double {
  if values.isEmpty { return 0 }
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
