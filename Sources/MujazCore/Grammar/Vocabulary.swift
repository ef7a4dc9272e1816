internal import CBytes

/// What words are read for.
struct WordPurpose: OptionSet, Sendable {
  let rawValue: UInt8
  /// To count terms.
  static let terms = Self(rawValue: 1)
  /// To find quotations.
  static let quotes = Self(rawValue: 2)
}

/// The words that a worker has met, by their spelling, and all that the lists and the stemmer say of each.
///
/// The words of a language are few and come again: each is folded, looked up and stemmed once, and is a number from then
/// on. What is known follows from the spelling and the lists alone, so that forgetting it changes no result: between two
/// articles everything is forgotten where it has become too much. Look-up is constant time.
struct Vocabulary: Sendable {
  /// A word.
  struct Known: Sendable {
    /// Its folded letters.
    var key: WordKey
    /// Where what the lists say of it stands; 0 for the many of which they say nothing.
    var facts: Int32 = 0
    /// The number of its stem; -1 for a function word or a single letter, which are no terms.
    var stem: Int32 = -1
    /// Some bits of a hash of what it is without article and clitics; 0 where quotations are not asked for.
    var bare: UInt16 = 0
    /// What it may do in a quotation; nothing where quotations are not asked for.
    var speech: SpeechSigns = []
    var spelling: Spelling = []
    /// What it is to what a sentence adds to a brief; nothing where terms are not asked for.
    var share: WordShare = []
  }

  /// By the numbers of the words.
  private(set) var known: [Known] = []
  private(set) var facts: [WordFacts] = []
  /// How many stems the words have.
  var stemCount: Int { stems.count }

  /// Open addressing, a power of two of slots, at most half full.
  private(set) var slots: [cbytes_slot] = []
  private var stems = Self.noNumbers
  private var lexicon = Self.noLists
  private var quoteWords = Self.noQuoteWords
  private var purpose = WordPurpose()
  private var isReady = false

  /// The number of the name Ali, which is spelled like a preposition.
  static let ali: Int32 = 0
  /// In an article that writes إلى with ى, علي is a name: with a letter that folding never gives.
  static let aliName = WordKey(Letter.ain, Letter.lam, Letter.yeh, Letter.isIgnorable)

  // Shared by all that are empty: one is made whenever a table of words changes hands.
  private static let noNumbers = KeyTable()
  private static let noLists = Lexicon()
  private static let noQuoteWords = QuoteLexicon()

  private static let smallest = 1 << 12
  /// An article begins with no more words than these, which take about six megabytes.
  private static let most = 1 << 16

  /// Makes ready for an article: for another purpose, and where too many words are known, all is forgotten. Whoever has other
  /// lists has another vocabulary.
  mutating func begin(_ lexicon: Lexicon, for purpose: WordPurpose) {
    if isReady, self.purpose == purpose, known.count < Self.most { return }
    isReady = true
    self.lexicon = lexicon
    self.purpose = purpose
    if purpose.contains(.quotes) { quoteWords = .standard }
    let room = max(Self.smallest, min(slots.count, 2 * Self.most))
    slots.removeAll(keepingCapacity: slots.count == room)
    slots.append(contentsOf: repeatElement(cbytes_slot(), count: room))
    known.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    known.append(Known(key: Self.aliName, bare: Self.aliName.hash16))
    facts.append(.none)
    stems.removeAll(expecting: room / 4)
  }

  /// The number of words.
  var count: Int { known.count }

  /// Reads words by the table of spellings, which gets those that are new: they are to be learnt, in their order, and then
  /// room is to be made.
  mutating func read(_ reading: inout cbytes_reading) -> cbytes_stop {
    reading.next = Int32(truncatingIfNeeded: known.count)
    return slots.withUnsafeMutableBufferPointer { slots in
      reading.slots = slots.baseAddress
      reading.mask = slots.count - 1
      return cbytes_words(&reading)
    }
  }

  /// The number of a word that was scanned, a new one where it is new.
  mutating func number(of word: Word, in text: Span<UInt8>) -> Int32 {
    var slot = cbytes_slot()
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      cbytes_spell(&slot, base, word.start, word.end, bytes.count)
    }
    let place = place(of: slot)
    if slots[place].number != 0 { return slots[place].number }
    slot.number = Int32(truncatingIfNeeded: known.count)
    slots[place] = slot
    learn(word, text)
    makeRoom()
    return slot.number
  }

  private func place(of slot: cbytes_slot) -> Int {
    withUnsafePointer(to: slot) { cbytes_place(slots, slots.count - 1, $0) }
  }

  /// Makes the table of spellings larger where it is half full.
  @inline(__always)
  mutating func makeRoom() { if 2 * known.count >= slots.count - 1 { grow() } }

  /// Learns a new word, which has its place in the table already.
  mutating func learn(_ text: Span<UInt8>, from start: Int, to end: Int) {
    var scanner = WordScanner(from: start, to: end)
    // A word without letters there is none.
    learn(scanner.next(text) ?? Word(start: start, end: end, key: .empty, isAddress: false), text)
  }

  /// Asks the lists and the stemmer.
  private mutating func learn(_ word: Word, _ text: Span<UInt8>) {
    let key = word.key
    let whole = lexicon.classes(exactly: key)
    let bareKey = key.withoutConjunction
    let bare = bareKey.map { lexicon.classes(exactly: $0) } ?? []
    var found = WordFacts()
    found.classes = whole
    found.either = whole.subtracting(.continues)
    if found.either.isEmpty { found.either = bare.subtracting(.continues) }
    found.opensPhrase = !whole.isEmpty || !bare.isEmpty

    var new = Known(key: key)
    if purpose.contains(.quotes) {
      new.bare = key.withoutArticleAndClitics.hash16
      let endsInMaqsura = text.ends(word, in: .maqsura)
      if endsInMaqsura { new.spelling.insert(.maqsura) }
      // والي and فادي, but وإلى and فأدى.
      let isWhole =
        bareKey != nil && !endsInMaqsura && (whole.isOffice || whole.contains(.givenName))
      let quote = isWhole ? quoteWords.exactly(key) : quoteWords.word(key)
      if !quote.isEmpty {
        new.speech = SpeechSigns(quote)
        found.quote = quote.reviewed(word, text)
        if found.quote.classes.contains(.on), text.ends(word, in: .yeh) {
          new.spelling.insert(.maybeAli)
        }
      }
    }
    if purpose.contains(.terms), key.count > 1, whole.union(bare).isDisjoint(with: .stopWord) {
      new.stem = stems.number(of: LightStemmer.stem(key))
    }
    if purpose.contains(.terms) { new.share = WordShare(key, found.either) }
    if !found.isNone {
      new.facts = Int32(truncatingIfNeeded: facts.count)
      facts.append(found)
    }
    known.append(new)
  }

  private mutating func grow() {
    let old = slots
    // A small table grows fast, a large one to no more than it needs.
    let size = old.count < Self.most ? 4 * old.count : 2 * old.count
    slots = Array(repeating: cbytes_slot(), count: size)
    for slot in old where slot.number != 0 { slots[place(of: slot)] = slot }
  }
}

extension WordKey {
  /// Sixteen bits that equal words have in common.
  @inline(__always) var hash16: UInt16 { UInt16(truncatingIfNeeded: hash64 &>> 24) }
}

extension KeyTable {
  /// The number of a key, the next where it is new.
  fileprivate mutating func number(of key: WordKey) -> Int32 {
    let hash = key.hash64
    let place = place(of: hash)
    if let known = value(at: place) { return known }
    let number = Int32(truncatingIfNeeded: count)
    fill(place, hash, number)
    return number
  }
}
