/// The words of a sentence with what stands between them: where commas part it outside quotations and brackets.
struct SentenceOutline {
  /// A word, and the marks before it.
  struct Token {
    var key: WordKey
    var start: Int
    var end: Int
    /// Whether it stands inside a quotation or a bracket.
    var isInside: Bool
    /// Whether it stands inside a quotation.
    var isQuoted: Bool
    /// Where what stands before it ends: behind the last word and its closing marks, before comma and space.
    var previousEnd: Int
    /// Where the comma before it stands, outside quotations and brackets; nil where there is none.
    var comma: Int?
    /// Behind that comma.
    var commaEnd: Int
    /// Whether a colon, or an opening quotation mark, stands before it.
    var opensSpeech: Bool
  }

  private(set) var tokens: [Token] = []
  /// Brackets outside quotations: their place with both marks, and the words inside.
  private(set) var brackets: [(range: TextRange, words: Range<Int>)] = []
  /// Dashes with a space on both sides, outside quotations and brackets: their place and the word behind.
  private(set) var dashes: [(range: TextRange, word: Int)] = []
  /// Whether every quotation and bracket is closed.
  private(set) var isBalanced = true
  /// Where the last word or closing mark ends: behind it the final mark stands.
  private(set) var contentEnd: Int

  /// A longer sentence is a list, and nobody's to be cut.
  private static let longest = 160

  /// Nil where the sentence has too many words. Linear.
  init?(_ text: Span<UInt8>, _ range: TextRange) {
    contentEnd = range.start
    var scanner = WordScanner(range)
    var quotation: UInt32?
    var opener: (offset: Int, word: Int)?
    var position = range.start
    while true {
      let word = scanner.next(text)
      let gapEnd = word?.start ?? range.end
      var comma: Int?
      var commaEnd = gapEnd
      var opensSpeech = false
      var offset = position
      while offset < gapEnd {
        let (scalar, count) = text.scalar(at: offset, limit: gapEnd)
        let isOutside = quotation == nil && opener == nil
        switch scalar {
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E:
          if let open = quotation {
            if Self.closes(scalar, open) {
              quotation = nil
              contentEnd = offset + count
            }
          } else if scalar == 0xBB || scalar == 0x201D {
            isBalanced = false
          } else {
            quotation = scalar
            opensSpeech = true
          }
        case 0x28, 0x5B:
          if quotation == nil {
            if opener != nil { isBalanced = false }
            opener = (offset, tokens.count)
          }
        case 0x29, 0x5D:
          if quotation == nil {
            if let open = opener {
              brackets.append(
                (TextRange(start: open.offset, end: offset + count), open.word..<tokens.count))
              contentEnd = offset + count
            } else {
              isBalanced = false
            }
            opener = nil
          }
        case 0x060C, 0x2C, 0x061B:
          if isOutside, comma == nil {
            comma = offset
            commaEnd = offset + count
          }
        case 0x3A: if isOutside { opensSpeech = true }
        case 0x2D, 0x2013, 0x2014:
          let isSpaced =
            offset > range.start && text[offset - 1] == 0x20 && offset + count < range.end
            && text[offset + count] == 0x20
          if isOutside, isSpaced {
            dashes.append((TextRange(start: offset, end: offset + count), tokens.count))
          }
        case 0x25, 0x066A: contentEnd = offset + count
        default: break
        }
        offset += count
      }
      guard let word else { break }
      guard tokens.count < Self.longest else { return nil }
      tokens.append(
        Token(
          key: word.key, start: word.start, end: word.end,
          isInside: quotation != nil || opener != nil, isQuoted: quotation != nil,
          previousEnd: contentEnd, comma: comma,
          commaEnd: commaEnd, opensSpeech: opensSpeech))
      contentEnd = word.end
      position = word.end
    }
    if quotation != nil || opener != nil { isBalanced = false }
  }

  private static func closes(_ mark: UInt32, _ opener: UInt32) -> Bool {
    switch opener {
    case 0x22: mark == 0x22
    case 0xAB: mark == 0xBB
    default: mark == 0x201D || mark == 0x201C
    }
  }

  /// The longest phrase of one of the classes that begins at a word.
  func phrase(
    at index: Int, in classes: WordClasses, _ lexicon: Lexicon
  ) -> (count: Int, classes: WordClasses)? {
    var keys = InlineArray<5, WordKey>(repeating: .empty)
    let count = max(0, min(5, tokens.count - index))
    for place in 0..<count { keys[place] = tokens[index + place].key }
    return lexicon.phrase(at: keys.span.extracting(0..<count), in: classes)
  }
}
