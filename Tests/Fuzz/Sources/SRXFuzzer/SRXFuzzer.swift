import MujazTranslation

/// Any bytes are an SRX file or are refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if let document = try? SRXReader.document(bytes), let rules = try? document.rules(for: "ar") {
    _ = try? SRXSegmenter(rules)
  }
  return 0
}
