import MujazCore

/// Both sides of a pair, read for the words that one may not say otherwise than the other.
struct SaidPair {
  var source: SaidWords
  var target: SaidWords
}

/// The words of a text that a translation is held to, in its order.
struct SaidWords {
  struct Said {
    var meaning: CheckWord
    var text: String
    /// Where it stands, in bytes.
    var range: TextRange
    /// The place of its first word among the words of the text; of a sign, that of the next one.
    var place: Int
    /// How many words it has, of a sign none.
    var count: Int
  }

  private(set) var all: [Said] = []

  /// Linear.
  init(_ text: String) {
    let table = CheckWords.standard
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    let words = text.words
    var place = 0
    var end = 0
    while place < words.count {
      addSigns(span, TextRange(start: end, end: words[place].start), place)
      var count = 1
      if !words[place].isAddress, let found = table.meaning(span, words, at: place) {
        count = found.count
        let range = TextRange(start: words[place].start, end: words[place + count - 1].end)
        all.append(
          Said(
            meaning: found.meaning, text: span.string(range), range: range, place: place,
            count: count))
      }
      place += count
      end = words[place - 1].end
    }
    addSigns(span, TextRange(start: end, end: span.count), words.count)
  }

  private mutating func addSigns(_ text: Span<UInt8>, _ range: TextRange, _ place: Int) {
    var offset = range.start
    while offset < range.end {
      let (value, size) = text.scalar(at: offset, limit: range.end)
      if let sign = Unicode.Scalar(value), let meaning = CheckWords.standard.meaning(of: sign) {
        all.append(
          Said(
            meaning: meaning, text: String(Character(sign)),
            range: TextRange(start: offset, end: offset + size), place: place, count: 0))
      }
      offset += size
    }
  }

  /// Those of some kinds.
  func of(_ kinds: CheckWord.Kind...) -> [Said] { all.filter { kinds.contains($0.meaning.kind) } }

  /// Whether there is one of a kind.
  func has(_ kind: CheckWord.Kind) -> Bool { all.contains { $0.meaning.kind == kind } }

  /// What must be said and no word of the other side answers for.
  func missing(in other: SaidWords, _ kind: CheckWord.Kind) -> [Said] {
    unanswered(by: other, kind).filter(\.meaning.isTold)
  }

  /// What no word of the other side answers for.
  func unanswered(by other: SaidWords, _ kind: CheckWord.Kind) -> [Said] {
    let theirs = Set(other.of(kind).flatMap(\.meaning.values))
    return of(kind).filter { !$0.meaning.values.contains(where: theirs.contains) }
  }
}

extension [SaidWords.Said] {
  /// As a message shows them: each once.
  var shown: String {
    var seen: Set<String> = []
    return map(\.text).filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// That these are not in the target, and what is.
  func message(instead: Self) -> String {
    "not in the target: \(shown)" + (instead.isEmpty ? "" : "; there instead: \(instead.shown)")
  }
}
