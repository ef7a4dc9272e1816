internal import CBytes

/// Text that was read in the wrong charset and saved again: `Ø§Ù„` and `ط§ظ„` for ال, `ÇáÎÈÑ` for الخبر.
///
/// Bias: nothing is touched unless it looks like mojibake through and through, the way back is exact (every character
/// has a byte, and the bytes are strict UTF-8), and the result is likelier Arabic than what stood there.
///
///     Ø§Ù„Ø®Ø¨Ø±            الخبر         à la carte, façade           untouched
enum Mojibake {
  /// The text turned back, line by line; nil where it is none.
  static func undo(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let charset = suspect(text) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var didChange = false
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = UnsafeBufferPointer(rebasing: line)
      if let better = undo(line, charset) {
        result.append(contentsOf: better)
        didChange = true
      } else {
        result.append(contentsOf: line)
      }
      result.append(UInt8(ascii: "\n"))
    }
    result.removeLast()
    return didChange ? result : nil
  }

  /// The charset that the text may have been read in, by what its letters are; nil for nearly every text.
  ///
  /// In UTF-8 that was read as windows-1252 every second letter is Ø or Ù; read as windows-1256 it is ط or ظ; and Arabic in
  /// windows-1256 that was read as windows-1252 is nothing but accented Latin letters.
  private static func suspect(_ text: UnsafeBufferPointer<UInt8>) -> Charset? {
    var leads = cbytes_leads()
    // Mojibake goes through a whole text: of a long one a sample is looked at.
    let step = max(piece, text.count / mostPieces)
    for start in stride(from: 0, to: text.count, by: step) {
      if let base = text.baseAddress {
        cbytes_count_leads(base + start, min(piece, text.count - start), &leads)
      }
    }
    if leads.accented * 3 > leads.all, leads.accented > leads.arabic * 4, leads.accented >= 4 {
      return .windows1252
    }
    // Tah and zah are D8 B7 and D8 B8; of the letters of Arabic only these have such trails.
    if leads.tah * 4 > leads.arabic, leads.tah >= 4 { return .windows1256 }
    return nil
  }

  /// A sample is so many pieces of so many bytes.
  private static let mostPieces = 48
  private static let piece = 128

  private static func undo(_ line: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> [UInt8]? {
    guard line.contains(where: { $0 >= 0x80 }), let bytes = encode(line, charset) else {
      return nil
    }
    var undone = bytes
    let isUTF8 = bytes.withUnsafeBufferPointer { UTF8Position.firstInvalid($0) == nil }
    if !isUTF8 {
      // Arabic of a charset of single bytes, read as Latin letters.
      guard charset == .windows1252, isLatin(line) else { return nil }
      let original = bytes.withUnsafeBufferPointer { CharsetDetector.narrowCharset($0) }
      undone = bytes.withUnsafeBufferPointer { original.decode($0)?.text } ?? []
    }
    let better = undone.withUnsafeBufferPointer(mean)
    return better > mean(line) ? undone : nil
  }

  /// Whether most letters of a line are accented, as in no language of Latin letters.
  private static func isLatin(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let accented = line.count { $0 == 0xC3 }
    let plain = line.count { (0x41...0x5A).contains($0 & 0xDF) }
    return accented > plain
  }

  private static func mean(_ line: UnsafeBufferPointer<UInt8>) -> Double {
    var score = ArabicScore()
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        score.add(ascii: UInt8(scalar.value))
      } else {
        score.add(scalar.value)
      }
    }
    return score.mean
  }

  /// The bytes of a line in a charset; nil where a character has none.
  private static func encode(_ line: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> [UInt8]? {
    let table = charset == .windows1252 ? latinBytes : arabicBytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count / 2)
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let byte = table[scalar.value] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  private static let latinBytes = bytes(of: .windows1252)
  private static let arabicBytes = bytes(of: .windows1256)

  private static func bytes(of charset: Charset) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    for (byte, scalar) in charset.scalarsOfBytes.enumerated() where scalar != 0xFFFD {
      table[scalar] = UInt8(byte)
    }
    // Bytes without a meaning were passed through as controls.
    for byte in 0x80...0x9F where table[UInt32(byte)] == nil { table[UInt32(byte)] = UInt8(byte) }
    return table
  }
}
