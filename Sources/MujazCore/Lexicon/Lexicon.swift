internal import CResources

/// The word lists, ready for look-up: one table from folded words and phrases to their classes.
///
/// A list is UTF-8 text, one entry a line, `#` for comments, columns separated by a tab; an entry of several
/// words is a phrase. Words are looked up as written and then without a leading و or ف. A value without
/// identity: copy it, add to the copy, hand it to a segmenter.
public struct Lexicon: Sendable {
  private struct Slot {
    /// The hash of the word or phrase; 0 in an empty slot.
    var hash: UInt64
    var classes: WordClasses
  }

  /// Open addressing, a power of two of slots, at most half full.
  private var slots: [Slot]
  private var used = 0
  /// The hashes of the stop words alone, which every word is held against: small enough for the first cache.
  private var stopWords: [UInt64] = []

  /// A lexicon without entries.
  public init() {
    slots = Array(repeating: Slot(hash: 0, classes: []), count: 64)
    indexStopWords()
  }

  /// The lists that mujaz is shipped with.
  public static let standard: Lexicon = {
    var lexicon = Lexicon()
    lexicon.reserve(6_000)
    lexicon.add(cres_stopwords(), as: .stopWord)
    lexicon.add(
      cres_abbreviations(),
      kinds: WordClasses.abbreviationKinds.merging(["homograph": .homograph]) { own, _ in own })
    lexicon.add(cres_letter_names(), as: .letterName)
    lexicon.add(
      cres_prepositions(),
      kinds: [
        "": .preposition, "adverb": [.preposition, .adverb],
        "source": [.preposition, .attribution],
      ])
    lexicon.add(
      cres_conjunctions(),
      kinds: [
        "subordinator": .subordinator, "coordinator": .coordinator,
        "adversative-opener": .adversative, "relative": .relative,
      ])
    lexicon.add(cres_speech_verbs(), as: .speechVerb)
    lexicon.add(
      cres_openers(),
      kinds: [
        "continuation": .continuation, "turn": .turn, "anaphoric": .anaphoric,
        "soft": .softOpener,
        "background": .background, "pronoun": .pronoun,
      ])
    lexicon.add(cres_demonstratives(), as: .demonstrative)
    lexicon.add(
      cres_boilerplate(),
      kinds: [
        "prefix": .boilerplatePrefix, "prefix:": .boilerplateLabel, "line": .boilerplateLine,
        "line:": .boilerplateLine, "share": .shareLabel, "share:": .shareLabel,
      ])
    lexicon.add(
      cres_byline_words(),
      kinds: [
        "agency": .agency, "credit": .credit, "credit:": .credit, "photo": .photo,
        "photo:": .photo,
      ])
    lexicon.add(
      cres_calendar(), kinds: ["month": .month, "weekday": .weekday, "era": .calendarMark])
    lexicon.add(cres_cities(), as: .city)
    lexicon.add(cres_titles(), as: .office)
    lexicon.add(
      cres_reference_nouns(),
      kinds: [
        "present": .presentNoun, "source": .sourceNoun, "speech": .speechNoun,
        "quantifier": .quantifier, "label": .letterLabel,
        "addressee": .addressee,
      ])
    lexicon.add(
      cres_clause_openers(),
      kinds: [
        "circumstance": .circumstance, "circumstance-open": [.circumstance, .needsNoComma],
        "relative": .relativeOpener, "relative-open": [.relativeOpener, .needsNoComma],
        "coordination": .secondClaim, "adjunct": .adjunct,
        "protected": .staysOpener, "medium": .medium,
      ])
    lexicon.indexStopWords()
    return lexicon
  }()

  // MARK: Look-up

  /// The classes of a word as it is written. Constant time.
  @inline(__always)
  func classes(exactly word: WordKey) -> WordClasses { classes(word.hash64) }

  @inline(__always)
  private func classes(_ hash: UInt64) -> WordClasses {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.hash == hash { return slot.classes }
      if slot.hash == 0 { return [] }
      index = (index + 1) & mask
    }
  }

  /// Whether a word, or what it is without a leading و or ف, is a function word.
  @inline(__always)
  func isStopWord(_ word: WordKey) -> Bool {
    if isStopWord(word.hash64) { return true }
    guard let bare = word.withoutConjunction else { return false }
    return isStopWord(bare.hash64)
  }

  @inline(__always)
  private func isStopWord(_ hash: UInt64) -> Bool {
    let mask = stopWords.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = stopWords[index]
      if entry == hash { return true }
      if entry == 0 { return false }
      index = (index + 1) & mask
    }
  }

  /// Whether a word, or what it is without a leading و or ف, stands in any list, alone or as a phrase's first word.
  package func isListed(_ word: WordKey) -> Bool {
    let whole = classes(exactly: word)
    return !whole.isEmpty || !classes(of: word).isEmpty
  }

  /// The classes of a word, taken without its leading و or ف where the whole word is in no list.
  func classes(of word: WordKey) -> WordClasses { bothClasses(of: word).either }

  /// The classes of a word as it is written, and, where it has none so, without its leading و or ف.
  @inline(__always)
  func bothClasses(of word: WordKey) -> (exactly: WordClasses, either: WordClasses) {
    let whole = classes(exactly: word)
    let own = whole.subtracting(.continues)
    if !own.isEmpty { return (whole, own) }
    guard let bare = word.withoutConjunction else { return (whole, []) }
    return (whole, classes(exactly: bare).subtracting(.continues))
  }

  /// The longest phrase at the beginning of `words` that is in one of `classes`, as the number of its words.
  func phrase(
    at words: Span<WordKey>, in wanted: WordClasses
  ) -> (count: Int, classes: WordClasses)? {
    guard !words.isEmpty else { return nil }
    let first = words[0]
    if let found = longest(words, from: first, in: wanted) { return found }
    guard let bare = first.withoutConjunction else { return nil }
    return longest(words, from: bare, in: wanted)
  }

  private func longest(
    _ words: Span<WordKey>, from first: WordKey, in wanted: WordClasses
  ) -> (count: Int, classes: WordClasses)? {
    var best: (count: Int, classes: WordClasses)?
    var hash = first.hash64
    var found = classes(hash)
    var count = 1
    while true {
      if !found.isDisjoint(with: wanted) { best = (count, found.intersection(wanted)) }
      guard found.contains(.continues), count < words.count else { return best }
      hash = Self.join(hash, words[count])
      found = classes(hash)
      count += 1
    }
  }

  /// The hash of the phrase of hash `head` with one more word.
  private static func join(_ head: UInt64, _ word: WordKey) -> UInt64 {
    let mixed = (head &* 0x9E37_79B9_7F4A_7C15) ^ word.hash64
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }

  // MARK: Making

  /// Adds a list of words or phrases, one a line, to one class. Linear in the list.
  public mutating func add(list: String, as classes: WordClasses) {
    let bytes = Array(list.utf8)
    add(bytes.span, as: { _ in classes })
    if classes.contains(.stopWord) { indexStopWords() }
  }

  private mutating func add(_ blob: cres_blob, as classes: WordClasses) {
    let bytes = UnsafeBufferPointer(start: blob.start, count: blob.count)
    add(bytes.span, as: { _ in classes })
  }

  /// A list whose second column names the class. An unknown kind is a mistake in a shipped list, which a
  /// test finds; it is left out here.
  private mutating func add(_ blob: cres_blob, kinds: [String: WordClasses]) {
    let bytes = UnsafeBufferPointer(start: blob.start, count: blob.count)
    add(bytes.span, as: { kinds[$0] ?? [] })
  }

  private mutating func add(_ list: Span<UInt8>, as classes: (String) -> WordClasses) {
    var lineStart = 0
    // Entries of a kind stand together: its classes are looked up once.
    var kind = TextRange(start: 0, end: 0)
    var kindClasses = classes("")
    while lineStart < list.count {
      var lineEnd = lineStart
      while lineEnd < list.count, list[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      if list[lineStart] != UInt8(ascii: "#") {
        var entryEnd = lineStart
        while entryEnd < lineEnd, list[entryEnd] != UInt8(ascii: "\t") { entryEnd += 1 }
        // A colon at an entry's end is part of it: شاهد: is a label, شاهد a verb.
        let hasColon = entryEnd > lineStart && list[entryEnd - 1] == UInt8(ascii: ":")
        let found = TextRange(start: min(entryEnd + 1, lineEnd), end: lineEnd)
        if hasColon {
          insert(
            list, TextRange(start: lineStart, end: entryEnd), classes(list.string(found) + ":"))
        } else {
          if !list.equal(found, kind) {
            kind = found
            kindClasses = classes(list.string(found))
          }
          insert(list, TextRange(start: lineStart, end: entryEnd), kindClasses)
        }
      }
      lineStart = lineEnd + 1
    }
  }

  private mutating func insert(_ list: Span<UInt8>, _ entry: TextRange, _ classes: WordClasses) {
    var words = WordScanner(entry)
    var hash: UInt64?
    while let word = words.next(list) {
      if let head = hash {
        union(head, .continues)
        hash = Self.join(head, word.key)
      } else {
        hash = word.key.hash64
      }
    }
    if let hash { union(hash, classes) }
  }

  private mutating func union(_ hash: UInt64, _ classes: WordClasses) {
    if 2 * (used + 1) > slots.count { grow(to: 2 * slots.count) }
    let index = place(of: hash)
    if slots[index].hash == 0 {
      slots[index].hash = hash
      used += 1
    }
    slots[index].classes.formUnion(classes)
  }

  private func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].hash != 0, slots[index].hash != hash {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func reserve(_ entries: Int) {
    var size = slots.count
    while size < 2 * entries { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, classes: []), count: size)
    for slot in old where slot.hash != 0 { slots[place(of: slot.hash)] = slot }
  }

  private mutating func indexStopWords() {
    let hashes = slots.lazy.filter { $0.hash != 0 && $0.classes.contains(.stopWord) }.map(\.hash)
    var size = 64
    let count = hashes.reduce(0) { count, _ in count + 1 }
    while size < 2 * count { size *= 2 }
    stopWords = Array(repeating: 0, count: size)
    for hash in hashes {
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while stopWords[index] != 0 { index = (index + 1) & (size - 1) }
      stopWords[index] = hash
    }
  }
}

extension WordKey {
  /// The word without a leading و or ف, nil where it has none or hardly anything would be left.
  package var withoutConjunction: WordKey? {
    (first == Letter.waw || first == Letter.feh) && count >= 3 ? dropFirst(1) : nil
  }
}

extension Span<UInt8> {
  /// Whether two ranges hold the same bytes.
  fileprivate func equal(_ a: TextRange, _ b: TextRange) -> Bool {
    guard a.count == b.count else { return false }
    for place in 0..<a.count where self[a.start + place] != self[b.start + place] { return false }
    return true
  }

  /// The bytes of a range as a string.
  package func string(_ range: TextRange) -> String {
    extracting(range.start..<range.end).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
