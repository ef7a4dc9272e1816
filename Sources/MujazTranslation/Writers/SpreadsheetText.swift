/// The text of a spreadsheet's cell as it is written in its file (ECMA-376, ST_Xstring).
///
/// A character that XML can't hold is `_x` and four digits and `_`; a text that reads so of itself has its first `_` written
/// that way.
///
///     قال␛نعم  →  قال_x001B_نعم        _x0041_  →  _x005F_x0041_
enum SpreadsheetText {
  /// The most characters that a cell holds, counted as UTF-16.
  static let mostCharacters = 32_767
  /// The most rows that a sheet has.
  static let mostRows = 1_048_576

  /// Whether a cell can hold a text.
  static func fits(_ text: String) -> Bool {
    text.utf8.count <= mostCharacters || text.utf16.count <= mostCharacters
  }

  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 == underscore || !needsEscape($0) }
    if isPlain, !text.utf8.contains(underscore) { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if needsEscape(byte) || code(bytes, at: index) != nil {
        result.append(contentsOf: "_x00".utf8)
        result.append(digit(byte >> 4))
        result.append(digit(byte & 15))
        result.append(underscore)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(underscore) else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt16] = []
    var result: [UInt8] = []
    var index = 0
    func endUnits() {
      // Halves of a pair stand in two codes, one behind the other.
      result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      units.removeAll()
    }
    while index < bytes.count {
      if let unit = code(bytes, at: index) {
        units.append(unit)
        index += 7
      } else {
        if !units.isEmpty { endUnits() }
        result.append(bytes[index])
        index += 1
      }
    }
    endUnits()
    return String(decoding: result, as: UTF8.self)
  }

  private static let underscore = UInt8(ascii: "_")

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }

  /// What `_x001B_` at a place stands for; nil where no such code is there.
  private static func code(_ bytes: [UInt8], at place: Int) -> UInt16? {
    guard bytes[place] == underscore, place + 6 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == underscore
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
