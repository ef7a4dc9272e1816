import MujazCore

/// Any bytes, read as UTF-8 with repairs, are cut without loss.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let bytes = Array(text.utf8)
  var position = 0
  func isWhite(_ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.value == 0x200B || $0.value == 0xFEFF
    }
  }
  for segment in Segmenter().segments(of: text) {
    let range = segment.range
    precondition(range.start >= position && range.end > range.start && range.end <= bytes.count)
    precondition(isWhite(position..<range.start))
    position = range.end
  }
  precondition(isWhite(position..<bytes.count))
  return 0
}
