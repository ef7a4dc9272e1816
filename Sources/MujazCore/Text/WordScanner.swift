internal import CICU

/// One word of a text: a maximal run of letters, digits and marks.
struct Word {
  /// Where it stands, with the marks inside it.
  var start: Int
  var end: Int
  /// Its folded letters.
  var key: WordKey
  /// Whether it is part of a URL or an e-mail address, and so no term.
  var isAddress: Bool
}

/// Walks over the words of a text.
///
/// A word is a maximal run of letters, digits and marks, as counted by `--words`: `2.5` is two words,
/// `#وسم_طويل` two, `example.com` two. Marks, tatweel and format controls inside a word belong to it and leave its
/// key untouched. One pass over the bytes, no allocation: 600 to 700 MB/s.
struct WordScanner {
  private var position: Int
  private let limit: Int
  /// Words that start before this offset are parts of an address.
  private var addressEnd: Int
  /// Latin runs up to here have been looked at.
  private var runEnd: Int
  // The tables, held here so that a word costs no reference counting.
  private let ascii = Letter.ascii
  private let arabic = Letter.arabic

  @inline(__always)
  init(from start: Int, to end: Int) {
    position = start
    limit = end
    addressEnd = start
    runEnd = start
  }

  @inline(__always)
  init(_ range: TextRange) { self.init(from: range.start, to: range.end) }

  /// The next word, nil behind the last.
  @inline(__always)
  mutating func next(_ text: Span<UInt8>) -> Word? {
    var key = WordKeyBuilder()
    var start = position
    var end = position
    while position < limit {
      let byte = text[position]
      if byte & 0xFC == 0xD8, position + 1 < limit {
        let code = arabic[Int(byte & 3) << 6 | Int(text[position + 1] & 0x3F)]
        if code > Letter.isIgnorable {
          if key.count == 0 { start = position }
          if code != Letter.isRaw {
            key.append(code)
          } else {
            key.append(byte)
            key.append(text[position + 1])
          }
          position += 2
          end = position
        } else if code == Letter.isBreak, key.count > 0 {
          break
        } else {
          position += 2
          if key.count > 0 { end = position }
        }
      } else if byte < 0x80 {
        let code = ascii[Int(byte)]
        if code != 0 {
          if key.count == 0 {
            start = position
            if byte >= 0x41, position >= runEnd { lookForAddress(text) }
          }
          key.append(code)
          position += 1
          end = position
        } else if key.count > 0 {
          break
        } else {
          position += 1
        }
      } else if !takeRare(text, key: &key, start: &start, end: &end) {
        break
      }
    }
    guard key.count > 0 else { return nil }
    return Word(start: start, end: end, key: key.key, isAddress: start < addressEnd)
  }

  @inline(never)
  private mutating func lookForAddress(_ text: Span<UInt8>) {
    let run = Address.scan(text, from: position, limit: limit)
    runEnd = run.runEnd
    if let end = run.addressEnd { addressEnd = end }
  }

  /// One scalar outside ASCII and the Arabic block. False when it ends the word.
  @inline(never)
  private mutating func takeRare(
    _ text: Span<UInt8>, key: inout WordKeyBuilder, start: inout Int, end: inout Int
  ) -> Bool {
    let (scalar, count) = text.scalar(at: position, limit: limit)
    if (PresentationForms.first...PresentationForms.last).contains(scalar) {
      let letters = Letter.presentationForms[scalar]
      if !letters.isEmpty {
        if key.count == 0 { start = position }
        for code in letters { key.append(code) }
        position += count
        end = position
        return true
      }
    }
    switch cicu_classify(scalar) {
    case cicu_letter, cicu_digit:
      if key.count == 0 { start = position }
      for k in 0..<count { key.append(text[position + k]) }
      position += count
      end = position
      return true
    case cicu_ignorable:
      position += count
      if key.count > 0 { end = position }
      return true
    default:
      if key.count > 0 { return false }
      position += count
      return true
    }
  }
}

extension Span<UInt8> {
  /// The number of words in a range, counted as `--words` counts them. Linear in the range.
  func wordCount(_ range: TextRange) -> Int {
    var words = WordScanner(range)
    var count = 0
    while words.next(self) != nil { count += 1 }
    return count
  }

  /// The first word at or behind `offset`.
  func word(from offset: Int, limit: Int) -> Word? {
    var words = WordScanner(from: offset, to: limit)
    return words.next(self)
  }

  /// The word that ends at `offset`: nothing but its own letters may stand between.
  func word(endingAt offset: Int, floor: Int) -> Word? {
    var start = offset
    while start > floor {
      let previous = scalarStart(before: start, floor: floor)
      if !isWordPart(at: previous, limit: start) { break }
      start = previous
    }
    guard start < offset, let word = word(from: start, limit: offset) else { return nil }
    return word
  }

  /// Whether the scalar at `offset` is a letter, a digit or a mark.
  func isWordPart(at offset: Int, limit: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return Letter.ascii[Int(byte)] != 0 }
    if byte & 0xFC == 0xD8, offset + 1 < limit {
      return Letter.arabic[Int(byte & 3) << 6 | Int(self[offset + 1] & 0x3F)] != Letter.isBreak
    }
    return cicu_classify(scalar(at: offset, limit: limit).value) != cicu_break
  }
}
