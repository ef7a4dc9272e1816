import MujazInput
import Testing

/// Where bytes stop being UTF-8.
@Suite struct UTF8PositionTests {
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Position.firstInvalid($0) }
  }

  @Test(
    "Valid text has no such place",
    arguments: [
      "", "a", "م", "漢", "🎬", "نص with 漢字 and 🎬\n",
      "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
    ])
  func valid(_ text: String) {
    #expect(firstInvalid(Array(text.utf8)) == nil)
  }

  static let broken: [([UInt8], Int)] = [
    // Bytes that never occur, and continuations alone.
    ([0xFF], 0), ([0x61, 0xFE], 1), ([0x80], 0), ([0xD9, 0x85, 0x85], 2), ([0xC0, 0x80], 0),
    ([0xC1, 0xBF], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0),
    // Overlong forms, surrogates, beyond U+10FFFF.
    ([0xE0, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0x61, 0xED, 0xA0, 0x80], 1),
    ([0xF4, 0x90, 0x80, 0x80], 0),
    // Cut off by the end or by another letter.
    ([0xD9], 0), ([0xD9, 0x85, 0xD9], 2), ([0xE2, 0x80], 0), ([0xF0, 0x9F, 0x8E], 0),
    ([0xE2, 0x80, 0x20], 0),
    ([0x20, 0xF0, 0x9F, 0xD9, 0x85], 1),
    // The first of several.
    ([0x61, 0xFF, 0x61, 0xFF], 1),
    // Windows-1256.
    ([0xE4, 0xDA, 0xE3], 0),
  ]

  @Test("The first byte of the first invalid sequence is found", arguments: broken)
  func invalid(_ bytes: [UInt8], at offset: Int) {
    #expect(firstInvalid(bytes) == offset)
    // Behind text of any length, so that no fast path passes it by.
    for length in [1, 7, 8, 15, 16, 31, 64, 200] {
      let ascii = [UInt8](repeating: 0x61, count: length)
      #expect(firstInvalid(ascii + bytes) == length + offset)
      let arabic = Array(String(repeating: "م", count: length).utf8)
      #expect(firstInvalid(arabic + bytes) == 2 * length + offset)
      #expect(firstInvalid(ascii + bytes + ascii) == length + offset)
    }
  }

  @Test("Any bytes have the place that a slow reader finds")
  func reference() {
    let pieces: [[UInt8]] = [
      Array("م".utf8), Array("ab ".utf8), Array("漢".utf8), Array("🎬".utf8), [0xD9], [0x85], [0xE2],
      [0x80], [0xF0], [0x9F],
      [0xED, 0xA0], [0xC0], [0xF4, 0x90], [0xFF],
    ]
    // A small linear congruential generator: the same bytes on every run.
    var state: UInt64 = 5
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<number(below: 20) {
        // Mostly whole letters.
        bytes += pieces[number(below: 3) == 0 ? number(below: pieces.count) : number(below: 4)]
      }
      #expect(firstInvalid(bytes) == slowFirstInvalid(bytes), "\(bytes)")
    }
  }

  /// By table 3-7 of the Unicode standard: the well-formed sequences and the ranges of their second bytes.
  private func slowFirstInvalid(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      let count: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch bytes[offset] {
      case 0x00...0x7F: count = 1
      case 0xC2...0xDF: count = 2
      case 0xE0...0xEF:
        count = 3
        if bytes[offset] == 0xE0 { second = 0xA0...0xBF }
        if bytes[offset] == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        count = 4
        if bytes[offset] == 0xF0 { second = 0x90...0xBF }
        if bytes[offset] == 0xF4 { second = 0x80...0x8F }
      default: return offset
      }
      guard offset + count <= bytes.count else { return offset }
      for place in 1..<max(1, count) {
        let range = place == 1 ? second : 0x80...0xBF
        guard range.contains(bytes[offset + place]) else { return offset }
      }
      offset += count
    }
    return nil
  }
}
