internal import CResources

/// The word lists, ready for look-up: one table from folded words and phrases to their classes.
///
/// A list is UTF-8 text, one entry a line, `#` for comments, columns separated by a tab; an entry of several
/// words is a phrase. Words are looked up as written and then without a leading و or ف. A value without
/// identity: copy it, add to the copy, hand it to a segmenter.
public struct Lexicon: Sendable {
  private struct Slot {
    var key: WordKey
    var classes: WordClasses
  }

  /// Open addressing, a power of two of slots, at most half full.
  private var slots: [Slot]
  private var used = 0

  /// A lexicon without entries.
  public init() {
    slots = Array(repeating: Slot(key: .empty, classes: []), count: 64)
  }

  /// The lists that mujaz is shipped with.
  public static let standard: Lexicon = {
    var lexicon = Lexicon()
    lexicon.reserve(12_000)
    lexicon.add(cres_stopwords(), as: .stopWord)
    lexicon.add(
      cres_abbreviations(),
      kinds: [
        "title": .titleAbbreviation, "unit": .unit, "era": .era, "clock": .clock,
        "other": .abbreviation,
      ])
    lexicon.add(cres_letter_names(), as: .letterName)
    lexicon.add(cres_prepositions(), as: .preposition)
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
        "quantifier": .quantifier,
      ])
    return lexicon
  }()

  // MARK: Look-up

  /// The classes of a word as it is written. Constant time.
  @inline(__always)
  func classes(exactly word: WordKey) -> WordClasses {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: word.hash64) & mask
    while true {
      let slot = slots[index]
      if slot.key == word { return slot.classes }
      if slot.key.isEmpty { return [] }
      index = (index + 1) & mask
    }
  }

  /// The classes of a word, taken without its leading و or ف where the whole word is in no list.
  func classes(of word: WordKey) -> WordClasses {
    let whole = classes(exactly: word).subtracting(.continues)
    if !whole.isEmpty { return whole }
    guard let bare = word.withoutConjunction else { return [] }
    return classes(exactly: bare).subtracting(.continues)
  }

  /// The longest phrase at the beginning of `words` that is in one of `classes`, as the number of its words.
  func phrase(at words: ArraySlice<WordKey>, in wanted: WordClasses) -> (count: Int, classes: WordClasses)? {
    guard let first = words.first else { return nil }
    if let found = longest(words, from: first, in: wanted) { return found }
    guard let bare = first.withoutConjunction else { return nil }
    return longest(words, from: bare, in: wanted)
  }

  private func longest(
    _ words: ArraySlice<WordKey>, from first: WordKey, in wanted: WordClasses
  ) -> (count: Int, classes: WordClasses)? {
    var best: (count: Int, classes: WordClasses)?
    var node = first
    var found = classes(exactly: node)
    var count = 1
    while true {
      if !found.isDisjoint(with: wanted) { best = (count, found.intersection(wanted)) }
      guard found.contains(.continues), count < words.count else { return best }
      node = Self.join(node, words[words.startIndex + count])
      found = classes(exactly: node)
      count += 1
    }
  }

  /// The key of the phrase `head` with one more word: a hash, marked as such.
  private static func join(_ head: WordKey, _ word: WordKey) -> WordKey {
    let mixed =
      (head.bits &* 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835) ^ (word.bits &+ (head.bits >> 61))
    return WordKey(bits: mixed &* 0xD6E8_FEB8_6659_FD93 | UInt128(0xFF) << 120)
  }

  // MARK: Making

  /// Adds a list of words or phrases, one a line, to one class. Linear in the list.
  public mutating func add(list: String, as classes: WordClasses) {
    let bytes = Array(list.utf8)
    add(bytes.span, as: { _ in classes })
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
    while lineStart < list.count {
      var lineEnd = lineStart
      while lineEnd < list.count, list[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      if list[lineStart] != UInt8(ascii: "#") {
        var entryEnd = lineStart
        while entryEnd < lineEnd, list[entryEnd] != UInt8(ascii: "\t") { entryEnd += 1 }
        var kind = ""
        if entryEnd < lineEnd {
          var kindEnd = entryEnd + 1
          while kindEnd < lineEnd, list[kindEnd] != UInt8(ascii: "\t") { kindEnd += 1 }
          kind = list.string(TextRange(start: entryEnd + 1, end: kindEnd))
          // A colon at an entry's end is part of it: شاهد: is a label, شاهد a verb.
          if entryEnd > lineStart, list[entryEnd - 1] == UInt8(ascii: ":") { kind += ":" }
        }
        insert(list, TextRange(start: lineStart, end: entryEnd), classes(kind))
      }
      lineStart = lineEnd + 1
    }
  }

  private mutating func insert(_ list: Span<UInt8>, _ entry: TextRange, _ classes: WordClasses) {
    var words = WordScanner(entry)
    var node = WordKey.empty
    while let word = words.next(list) {
      if node.isEmpty {
        node = word.key
      } else {
        union(node, .continues)
        node = Self.join(node, word.key)
      }
    }
    if !node.isEmpty { union(node, classes) }
  }

  private mutating func union(_ key: WordKey, _ classes: WordClasses) {
    if 2 * (used + 1) > slots.count { grow(to: 2 * slots.count) }
    let index = place(of: key)
    if slots[index].key.isEmpty {
      slots[index].key = key
      used += 1
    }
    slots[index].classes.formUnion(classes)
  }

  private func place(of key: WordKey) -> Int {
    var index = Int(truncatingIfNeeded: key.hash64) & (slots.count - 1)
    while !slots[index].key.isEmpty, slots[index].key != key { index = (index + 1) & (slots.count - 1) }
    return index
  }

  private mutating func reserve(_ entries: Int) {
    var size = slots.count
    while size < 2 * entries { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(key: .empty, classes: []), count: size)
    for slot in old where !slot.key.isEmpty { slots[place(of: slot.key)] = slot }
  }
}

extension WordKey {
  /// The word without a leading و or ف, nil where it has none or hardly anything would be left.
  var withoutConjunction: WordKey? {
    (first == Letter.waw || first == Letter.feh) && count >= 3 ? dropFirst(1) : nil
  }
}

extension Span<UInt8> {
  /// The bytes of a range as a string.
  func string(_ range: TextRange) -> String {
    extracting(range.start..<range.end).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
