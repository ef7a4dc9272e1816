import Foundation
import TestSupport
import Testing

@testable import MujazInput

/// Texts in every charset, whole and damaged: made here from the fixture articles, and read back.
@Suite struct EncodingTests {
  /// Bodies of fixture articles, cut to sizes at a whole character.
  static let texts: [String] = ((try? PageTemplate.Content.all()) ?? []).flatMap { content in
    let body = content.paragraphs.joined(separator: "\n")
    return [50, 200, 1000, 10_000].map { Self.cut(body, $0) }
  }

  private static func cut(_ text: String, _ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var size = 0
    for scalar in text.unicodeScalars {
      size += UTF8.width(scalar)
      if size > count { break }
      scalars.append(scalar)
    }
    return String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("There are texts of 50 bytes and more")
  func count() { #expect(Self.texts.count >= 40) }

  // MARK: Charsets

  enum Form: String, CaseIterable {
    case utf8, utf8WithMark, utf16LE, utf16BE, utf16LEWithMark, utf16BEWithMark, windows1256,
      iso8859p6

    var name: String {
      switch self {
      case .utf8, .utf8WithMark: "UTF-8"
      case .utf16LE, .utf16LEWithMark: "UTF-16LE"
      case .utf16BE, .utf16BEWithMark: "UTF-16BE"
      case .windows1256: "windows-1256"
      case .iso8859p6: "ISO-8859-6"
      }
    }

    /// A text as it is when the charset has all its characters, and its bytes.
    func encode(_ text: String) -> (text: String, bytes: [UInt8]) {
      switch self {
      case .utf8: (text, Array(text.utf8))
      case .utf8WithMark: (text, [0xEF, 0xBB, 0xBF] + text.utf8)
      case .utf16LE: (text, Self.wide(text, isLittle: true))
      case .utf16BE: (text, Self.wide(text, isLittle: false))
      case .utf16LEWithMark: (text, [0xFF, 0xFE] + Self.wide(text, isLittle: true))
      case .utf16BEWithMark: (text, [0xFE, 0xFF] + Self.wide(text, isLittle: false))
      case .windows1256: narrow(text, .windows1256)
      case .iso8859p6: narrow(text, .iso8859p6)
      }
    }

    private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
      text.utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
    }

    private func narrow(_ text: String, _ charset: Charset) -> (String, [UInt8]) {
      let scalars = charset.scalarsOfBytes
      var kept = ""
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = scalars.firstIndex(of: scalar.value) else { continue }
        kept.unicodeScalars.append(scalar)
        bytes.append(UInt8(byte))
      }
      return (kept, bytes)
    }
  }

  @Test("Every charset is told by its bytes, at every size", arguments: Form.allCases)
  func charset(_ form: Form) throws {
    for text in Self.texts {
      let (expected, bytes) = form.encode(text)
      let decoded = try Decoded(bytes)
      #expect(decoded.text == expected, "\(form), \(text.utf8.count) bytes")
      #expect(decoded.encoding == form.name, "\(form), \(text.utf8.count) bytes")
      #expect(decoded.repairs == [])
    }
  }

  @Test("A charset that is named is taken, whatever the bytes look like")
  func forced() throws {
    let bytes = Form.windows1256.encode("قال الوزير نعم").bytes
    let charset = try #require(Charset(named: "ISO-8859-6"))
    #expect(try Decoded(bytes, TextDecoder(charset: charset)).text != "قال الوزير نعم")
    #expect(
      try Decoded(bytes, TextDecoder(charset: Charset(named: "cp1256"))).text == "قال الوزير نعم")
    #expect(Charset(named: "cp1256")?.name == "windows-1256")
    #expect(Charset(named: "arabic")?.name == "ISO-8859-6")
    #expect(Charset(named: "no-such-charset") == nil)
    #expect(Charset(named: "") == nil)
  }

  @Test("French and English in one byte a letter stay what they are")
  func latin() throws {
    let bytes: [UInt8] = Array("Le caf".utf8) + [0xE9] + Array(" est ferm".utf8) + [0xE9]
    #expect(try Decoded(bytes).text == "Le café est fermé")
  }

  @Test("Spaces on every second place make no UTF-16")
  func spaces() throws {
    let text = String(repeating: "a - ", count: 100)
    #expect(try Decoded(Array(text.utf8)).encoding == "UTF-8")
  }

  // MARK: Damage

  @Test("A character that is cut at the end is left out", arguments: texts.prefix(8))
  func cutTail(_ text: String) throws {
    let decoded = try Decoded(Array((text + "ن").utf8.dropLast()))
    #expect(decoded.text == text)
    #expect(decoded.repairs == [.truncatedTail])
    var wide = Form.utf16LE.encode(text).bytes
    wide.removeLast()
    #expect(try Decoded(wide).repairs == [.truncatedTail])
  }

  @Test("NUL bytes are left out, and too many make no text", arguments: texts.prefix(8))
  func nulls(_ text: String) throws {
    let bytes = text.utf8.enumerated().flatMap { (offset, byte) -> [UInt8] in
      offset % 20 == 19 ? [0, byte] : [byte]
    }
    let decoded = try Decoded(bytes)
    #expect(decoded.text == text)
    #expect(decoded.repairs == [.nulBytes])
    #expect(throws: InputError.self) {
      try Decoded(Array(repeating: 0, count: text.utf8.count) + Array(text.utf8))
    }
  }

  @Test("Bytes that are no character become U+FFFD")
  func garbage() throws {
    var bytes = Array("قالت الوزيرة اليوم إن الجسر الجديد سيفتح أمام الجميع.".utf8)
    bytes[20] = 0xFF
    let decoded = try Decoded(bytes)
    #expect(decoded.text.contains("\u{FFFD}"))
    #expect(decoded.text.hasSuffix("الجسر الجديد سيفتح أمام الجميع."))
    #expect(decoded.repairs == [.invalidBytes])
  }

  @Test("Binary data is no text")
  func binary() {
    var state: UInt64 = 7
    let bytes = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let error = #expect(throws: InputError.self) { try Decoded(bytes) }
    #expect(error?.code == .notText)
  }

  @Test("Text that was read in a wrong charset is turned back", arguments: texts)
  func mojibake(_ text: String) throws {
    let utf8 = Array(text.utf8)
    for charset in [Charset.windows1252, .windows1256] {
      let scalars = charset.scalarsOfBytes
      let wrong = String(
        String.UnicodeScalarView(
          utf8.map { byte in
            let scalar = scalars[Int(byte)]
            return Unicode.Scalar(scalar == 0xFFFD ? UInt32(byte) : scalar) ?? " "
          }))
      let decoded = try Decoded(Array(wrong.utf8))
      #expect(decoded.text == text, "\(charset.name), \(text.utf8.count) bytes")
      #expect(decoded.repairs == [.mojibake])
    }
    let (kept, narrow) = Form.windows1256.encode(text)
    let latin = Charset.windows1252.scalarsOfBytes
    let wrong = String(
      String.UnicodeScalarView(
        narrow.map { byte in
          let scalar = latin[Int(byte)]
          return Unicode.Scalar(scalar == 0xFFFD ? UInt32(byte) : scalar) ?? " "
        }))
    #expect(try Decoded(Array(wrong.utf8)).text == kept)
  }

  @Test(
    "What only looks a little like mojibake is left alone",
    arguments: [
      "À la carte, façade, Ørsted, Åre", "الطقس: طوفان طفيف وعواصف ظهرا",
      "خط الطيران وظلال الطباعة",
      "Ø§ وحدها رمز لا معنى له في هذا النص العربي الطويل.", "naïve café, déjà vu",
    ])
  func noMojibake(_ text: String) throws {
    let decoded = try Decoded(Array(text.utf8))
    #expect(decoded.text == text)
    #expect(decoded.repairs == [])
  }

  // MARK: Forms

  @Test("Presentation forms become letters, and visual lines are turned round")
  func forms() throws {
    let shaped = "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ 12 ﻗﺮﻳﺔ (ﺟﺪﻳﺪﺓ) ﺳﺘﺴﺘﻔﻴﺪ ﻣﻦ ﺍﻷﺷﻐﺎﻝ."
    let plain = "قال الوزير إن 12 قرية (جديدة) ستستفيد من الأشغال."
    let logical = try Decoded(Array(shaped.utf8))
    #expect(logical.text == plain)
    #expect(logical.repairs == [.presentationForms])
    // The line as it is drawn: from left to right, the number in its own order, brackets mirrored.
    let mirror: [Character: Character] = ["(": ")", ")": "("]
    let visual = String(shaped.reversed().map { mirror[$0] ?? $0 }).replacingOccurrences(
      of: "21", with: "12")
    let turned = try Decoded(Array(visual.utf8))
    #expect(turned.text == plain)
    #expect(turned.repairs == [.presentationForms, .visualOrder])
  }

  @Test("Signs that are one character stay")
  func signs() throws {
    let text = "قال النبي ﷺ ﴿آية﴾ وثمنه ٥ ﷼"
    let decoded = try Decoded(Array(text.utf8))
    #expect(decoded.text == text)
    #expect(decoded.repairs == [])
  }

  @Test("A million marks between forms are read in linear time")
  func marks() throws {
    let start = ContinuousClock.now
    _ = try Decoded(Array(("ﻣﺤﻤﺪ" + String(repeating: ".", count: 1_000_000)).utf8))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  // MARK: Strict

  @Test("Question marks around every space are left out, and none that may be a question's")
  func strayMarks() throws {
    let damaged =
      "نظمت? ?الوزارة? ?اليوم? ?ملتقى? ?وطنيا? ?في? ?عمان?:? ?حضره? ?الوزير،? ?وسأل: متى? غادر?.?"
    let decoded = try Decoded(Array(damaged.utf8))
    #expect(
      decoded.text == "نظمت الوزارة اليوم ملتقى وطنيا في عمان: حضره الوزير، وسأل: متى? غادر.")
    #expect(decoded.repairs == [.strayMarks])
    for text in [
      "متى? ?أين? ?كيف", "متى ? ? أين", String(repeating: "متى يبدأ? متى ينتهي? ", count: 20),
    ] {
      #expect(try Decoded(Array(text.utf8)).repairs == [])
    }
  }

  @Test("Where nothing is repaired, damage is refused by its name")
  func strict() throws {
    let strict = TextDecoder(isStrict: true)
    func code(_ bytes: [UInt8]) -> InputError.Code? {
      (#expect(throws: InputError.self) { try Decoded(bytes, strict) })?.code
    }
    #expect(code(Array("قال نعم".utf8.dropLast())) == .invalidUTF8)
    #expect(code(Array("قا\u{0}ل نعم وذهب".utf8)) == .notText)
    #expect(code(Array("ﻣﺤﻤﺪ".utf8)) == .damagedText)
    #expect(code(Array("Ø§Ù„Ø®Ø¨Ø± Ø§Ù„Ø£ÙˆÙ„".utf8)) == .damagedText)
    #expect(
      try Decoded(Form.windows1256.encode("قال الوزير نعم").bytes, strict).text == "قال الوزير نعم")
  }
}
