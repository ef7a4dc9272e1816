import MujazCore

extension WordKey {
  /// The first of the word's readings for which there is something.
  @inline(__always)
  func firstReading<Found>(_ look: (WordKey) -> Found?) -> Found? {
    let readings = readings
    // Counted by hand: an iterator of another module's collection is called by way of its witness table, for every word.
    var place = readings.startIndex
    while place < readings.endIndex {
      if let found = look(readings[place]) { return found }
      place += 1
    }
    return nil
  }
}
