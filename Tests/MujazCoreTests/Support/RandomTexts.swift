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

  /// Words and what stands between them, of every kind that the readers of words tell apart.
  static func words(_ generator: inout SeededGenerator, pieces: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.number(below: pieces) {
      switch generator.number(below: 20) {
      case 0...8: text += letters(&generator, 1 + generator.number(below: 8))
      case 9: text += letters(&generator, 7 + generator.number(below: 30))
      case 10: text += vocalized(&generator, 1 + generator.number(below: 12))
      case 11: text += scalars(of: 0x0600...0x06FF, &generator, 1 + generator.number(below: 4))
      case 12: text += scalars(of: 0x0660...0x0669, &generator, 1 + generator.number(below: 9))
      case 13: text += scalars(of: 0xFB50...0xFEFF, &generator, 1 + generator.number(below: 4))
      case 14: text += scalars(of: generator.pick(rare), &generator, 1)
      case 15...16: text += generator.pick(words).unicodeScalars
      case 17: text += generator.pick(marks).unicodeScalars
      case 18: text += generator.pick(invisible).unicodeScalars
      default: text += generator.pick(spaces).unicodeScalars
      }
      switch generator.number(below: 8) {
      case 0: break
      case 1: text += generator.pick(marks).unicodeScalars
      case 2: text += generator.pick(spaces).unicodeScalars
      default: text.append(" ")
      }
    }
    return String(text)
  }

  /// A word of plain Arabic letters.
  static func letters(
    _ generator: inout SeededGenerator, _ count: Int
  ) -> [Unicode.Scalar] {
    (0..<count).map { _ in generator.pick(alphabet) }
  }

  private static let alphabet = Array("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژڤگک".unicodeScalars)
  private static let tashkeel: [Unicode.Scalar] =
    ["\u{0640}", "\u{0610}", "\u{061A}", "\u{0670}", "\u{06D6}", "\u{200C}", "\u{200D}"]
    + "\u{064B}\u{064C}\u{064D}\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}".unicodeScalars

  /// A word with marks anywhere, at its head too.
  private static func vocalized(
    _ generator: inout SeededGenerator, _ count: Int
  ) -> [Unicode.Scalar] {
    (0..<count).map { _ in
      generator.number(below: 3) == 0 ? generator.pick(tashkeel) : generator.pick(alphabet)
    }
  }

  /// Invisible characters, and letters, marks and digits of scripts that hardly ever stand in an Arabic text.
  private static let rare: [ClosedRange<UInt32>] = [
    0x00...0x7F, 0x80...0xFF, 0x0100...0x02FF, 0x0370...0x05FF, 0x0700...0x08FF, 0x0900...0x0DFF,
    0x1E00...0x1FFF, 0x2000...0x206F, 0x200B...0x200F, 0x2190...0x2BFF, 0x3000...0x30FF,
    0x4E00...0x4EFF, 0xFE00...0xFE2F, 0x10A60...0x10A7F, 0x1EE00...0x1EEFF, 0x1F300...0x1F6FF,
  ]

  private static func scalars(
    of block: ClosedRange<UInt32>, _ generator: inout SeededGenerator, _ count: Int
  ) -> [Unicode.Scalar] {
    (0..<count).compactMap { _ in Unicode.Scalar(UInt32.random(in: block, using: &generator)) }
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
