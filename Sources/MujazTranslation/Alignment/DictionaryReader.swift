extension BilingualDictionary {
  /// Reads tab-separated lines: a word, a translation or several parted by `|`. Lines that begin with `#` are passed over.
  public init(tabSeparated bytes: [UInt8]) throws(PackageError) {
    var pairs: [(source: String, target: String)] = []
    for (number, line) in try TextFile.text(bytes).textLines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 2 else {
        throw PackageError(line: number + 1, "a word, a tab and a translation are expected")
      }
      for translation in cells[1].split(separator: "|") {
        pairs.append((String(cells[0]), String(translation)))
      }
    }
    self.init(pairs)
  }

  /// Reads a dictionary of the dictd form, as freedict has it: an index of headwords with places in base 64, and the file of
  /// entries, unpacked. An entry is its headword, and behind it translations, a line each or parted by commas and semicolons.
  public init(dictdIndex index: [UInt8], entries: [UInt8]) throws(PackageError) {
    var pairs: [(source: String, target: String)] = []
    for (number, line) in try TextFile.text(index).textLines.enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 3, let start = Base64.number(cells[1]),
        let size = Base64.number(cells[2])
      else { throw PackageError(line: number + 1, "not the index of a dictd dictionary") }
      guard start <= entries.count, size <= entries.count - start else {
        throw PackageError(line: number + 1, "the entry lies behind the end of the dictionary")
      }
      // What the database says of itself.
      if cells[0].hasPrefix("00") { continue }
      let entry = String(decoding: entries[start..<start + size], as: UTF8.self)
      let headwords = cells[0].unicodeScalars.split(whereSeparator: Self.isSeparator)
      for translation in Self.translations(inEntry: entry) {
        for headword in headwords {
          pairs.append((String(headword), translation))
        }
      }
    }
    self.init(pairs)
  }

  /// The translations of an entry: what follows its first line, without numbers, and remarks in brackets left out.
  private static func translations(inEntry entry: String) -> [String] {
    entry.textLines.dropFirst().flatMap { line in
      var text = String.UnicodeScalarView()
      var depth = 0
      for scalar in line.unicodeScalars {
        switch scalar {
        case "(", "[", "<", "{": depth += 1
        case ")", "]", ">", "}": depth -= 1
        default: if depth <= 0 { text.append(scalar) }
        }
      }
      return text.split(whereSeparator: isSeparator).map { part in
        String(part.drop { ("0"..."9").contains($0) || $0 == "." || $0 == " " || $0 == "\t" })
      }
    }.filter { !$0.isEmpty }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == ";" || scalar == "\u{060C}" || scalar == "\u{061B}"
  }
}

/// The numbers of a dictd index: digits of base 64, the highest first.
private enum Base64 {
  /// Nil for what is no number below 2⁴².
  static func number(_ digits: Substring) -> Int? {
    guard (1...7).contains(digits.utf8.count) else { return nil }
    var number = 0
    for byte in digits.utf8 {
      let digit: Int
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = Int(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = Int(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = Int(byte) + 4
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: return nil
      }
      number = number << 6 | digit
    }
    return number
  }
}
