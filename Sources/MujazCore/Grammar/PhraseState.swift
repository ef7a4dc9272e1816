/// How far a phrase is read, and what its first word lets follow.
struct PhraseState {
  /// What the words of a phrase are so far.
  enum Part { case title, body, name }

  let start: Int
  let limit: Int
  let isSource: Bool
  /// Whether the verb before takes an object, which stands behind the subject.
  let hasObject: Bool

  /// The first word, and what it is.
  let head: Token
  let isOffice: Bool
  let isDefinite: Bool
  /// Whether a name may follow.
  let bearsName: Bool
  let isTitled: Bool

  var part: Part
  /// The word behind those that were taken.
  var end: Int
  var nameStart: Int?
  /// Whether a definite word has been seen: behind one a word without article begins a name.
  var isBound: Bool
  /// Behind a preposition a construct may follow: النائب عن حزب نداء تونس.
  var isInside = false

  @inline(__always)
  init(
    _ head: Token, _ reader: borrowing PhraseReader, _ room: Range<Int>, isSource: Bool,
    hasObject: Bool
  ) {
    (start, limit) = (room.lowerBound, room.upperBound)
    (self.isSource, self.hasObject) = (isSource, hasObject)
    self.head = head
    let noun = head.word.classes
    let hasPronoun = reader.hasPronoun(head)
    isDefinite = head.key.hasArticle
    let isName = reader.isSonOf(room.lowerBound, room.upperBound)
    isOffice =
      head.classes.isOffice
      || isDefinite && reader.lexicon.classes(exactly: head.key.dropFirst(2)).contains(.office)
    // Only offices and nouns for people are followed by their bearer's name.
    isTitled =
      isOffice || noun.contains(.person) && !isName || head.classes.contains(.quantifier)
      || hasPronoun
    let isNoun = !isName && !noun.isDisjoint(with: [.person, .body, .medium, .document, .evidence])
    part = isTitled || isDefinite ? .title : isNoun ? .body : .name
    if noun.contains(.body), !isOffice { part = .body }
    isBound =
      isDefinite || head.classes.contains(.city) || hasPronoun
      || head.classes.contains(.titleAbbreviation) && head.key.count <= 2
    nameStart = part == .name ? start : nil
    // ولي العهد, رجل الأعمال: an office of several words.
    let officeWords = reader.officeLength(start, limit)
    if officeWords > 1 {
      part = .title
      isBound = true
      nameStart = nil
    }
    let placeWords = head.classes.contains(.continues) ? reader.placeLength(start, limit) : 1
    end = start + max(1, officeWords, placeWords)
    bearsName = (isTitled || officeWords > 1) && !noun.contains(.kin)
  }

  /// A statement, a report.
  @inline(__always) var isDocument: Bool { head.word.classes.contains(.document) }
  /// كل من, أحد.
  @inline(__always) var isQuantified: Bool { head.classes.contains(.quantifier) }
  /// مسؤول, شاهد: somebody without a name.
  @inline(__always) var isUnnamed: Bool {
    head.word.classes.contains(.person) && !isDefinite && !isOffice
  }
}
