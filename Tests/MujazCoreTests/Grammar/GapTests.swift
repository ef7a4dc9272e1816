import Testing

@testable import MujazCore

/// What the marks between two words are.
@Suite struct GapTests {
  private func gap(_ text: String) -> Gap {
    let bytes = Array(text.utf8)
    return Gap(bytes.span, from: 0, to: bytes.count)
  }

  /// Every mark that is known, by what it is.
  static let marks: [(gap: Gap, scalars: [Unicode.Scalar])] = [
    (.comma, ["،", ","]),
    (.colon, [":"]),
    (.semicolon, ["؛", ";"]),
    (.stop, [".", "!", "?", "؟", "…", "۔"]),
    (.mark, ["\"", "'", "«", "»", "‘", "’", "‚", "‛", "“", "”", "„", "‟", "‹", "›"]),
    (.bracket, ["(", ")", "[", "]", "{", "}"]),
    (.dash, ["-", "‐", "‑", "‒", "–", "—", "―", "/"]),
    (
      .lineBreak,
      ["\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    ),
    (.joined, ["_"]),
    (
      [],
      [
        " ", "\t", "\u{A0}", "#", "@", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}",
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
        "\u{2068}", "\u{2069}", "\u{FEFF}",
      ]
    ),
  ]

  @Test("Each mark is what it is, alone and among spaces")
  func marks() {
    for (expected, scalars) in Self.marks {
      for scalar in scalars {
        #expect(gap("\(scalar)") == expected, "U+\(String(scalar.value, radix: 16))")
        #expect(gap(" \(scalar) ") == expected, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("Every other scalar is something else")
  func others() {
    let known = Set(Self.marks.flatMap(\.scalars))
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value), !known.contains(scalar) else { continue }
      let found = gap("\(scalar)")
      #expect(found == .other, "U+\(String(value, radix: 16))")
    }
  }

  @Test("No two marks share a bit")
  func bits() {
    let all: [Gap] = [
      .comma, .colon, .semicolon, .stop, .mark, .bracket, .dash, .lineBreak, .sentence, .other,
      .joined,
    ]
    #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    #expect(Set(all.map(\.rawValue)).count == all.count)
  }

  @Test("Several marks are all of them")
  func several() {
    #expect(gap("»، (") == [.mark, .comma, .bracket])
    #expect(gap(".\n- «") == [.stop, .lineBreak, .dash, .mark])
    #expect(gap(" … ؛ * ") == [.stop, .semicolon, .other])
  }

  @Test("Nothing between two words joins them; a space parts them")
  func joined() {
    #expect(gap("") == .joined)
    #expect(gap(" ") == [])
    #expect(gap("\u{200C}") == [])
  }

  @Test("Only what stands between the two offsets counts")
  func offsets() {
    let bytes = Array("،: .؛".utf8)
    #expect(Gap(bytes.span, from: 2, to: 4) == .colon)
    #expect(Gap(bytes.span, from: 3, to: 4) == [])
    #expect(Gap(bytes.span, from: 4, to: 4) == .joined)
    #expect(Gap(bytes.span, from: 4, to: 7) == [.stop, .semicolon])
    // Half a mark is something else.
    #expect(Gap(bytes.span, from: 0, to: 1) == .other)
  }

  @Test("A name goes across spaces, quotation marks and low lines, and across nothing else")
  func parting() {
    for (gap, _) in Self.marks {
      #expect(gap.isDisjoint(with: .parting) == [Gap.mark, .joined, []].contains(gap))
    }
    #expect(!Gap.sentence.isDisjoint(with: .parting))
    #expect(!Gap.other.isDisjoint(with: .parting))
  }
}
