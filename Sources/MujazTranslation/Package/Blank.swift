import MujazCore

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { ContentHash(self) == .blank }

  /// Whether letters of the Arabic block stand outside the given parts.
  func hasArabicOutside(_ parts: [Placeholder]) -> Bool {
    var offset = 0
    var part = 0
    for scalar in unicodeScalars {
      while part < parts.count, parts[part].range.end <= offset { part += 1 }
      let isInside = part < parts.count && parts[part].range.start <= offset
      if !isInside, scalar.isArabicLetter { return true }
      offset += UTF8.width(scalar)
    }
    return false
  }
}
