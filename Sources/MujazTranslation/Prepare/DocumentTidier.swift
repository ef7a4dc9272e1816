import MujazCore

/// Makes of documents as they were read what a writer of a format wants: numbers, ids, white space and protected parts.
struct DocumentTidier {
  private let from: PackageFormat
  private let to: PackageFormat
  /// Whether ids are only unique within a document.
  private let isApart: Bool
  var losses = ConversionLosses()

  private var articleIDs = ContentIDs()
  private var briefIDs = ContentIDs()
  private var unitIDs = Names()
  private var segmentIDs = Names()
  private var originals: Set<String> = []

  init(from: PackageFormat, to: PackageFormat, isApart: Bool) {
    (self.from, self.to, self.isApart) = (from, to, isApart)
  }

  /// A document and its head; nil where there is nothing in it.
  mutating func tidied(
    _ document: BilingualDocument
  ) -> (head: DocumentHead, units: [BilingualUnit])? {
    var units = document.units.filter { !$0.segments.isEmpty }
    guard !units.isEmpty else { return nil }
    if isApart { (unitIDs, segmentIDs) = (Names(), Names()) }
    if units.allSatisfy({ $0.number != nil }) {
      units.sort { ($0.number ?? 0, $0.line) < ($1.number ?? 0, $1.line) }
    }
    let isBrief = units.allSatisfy { unit in
      unit.segments.allSatisfy { $0.id.hasPrefix("b") && ContentHash(id: $0.id) != nil }
    }
    var head = DocumentHead(
      id: isBrief
        ? briefIDs.next("b", ContentHash(document.original))
        : articleIDs.next("f", ContentHash(document.original)),
      original: original(of: document, isBrief: isBrief), scope: isBrief ? .brief : .article,
      digest: document.digest, units: units.count, segments: 0, words: 0,
      leftOut: document.leftOut)
    var line = 1
    for index in units.indices {
      tidy(&units[index], isBrief: isBrief, firstNumber: head.segments + 1, &line)
      units[index].number = index + 1
      head.segments += units[index].segments.count
      head.words += units[index].segments.reduce(0) { $0 + $1.source.wordCount }
    }
    return (head, units)
  }

  /// The name of a document, with a number behind it where rows of two documents could not be told apart.
  private mutating func original(of document: BilingualDocument, isBrief: Bool) -> String {
    guard !isApart else { return document.original }
    let kind = isBrief ? "b" : "a"
    var name = document.original
    var number = 1
    while !originals.insert(kind + name).inserted {
      number += 1
      name = "\(document.original) (\(number))"
    }
    if number > 1 { losses.add(.renamed) }
    return name
  }

  private mutating func tidy(
    _ unit: inout BilingualUnit, isBrief: Bool, firstNumber: Int, _ line: inout Int
  ) {
    unit.id = unitID(of: unit)
    countLosses(of: unit)
    setOrder(&unit)
    unit.line = line
    line += unit.lead.lineFeeds
    for index in unit.segments.indices {
      unit.segments[index].number = firstNumber + index
      unit.segments[index].id = segmentID(of: unit.segments[index], isBrief: isBrief)
      unit.segments[index].gap = gap(of: unit.segments, index)
      protect(&unit.segments[index])
      if !to.hasUnconfirmed, [.fuzzy, .copied].contains(unit.segments[index].status) {
        unit.segments[index].target = nil
        losses.add(.unconfirmed)
      }
      unit.segments[index].line = line
      line += unit.segments[index].source.lineFeeds + unit.segments[index].gap.lineFeeds
    }
  }

  // MARK: Ids

  private mutating func unitID(of unit: BilingualUnit) -> String {
    if isFit(unit.id), unitIDs.take(unit.id) { return unit.id }
    var hash = ContentHashBuilder()
    for segment in unit.segments { hash.append(segment.source) }
    return unitIDs.next("p", hash.hash)
  }

  /// An id that names its content stays only while it does: of a sentence that was split it is held against nothing.
  private mutating func segmentID(of segment: BilingualSegment, isBrief: Bool) -> String {
    let hash = ContentHash(segment.source)
    let isTrue = ContentHash(id: segment.id).map { $0 == hash } ?? true
    if isTrue, isFit(segment.id), segmentIDs.take(segment.id) { return segment.id }
    return segmentIDs.next(isBrief ? "b" : "s", hash)
  }

  /// Whether an id may stand in the format: in XLIFF 2 it is a name token.
  private func isFit(_ id: String) -> Bool {
    guard !id.isEmpty else { return false }
    guard to == .xliff2 else { return true }
    return id.utf8.allSatisfy { byte in
      byte >= 0x80 || byte.isAlphanumeric || "-._:".utf8.contains(byte)
    }
  }

  // MARK: White space and order

  /// The white space behind a segment. Formats of rows say only where a paragraph ends.
  private func gap(of segments: [BilingualSegment], _ index: Int) -> String {
    let gap = segments[index].gap
    if from.isWhole, to.isWhole { return gap }
    if index + 1 < segments.count { return from.isWhole && !gap.isEmpty ? gap : " " }
    return gap.isEmpty ? "\n\n" : gap
  }

  /// Leaves an order only where targets stand in another one than their sources and the format can say so.
  private mutating func setOrder(_ unit: inout BilingualUnit) {
    let places = unit.segments.indices.sorted {
      (unit.segments[$0].order ?? $0 + 1, $0) < (unit.segments[$1].order ?? $1 + 1, $1)
    }
    let isMoved = places != Array(unit.segments.indices)
    if isMoved, !to.isWhole { losses.add(.order, zip(places, places.indices).count { $0 != $1 }) }
    if !isMoved || !to.isWhole { for index in places { unit.segments[index].order = nil } }
  }

  // MARK: Protected parts

  /// Finds the protected parts of a segment where the format marks them, and puts those that a target had lost to its end, as
  /// `Merger` does, where it does not.
  private mutating func protect(_ segment: inout BilingualSegment) {
    let hasTarget = !(segment.target ?? "").isBlank
    guard to.hasCodes else {
      guard hasTarget, let target = segment.target?.asOneLine, !segment.placeholders.isEmpty else {
        return
      }
      let found = Set(segment.placeholders(in: target).map(\.place))
      let lost = segment.placeholders.indices.filter { !found.contains($0) }
      guard !lost.isEmpty else { return }
      let texts = lost.map { segment.text(of: segment.placeholders[$0]) }
      segment.target = ([target] + texts).joined(separator: " ")
      losses.add(.restored, lost.count)
      return
    }
    guard !from.hasCodes else { return }
    var source = segment.source
    source.makeContiguousUTF8()
    let whole = TextRange(start: 0, end: source.utf8.count)
    let found = PlaceholderFinder.placeholders(in: source.utf8.span, whole)
    // What no reader of ours would take is not marked.
    let bytes = source.utf8.count + (segment.target ?? "").utf8.count
    guard InlineContent.admits(codes: found.count, bytes: bytes) else { return }
    segment.placeholders = found
    // What a translator has put into other words was never marked for her: it is not to come back behind her sentence.
    guard hasTarget, let target = segment.target, !segment.placeholders.isEmpty else { return }
    let kept = Set(segment.placeholders(in: target.asOneLine).map(\.place))
    segment.placeholders = segment.placeholders.indices.filter { kept.contains($0) }
      .map { segment.placeholders[$0] }
  }

  // MARK: What is lost

  private mutating func countLosses(of unit: BilingualUnit) {
    if from.isWhole, !to.isWhole {
      if !unit.lead.isEmpty { losses.add(.spaces) }
      losses.add(.spaces, unit.segments.indices.count { !isPlain(unit.segments, $0) })
    }
    if from.hasCodes {
      losses.add(.matches, unit.notes.count { [.match, .changed].contains($0.category) })
      if from == .xliff2 { losses.add(.terms, unit.notes.count { $0.category == .term }) }
    }
    for segment in unit.segments {
      let isLocked = !segment.isTranslatable && segment.target == nil && unit.role != .byline
      if isLocked, !to.hasLocks { losses.add(.locked) }
      let texts = [segment.source, segment.target ?? ""]
      if !to.hasBreaks { losses.add(.breaks, texts.count { $0.hasBreaks }) }
      if !to.hasControls { losses.add(.controls, texts.count { $0.hasControls }) }
    }
  }

  /// Whether the white space behind a segment is what every format can say.
  private func isPlain(_ segments: [BilingualSegment], _ index: Int) -> Bool {
    let gap = segments[index].gap
    return index + 1 < segments.count ? gap == " " : ["", "\n", "\n\n"].contains(gap)
  }
}

/// Ids of one kind, none of them twice.
private struct Names {
  private var taken: Set<String> = []
  private var made = ContentIDs()

  mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

  /// An id of a content that nobody has.
  mutating func next(_ prefix: String, _ hash: ContentHash) -> String {
    while true {
      let id = made.next(prefix, hash)
      if taken.insert(id).inserted { return id }
    }
  }
}

extension String {
  fileprivate var lineFeeds: Int { utf8.count { $0 == 0x0A } }
  fileprivate var hasBreaks: Bool { utf8.contains { (0x09...0x0D).contains($0) } }
  fileprivate var hasControls: Bool {
    utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }
}
