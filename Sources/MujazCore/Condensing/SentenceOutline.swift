/// The words of a sentence with what stands between them: where commas part it outside quotations and brackets.
struct SentenceOutline: ~Escapable {
  /// A word, and the marks before it.
  struct Token {
    var key: WordKey
    /// What the lists say of it as it is written, and, where they say nothing, without its leading و or ف.
    var classes: WordClasses
    var either: WordClasses
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

  /// What the marks say of a word.
  private struct Place {
    var previousEnd: Int
    /// -1 where there is none.
    var comma = -1
    var commaEnd: Int
    var isInside: Bool
    var isQuoted: Bool
    var opensSpeech = false
  }

  private let words: Words
  /// The first word, and what the marks say of it and of those behind.
  private let first: Int
  private var places: [Place] = []
  /// Brackets outside quotations: their place with both marks, and the words inside.
  private(set) var brackets: [(range: TextRange, words: Range<Int>)] = []
  /// Dashes with a space on both sides, outside quotations and brackets: their place and the word behind.
  private(set) var dashes: [(range: TextRange, word: Int)] = []
  /// Whether every quotation and bracket is closed.
  private(set) var isBalanced = true
  /// Where the last word or closing mark ends: behind it the final mark stands.
  private(set) var contentEnd: Int

  /// A longer sentence is a list, and nobody's to be cut.
  static let longest = 160

  /// What the marks between two words have in it that an outline shows.
  private static let shown: Gap = [
    .comma, .semicolon, .colon, .mark, .bracket, .dash, .other,
  ]

  /// Outlines a sentence by its words. Linear.
  @_lifetime(copy words)
  init(_ words: Words, _ sentence: SentenceWords) {
    let range = sentence.range
    self.words = words
    first = sentence.first
    contentEnd = range.start
    places.reserveCapacity(sentence.count)
    var state = Nesting()
    var position = range.start
    for word in sentence.words {
      let start = words.start(word)
      var place = Place(previousEnd: contentEnd, commaEnd: start, isInside: false, isQuoted: false)
      if !words.gap(word).isDisjoint(with: Self.shown) {
        read(words.text, position, start, range, &state, &place)
        place.previousEnd = contentEnd
      }
      place.isQuoted = state.quotation != nil
      place.isInside = place.isQuoted || state.opener != nil
      places.append(place)
      contentEnd = words.end(word)
      position = contentEnd
    }
    var behind = Place(previousEnd: 0, commaEnd: range.end, isInside: false, isQuoted: false)
    read(words.text, position, range.end, range, &state, &behind)
    if state.quotation != nil || state.opener != nil { isBalanced = false }
  }

  /// The quotation and the bracket that are open.
  private struct Nesting {
    var quotation: UInt32?
    var opener: (offset: Int, word: Int)?
  }

  /// Reads the marks between two words.
  private mutating func read(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ range: TextRange, _ state: inout Nesting,
    _ place: inout Place
  ) {
    var offset = start
    while offset < end {
      let (scalar, count) = text.scalar(at: offset, limit: end)
      let isOutside = state.quotation == nil && state.opener == nil
      switch scalar {
      case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E:
        if let open = state.quotation {
          if Self.closes(scalar, open) {
            state.quotation = nil
            contentEnd = offset + count
          }
        } else if scalar == 0xBB || scalar == 0x201D {
          isBalanced = false
        } else {
          state.quotation = scalar
          place.opensSpeech = true
        }
      case 0x28, 0x5B:
        if state.quotation == nil {
          if state.opener != nil { isBalanced = false }
          state.opener = (offset, places.count)
        }
      case 0x29, 0x5D:
        if state.quotation == nil {
          closeBracket(TextRange(start: offset, end: offset + count), &state)
        }
      case 0x060C, 0x2C, 0x061B:
        if isOutside, place.comma < 0 {
          place.comma = offset
          place.commaEnd = offset + count
        }
      case 0x3A: if isOutside { place.opensSpeech = true }
      case 0x2D, 0x2013, 0x2014:
        let isSpaced =
          offset > range.start && text[offset - 1] == 0x20 && offset + count < range.end
          && text[offset + count] == 0x20
        if isOutside, isSpaced {
          dashes.append((TextRange(start: offset, end: offset + count), places.count))
        }
      case 0x25, 0x066A: contentEnd = offset + count
      default: break
      }
      offset += count
    }
  }

  private mutating func closeBracket(_ closer: TextRange, _ state: inout Nesting) {
    if let open = state.opener {
      brackets.append(
        (TextRange(start: open.offset, end: closer.end), open.word..<places.count))
      contentEnd = closer.end
    } else {
      isBalanced = false
    }
    state.opener = nil
  }

  /// The number of words.
  var count: Int { places.count }
  var indices: Range<Int> { places.indices }

  subscript(index: Int) -> Token {
    let token = words[first + index]
    let place = places[index]
    return Token(
      key: token.key, classes: token.classes, either: token.either, start: token.start,
      end: token.end, isInside: place.isInside, isQuoted: place.isQuoted,
      previousEnd: place.previousEnd, comma: place.comma < 0 ? nil : place.comma,
      commaEnd: place.commaEnd, opensSpeech: place.opensSpeech)
  }

  private static func closes(_ mark: UInt32, _ opener: UInt32) -> Bool {
    switch opener {
    case 0x22: mark == 0x22
    case 0xAB: mark == 0xBB
    default: mark == 0x201D || mark == 0x201C
    }
  }

  /// Whether a word may open a phrase of the lists.
  func opensPhrase(_ index: Int) -> Bool { words.facts(first + index).opensPhrase }

  /// The longest phrase of one of the classes that begins at a word.
  func phrase(
    at index: Int, in classes: WordClasses, _ lexicon: Lexicon
  ) -> (count: Int, classes: WordClasses)? {
    words.phrase(at: first + index, limit: first + count, in: classes, lexicon)
  }
}
