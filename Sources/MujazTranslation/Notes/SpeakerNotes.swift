import MujazCore

/// Who says what: the quotations of an article, by the segments that they stand in.
struct SpeakerNotes: Sendable {
  private var workspace = QuoteWorkspace()
  /// For each segment the quotations in it, as indices.
  private var quotes: [Int: [Int]] = [:]
  private let names: NameFinder
  /// The article's speakers in Latin letters: who speaks once speaks again.
  private var hints: [String: String?] = [:]
  /// Where the article names its persons, in the order of the text.
  private var persons: [TextRange] = []

  init(names: NameFinder) { self.names = names }

  /// Finds the quotations of an article that is cut into segments already.
  mutating func begin(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ lexicon: Lexicon
  ) {
    workspace.people = []
    QuoteFinder(lexicon: lexicon).find(text, segmentation, &workspace)
    quotes.removeAll(keepingCapacity: true)
    hints.removeAll(keepingCapacity: true)
    persons = (workspace.people ?? []).filter { $0.kind == .person }.flatMap(\.mentions).sorted()
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
      if let hint = knownHint(name, speaker.kind) { note += " = \(hint)" }
      if let role = speaker.role { note += ", \(text.string(role).asOneLine)" }
      notes.append(note)
    }
    return notes
  }

  /// The places in a range where a person is named, in order.
  func persons(in range: TextRange) -> [TextRange] {
    var low = 0
    var high = persons.count
    while low < high {
      let middle = (low + high) / 2
      if persons[middle].start < range.start { low = middle + 1 } else { high = middle }
    }
    return Array(persons[low...].prefix { $0.end <= range.end })
  }

  /// The name in Latin letters; nil where any word of it is none of a name: an office is translated, not spelt.
  private mutating func knownHint(_ name: String, _ kind: SpeakerKind) -> String? {
    if let known = hints[name] { return known }
    let hint = names.whole(name, isPerson: kind == .person)?.hint
    hints[name] = .some(hint)
    return hint
  }
}
