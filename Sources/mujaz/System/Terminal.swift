/// Text for a terminal: no controls that would steer it, no bidi embedding left open at the end of a line.
enum Terminal {
  static func clean(_ bytes: [UInt8]) -> [UInt8] {
    var result = String.UnicodeScalarView()
    // What closes the embeddings and isolates that are open.
    var open: [Unicode.Scalar] = []
    func closeAll() {
      while let closer = open.popLast() { result.append(closer) }
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A:
        closeAll()
        result.append(scalar)
      case 0x09: result.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0: continue
      case 0x202A, 0x202B, 0x202D, 0x202E:
        open.append("\u{202C}")
        result.append(scalar)
      case 0x2066...0x2068:
        open.append("\u{2069}")
        result.append(scalar)
      case 0x202C, 0x2069:
        guard open.last == scalar else { continue }
        open.removeLast()
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    closeAll()
    return Array(String(result).utf8)
  }
}
