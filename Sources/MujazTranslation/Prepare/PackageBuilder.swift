public import MujazCore

/// Makes a translation package of articles, one after the other.
///
/// Memory holds one article, never the package. The same articles and settings give the same bytes.
public struct PackageBuilder: Sendable {
  private let settings: PrepSettings
  private var writer: any PackageWriter
  private var articleIDs = ContentIDs()
  private var briefIDs = ContentIDs()
  private var segmentIDs = ContentIDs()
  private var briefSegmentIDs = ContentIDs()
  private var unitIDs = ContentIDs()
  private var briefUnitIDs = ContentIDs()
  private var workspace = BriefWorkspace()
  private var notes: NoteMaker
  private let leverage: Leverage?
  /// The earlier version of the articles, and which of its documents have been found again.
  public private(set) var previous: PreviousVersion?
  /// What the document at hand has of an earlier version.
  private var version: CarriedVersion?
  /// How many lines were left out that are no part of their articles.
  public private(set) var leftOutLines = 0
  /// What has become of the segments of the earlier version.
  public private(set) var changes = VersionChanges()
  private let pseudo: Pseudo?
  /// The hashes of the document's segments, by their numbers: what stands around a segment.
  private var documentHashes: [ContentHash] = []

  /// Articles above this size do not keep their workspace: 1 MB.
  private static let large = 1 << 20

  /// `leverage` fills in what a memory knows, `previous` what an earlier version of the articles had.
  public init(
    _ settings: PrepSettings, leverage: Leverage? = nil, previous: PreviousVersion? = nil
  ) {
    self.settings = settings
    self.leverage = leverage
    self.previous = previous
    pseudo = settings.isPseudo ? Pseudo(into: settings.target) : nil
    let head = PackageHead(
      source: settings.source, target: settings.target, tool: settings.tool,
      version: settings.version, copiesSource: settings.fill == .copy)
    writer = settings.format.writer(head)
    notes = NoteMaker(
      lexicon: settings.briefer.segmenter.lexicon, romanization: settings.romanization)
  }

  /// Adds an article; `emit` gets the package's bytes as they come.
  public mutating func add(
    _ article: Article, original: String, emit: ([UInt8]) -> Void
  ) throws(PackageError) {
    var text = article.text
    var title = article.title ?? ""
    text.makeContiguousUTF8()
    title.makeContiguousUTF8()
    try add(text.utf8.span, title: title.utf8.span, original: original, emit: emit)
  }

  /// Adds an article that is valid UTF-8.
  package mutating func add(
    _ text: Span<UInt8>, title: Span<UInt8>, original: String, emit: ([UInt8]) -> Void
  ) throws(PackageError) {
    let brief = settings.briefer.brief(text, title: title, &workspace)
    let article = PreparedArticle(
      text, workspace.segmentation, original, keepsAllLines: settings.keepsAllLines)
    if article.kept.isEmpty { throw PackageError("there is nothing to translate in it") }
    if settings.scope == .brief, brief.sentences.isEmpty {
      throw PackageError("there is no sentence in it, and so no brief")
    }
    let keySentences = KeySentences(brief, among: workspace.ranked)
    // What ranking a book has taken is given back before its quotations are sought.
    if text.count > Self.large { workspace = BriefWorkspace() }
    notes.begin(text, article.segmentation, article.hashes, keySentences)
    if type(of: writer).hasDocuments {
      segmentIDs = ContentIDs()
      briefSegmentIDs = ContentIDs()
      unitIDs = ContentIDs()
      briefUnitIDs = ContentIDs()
    }
    if settings.scope != .article {
      try addBrief(brief, text, article)
      drain(emit)
      notes.forget()
    }
    if settings.scope != .brief {
      try addArticle(text, title, article, emit)
    }
    drain(emit)
  }

  /// Ends the package.
  public mutating func finish(emit: ([UInt8]) -> Void) throws(PackageError) {
    try writer.finish()
    drain(emit)
  }

  private mutating func drain(_ emit: ([UInt8]) -> Void) {
    let bytes = writer.take()
    if !bytes.isEmpty { emit(bytes) }
  }

  // MARK: The article

  private mutating func addArticle(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ article: PreparedArticle,
    _ emit: ([UInt8]) -> Void
  ) throws(PackageError) {
    let (segments, hashes, kept) = (article.segments, article.hashes, article.kept)
    let titleRange = Self.title(title, besides: segments)
    let hasTitle = titleRange != nil
    var head = DocumentHead(
      id: articleIDs.next("f", ContentHash(article.original)), original: article.original,
      scope: .article, digest: article.digest, units: hasTitle ? 1 : 0,
      segments: kept.count + (hasTitle ? 1 : 0),
      words: kept.reduce(titleRange.map { title.wordCount($0) } ?? 0) {
        $0 + text.wordCount(segments[$1].range)
      }, leftOut: article.leftOut.map { text.string(segments[$0].range).asOneLine })
    leftOutLines += article.leftOut.count
    head.units += Set(kept.map { segments[$0].paragraph }).count
    writer.beginDocument(head)
    documentHashes = (titleRange.map { [ContentHash(title, $0)] } ?? []) + kept.map { hashes[$0] }
    if previous != nil {
      compare(
        (titleRange.map { [title.string($0)] } ?? [])
          + kept.map { text.string(segments[$0].range) },
        isBrief: false, article.original)
    }
    var number = Numbers()
    if let titleRange {
      var unit = titleUnit(title, titleRange, number.nextUnit(), number.nextSegment())
      try write(&unit)
    }
    var lines = LineCounter()
    var first = 0
    while first < kept.count {
      var end = first + 1
      while end < kept.count, segments[kept[end]].paragraph == segments[kept[first]].paragraph {
        end += 1
      }
      let start = segments[kept[first]]
      var unit = BilingualUnit(
        id: "", number: number.nextUnit(), role: start.role,
        line: lines.line(at: start.range.start, text))
      if first == 0 { unit.lead = text.string(article.lead) }
      var hash = ContentHashBuilder()
      for place in first..<end {
        let segment = segments[kept[place]]
        hash.append(text, segment.range)
        unit.segments.append(
          BilingualSegment(
            id: segmentIDs.next("s", hashes[kept[place]]), number: number.nextSegment(),
            source: text.string(segment.range),
            placeholders: PlaceholderFinder.placeholders(in: text, segment.range),
            isTranslatable: segment.role != .byline,
            gap: text.string(article.gap(behind: place, text)),
            line: lines.line(at: segment.range.start, text)))
      }
      unit.id = unitIDs.next("p", hash.hash)
      unit.notes = notes.notes(text, kept[first..<end])
      try write(&unit)
      if unit.number.map({ $0 % 64 == 0 }) ?? true { drain(emit) }
      first = end
    }
    writer.endDocument()
  }

  /// The title that is translated as a unit of its own: one that came apart from the text. Nil where the text has a headline.
  package static func title(_ title: Span<UInt8>, besides segments: [Segment]) -> TextRange? {
    let range = title.trimmed(TextRange(start: 0, end: title.count))
    let isBlank = ContentHash(title, range) == .blank
    return isBlank || segments.contains { $0.role == .headline } ? nil : range
  }

  /// A title that came apart from the text.
  private mutating func titleUnit(
    _ title: Span<UInt8>, _ whole: TextRange, _ number: Int, _ segmentNumber: Int
  ) -> BilingualUnit {
    let hash = ContentHash(title, whole)
    return BilingualUnit(
      id: unitIDs.next("p", hash), number: number, role: .headline,
      segments: [
        BilingualSegment(
          id: segmentIDs.next("s", hash), number: segmentNumber, source: title.string(whole),
          placeholders: PlaceholderFinder.placeholders(in: title, whole), gap: "\n\n", line: 1)
      ],
      notes: [Note(.context, "headline")], line: 1)
  }

  /// Looks for the document at hand in the earlier version.
  private mutating func compare(_ sources: [String], isBrief: Bool, _ original: String) {
    guard previous != nil else { return }
    version = previous?.version(
      of: sources, documentHashes, isBrief: isBrief, original: original)
    if let version { changes.add(version) } else { changes.add(new: sources.count) }
  }

  /// Fills the targets of a unit with what is known, or made up.
  private func fill(_ unit: inout BilingualUnit) throws(PackageError) {
    try leverage?.fill(&unit, documentHashes, settings.format)
    version?.carry(into: &unit, settings.format)
    guard let pseudo else { return }
    for index in unit.segments.indices where unit.segments[index].isTranslatable {
      unit.segments[index].target = pseudo.translation(of: unit.segments[index])
    }
  }

  /// Marks the terms of the glossary, and tells of them.
  private func mark(_ unit: inout BilingualUnit) {
    guard !settings.glossary.isEmpty else { return }
    for index in unit.segments.indices {
      let segment = unit.segments[index]
      var end = 0
      for (entry, range) in settings.glossary.terms(in: segment.source) {
        let isFree = !segment.placeholders.contains {
          $0.range.start < range.end && range.start < $0.range.end
        }
        guard isFree, range.start >= end else { continue }
        end = range.end
        let term = Term(range: range, term: entry.term, translations: entry.translations)
        unit.segments[index].terms.append(term)
        unit.notes.append(
          Note(
            .term, segment: index,
            "term: \(term.term) = \(term.translations.joined(separator: " or "))"))
      }
    }
  }

  /// `unit` is filled in place: a copy of it would be one of everything in it.
  private mutating func write(_ unit: inout BilingualUnit) throws(PackageError) {
    try fill(&unit)
    mark(&unit)
    try writer.write(unit)
  }

  // MARK: The brief

  private mutating func addBrief(
    _ brief: Brief, _ text: Span<UInt8>, _ article: PreparedArticle
  ) throws(PackageError) {
    // An article without a sentence has no brief, and a document must have something in it.
    guard !brief.sentences.isEmpty else { return }
    var unit = BilingualUnit(id: "", number: 1, notes: [Note(.context, "brief of the article")])
    var hash = ContentHashBuilder()
    for (index, sentence) in brief.sentences.enumerated() {
      var bytes: [UInt8] = []
      Brief(sentences: [sentence]).write(text, into: &bytes)
      let whole = TextRange(start: 0, end: bytes.count)
      hash.append(bytes.span, whole)
      unit.segments.append(
        BilingualSegment(
          id: briefSegmentIDs.next("b", ContentHash(bytes.span, whole)), number: index + 1,
          source: bytes.span.string(whole),
          placeholders: PlaceholderFinder.placeholders(in: bytes.span, whole),
          gap: index + 1 < brief.sentences.count ? " " : "\n", line: 1))
    }
    unit.id = briefUnitIDs.next("p", hash.hash)
    unit.notes += notes.notes(text, brief.sentences.map(\.index)[...])
    documentHashes = unit.segments.map { ContentHash($0.source) }
    compare(unit.segments.map(\.source), isBrief: true, article.original)
    let words = unit.segments.reduce(0) { $0 + $1.source.wordCount }
    writer.beginDocument(
      DocumentHead(
        id: briefIDs.next("b", ContentHash(article.original)), original: article.original,
        scope: .brief, digest: article.digest, units: 1, segments: unit.segments.count, words: words
      ))
    try write(&unit)
    writer.endDocument()
  }
}

/// An article, cut, with what its documents need to know.
private struct PreparedArticle {
  let original: String
  let segmentation: SegmentationWorkspace
  /// The hash of every segment.
  let hashes: [ContentHash]
  /// The segments that are translated: they hold something to be read, and the others go with the white space around them.
  let kept: [Int]
  /// Those that are no part of the article.
  let leftOut: [Int]
  private let dropped: Set<Int>
  /// SHA-256 of the text, in hexadecimal digits.
  let digest: String

  var segments: [Segment] { segmentation.segments }

  init(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ original: String,
    keepsAllLines: Bool
  ) {
    self.original = original
    self.segmentation = segmentation
    var hashes: [ContentHash] = []
    hashes.reserveCapacity(segmentation.segments.count)
    for segment in segmentation.segments { hashes.append(ContentHash(text, segment.range)) }
    let lines = TranslatedLines(segmentation.segments, of: text, keepsAll: keepsAllLines)
    kept = lines.kept.filter { hashes[$0] != .blank }
    leftOut = lines.leftOut.filter { hashes[$0] != .blank }
    // What is left out repeats nothing.
    for index in leftOut { hashes[index] = .blank }
    dropped = Set(leftOut)
    self.hashes = hashes
    var digest = SHA256()
    digest.update(text)
    self.digest = hexadecimal(digest.digest())
  }

  /// The white space before the first segment.
  var lead: TextRange {
    let first = min(kept[0], leftOut.first ?? kept[0])
    return TextRange(start: 0, end: segments[first].range.start)
  }

  /// The white space behind a segment that is kept, by its place in `kept`: where something is left out behind it, the most that stands
  /// on either side of that, and at the end of the text what ends it.
  func gap(behind place: Int, _ text: Span<UInt8>) -> TextRange {
    let isLast = place + 1 == kept.count
    let end = isLast ? segments.count : kept[place + 1]
    let limit = isLast ? text.count : segments[end].range.start
    var piece = TextRange(start: segments[kept[place]].range.end, end: limit)
    guard !dropped.isEmpty else { return piece }
    var best = piece
    var mostFeeds = -1
    for index in kept[place] + 1...end where index == end || dropped.contains(index) {
      piece.end = index == end ? limit : segments[index].range.start
      let feeds = text.lineFeeds(in: piece)
      if index == end && isLast || feeds > mostFeeds { (best, mostFeeds) = (piece, feeds) }
      if index < end { piece.start = segments[index].range.end }
    }
    return best
  }
}

extension Span<UInt8> {
  fileprivate func lineFeeds(in range: TextRange) -> Int {
    (range.start..<range.end).count { self[$0] == 0x0A }
  }
}

/// Numbers of units and segments in a document, from 1.
private struct Numbers {
  private var unit = 0
  private var segment = 0

  mutating func nextUnit() -> Int {
    unit += 1
    return unit
  }

  mutating func nextSegment() -> Int {
    segment += 1
    return segment
  }
}

/// The line of an offset, for offsets that only grow.
private struct LineCounter {
  private var offset = 0
  private var line = 1

  mutating func line(at place: Int, _ text: Span<UInt8>) -> Int {
    while offset < place {
      if text[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
    return line
  }
}

extension String {
  /// Words as `--words` counts them.
  var wordCount: Int {
    var text = self
    text.makeContiguousUTF8()
    let span = text.utf8.span
    return span.wordCount(TextRange(start: 0, end: span.count))
  }
}
