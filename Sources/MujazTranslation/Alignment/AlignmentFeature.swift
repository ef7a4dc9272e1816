import MujazCore

/// What one side of a sentence pair may share with the other: a number or a word.
struct AlignmentFeature: Hashable, Sendable {
  enum Kind: Sendable {
    case number
    /// A word in small letters of a script that has capitals.
    case word
    /// A word with a capital, or one of a script without capitals: a name perhaps.
    case name
  }

  var kind: Kind
  var key: WordKey
}

/// One language's side of an alignment: its sentences as features, lengths and marks.
struct AlignmentSide: Sendable {
  /// A feature with where it stands.
  struct Entry: Sendable {
    var feature: AlignmentFeature
    /// How it reads at its first place.
    var text: String
    /// The sentences that have it, in order, each once.
    var sentences: [Int32]
  }

  private(set) var entries: [Entry] = []
  /// The entries of each sentence, each once.
  private(set) var sentences: [[Int32]] = []
  /// Letters and signs before each sentence, tashkeel and tatweel left out.
  private(set) var lengths: [Int] = [0]
  /// Which marks each sentence has.
  private(set) var marks: [SentenceMarks] = []

  private var index: [AlignmentFeature: Int32] = [:]

  var count: Int { sentences.count }

  init(_ sentences: [String]) {
    for sentence in sentences { add(sentence) }
    index = [:]
  }

  /// Letters and signs of a run of sentences.
  @inline(__always)
  func length(_ start: Int, _ end: Int) -> Int { lengths[end] - lengths[start] }

  private mutating func add(_ sentence: String) {
    var sentence = sentence
    sentence.makeContiguousUTF8()
    sentences.append([])
    for number in NumberScanner.numbers(in: sentence) {
      if let key = number.digits.wordKeys.first {
        add(AlignmentFeature(kind: .number, key: key), number.digits)
      }
    }
    let span = sentence.utf8.span
    var words = WordScanner(from: 0, to: span.count)
    while let word = words.next(span) {
      // A lone letter is an initial, a bullet or the rest of an apostrophe.
      guard word.key.count > 1, !word.key.isNumber else { continue }
      let first = Unicode.Scalar(span.scalar(at: word.start, limit: word.end).value)
      let isSmall = first.map { $0.properties.isCased && !$0.properties.isUppercase } ?? false
      add(
        AlignmentFeature(kind: isSmall ? .word : .name, key: word.key),
        span.string(TextRange(start: word.start, end: word.end)))
    }
    var marks = SentenceMarks()
    var length = 0
    for scalar in sentence.unicodeScalars {
      marks.add(scalar)
      if !scalar.isTashkeelOrTatweel { length += 1 }
    }
    self.marks.append(marks)
    lengths.append(lengths[lengths.count - 1] + length)
  }

  private mutating func add(_ feature: AlignmentFeature, _ text: @autoclosure () -> String) {
    let sentence = sentences.count - 1
    let entry: Int32
    if let known = index[feature] {
      entry = known
    } else {
      entry = Int32(entries.count)
      index[feature] = entry
      entries.append(Entry(feature: feature, text: text(), sentences: []))
    }
    guard entries[Int(entry)].sentences.last != Int32(sentence) else { return }
    entries[Int(entry)].sentences.append(Int32(sentence))
    sentences[sentence].append(entry)
  }
}

/// The marks that a translation keeps whatever the script: question, exclamation, quotation, colon, bracket.
struct SentenceMarks: OptionSet, Sendable {
  let rawValue: UInt8

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "?", "\u{061F}", "\u{FF1F}": insert(.question)
    case "!", "\u{FF01}": insert(.exclamation)
    case "\"", "\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{300C}", "\u{300E}":
      insert(.quotation)
    case ":", "\u{FF1A}": insert(.colon)
    case "(", "\u{FF08}": insert(.bracket)
    default: break
    }
  }

  private static let question = SentenceMarks(rawValue: 1)
  private static let exclamation = SentenceMarks(rawValue: 2)
  private static let quotation = SentenceMarks(rawValue: 4)
  private static let colon = SentenceMarks(rawValue: 8)
  private static let bracket = SentenceMarks(rawValue: 16)
}

extension Unicode.Scalar {
  /// Marks that are written or left out without a difference.
  fileprivate var isTashkeelOrTatweel: Bool {
    (0x064B...0x0652).contains(value) || value == 0x0670 || value == 0x0640
  }
}
