extension UInt8 {
  /// An ASCII letter or digit.
  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
