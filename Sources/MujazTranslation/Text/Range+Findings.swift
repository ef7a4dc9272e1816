extension Range<Int> {
  /// What begins at these places, in order: `find` looks at one and gives what it found and the place behind it, where the
  /// search goes on.
  func findings<Found>(_ find: (Int) -> (found: Found, end: Int)?) -> [Found] {
    var findings: [Found] = []
    var place = lowerBound
    while place < upperBound {
      if let (found, end) = find(place) {
        findings.append(found)
        place = end
      } else {
        place += 1
      }
    }
    return findings
  }
}
