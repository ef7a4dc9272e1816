extension [Double] {
  /// The values divided by the largest; all 0 where none is above 0.
  func scaledToMaximum() -> [Double] {
    guard let most = self.max(), most > 0 else { return self }
    return map { $0 / most }
  }
}
