import MujazTranslation

/// Any bytes are a package that comes back or are refused; a package is checked, counted and merged.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: size)
  var offset = 0
  let read = { (buffer: UnsafeMutableRawBufferPointer) -> Int in
    let count = min(buffer.count, input.count - offset)
    buffer.copyBytes(from: input[offset..<offset + count])
    offset += count
    return count
  }
  guard let package = try? PackageReader.package(read).package else { return 0 }
  _ = Checker().findings(in: package)
  if let merged = try? Merger(allowsMissing: true).merge(package) {
    for format in MergeFormat.allCases { _ = try? merged.bytes(format) }
  }
  return 0
}
