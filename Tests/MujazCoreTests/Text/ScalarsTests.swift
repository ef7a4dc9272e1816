import TestSupport
import Testing

@testable import MujazCore

/// Reading scalars and white space from bytes.
@Suite struct ScalarsTests {
  private func scalar(_ bytes: [UInt8], at offset: Int, limit: Int? = nil) -> [UInt32] {
    let found = bytes.span.scalar(at: offset, limit: limit ?? bytes.count)
    return [found.value, UInt32(found.count)]
  }

  // MARK: Scalars

  @Test("Scalars of one to four bytes are read")
  func scalars() {
    #expect(scalar(Array("a".utf8), at: 0) == [0x61, 1])
    #expect(scalar(Array("م".utf8), at: 0) == [0x0645, 2])
    #expect(scalar(Array("﴿".utf8), at: 0) == [0xFD3F, 3])
    #expect(scalar(Array("🎬".utf8), at: 0) == [0x1F3AC, 4])
    #expect(scalar(Array("aم".utf8), at: 1) == [0x0645, 2])
    #expect(scalar([0x7F], at: 0) == [0x7F, 1])
    #expect(scalar([0xC2, 0x80], at: 0) == [0x80, 2])
    #expect(scalar([0xDF, 0xBF], at: 0) == [0x7FF, 2])
    #expect(scalar([0xE0, 0xA0, 0x80], at: 0) == [0x800, 3])
    #expect(scalar([0xEF, 0xBF, 0xBF], at: 0) == [0xFFFF, 3])
    #expect(scalar([0xF4, 0x8F, 0xBF, 0xBF], at: 0) == [0x10FFFF, 4])
  }

  @Test("A byte that starts no whole scalar is U+FFFD of one byte")
  func broken() {
    let replaced: [UInt32] = [0xFFFD, 1]
    // A continuation byte alone, an overlong form, a byte that never occurs.
    #expect(scalar([0x80], at: 0) == replaced)
    #expect(scalar([0xC0, 0xAF], at: 0) == replaced)
    #expect(scalar([0xFF], at: 0) == replaced)
    // Cut off by the end, by the limit, by another letter.
    #expect(scalar([0xD9], at: 0) == replaced)
    #expect(scalar([0xE2, 0x80], at: 0) == replaced)
    #expect(scalar([0xF0, 0x9F, 0x8E], at: 0) == replaced)
    #expect(scalar([0xD9, 0x85], at: 0, limit: 1) == replaced)
    #expect(scalar([0xE2, 0x80, 0x20], at: 0) == replaced)
    #expect(scalar([0xD8, 0xD9, 0x85], at: 0) == replaced)
  }

  @Test("Any bytes are read without a trap and within the limit")
  func anyBytes() {
    var generator = SeededGenerator(1)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0...generator.number(below: 12) {
        bytes.append(UInt8(truncatingIfNeeded: generator.number(below: 256)))
      }
      for offset in bytes.indices {
        let found = scalar(bytes, at: offset)
        #expect((1...4).contains(found[1]))
        #expect(offset + Int(found[1]) <= bytes.count)
        let size = bytes.span.whiteSpace(at: offset, limit: bytes.count)
        #expect(size == 0 || size == Int(found[1]))
        let start = bytes.span.scalarStart(before: offset + 1, floor: 0)
        #expect((0...offset).contains(start))
      }
      let all = TextRange(start: 0, end: bytes.count)
      let trimmed = bytes.span.trimmed(all)
      #expect(all.contains(trimmed))
    }
  }

  @Test("Every text is read forwards and backwards alike")
  func backwards() {
    let text = "aم﴿🎬é\u{200F}ى"
    let bytes = Array(text.utf8)
    var starts: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      starts.append(offset)
      offset += UTF8.width(scalar)
    }
    var found: [Int] = []
    while offset > 0 {
      offset = bytes.span.scalarStart(before: offset, floor: 0)
      found.append(offset)
    }
    #expect(Array(found.reversed()) == starts)
    let floored = bytes.span.scalarStart(before: 3, floor: 2)
    #expect(floored == 2)
  }

  // MARK: White space

  @Test("White space is Unicode's, with the zero width space and the byte order mark")
  func whiteSpace() throws {
    let ranges: [ClosedRange<UInt32>] = [0...0x3400, 0xFB50...0xFFFF, 0x1F300...0x1F400]
    for value in ranges.joined() {
      let scalar = try #require(Unicode.Scalar(value))
      let bytes = Array(String(scalar).utf8)
      let isWhite = scalar.properties.isWhitespace || value == 0x200B || value == 0xFEFF
      let size = bytes.span.whiteSpace(at: 0, limit: bytes.count)
      guard size != (isWhite ? bytes.count : 0) else { continue }
      Issue.record("U+\(String(value, radix: 16)) has \(size) bytes of white space")
    }
  }

  static let trimmed: [(String, String)] = [
    ("", ""), ("   ", ""), ("كلمة", "كلمة"), ("  كلمة\n", "كلمة"), ("\u{FEFF}كلمة\u{200B}", "كلمة"),
    ("\u{2028}\u{00A0} كلمتان هنا\u{3000}\r\n", "كلمتان هنا"), (" . ", "."), ("\u{0085}🎬\t", "🎬"),
    // A direction mark is no white space.
    ("\u{200F} كلمة", "\u{200F} كلمة"), ("\u{200B}\u{FEFF}", ""),
  ]

  @Test("White space comes off both ends", arguments: trimmed)
  func trim(_ text: String, to expected: String) {
    let bytes = Array(text.utf8)
    let range = bytes.span.trimmed(TextRange(start: 0, end: bytes.count))
    #expect(Array(text[range].utf8) == Array(expected.utf8))
  }

  @Test("A range is trimmed within itself")
  func trimRange() {
    let bytes = Array("ab  cd".utf8)
    let range = bytes.span.trimmed(TextRange(start: 1, end: 4))
    #expect(range == TextRange(start: 1, end: 2))
    let empty = bytes.span.trimmed(TextRange(start: 2, end: 4))
    #expect(empty.isEmpty)
  }

  // MARK: Strings

  @Test("A string is found at its offset and not beyond the limit")
  func startsWith() {
    let bytes = Array("قال&nbsp;".utf8)
    let isThere = bytes.span.starts(with: "&nbsp;", at: 6, limit: bytes.count)
    let isBefore = bytes.span.starts(with: "&nbsp;", at: 5, limit: bytes.count)
    let isBeyond = bytes.span.starts(with: "&nbsp;", at: 6, limit: bytes.count - 1)
    let isEmpty = bytes.span.starts(with: "", at: 6, limit: 6)
    #expect(isThere)
    #expect(!isBefore)
    #expect(!isBeyond)
    #expect(isEmpty)
  }
}
