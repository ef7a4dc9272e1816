import MujazCore

/// A name in a text, and how it may be written in Latin letters.
struct FoundName: Hashable {
  /// As it stands in the text, without the و or ب that is written together with it.
  var name: String
  var latin: String
  /// What its first part is to the tables.
  var kind: NameTable.Kind
  /// The spellings in use of each of its parts, as far as the tables have them.
  var spellings: [[String]]
  /// Whether the tables have all of it: else a part is spelt letter by letter, for the translator to look up.
  var isSure = true

  /// A name that an entry has.
  init(_ name: String, _ entry: NameTable.Entry, latin: String) {
    self.name = name
    self.latin = latin
    kind = entry.kind
    spellings = [entry.spellings]
  }

  /// A name of parts.
  init(
    _ name: String, _ kind: NameTable.Kind, latin: [String], spellings: [[String]], isSure: Bool
  ) {
    self.name = name
    self.kind = kind
    self.latin = latin.joined(separator: " ")
    self.spellings = spellings
    self.isSure = isSure
  }

  /// What the translator is told.
  var hint: String { "\(latin)\(isSure ? "" : "?") (hint)" }
}

/// Finds names of persons, places and bodies.
///
/// Bias: what the tables know by itself, or a given name with another, because given names are words too. A part that no table
/// has is taken behind بن, with the form of a nisba, or where the article's cast says how far the name goes, and the hint ends in a
/// question mark then. A foreign name that no table has gets no hint: letters alone would say Difid Kamirun.
///
///     فهد بن عبيد الراجحاني     a name        حسن المعاملة، صباح السبت      none
struct NameFinder: Sendable {
  private let lexicon: Lexicon
  private let transliterator: Transliterator
  private let table = NameTable.standard
  /// Nil where names are spelt as the press does.
  private let romanizer: Romanizer?

  init(lexicon: Lexicon, transliterator: Transliterator, romanization: Romanization = .news) {
    self.lexicon = lexicon
    self.transliterator = transliterator
    romanizer = Romanizer(romanization)
  }

  /// An entry in Latin letters: places, bodies and foreign names as the press spells them in either case.
  private func latin(_ entry: NameTable.Entry) -> String {
    guard let romanizer, entry.kind.isArabicPart || entry.kind == .person,
      let vowelled = VowelTable.standard.vowelled(entry.name)
    else { return entry.latin }
    return vowelled.split(separator: " ").map { word in
      let latin = romanizer.latin(String(word))
      // bin, but Abū.
      let particle = table.longest(String(word).wordKeys[...], where: { $0 == .particle })
      return particle?.latin.first?.isLowercase ?? false ? latin.lowercased() : latin
    }.joined(separator: " ")
  }

  /// The names among the words of a passage, in order. `persons` are places of the text, in order, that surely name somebody.
  func names(
    _ text: Span<UInt8>, _ words: [Word], persons: [TextRange] = []
  ) -> [FoundName] {
    let passage = NamedPassage(words: words, persons: persons)
    var names: [FoundName] = []
    var place = 0
    while place < words.count {
      if let (found, end) = name(text, passage, at: place) {
        names.append(found)
        place = end
      } else {
        place += 1
      }
    }
    return names
  }

  /// A text that is a name and nothing else; nil where it holds anything that is no name, or a name of another kind.
  func whole(_ name: String, isPerson: Bool) -> FoundName? {
    var name = name
    name.makeContiguousUTF8()
    let words = name.words
    guard let first = words.first, let last = words.last else { return nil }
    let span = name.utf8.span
    let passage = NamedPassage(
      words: words, persons: [TextRange(start: first.start, end: last.end)])
    if let entry = table.longest(passage.keys[...]), entry.length == words.count,
      entry.kind != .adjective, entry.kind != .particle, isPerson != entry.kind.isThing
    {
      return FoundName(name, entry, latin: latin(entry))
    }
    guard isPerson, let (found, end) = self.name(span, passage, at: 0), end == words.count else {
      return nil
    }
    return found
  }

  // MARK: One name

  private typealias NameMatch = (name: FoundName, end: Int)

  private func name(_ text: Span<UInt8>, _ passage: NamedPassage, at start: Int) -> NameMatch? {
    let rest = passage.keys[start...]
    if passage.isPreposition(text, start) { return nil }
    // By hand: closures can't hold a span.
    let readings = passage.keys[start].readings
    var place = readings.startIndex
    while place < readings.endIndex {
      if let entry = table.longest(rest, first: readings[place]),
        place == readings.startIndex || !isDoubtful(entry) || passage.personEnd(at: start) != nil,
        let found = name(text, passage, entry, at: start)
      {
        return found
      }
      place = readings.index(after: place)
    }
    return nil
  }

  /// Whether a word with و or ب before it is hardly the name: وجود is no جود.
  private func isDoubtful(_ entry: NameTable.Entry) -> Bool {
    !entry.kind.countsAlone && entry.name.unicodeScalars.count < Self.shortest
  }

  private static let shortest = 4

  private func name(
    _ text: Span<UInt8>, _ passage: NamedPassage, _ entry: NameTable.Entry, at start: Int
  ) -> NameMatch? {
    let end = start + entry.length
    switch entry.kind {
    case .place where passage.isOwned(text, start, end): return nil
    case .place, .body:
      return (FoundName(entry.name, entry, latin: latin(entry)), end)
    case .person, .given, .shared, .foreign, .foreignGiven:
      return person(text, passage, entry, from: start)
    case .particle, .family, .origin:
      return passage.personEnd(at: start) == nil ? nil : person(text, passage, entry, from: start)
    case .adjective: return nil
    }
  }

  /// A person's name that begins with a part of the tables.
  private func person(
    _ text: Span<UInt8>, _ passage: NamedPassage, _ first: NameTable.Entry, from start: Int
  ) -> NameMatch? {
    let known = passage.personEnd(at: start)
    var parts = [latin(first)]
    var spellings = [first.spellings]
    var end = start + first.length
    var isSure = true
    let behindFirst = end
    var isForeign = first.kind.isOnlyForeign
    // ابن and أبو need what they belong to.
    var isOpen = first.kind == .particle
    while end < passage.keys.count, passage.isNext(text, end) {
      let isWithin = known.map { end < $0 } ?? false
      if !isWithin, !isOpen, passage.isPreposition(text, end) { break }
      let rest = passage.keys[end...]
      // بن رودس, ريمون بانيكار: letters say nothing of how a foreign name is written.
      let isArabic = !isForeign && first.kind != .shared && (end > behindFirst || !isOpen)
      if first.kind == .shared, end == behindFirst,
        table.longest(rest, where: \.isOnlyForeign) != nil
      {
        isForeign = true
      }
      if let entry = isForeign
        ? table.longest(rest, where: \.isForeignPart) : arabicPart(rest),
        isWithin || isOpen || goesOn(first, with: entry, isSecond: parts.count == 1)
      {
        parts.append(latin(entry))
        spellings.append(entry.spellings)
        end += entry.length
        isOpen = entry.kind == .particle
      } else if isArabic,
        isOpen || isWithin && mayBeName(passage, end)
          || first.kind != .person && isNisba(text, passage, end)
      {
        // مالك المزرعة القريبة: of two words that no table has one is no name.
        if !isSure, !isOpen { break }
        parts.append(transliterator.latin(passage.string(text, end)))
        end += 1
        isSure = false
        isOpen = false
      } else {
        break
      }
    }
    // A name of which a part is no name is left to the translator.
    if let known, end < known { return nil }
    guard !isOpen, parts.count > 1 || first.kind.countsAlone || known == end else { return nil }
    var name = first.name
    if end > behindFirst { name += " " + passage.string(text, behindFirst, to: end) }
    return (
      FoundName(name, first.kind, latin: parts, spellings: spellings, isSure: isSure), end
    )
  }

  /// The entry that goes on with an Arabic name. بن ناصر is a family name at the end only: فهد بن ناصر آل جابر.
  private func arabicPart(_ keys: ArraySlice<WordKey>) -> NameTable.Entry? {
    guard let entry = table.longest(keys, where: \.isArabicPart) else { return nil }
    guard entry.kind == .family, entry.length > 1,
      let particle = table.longest(keys, where: { $0 == .particle }),
      table.longest(keys.dropFirst(entry.length), where: \.isArabicPart) != nil
    else { return entry }
    return particle
  }

  /// Whether an entry belongs to the name before it, where the article's cast does not say so: a whole name takes only a family
  /// name, and an adjective stands right behind a given name alone.
  private func goesOn(
    _ first: NameTable.Entry, with entry: NameTable.Entry, isSecond: Bool
  ) -> Bool {
    if entry.kind == .origin { return isSecond && first.kind == .given }
    return first.kind != .person || entry.kind == .family || entry.kind == .particle
  }

  /// Whether a word that no table has may be a part of a name: in no list of words, and no noun by its ending (سفيرا, فريضة).
  private func mayBeName(_ passage: NamedPassage, _ place: Int) -> Bool {
    let key = passage.keys[place]
    // ريم وروان are two.
    guard !lexicon.isListed(key), !key.readings.contains(where: { table.longest([$0][...]) != nil })
    else { return false }
    return key.hasArticle || !passage.endsAsNoun(place)
  }

  /// A word of the form of a family name of origin: ال…ي, and in no list of words.
  private func isNisba(_ text: Span<UInt8>, _ passage: NamedPassage, _ place: Int) -> Bool {
    let key = passage.keys[place]
    guard key.count >= 5, passage.string(text, place).isNisba else { return false }
    return !lexicon.isListed(key) && table.longest([key][...]) == nil
  }
}

/// The words of a passage in which names are sought.
private struct NamedPassage {
  let words: [Word]
  let keys: [WordKey]
  let persons: [TextRange]

  init(words: [Word], persons: [TextRange]) {
    self.words = words
    keys = words.map(\.key)
    self.persons = persons
  }

  func string(_ text: Span<UInt8>, _ place: Int) -> String { text.string(words[place].range) }

  func string(_ text: Span<UInt8>, _ start: Int, to end: Int) -> String {
    text.string(TextRange(start: words[start].start, end: words[end - 1].end)).asOneLine
  }

  /// Whether nothing but spaces stands between a word and the one before it.
  func isNext(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var offset = words[place - 1].end
    while offset < words[place].start {
      let size = text.whiteSpace(at: offset, limit: words[place].start)
      if size == 0 { return false }
      offset += size
    }
    return true
  }

  /// Whether a place of one word is a noun with a pronoun: جده is no جدة.
  func isOwned(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end == start + 1 && !keys[start].hasArticle && string(text, start).hasSuffix("ه")
  }

  /// على is علي to the tables, which take its last letter for a ي.
  func isPreposition(_ text: Span<UInt8>, _ place: Int) -> Bool {
    keys[place] == Self.ali && text[words[place].end - 1] == Self.endOfAlefMaksura
  }

  private static let ali = "علي".wordKeys[0]
  private static let endOfAlefMaksura: UInt8 = 0x89

  /// Whether a word ends as a noun in the accusative or a feminine one does.
  func endsAsNoun(_ place: Int) -> Bool {
    let key = keys[place]
    return key.count > 3 && Self.nounEndings.contains(key[key.count - 1])
  }

  private static let nounEndings = "اة".unicodeScalars.map { String($0).wordKeys[0][0] }

  /// Behind the last word of somebody who is named from a word on, with or without the و before it.
  func personEnd(at place: Int) -> Int? {
    let word = words[place]
    guard
      let range = persons.first(where: { $0.start >= word.start && $0.start < word.end }),
      var end = words[place...].firstIndex(where: { $0.end >= range.end })
    else { return nil }
    end += 1
    return end
  }
}

extension Word {
  var range: TextRange { TextRange(start: start, end: end) }
}
