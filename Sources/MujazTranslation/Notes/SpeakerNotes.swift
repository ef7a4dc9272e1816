import MujazCore

/// Who says what: the quotations of an article, by the segments that they stand in.
struct SpeakerNotes: Sendable {
  private var workspace = QuoteWorkspace()
  /// For each segment the quotations in it, as indices.
  private var quotes: [Int: [Int]] = [:]
  private let transliterator: Transliterator
  private var lexicon = Lexicon()
  /// The article's speakers in Latin letters: who speaks once speaks again.
  private var hints: [String: String?] = [:]

  init(transliterator: Transliterator) { self.transliterator = transliterator }

  /// Finds the quotations of an article that is cut into segments already.
  mutating func begin(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ lexicon: Lexicon
  ) {
    self.lexicon = lexicon
    QuoteFinder(lexicon: lexicon).find(text, segmentation, &workspace)
    quotes.removeAll(keepingCapacity: true)
    hints.removeAll(keepingCapacity: true)
    let segments = segmentation.segments
    for (index, quote) in workspace.quotes.enumerated() {
      var segment = quote.segment
      while segment < segments.count, segments[segment].range.start < quote.range.end {
        quotes[segment, default: []].append(index)
        segment += 1
      }
    }
  }

  /// What is to be said of the speakers in a segment.
  mutating func notes(_ text: Span<UInt8>, _ segment: Int) -> [String] {
    var notes: [String] = []
    for index in quotes[segment] ?? [] {
      guard let speaker = workspace.quotes[index].speaker else { continue }
      let name = text.string(speaker.canonical).asOneLine
      var note = "speaker of the quotation: \(name)"
      if speaker.kind == .person, let hint = knownHint(name) { note += " = \(hint) (hint)" }
      if let role = speaker.role { note += ", \(text.string(role).asOneLine)" }
      notes.append(note)
    }
    return notes
  }

  private mutating func knownHint(_ name: String) -> String? {
    if let known = hints[name] { return known }
    let hint = hint(name)
    hints[name] = .some(hint)
    return hint
  }

  /// The name in Latin letters.
  ///
  /// Bias: an office is translated, not spelt, so a name must begin with one that the table has, or be two to four words
  /// of which none is in a list and the first has no article.
  ///
  ///     روبن برانت      Ruben Barant        المدير العام للسجلات، أحد الشهود      none
  private func hint(_ name: String) -> String? {
    let keys = name.wordKeys
    guard let first = keys.first, keys.allSatisfy(\.isArabic) else { return nil }
    if let entry = NameTable.standard.longest(keys[...]) {
      return entry.kind == .place ? nil : transliterator.latin(name)
    }
    let isName =
      (2...4).contains(keys.count) && !first.hasArticle && !keys.contains(where: lexicon.isListed)
    return isName ? transliterator.latin(name) : nil
  }
}
