extension Span<UInt8> {
  /// The scalar that starts at `offset` and the number of its bytes.
  ///
  /// Text reaches the core as valid UTF-8. Should it not be (the edge is bypassed), a byte that starts no
  /// whole scalar reads as U+FFFD of one byte: nothing traps and nothing is read past `limit`.
  @inline(__always)
  package func scalar(at offset: Int, limit: Int) -> (value: UInt32, count: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + count <= limit else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for k in 1..<count {
      let trail = self[offset + k]
      guard trail & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(trail & 0x3F)
    }
    return (value, count)
  }

  /// The offset at which the scalar before `offset` starts, at least `floor`.
  @inline(__always)
  package func scalarStart(before offset: Int, floor: Int) -> Int {
    var start = offset - 1
    let lowest = Swift.max(floor, offset - 4)
    while start > lowest, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The number of bytes of the white space or invisible control that starts at `offset`, 0 if there is none.
  ///
  /// White space is Unicode's, with the zero width space and the byte order mark.
  @inline(__always)
  package func whiteSpace(at offset: Int, limit: Int) -> Int {
    let byte = self[offset]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    // Nothing between D8 and DB, where Arabic is, is white space.
    if byte < 0xC2 || byte & 0xFC == 0xD8 { return 0 }
    return wideWhiteSpace(at: offset, limit: limit)
  }

  @inline(never)
  private func wideWhiteSpace(at offset: Int, limit: Int) -> Int {
    let (scalar, count) = scalar(at: offset, limit: limit)
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return count
    default:
      return 0
    }
  }

  /// `range` without the white space at both ends.
  package func trimmed(_ range: TextRange) -> TextRange {
    var start = range.start
    var end = range.end
    while start < end {
      let size = whiteSpace(at: start, limit: end)
      if size == 0 { break }
      start += size
    }
    while end > start {
      let last = scalarStart(before: end, floor: start)
      if whiteSpace(at: last, limit: end) != end - last { break }
      end = last
    }
    return TextRange(start: start, end: end)
  }

  /// Whether the bytes from `offset` are those of `string`.
  func starts(with string: StaticString, at offset: Int, limit: Int) -> Bool {
    let count = string.utf8CodeUnitCount
    guard offset + count <= limit else { return false }
    for k in 0..<count where self[offset + k] != string.utf8Start[k] { return false }
    return true
  }
}
