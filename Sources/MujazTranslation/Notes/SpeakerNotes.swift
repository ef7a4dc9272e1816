import MujazCore

/// Who says what: the quotations of an article, by the segments that they stand in.
struct SpeakerNotes: Sendable {
  private var workspace = QuoteWorkspace()
  /// For each segment the quotations in it, as indices.
  private var quotes: [Int: [Int]] = [:]
  private let transliterator: Transliterator

  init(transliterator: Transliterator) { self.transliterator = transliterator }

  /// Finds the quotations of an article that is cut into segments already.
  mutating func begin(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ lexicon: Lexicon
  ) {
    QuoteFinder(lexicon: lexicon).find(text, segmentation, &workspace)
    quotes.removeAll(keepingCapacity: true)
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
  func notes(_ text: Span<UInt8>, _ segment: Int) -> [String] {
    (quotes[segment] ?? []).compactMap { index in
      let quote = workspace.quotes[index]
      guard let speaker = quote.speaker else { return nil }
      let name = text.string(speaker.canonical).asOneLine
      var note = "speaker of the quotation: \(name)"
      if speaker.kind == .person, let hint = hint(name) { note += " = \(hint) (hint)" }
      if let role = speaker.role { note += ", \(text.string(role).asOneLine)" }
      return note
    }
  }

  /// The name in Latin letters, where it begins with a name: an office is translated, not spelt.
  private func hint(_ name: String) -> String? {
    let keys = name.wordKeys
    guard let first = NameTable.standard.longest(keys[...]) ?? nil, first.kind != .place else {
      return nil
    }
    return transliterator.latin(name)
  }
}
