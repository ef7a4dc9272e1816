import MujazCore

extension WordKey {
  /// The first of the word's readings for which there is something.
  @inline(__always)
  func firstReading<Found>(_ look: (WordKey) -> Found?) -> Found? {
    for reading in readings {
      if let found = look(reading) { return found }
    }
    return nil
  }
}
