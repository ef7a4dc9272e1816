extension Span<UInt8> {
  /// The bytes of a range as a string.
  package func string(_ range: TextRange) -> String {
    extracting(range.start..<range.end).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
