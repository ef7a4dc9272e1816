extension BilingualDictionary {
  /// Reads tab-separated lines: a word, a translation or several parted by `|`. Lines that begin with `#` are passed over.
  public init(tabSeparated bytes: [UInt8]) throws(PackageError) {
    var pairs = WordPairs()
    for (number, line) in try TextFile.text(bytes).textLines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 2 else {
        throw PackageError(line: number + 1, "a word, a tab and a translation are expected")
      }
      // What is too long for a word has no translations.
      guard cells[0].utf8.count <= WordPairs.longest else { continue }
      let word = String(cells[0])
      for translation in cells[1].split(separator: "|") {
        try pairs.add(word, String(translation), line: number + 1)
      }
    }
    self.init(pairs.pairs)
  }

  /// Reads a dictionary of the dictd form, as freedict has it: an index of headwords with places in base 64, and the file of
  /// entries, unpacked. An entry is its headword, and behind it translations, a line each or parted by commas and semicolons.
  ///
  /// Many headwords may name one entry, which is read once. Entries that lie over one another may make no more than four times the file,
  /// and all pairs no more than `WordPairs` holds.
  public init(dictdIndex index: [UInt8], entries: [UInt8]) throws(PackageError) {
    var pairs = WordPairs()
    var known: [Range<Int>: [String]] = [:]
    var read = 0
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
      let place = start..<start + size
      if known[place] == nil {
        read += size
        guard read <= 4 * entries.count + Self.freeBytes else {
          throw PackageError(
            line: number + 1, "the entries lie over one another: four times the dictionary is read")
        }
        known[place] = Self.translations(inEntry: String(decoding: entries[place], as: UTF8.self))
      }
      guard let translations = known[place], !translations.isEmpty else { continue }
      let headwords = cells[0].unicodeScalars.split(whereSeparator: Self.isSeparator).map {
        String($0)
      }
      for translation in translations {
        for headword in headwords { try pairs.add(headword, translation, line: number + 1) }
      }
    }
    self.init(pairs.pairs)
  }

  /// Read whatever the size of the file.
  private static let freeBytes = 64 << 10

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
