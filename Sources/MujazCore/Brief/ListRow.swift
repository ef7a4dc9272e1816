/// Tells the rows of tables, line-ups and lists of prices, times or names from sentences.
///
/// Bias: a sentence in doubt is one. A row is parted by marks or numbers into pieces of a few words, and has hardly a function word:
///
///     1 الهلال 12 10 1 1 31        خط الدفاع: سامي جابر، يوسف حداد، كريم ناصر        الفجر 4:12، الظهر 11:58
enum ListRow {
  /// Fewer words are no row.
  private static let shortest = 4
  /// A piece of more words between two marks or numbers is a clause.
  private static let longestPiece = 6
  /// So many words to a mark or a number.
  private static let density = 4
  /// Of so many words at most half a one is a function word, or one begins with و.
  private static let prose = 6
  /// What parts a row besides commas.
  private static let parting: Gap = [.colon, .semicolon, .dash, .lineBreak, .other]

  private static let separating: Gap = parting.union(.comma)

  /// Whether a sentence is a row. Linear in its words, and as a rule done after the first of them.
  static func isRow(_ words: Words, _ sentence: SentenceWords) -> Bool {
    !beginsPlainly(words, sentence) && isParted(words, sentence)
  }

  /// Whether so many words stand at its beginning, and nothing between them, that it is none.
  private static func beginsPlainly(_ words: Words, _ sentence: SentenceWords) -> Bool {
    let last = sentence.first + longestPiece
    guard last < sentence.end else { return false }
    var word = last
    while word > sentence.first {
      if !words.gap(word).isDisjoint(with: separating) { return false }
      if words.known(word).share.contains(.number) { return false }
      word -= 1
    }
    return !words.known(word).share.contains(.number)
  }

  private static func isParted(_ words: Words, _ sentence: SentenceWords) -> Bool {
    let count = sentence.count
    var (marks, commas, numbers, prose, piece) = (0, 0, 0, 0, 0)
    for word in sentence.words {
      let known = words.known(word)
      if word > sentence.first {
        let gap = words.gap(word)
        if parts(words, word, gap) {
          marks += 1
          piece = 0
        } else if gap.contains(.comma) {
          commas += 1
          piece = 0
        }
      }
      if known.share.contains(.number) {
        numbers += 1
        piece = 0
        continue
      }
      piece += 1
      if known.stem < 0 && known.key.count > 1 || known.share.contains(.claim) {
        prose += 2
      } else if known.key.first == Letter.waw, known.key.count > 3 {
        prose += 1
      }
      if piece > longestPiece || prose * self.prose > count { return false }
    }
    guard count >= shortest, (marks + commas + numbers) * density >= count else { return false }
    // Numbers alone make a row only where they are half of it.
    if marks + commas == 0 { return numbers * 2 >= count }
    return marks + numbers >= 2 || marks == 1 && commas >= 2
  }

  /// Whether a mark with a space, a colon or a line break stands before a word: - in سالم - نادر, not in سان-جرمان.
  @inline(__always)
  private static func parts(_ words: Words, _ word: Int, _ gap: Gap) -> Bool {
    guard !gap.isDisjoint(with: parting) else { return false }
    return !gap.isDisjoint(with: [.lineBreak, .colon])
      || words.start(word) - words.end(word - 1) > 1
  }

  /// Whether a sentence ends in a list of many names or the like between dashes: وهذه التشكيلة: سالم – نادر – ….
  static func endsInList(_ words: Words, _ sentence: SentenceWords) -> Bool {
    var (dashes, piece) = (0, 0)
    for word in sentence.words.dropFirst().reversed() {
      piece += 1
      if words.gap(word).contains(.dash), words.start(word) - words.end(word - 1) > 1 {
        dashes += 1
        piece = 0
        if dashes == manyDashes { return true }
      } else if piece > longestItem {
        return false
      }
    }
    return false
  }

  private static let manyDashes = 6
  private static let longestItem = 4

  /// Whether a sentence is the line of a list by its first word, and no mark ends it: مواقيت الصلاة في القاهرة.
  static func isHead(_ words: Words, _ sentence: SentenceWords) -> Bool {
    guard sentence.count <= longestHead, !words.text.endsSentence(sentence.range) else {
      return false
    }
    var keys = InlineArray<3, WordKey>(repeating: .empty)
    let count = min(3, sentence.count)
    for place in 0..<count { keys[place] = words.key(sentence.first + place) }
    return Lexicon.genres.phrase(at: keys.span.extracting(0..<count), in: .listHead) != nil
  }

  /// A line of more words says something.
  private static let longestHead = 12

  /// Whether a segment may be a line of a list by its looks: some words, or a few more and a number, and no mark ends it.
  static func isLine(_ segment: Segment, of text: Span<UInt8>) -> Bool {
    let range = segment.range
    guard [.body, .caption, .byline].contains(segment.role), range.count <= longestLine,
      !text.endsSentence(range)
    else { return false }
    return range.count <= shortLine
      || (range.start..<range.end).contains { text.isDigit(at: $0, limit: range.end) }
  }

  /// In bytes: a dozen words, and four or five.
  private static let longestLine = 130
  private static let shortLine = 45
}

extension Span<UInt8> {
  /// Whether a mark that ends a sentence stands at the end of a range, or a closing mark does.
  fileprivate func endsSentence(_ range: TextRange) -> Bool {
    let last = scalarStart(before: range.end, floor: range.start)
    switch scalar(at: last, limit: range.end).value {
    case 0x2E, 0x21, 0x3F, 0x061F, 0x2026, 0x06D4, 0x22, 0xBB, 0x201D: return true
    default: return false
    }
  }
}
