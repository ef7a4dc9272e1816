internal import CResources
import MujazCore

/// What the class, the id and the role of an element say of its content.
struct PageHints: OptionSet, Sendable {
  let rawValue: UInt16
  /// Menus, comments, related links: no part of an article, unless its headline stands inside.
  static let drop = PageHints(rawValue: 1)
  /// What can also be called so that goes around an article: advertisements, subscriptions, share bars. Beside `drop`.
  static let perhaps = PageHints(rawValue: 128)
  /// The body of an article.
  static let content = PageHints(rawValue: 2)
  static let title = PageHints(rawValue: 4)
  static let author = PageHints(rawValue: 8)
  static let date = PageHints(rawValue: 16)
  /// Words that turn the next one round: `has-sidebar` is no sidebar.
  private static let negation = PageHints(rawValue: 32)
  /// The content itself, by an attribute that says nothing else.
  static let body = PageHints(rawValue: 64)
  /// What readers write, which is no part of an article however long. Beside `drop`.
  private static let readers = PageHints(rawValue: 256)

  /// The hints of a value of `class`, `id`, `role` or `itemprop`; `words` takes the words that say drop.
  ///
  /// Words are parted at everything that is no letter and at capitals: `ctl00_relatedNews` is `ctl`, `related`, `news`.
  /// Long words count as the beginning of a longer one too: `comments` in `commentslist`.
  static func of(
    _ value: UnsafeBufferPointer<UInt8>, _ words: inout HintWords
  ) -> PageHints {
    var hints: PageHints = []
    var word = WordHash()
    // The same across capitals: `HeadLine` is `head`, `line` and `headline`.
    var whole = WordHash()
    var isNegated = false
    var previousIsSmall = false
    func take(_ found: Found, _ kinds: PageHints) {
      hints.add(isNegated ? kinds.subtracting(.drop) : kinds)
      if kinds.contains(.drop), !isNegated { words.insert(found.number) }
    }
    func end() {
      guard word.count > 0 else { return }
      let found = table.find(word.value)
      if found.word.contains(.negation) {
        isNegated = true
      } else {
        take(found, found.word)
        isNegated = false
      }
      word = WordHash()
    }
    func endWhole() {
      if whole.count > 0 {
        hints.add(table.find(whole.value).word.intersection([.title, .author]))
      }
      whole = WordHash()
    }
    for byte in value {
      let isCapital = (0x41...0x5A).contains(byte)
      guard isCapital || (0x61...0x7A).contains(byte) else {
        end()
        endWhole()
        if byte == 0x20 { isNegated = false }
        previousIsSmall = false
        continue
      }
      if isCapital, previousIsSmall { end() }
      previousIsSmall = !isCapital
      word.add(byte | 0x20)
      whole.add(byte | 0x20)
      if word.count >= shortestBeginning {
        let found = table.find(word.value)
        take(found, found.beginning)
      }
    }
    end()
    endWhole()
    return hints
  }

  /// Adds what another word says; what is sure stays sure.
  mutating func add(_ other: PageHints) {
    let isSure =
      contains(.drop) && !contains(.perhaps) || other.contains(.drop) && !other.contains(.perhaps)
    formUnion(other)
    if isSure { remove(.perhaps) }
  }

  /// Beginnings of fewer letters say nothing.
  private static let shortestBeginning = 6

  /// FNV-1a over small letters.
  private struct WordHash {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0

    mutating func add(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      count += 1
    }
  }

  /// What the list says of a word.
  private struct Found {
    var hash: UInt64 = 0
    var word: PageHints = []
    var beginning: PageHints = []
    /// See `HintWords`.
    var number = 0
  }

  /// Hashes of words with their hints, open addressing: a dictionary would hash them once more.
  private struct Table {
    private var slots = [Found](repeating: Found(), count: 1024)

    mutating func add(_ found: Found) {
      let index = place(found.hash)
      slots[index].hash = found.hash
      slots[index].word.formUnion(found.word)
      slots[index].beginning.formUnion(found.beginning)
      slots[index].number = found.number
    }

    func find(_ hash: UInt64) -> Found { slots[place(hash)] }

    private func place(_ hash: UInt64) -> Int {
      var index = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[index].hash != 0, slots[index].hash != hash {
        index = (index + 1) & (slots.count - 1)
      }
      return index
    }
  }

  private static let kinds: ListNames<PageHints> = [
    "drop": .drop, "readers": [.drop, .readers], "perhaps": [.drop, .perhaps], "content": .content,
    "title": .title, "author": .author, "date": .date, "not": .negation, "body": .body,
  ]

  private static let table: Table = {
    var table = Table()
    var rows = ListRows(cres_page_hints())
    var number = HintWords.first
    while rows.nextRow() {
      var word = WordHash()
      for byte in rows.cell().bytes { word.add(byte) }
      guard rows.nextCell(), let hint = kinds.value(of: rows.cell()) else { continue }
      let isBeginning = word.count >= shortestBeginning && hint.contains(.drop)
      let isSure = hint.contains(.readers)
      table.add(
        Found(
          hash: word.value, word: hint, beginning: isBeginning ? hint : [],
          number: isSure ? HintWords.sure : number))
      number += 1
    }
    return table
  }()
}
