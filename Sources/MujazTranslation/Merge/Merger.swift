public import MujazCore

/// Makes the finished translation of a package that came back.
public struct Merger: Sendable {
  /// Whether a package with unfinished segments is merged all the same: the source stands for what is missing.
  public var allowsMissing: Bool

  /// A merger; without an argument it refuses what is not finished.
  public init(allowsMissing: Bool = false) {
    self.allowsMissing = allowsMissing
  }

  /// The translation of a package; throws when it is not what went out, or not finished. A text that stands twice needs one target. Linear.
  public func merge(_ package: BilingualPackage) throws(PackageError) -> MergedPackage {
    try PackageVerifier.verify(package)
    if package.documents.allSatisfy({
      $0.units.allSatisfy { $0.segments.allSatisfy { $0.status == .omitted } }
    }) {
      throw PackageError("every segment is omitted: there is nothing to merge")
    }
    var package = package
    let filledRepeats = RepeatedTargets.fill(&package)
    if !allowsMissing, let unfinished = Self.unfinished(package) { throw unfinished }
    let language = Language(package.targetLanguage)
    return MergedPackage(
      sourceLanguage: package.sourceLanguage, targetLanguage: package.targetLanguage,
      documents: package.documents.map { document in
        // Units that a tool has put elsewhere go back to their places.
        let isNumbered = document.units.allSatisfy { $0.number != nil }
        let units =
          isNumbered
          ? document.units.sorted { ($0.number ?? 0, $0.line) < ($1.number ?? 0, $1.line) }
          : document.units
        return MergedDocument(
          original: document.original,
          paragraphs: units.map { Self.paragraph($0, language) })
      },
      filledRepeats: filledRepeats)
  }

  /// The error that names every segment that is not translated; nil where all are.
  private static func unfinished(_ package: BilingualPackage) -> PackageError? {
    var ids: [TargetStatus: [String]] = [:]
    var total = 0
    var line: Int?
    for document in package.documents {
      for unit in document.units {
        for (index, segment) in unit.segments.enumerated() {
          total += 1
          let status = segment.status
          guard status != .translated, status != .omitted else { continue }
          line = line ?? segment.line
          let id = segment.id.isEmpty ? "\(unit.id)/\(index + 1)" : segment.id
          ids[status, default: []].append(id.shortened)
        }
      }
    }
    guard !ids.isEmpty else { return nil }
    let count = ids.values.reduce(0) { $0 + $1.count }
    let parts = [TargetStatus.missing, .copied, .fuzzy].compactMap { status -> String? in
      guard let list = ids[status] else { return nil }
      let rest = list.count > 1000 ? " and \(list.count - 1000) more" : ""
      return "\(status.rawValue): " + list.prefix(1000).joined(separator: ", ") + rest
    }
    return PackageError(
      line: line,
      "\(count) of \(total) segments are not translated: "
        + parts.joined(separator: "; "))
  }

  // MARK: Paragraphs

  private static func paragraph(
    _ unit: BilingualUnit, _ language: Language?
  ) -> MergedParagraph {
    var segments = unit.segments
    if segments.contains(where: { $0.order != nil }) {
      let ordered = segments.enumerated().sorted {
        ($0.element.order ?? $0.offset + 1, $0.offset) < (
          $1.element.order ?? $1.offset + 1, $1.offset
        )
      }
      segments = ordered.map(\.element)
    }
    var text = ""
    var merged: [MergedSegment] = []
    for segment in segments {
      let status = segment.status
      if status == .omitted {
        merged.append(MergedSegment(segment, target: "", status: status))
        continue
      }
      var piece = (status == .missing ? segment.source : segment.target ?? segment.source).asOneLine
      let found = Set(segment.placeholders(in: piece).map(\.place))
      let lost = segment.placeholders.indices.filter { !found.contains($0) }
      let restored = lost.map { segment.text(of: segment.placeholders[$0]) }
      for text in restored { piece += " " + text }
      merged.append(
        MergedSegment(segment, target: piece, status: status, restored: restored))
      if piece.isEmpty { continue }
      if !text.isEmpty, needsSpace(before: piece, language) { text += " " }
      text += piece
    }
    return MergedParagraph(
      role: unit.role, text: text, segments: merged, gap: unit.segments.last?.gap ?? "")
  }

  /// Sentences are parted by a space, but not in languages that write none; a piece of a split sentence that begins
  /// with a closing mark stands close.
  private static func needsSpace(before piece: String, _ language: Language?) -> Bool {
    if language?.isWrittenWithoutSpaces == true { return false }
    guard let first = piece.unicodeScalars.first else { return false }
    return !",.;:!?)]»”،؛؟".unicodeScalars.contains(first)
  }
}

/// The translation of a package.
public struct MergedPackage: Sendable {
  /// The language of the articles, a BCP 47 tag.
  public var sourceLanguage: String
  /// The language of the translation, a BCP 47 tag; empty where the file does not say.
  public var targetLanguage: String
  /// The translations, in the order of the package.
  public var documents: [MergedDocument]
  /// How many segments without a target got the one that their text has elsewhere.
  public var filledRepeats = 0
}

/// The translation of one article or brief.
public struct MergedDocument: Sendable {
  /// What the document was made of: a path, or the id of a record.
  public var original: String
  /// Its paragraphs, in the order of the article; one of which everything is omitted has no text.
  public var paragraphs: [MergedParagraph]

  /// Whether there is anything to be read.
  var hasText: Bool { paragraphs.contains { !$0.text.isEmpty } }
}

/// A sentence and what stands for it in a translation.
public struct MergedSegment: Sendable {
  /// The segment's id in the package.
  public var id: String
  /// The sentence.
  public var source: String
  /// One line; the source where there is no target, nothing where the translator leaves it out.
  public var target: String
  /// What had become of the segment.
  public var status: TargetStatus
  /// Protected parts of the source that the target had lost (some tools drop inline codes): they were put at its end.
  public var restored: [String]
  /// What the translator says or asks of it.
  public var comments: [String]
  /// The line of the file it was read from.
  public var line: Int

  init(
    _ segment: BilingualSegment, target: String, status: TargetStatus, restored: [String] = []
  ) {
    (id, source, line) = (segment.id, segment.source, segment.line)
    comments = segment.comments
    (self.target, self.status, self.restored) = (target, status, restored)
  }
}

/// A paragraph of a translation.
public struct MergedParagraph: Sendable {
  /// What the paragraph is in the article.
  public var role: SegmentRole
  /// One line.
  public var text: String
  /// The sentences that it is made of, in its order.
  public var segments: [MergedSegment]
  /// White space of the article behind the paragraph; empty where the file does not say.
  public var gap: String

  /// Line feeds behind the paragraph: as many as in the article, one or two; two where the file does not say.
  var lineFeeds: Int {
    guard !gap.isEmpty else { return 2 }
    return gap.unicodeScalars.count(where: { $0 == "\n" || $0 == "\u{2029}" }) > 1 ? 2 : 1
  }
}
