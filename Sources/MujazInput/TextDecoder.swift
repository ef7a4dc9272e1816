/// Turns the bytes of a file into text that the core may have: valid UTF-8 without a byte order mark.
public enum TextDecoder {
  /// The part of `bytes` that is the text; throws where they are no text.
  ///
  /// Nothing is repaired: a byte that is wrong is refused with its offset. Linear.
  public static func textRange(of bytes: UnsafeBufferPointer<UInt8>) throws(InputError) -> Range<
    Int
  > {
    if let name = signature(bytes) {
      throw InputError(.unsupportedFormat, "\(name) is not supported: text in UTF-8 is expected")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputError(
        .unsupportedFormat, "UTF-16 text is not supported: text in UTF-8 is expected")
    }
    let text = start..<bytes.count
    if let offset = firstNull(bytes) {
      throw InputError(.notText, "not a text: NUL at byte \(offset)")
    }
    if let offset = UTF8Position.firstInvalid(UnsafeBufferPointer(rebasing: bytes[text])) {
      throw InputError(.invalidUTF8, "not UTF-8: invalid sequence at byte \(start + offset)")
    }
    if isBlank(UnsafeBufferPointer(rebasing: bytes[text])) {
      throw InputError(.emptyInput, "the input is empty")
    }
    return text
  }

  /// Kinds of file that are met in the place of a text, by their first bytes.
  private static func signature(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let known: [(String, [UInt8])] = [
      ("PDF", [0x25, 0x50, 0x44, 0x46, 0x2D]), ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
      ("gzip data", [0x1F, 0x8B]), ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
      ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", [0x47, 0x49, 0x46, 0x38]),
      ("bzip2 data", [0x42, 0x5A, 0x68]), ("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
      ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
    ]
    return known.first { bytes.starts(with: $0.1) }?.0
  }

  private static func firstNull(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.firstIndex(of: 0)
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

/// Where a text stops being UTF-8.
public enum UTF8Position {
  /// The offset of the first byte of the first invalid sequence; nil where all is valid.
  public static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
