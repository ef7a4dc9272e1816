/// Text for formats without escapes for what a text file should not hold.
enum PlainText {
  /// Appends bytes of UTF-8: controls but tab and line ends become spaces, U+FFFE and U+FFFF become U+FFFD.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      // EF BF BE and EF BF BF: known when their last byte comes.
      if byte >= 0xBE, bytes.count >= 2, bytes[bytes.count - 1] == 0xBF,
        bytes[bytes.count - 2] == 0xEF
      {
        bytes.append(0xBD)
      } else {
        bytes.append(byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte)
      }
    }
  }
}
