internal import CResources

/// The word lists, ready for look-up: one table from folded words and phrases to their classes.
///
/// A list is UTF-8 text, one entry a line, `#` for comments, columns separated by a tab; an entry of several
/// words is a phrase. Words are looked up as written and then without a leading و or ف. A value without
/// identity: copy it, add to the copy, hand it to a segmenter.
public struct Lexicon: Sendable {
  private var entries = HashTable<WordClasses>(none: [])
  /// The stop words alone, which every word is held against: small enough for the first cache.
  private var stopWords = HashTable<Void>(none: ())

  /// A lexicon without entries.
  package init() {}

  /// The lists that mujaz is shipped with.
  public static let standard: Lexicon = {
    var lexicon = Lexicon()
    lexicon.entries = HashTable(none: [], room: 6_000)
    lexicon.stopWords = HashTable(none: (), room: 1_000)
    lexicon.add(cres_stopwords(), as: .stopWord)
    lexicon.add(cres_abbreviations(), kinds: WordClasses.abbreviationKinds)
    lexicon.add(cres_letter_names(), as: .letterName)
    lexicon.add(cres_given_names(), as: .givenName)
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
    lexicon.addVerbsOfSaying()
    lexicon.add(
      cres_openers(),
      kinds: [
        "turn": .turn, "turn-tie": [.turn, .connective], "anaphoric": .anaphoric,
        "anaphoric-tie": [.anaphoric, .connective], "soft": .softOpener,
        "background": .background, "background-tie": [.background, .connective],
        "pronoun": .pronoun,
      ])
    lexicon.add(cres_demonstratives(), as: .demonstrative)
    lexicon.add(
      cres_boilerplate(),
      kinds: [
        "prefix": .boilerplatePrefix, "line": .boilerplateLine, "share": .shareLabel,
        "notice": .notice, "notice-head": .noticeHead,
      ],
      labels: ["prefix": .boilerplateLabel, "line": .boilerplateLine, "share": .shareLabel])
    lexicon.add(
      cres_byline_words(),
      kinds: ["agency": .agency, "credit": .credit, "photo": .photo],
      labels: ["credit": .credit, "photo": .photo])
    lexicon.add(
      cres_calendar(), kinds: ["month": .month, "weekday": .weekday, "era": .calendarMark])
    lexicon.add(cres_cities(), as: .city)
    lexicon.add(cres_titles(), as: .office)
    lexicon.add(
      cres_reference_nouns(),
      kinds: [
        "present": .presentNoun, "source": .sourceNoun, "speech": .speechNoun,
        "quantifier": .quantifier, "label": .letterLabel,
        "addressee": .addressee, "exalted": .exalted,
      ])
    lexicon.add(
      cres_clause_openers(),
      kinds: [
        "circumstance": .circumstance, "circumstance-open": [.circumstance, .needsNoComma],
        "relative": .relativeOpener, "relative-open": [.relativeOpener, .needsNoComma],
        "coordination": .secondClaim, "adjunct": .adjunct,
        "protected": .staysOpener, "medium": .medium, "setting": .setting,
      ])
    return lexicon
  }()

  /// The verbs that open the telling of a claim: a table of its own, so that they are listed for nothing else.
  static let claims: Lexicon = {
    var lexicon = Lexicon()
    lexicon.add(cres_claims(), kinds: ["circulates": .circulating, "posts": .posting])
    return lexicon
  }()

  /// The words that tell what is no news of sentences: few, and asked for by few articles.
  static let genres: Lexicon = {
    var lexicon = Lexicon()
    lexicon.add(
      cres_genre_words(),
      kinds: [
        "crowd": .crowd, "users": .user, "verdict": .verdict, "checks": .checking,
        "refutes": .refuting, "denies": .denial, "heads": .listHead,
      ])
    return lexicon
  }()

  /// Takes memory that no copy shares, for a thread of its own: threads that count references to one table hinder one another.
  package mutating func detach() {
    entries.detach()
    stopWords.detach()
  }

  // MARK: Look-up

  /// The classes of a word as it is written. Constant time.
  @inline(__always)
  func classes(exactly word: WordKey) -> WordClasses { entries[word.hash64] }

  /// Whether a word, or what it is without a leading و or ف, is a function word.
  @inline(__always)
  func isStopWord(_ word: WordKey) -> Bool {
    if stopWords.contains(word.hash64) { return true }
    guard let bare = word.withoutConjunction else { return false }
    return stopWords.contains(bare.hash64)
  }

  /// Whether a word, or what it is without a leading و or ف, stands in any list but that of given names, alone or as a phrase's
  /// first word.
  package func isListed(_ word: WordKey) -> Bool {
    let both = classes(exactly: word).union(classes(of: word))
    return !both.subtracting(.givenName).isEmpty
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

  /// Whether what a site says to its readers may begin with a word, as it is written.
  func beginsNotice(_ word: WordKey) -> Bool { entries[word.hash64].contains(.noticeHead) }

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
    var found = entries[hash]
    var count = 1
    while true {
      if !found.isDisjoint(with: wanted) { best = (count, found.intersection(wanted)) }
      guard found.contains(.continues), count < words.count else { return best }
      hash = Self.join(hash, words[count])
      found = entries[hash]
      count += 1
    }
  }

  /// The hash of the phrase of hash `head` with one more word; never 0.
  @inline(__always)
  private static func join(_ head: UInt64, _ word: WordKey) -> UInt64 {
    let mixed = (head &* 0x9E37_79B9_7F4A_7C15) ^ word.hash64
    return (mixed ^ mixed &>> 29) &* 0xBF58_476D_1CE4_E5B9 | 0x8000_0000_0000_0000
  }

  // MARK: Making

  /// Adds a list of words or phrases, one a line, to one class. Linear in the list.
  package mutating func add(list: String, as classes: WordClasses) {
    let bytes = Array(list.utf8) + [UInt8(ascii: "\n")]
    bytes.withUnsafeBufferPointer { add(ListRows($0), as: classes) }
  }

  private mutating func add(_ list: cres_blob, as classes: WordClasses) {
    add(ListRows(list), as: classes)
  }

  private mutating func add(_ list: ListRows, as classes: WordClasses) {
    var rows = list
    while rows.nextRow() {
      if let entry = enterHead(&rows) { union(entry, classes) }
    }
  }

  /// A list whose second column names the class; of an entry that ends with a colon `labels` says which. An unknown kind is
  /// a mistake in a shipped list, which a test finds; it is left out here.
  private mutating func add(
    _ list: cres_blob, kinds: ListNames<WordClasses>, labels: ListNames<WordClasses> = [:]
  ) {
    var rows = ListRows(list)
    // Entries of a kind stand together: its classes are looked up once.
    var kind = ListCell.empty
    var classes = kinds.value(of: kind) ?? []
    while rows.nextRow() {
      guard let entry = enterHead(&rows) else { continue }
      // A colon at an entry's end is part of it: شاهد: is a label, شاهد a verb.
      let isLabel = rows.isBehindColon
      _ = rows.nextCell()
      if isLabel {
        union(entry, labels.value(of: rows.cell()) ?? [])
        continue
      }
      if !rows.take(kind) {
        kind = rows.cell()
        classes = kinds.value(of: kind) ?? []
      }
      union(entry, classes)
    }
  }

  /// The forms of verbs of saying that have a mark; the others are of use to quotations alone.
  private mutating func addVerbsOfSaying() {
    var rows = VerbsOfSaying.rows
    while rows.nextRow() {
      for _ in 0..<VerbsOfSaying.firstForms { _ = rows.nextCell() }
      repeat {
        while let first = rows.nextWord() {
          var hash = first.hash64
          while rows.take(VerbsOfSaying.joint), let word = rows.nextWord() {
            union(hash, .continues)
            hash = Self.join(hash, word)
          }
          var classes: WordClasses = []
          if rows.take(VerbsOfSaying.speechMark) { classes.insert(.speechVerb) }
          if rows.take(VerbsOfSaying.continuationMark) { classes.insert(.continuation) }
          if !classes.isEmpty { union(hash, classes) }
        }
      } while rows.nextCell()
    }
  }

  /// The hash of an entry, whose first words are entered as the beginning of a phrase.
  @inline(__always)
  private mutating func enterHead(_ rows: inout ListRows) -> UInt64? {
    guard let first = rows.nextWord() else { return nil }
    var hash = first.hash64
    while let word = rows.nextWord() {
      union(hash, .continues)
      hash = Self.join(hash, word)
    }
    return hash
  }

  @inline(__always)
  private mutating func union(_ hash: UInt64, _ classes: WordClasses) {
    entries.update(hash) { $0.formUnion(classes) }
    if classes.contains(.stopWord) { enterStopWord(hash) }
  }

  @inline(never)
  private mutating func enterStopWord(_ hash: UInt64) { stopWords.update(hash) { _ in } }
}
