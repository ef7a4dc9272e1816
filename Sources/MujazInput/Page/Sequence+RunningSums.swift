extension Sequence {
  /// The sums of a value of all elements before each place, and of all: one more than there are elements.
  func runningSums(_ value: (Element) -> Int) -> [Int] {
    reduce(into: [0]) { $0.append(($0.last ?? 0) + value($1)) }
  }
}
