internal import CICU

/// One word of a text: a maximal run of letters, digits and marks.
package struct Word {
  /// Where it stands, with the marks inside it.
  package var start: Int
  package var end: Int
  /// Its folded letters.
  package var key: WordKey
  /// Whether it is part of a URL or an e-mail address, and so no term.
  package var isAddress: Bool
}

/// Walks over the words of a text.
///
/// A word is a maximal run of letters, digits and marks, as counted by `--words`: `2.5` is two words,
/// `#وسم_طويل` two, `example.com` two. Marks, tatweel and format controls inside a word belong to it and leave its
/// key untouched. One pass over the bytes, no allocation.
package struct WordScanner {
  private var position: Int
  private let limit: Int
  /// Words that start before this offset are parts of an address.
  private var addressEnd: Int
  /// Latin runs up to here have been looked at.
  private var runEnd: Int
  private let ascii = Letter.ascii
  private let arabic = Letter.arabic

  /// `end` must not be behind the end of the text that is scanned.
  @inline(__always)
  package init(from start: Int, to end: Int) {
    position = start
    limit = end
    addressEnd = start
    runEnd = start
  }

  @inline(__always)
  package init(_ range: TextRange) { self.init(from: range.start, to: range.end) }

  /// Goes on at a later offset, between two words.
  mutating func go(to offset: Int) { position = offset }

  /// The next word, nil behind the last.
  @inline(__always)
  package mutating func next(_ text: Span<UInt8>) -> Word? {
    precondition(limit <= text.count)
    var offset = position
    while offset < limit, text[unchecked: offset] == 0x20 { offset &+= 1 }

    // Nearly every word is up to sixteen Arabic letters and then a space or a mark: those are gathered in registers.
    let start = offset
    let low = letters(text, &offset)
    let high = low >= 1 &<< 56 ? letters(text, &offset) : 0
    if low != 0, endsWord(text, offset) {
      position = offset
      let bits = UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
      let key = WordKey(bits: bits)
      return Word(start: start, end: offset, key: key, isAddress: start < addressEnd)
    }
    position = offset
    return finish(text, WordKeyBuilder(low: low, high: high), start: start)
  }

  /// Up to eight plain Arabic letters, packed; `offset` moves behind them.
  @inline(__always)
  private func letters(_ text: Span<UInt8>, _ offset: inout Int) -> UInt64 {
    var letters: UInt64 = 0
    var shift: UInt64 = 0
    while offset &+ 1 < limit, shift < 64 {
      let byte = text[unchecked: offset]
      guard byte & 0xFC == 0xD8 else { break }
      let code = arabic[byte, text[unchecked: offset &+ 1]]
      guard code > Letter.isIgnorable, code != Letter.isRaw else { break }
      letters |= UInt64(truncatingIfNeeded: code) &<< shift
      shift &+= 8
      offset &+= 2
    }
    return letters
  }

  /// Whether what stands at `offset` surely ends a word: a space, an ASCII mark or one of the Arabic ones.
  @inline(__always)
  private func endsWord(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset < limit else { return true }
    let byte = text[unchecked: offset]
    if byte < 0x80 { return ascii[byte] == Letter.isBreak }
    return byte & 0xFC == 0xD8 && offset &+ 1 < limit
      && arabic[byte, text[unchecked: offset &+ 1]] == Letter.isBreak
  }

  /// Reads on where a word is more than short and Arabic, or has not begun.
  @inline(never)
  private mutating func finish(
    _ text: Span<UInt8>, _ begun: WordKeyBuilder, start wordStart: Int
  ) -> Word? {
    var key = begun
    var offset = position
    var start = wordStart
    var end = offset
    // Offsets are below `limit` throughout, so the bytes are read unchecked.
    while offset < limit {
      let byte = text[unchecked: offset]
      if byte & 0xFC == 0xD8, offset &+ 1 < limit {
        let trail = text[unchecked: offset &+ 1]
        let code = arabic[byte, trail]
        if code > Letter.isIgnorable {
          if key.count == 0 { start = offset }
          if code == Letter.isRaw {
            key.append(byte)
            key.append(trail)
          } else {
            key.append(code)
          }
          offset &+= 2
          end = offset
          continue
        }
        if code == Letter.isBreak, key.count > 0 { break }
        offset &+= 2
        if key.count > 0 { end = offset }
      } else if byte < 0x80 {
        let code = ascii[byte]
        if code != 0 {
          if key.count == 0 {
            start = offset
            if offset >= runEnd { lookForAddress(text, offset) }
          }
          key.append(code)
          offset &+= 1
          end = offset
        } else if key.count > 0 {
          break
        } else {
          offset &+= 1
        }
      } else if !takeRare(text, &offset, key: &key, start: &start, end: &end) {
        break
      }
    }
    position = offset
    guard key.count > 0 else { return nil }
    return Word(start: start, end: end, key: key.key, isAddress: start < addressEnd)
  }

  @inline(never)
  private mutating func lookForAddress(_ text: Span<UInt8>, _ offset: Int) {
    let run = Address.scan(text, from: offset, limit: limit)
    runEnd = run.runEnd
    if let end = run.addressEnd { addressEnd = end }
  }

  /// One scalar outside ASCII and the Arabic block. False when it ends the word.
  @inline(never)
  private func takeRare(
    _ text: Span<UInt8>, _ offset: inout Int, key: inout WordKeyBuilder, start: inout Int,
    end: inout Int
  ) -> Bool {
    let (scalar, count) = text.scalar(at: offset, limit: limit)
    let isFirst = key.count == 0
    var isPart = false
    if (PresentationForms.first...PresentationForms.last).contains(scalar) {
      for code in Letter.presentationForms[scalar] {
        if code == Letter.isIgnorable {
          offset += count
          if !isFirst { end = offset }
          return true
        }
        key.append(code)
        isPart = true
      }
    }
    if !isPart {
      switch cicu_classify(scalar) {
      case cicu_letter, cicu_digit:
        for place in 0..<count { key.append(text[offset + place]) }
        isPart = true
      case cicu_ignorable:
        offset += count
        if !isFirst { end = offset }
        return true
      default:
        if !isFirst { return false }
        offset += count
        return true
      }
    }
    if isFirst { start = offset }
    offset += count
    end = offset
    return true
  }
}
