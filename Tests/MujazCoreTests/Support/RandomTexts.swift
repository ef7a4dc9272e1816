import TestSupport

/// Texts that nobody writes, the same for the same seed.
enum RandomTexts {
  private static let marks = [
    ".", "..", "...", "…", "!", "؟", "?", "۔", "‼", "⁇", "«", "»", "“", "”", "„", "\"", "'", "‘",
    "’",
    "‹", "›", "(", ")", "[", "]", "{", "}", "،", "؛", ":", ",", ";", "-", "–", "—", "/", "|", "*",
    "•", "#",
    "@", "&", "٪", "؟»", ".»", "».", "\".", ".)", "&nbsp;", "🎬", "👍🏽", "🇪🇬",
  ]
  private static let spaces = [
    " ", " ", " ", " ", " ", "  ", "\n", "\n", "\r\n", "\r", "\n\n", "\t", "\u{000B}", "\u{000C}",
    "\u{0085}", "\u{00A0}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{FEFF}",
  ]
  private static let invisible = [
    "\u{200F}", "\u{200E}", "\u{202B}", "\u{202C}", "\u{2067}", "\u{061C}", "\u{064B}", "\u{0640}",
    "\u{200D}", "\u{FE0F}", "\u{0000}",
  ]
  private static let words = [
    "و", "قال", "وقال", "وأضاف", "الوزير", "د", "م", "أ.د", "ق.م", "هـ", "ق.م.", "2.5", "12",
    "١٩٤٥", "1.", "2)", "أ)",
    "في", "من", "إلى", "أن", "إن", "لكن", "ثم", "هذا", "كتاب", "المدينة", "الحديثة", "اقرأ أيضا",
    "رويترز",
    "تصوير", "بي", "سي", "إلخ", "كم", "ريال", "يناير", "#وسم", "ﻣﺤﻤﺪ", "سـلام", "مُحمد",
    "www.example.com",
    "http://a.b/c", "user@example.org", "U.S", "Inc.", "B", "a", "漢字", "é",
  ]

  /// Words, marks, brackets, white space and line breaks in any order.
  static func jumble(_ generator: inout SeededGenerator, pieces: Int) -> String {
    var text = ""
    for _ in 0..<generator.number(below: pieces) {
      switch generator.number(below: 10) {
      case 0...3: text += generator.pick(words) + " "
      case 4...6: text += generator.pick(marks)
      case 7...8: text += generator.pick(spaces)
      default: text += generator.pick(invisible)
      }
    }
    return text
  }

  /// Bytes of which `String` makes a text.
  static func bytes(_ generator: inout SeededGenerator, count: Int) -> String {
    let leads: [UInt8] = [
      0x20, 0x2E, 0x0A, 0xD8, 0xD9, 0xA7, 0x9F, 0x85, 0xE2, 0x80, 0xA8, 0xF0, 0xC2,
    ]
    var bytes: [UInt8] = []
    for _ in 0..<generator.number(below: count) {
      let isAny = generator.number(below: 2) == 0
      bytes.append(
        isAny ? UInt8(truncatingIfNeeded: generator.number(below: 256)) : generator.pick(leads))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Scalars from the blocks that matter, and from anywhere.
  static func scalars(_ generator: inout SeededGenerator, count: Int) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x09...0x7F, 0x80...0xFF, 0x0600...0x06FF, 0x2000...0x206F, 0xFB50...0xFEFF,
      0x1F300...0x1F6FF,
      0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.number(below: count) {
      let value = UInt32.random(in: generator.pick(blocks), using: &generator)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// A text with pieces put into it and taken out of it at random places.
  static func damaged(_ text: String, _ generator: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return text }
    for _ in 0..<20 {
      let place = generator.number(below: scalars.count)
      let piece = Array(
        generator.pick(generator.number(below: 2) == 0 ? marks : spaces).unicodeScalars)
      if generator.number(below: 2) == 0 {
        scalars.insert(contentsOf: piece, at: place)
      } else {
        scalars.replaceSubrange(place...place, with: piece)
      }
    }
    var damaged = String.UnicodeScalarView()
    damaged.append(contentsOf: scalars)
    return String(damaged)
  }
}
