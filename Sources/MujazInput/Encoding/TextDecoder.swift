internal import CJSON
internal import MujazPlatform

/// A text that the core may have: valid UTF-8 without a byte order mark.
public struct DecodedText {
  /// The part of the input that is the text as it stood; nil where the text had to be made.
  var range: Range<Int>?
  /// The text that was made.
  var made: [UInt8] = []
  /// The charset that the input was in.
  public var charset: Charset
  /// What was put right, in the order in which it was found.
  public var repairs: [Repair] = []

  /// Calls `body` with the text; `input` is what it was decoded from. Nothing is copied.
  public func withText<T, Failure>(
    of input: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> T
  ) throws(Failure) -> T {
    if let range { return try body(UnsafeBufferPointer(rebasing: input[range])) }
    return try made.withUnsafeBufferPointer(body)
  }
}

/// Turns the bytes of a file into text.
///
/// Clean UTF-8 comes back as it stood, without a copy. What is damaged is put right and the repair is named, or, where
/// `isStrict`, refused with the place.
public struct TextDecoder: Sendable {
  /// The charset of every input; nil: told by the bytes.
  public var charset: Charset?
  /// Whether input that would need a repair is refused.
  public var isStrict: Bool

  /// A decoder; without arguments it tells the charset by the bytes and repairs what is damaged.
  public init(charset: Charset? = nil, isStrict: Bool = false) {
    self.charset = charset
    self.isStrict = isStrict
  }

  /// The text that bytes hold; throws where they hold none. Linear.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(InputError) -> DecodedText {
    if let name = FileSignature.name(of: bytes) {
      throw InputError(
        .unsupportedFormat,
        "\(name) is not supported: text, a web page, a feed, mail, subtitles, JSON, WARC, DOCX or ODT is expected"
      )
    }
    let isWide = charset?.isWide ?? CharsetDetector.isWide(bytes)
    if !isWide, let first = Self.firstNull(bytes) {
      return try withoutNulls(bytes, first: first)
    }
    var text: DecodedText
    if let charset {
      text = try convert(bytes, charset, mark: 0)
    } else {
      text = try detect(bytes)
    }
    if text.withText(of: bytes, Self.isBlank) {
      throw InputError(.emptyInput, "the input is empty")
    }
    try mend(&text, bytes)
    return text
  }

  // MARK: Charsets

  private func detect(_ bytes: UnsafeBufferPointer<UInt8>) throws(InputError) -> DecodedText {
    switch CharsetDetector.find(bytes) {
    case .charset(.utf8, let mark):
      return DecodedText(range: mark..<bytes.count, charset: .utf8)
    case .charset(let charset, let mark): return try convert(bytes, charset, mark: mark)
    case .damagedUTF8: return try convert(bytes, .utf8, mark: 0)
    case .notText: throw InputError(.notText, "not a text: binary data")
    }
  }

  /// The text in a charset that is known or found.
  private func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset, mark: Int
  ) throws(InputError) -> DecodedText {
    var end = bytes.count
    var repairs: [Repair] = []
    var mark = mark
    if charset == .utf8 {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { mark = 3 }
      let text = UnsafeBufferPointer(rebasing: bytes[mark...])
      guard let first = UTF8Position.firstInvalid(text) else {
        return DecodedText(range: mark..<end, charset: .utf8)
      }
      if isStrict {
        throw InputError(.invalidUTF8, "not UTF-8: invalid sequence at byte \(mark + first)")
      }
      if CharsetDetector.isCutTail(text, from: first) {
        return DecodedText(
          range: mark..<(mark + first), charset: .utf8, repairs: [.truncatedTail])
      }
    } else if charset == .utf16LittleEndian || charset == .utf16BigEndian, (end - mark) % 2 == 1 {
      end -= 1
      repairs.append(.truncatedTail)
    }
    guard let (text, bad) = charset.decode(UnsafeBufferPointer(rebasing: bytes[mark..<end])) else {
      throw InputError.outOfMemory
    }
    if bad > 0 { repairs.append(.invalidBytes) }
    if isStrict, let repair = repairs.first { throw InputError(needing: repair) }
    return DecodedText(range: nil, made: text, charset: charset, repairs: repairs)
  }

  /// The text of bytes without the NUL bytes in it: a file that was padded or went through a tool for UTF-16. More than
  /// one in ten make no text.
  private func withoutNulls(
    _ bytes: UnsafeBufferPointer<UInt8>, first: Int
  ) throws(InputError) -> DecodedText {
    let rest = bytes.filter { $0 != 0 }
    if isStrict || (bytes.count - rest.count) * 10 > bytes.count {
      throw InputError(.notText, "not a text: NUL at byte \(first)")
    }
    var outcome: Result<DecodedText, InputError> = .failure(InputError(.notText, ""))
    rest.withUnsafeBufferPointer { rest in
      do throws(InputError) {
        var text = try decode(rest)
        text.made = text.withText(of: rest) { Array($0) }
        text.range = nil
        text.repairs.insert(.nulBytes, at: 0)
        outcome = .success(text)
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }

  private static func firstNull(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  // MARK: Repairs

  /// Undoes mojibake, presentation forms and stray marks.
  private func mend(
    _ text: inout DecodedText, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(InputError) {
    if let undone = text.withText(of: bytes, Mojibake.undo) {
      text.replace(undone, .mojibake)
    }
    if let letters = text.withText(of: bytes, VisualForms.restore) {
      text.replace(letters.text, .presentationForms)
      if letters.wasReversed { text.repairs.append(.visualOrder) }
    }
    if let rest = text.withText(of: bytes, StrayMarks.removed) { text.replace(rest, .strayMarks) }
    if isStrict, let repair = text.repairs.first { throw InputError(needing: repair) }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

extension DecodedText {
  fileprivate mutating func replace(_ text: [UInt8], _ repair: Repair) {
    range = nil
    made = text
    repairs.append(repair)
  }
}

/// Where a text stops being UTF-8.
public enum UTF8Position {
  /// The offset of the first byte of the first invalid sequence; nil where all is valid.
  ///
  /// Linear; what is valid, as nearly every text, costs a fraction of a cycle a byte.
  public static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, !cjson_is_utf8(start, bytes.count) else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
