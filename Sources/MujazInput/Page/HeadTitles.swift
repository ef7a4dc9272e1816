import MujazCore

/// What the head of a page calls its article: linked data, OpenGraph, Twitter's cards, `<title>`.
///
///     الوزير يفتتح الجسر | محليات | صحيفة المرفأ      called الوزير يفتتح الجسر
struct HeadTitles {
  /// The titles without the name of the site, in order of trust.
  private(set) var titles: [HeadTitle] = []
  /// What a line of the page may repeat: every run of parts of a title.
  private(set) var forms: [Terms] = []
  /// The words of the longest title.
  private(set) var words = 0
  /// Whether the head says more than `<title>` as a whole does, which may be the name of a site or of a section.
  private(set) var isStated = false
  private let names: SiteNames

  init(_ head: PageHead, _ data: LinkedData) {
    names = SiteNames(head, data)
    let all = [
      data.headline, head.metas["og:title"] ?? "", head.metas["twitter:title"] ?? "", head.title,
    ]
    for (index, text) in all.enumerated() where !text.isEmpty && !all[..<index].contains(text) {
      add(TitleParts(text), isWhole: text == head.title)
    }
    words = titles.map(\.terms.words.count).max() ?? 0
  }

  private mutating func add(_ parts: TitleParts, isWhole: Bool) {
    for start in parts.indices {
      for end in start..<parts.count {
        let isPart = start == end && parts.count > 1
        let isOther = end - start + 1 == parts.count && !isWhole
        add(form: parts.text(start...end), isStated: isPart || isOther)
      }
    }
    let text = parts.headline(without: names)
    let words = text.wordHashes(atMost: Terms.most)
    guard !words.isEmpty, !names.contains(text) else { return }
    titles.append(HeadTitle(text: text, words: words, terms: Terms(words)))
  }

  private mutating func add(form text: String, isStated: Bool) {
    let words = text.wordHashes(atMost: Terms.most)
    let terms = Terms(words)
    guard !words.isEmpty, !SitePhrases.isSite(words), !names.isExact(terms) else { return }
    if isStated, terms.words.count >= TitleParts.fewest { self.isStated = true }
    if !forms.contains(terms) { forms.append(terms) }
  }

  /// Whether a line goes on where a title of the head ends, which may be cut.
  func areContinued(by line: [UInt64]) -> Bool {
    titles.contains { $0.words.count >= TitleParts.fewest && line.starts(with: $0.words) }
  }

  /// Whether a line of the page is the name of the site.
  func isSite(_ line: String) -> Bool { names.contains(line) }
}

/// One title of a head, without the name of the site.
struct HeadTitle {
  let text: String
  /// Its words in their order.
  let words: [UInt64]
  let terms: Terms
}

/// The parts of a title: ` | `, ` - `, ` – `, ` — `, ` » `, ` « `, ` · `, ` • `, ` > ` and ` :: ` part them.
struct TitleParts {
  private let bytes: [UInt8]
  private var parts: [Range<Int>] = []
  /// Whether the mark behind a part is one that no sentence has.
  private var isBar: [Bool] = []

  /// More parts are a path to the page; the last one has the rest.
  private static let most = 6
  /// A part of more words behind a dash belongs to the headline.
  private static let longestTail = 3
  /// Fewer words are no headline.
  static let fewest = 4

  init(_ text: String) {
    bytes = Array(text.utf8)
    var start = 0
    for index in bytes.indices where bytes[index] == 0x20 && index >= start {
      guard parts.count + 1 < Self.most, let mark = Self.mark(bytes[(index + 1)...]) else {
        continue
      }
      if add(start..<index) { isBar.append(mark.isBar) }
      start = index + 1 + mark.count
    }
    if !add(start..<bytes.count), !isBar.isEmpty { isBar.removeLast() }
  }

  private mutating func add(_ range: Range<Int>) -> Bool {
    let start = range.first { bytes[$0] != 0x20 }
    guard let start, let last = range.last(where: { bytes[$0] != 0x20 }) else { return false }
    parts.append(start..<(last + 1))
    return true
  }

  var indices: Range<Int> { parts.indices }
  var count: Int { parts.count }

  /// The first part.
  var first: String { parts.isEmpty ? "" : text(0...0) }

  /// A run of parts with the marks between them.
  func text(_ run: ClosedRange<Int>) -> String {
    String(
      decoding: bytes[parts[run.lowerBound].lowerBound..<parts[run.upperBound].upperBound],
      as: UTF8.self)
  }

  private func words(_ run: ClosedRange<Int>) -> Int {
    text(run).wordHashes(atMost: Terms.most).count
  }

  /// The title without the names of the site at its ends, and without a few words behind a dash: those are its name too,
  /// though the head does not say so. A dash may as well stand in the headline.
  func headline(without names: SiteNames) -> String {
    guard parts.count > 1 else { return parts.isEmpty ? "" : text(0...0) }
    let isName = parts.indices.map { names.contains(text($0...$0)) }
    guard let first = isName.firstIndex(of: false), let last = isName.lastIndex(of: false) else {
      return ""
    }
    var run = withoutSections(first...last)
    while run.count > 1, words(run.upperBound...run.upperBound) <= Self.longestTail,
      words(run.lowerBound...(run.upperBound - 1)) >= Self.fewest
    {
      run = run.lowerBound...(run.upperBound - 1)
    }
    return text(run)
  }

  /// A headline as a page shows it, without the name of a section or a series behind a bar. What stands before one is part
  /// of it: عاجل | زلزال يضرب الساحل.
  var withoutSections: String {
    parts.isEmpty ? "" : text(withoutSections(0...(parts.count - 1)))
  }

  private func withoutSections(_ run: ClosedRange<Int>) -> ClosedRange<Int> {
    var end = run.upperBound
    for bar in run.dropLast().reversed() where isBar[bar] {
      if words(run.lowerBound...bar) >= words((bar + 1)...end) { end = bar }
    }
    return run.lowerBound...end
  }

  /// The mark that a text behind a space begins with, if a space follows it.
  private static func mark(_ rest: ArraySlice<UInt8>) -> (count: Int, isBar: Bool)? {
    // Not a letter, nor the first byte of an Arabic one.
    guard let lead = rest.first, lead < 0x41 || lead >= 0x7C, lead & 0xFC != 0xD8 else {
      return nil
    }
    for mark in marks where rest.starts(with: mark.bytes) {
      let end = rest.startIndex + mark.bytes.count
      if end < rest.endIndex, rest[end] == 0x20 { return (mark.bytes.count, mark.isBar) }
    }
    return nil
  }

  private static let marks: [(bytes: [UInt8], isBar: Bool)] =
    ["|", "-", "–", "—", "»", "«", "::", "·", "•", ">"].map { (Array($0.utf8), $0 == "|") }
}

/// The names of the site that a page is of, as its head has them.
struct SiteNames {
  private var names: [Terms] = []
  /// Letters and digits of the page's host.
  private var host: [UInt8] = []

  /// A part that shares so much with a name is the name.
  private static let alike = 0.6
  /// A name of more words is a sentence about the site: what stands in it may be a headline.
  private static let longest = 6
  /// What stands around a name: its motto, the name of a section.
  private static let around = 4
  /// Fewer letters stand in any host.
  private static let fewestLetters = 3

  init(_ head: PageHead, _ data: LinkedData) {
    let stated = [head.metas["og:site_name"], head.metas["application-name"], data.site]
    names = stated.compactMap { $0.map(Terms.init) }.filter { !$0.words.isEmpty }
    host = Self.letters(PageAddress(head.address).host)
  }

  private static func letters(_ text: some StringProtocol) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte | 0x20
      default: nil
      }
    }
  }

  /// Whether a title is one of the names, word by word.
  func isExact(_ terms: Terms) -> Bool { names.contains(terms) }

  /// Whether a part of a title, or a line, is the name of the site.
  func contains(_ text: String) -> Bool {
    let words = text.wordHashes(atMost: Terms.most)
    if words.isEmpty || SitePhrases.isSite(words) { return true }
    let terms = Terms(words)
    return names.contains { Self.isAlike(terms, $0) } || isHost(text)
  }

  private static func isAlike(_ terms: Terms, _ name: Terms) -> Bool {
    let common = terms.common(with: name)
    let (part, whole) = (terms.words.count, name.words.count)
    return terms.agreement(with: name) >= alike
      || common == part && whole <= longest
      || common == whole && part <= min(whole + around, 2 * around)
  }

  /// Whether a part in Latin letters stands in the page's address: Example News of `examplenews.org`.
  private func isHost(_ text: String) -> Bool {
    let letters = Self.letters(text)
    guard letters.count >= Self.fewestLetters, text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    return host.contains(letters)
  }
}
