/// Lines of text as bytes: the standard library's splitting by characters costs more than reading the page.
extension String {
  /// The string, or nil where it holds nothing.
  var stated: String? { isEmpty ? nil : self }

  /// With every run of white space as one space, and none at the ends.
  var collapsed: String {
    isCollapsed ? self : collapsing
  }

  /// Whether nothing but single spaces part its words. May be false where it is so.
  private var isCollapsed: Bool {
    let isCollapsed = utf8.withContiguousStorageIfAvailable { bytes in
      var isSpace = true
      for byte in bytes {
        // C2 A0 is the no-break space.
        if byte == 0xC2 || byte < 0x20 || byte == 0x20 && isSpace { return false }
        isSpace = byte == 0x20
      }
      return !isSpace || bytes.isEmpty
    }
    return isCollapsed ?? false
  }

  private var collapsing: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var hasSpace = false
    var isLead = false
    for byte in utf8 {
      if isLead {
        isLead = false
        if byte == 0xA0 {
          bytes.removeLast()
          hasSpace = true
          continue
        }
      }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasSpace = true
        continue
      }
      if hasSpace, !bytes.isEmpty { bytes.append(0x20) }
      hasSpace = false
      bytes.append(byte)
      isLead = byte == 0xC2
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
