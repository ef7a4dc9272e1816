/// Cuts Arabic text into segments: sentences, and lines that are no sentences.
///
/// Every terminal mark and every line break is a candidate; rule families, each in its own file, refuse those that
/// end nothing. Raw ICU finds every end too and errs only by cutting too often, so refusing well is all there
/// is to it. The segments are verbatim, in order, disjoint, and nothing but white space lies between them.
///
/// Linear in the text, about 300 MB/s; memory grows with the number of marks.
public struct Segmenter: Sendable {
  /// The word lists that the rules consult.
  public var lexicon: Lexicon

  public init(lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
  }

  /// The segments of a text, with their roles. An empty text has none.
  public func segments(of text: String, title: String? = nil) -> [Segment] {
    var workspace = SegmentationWorkspace()
    var native = text
    var nativeTitle = title ?? ""
    native.makeContiguousUTF8()
    nativeTitle.makeContiguousUTF8()
    segment(native.utf8.span, title: nativeTitle.utf8.span, &workspace)
    return workspace.segments
  }

  /// Every place at which a segment ends or might have ended, with the rule that decided.
  public func decisions(of text: String) -> [BoundaryDecision] {
    var workspace = SegmentationWorkspace()
    workspace.decisions = []
    var native = text
    native.makeContiguousUTF8()
    segment(native.utf8.span, title: "".utf8.span, &workspace)
    return workspace.decisions ?? []
  }

  /// Fills `workspace.segments`. The text is valid UTF-8.
  package func segment(
    _ text: Span<UInt8>, title: Span<UInt8>, _ workspace: inout SegmentationWorkspace
  ) {
    cut(text, &workspace)
    RoleClassifier.classify(text, title: title, &workspace.segments, lexicon)
  }

  /// Fills `workspace.segments` with segments that somebody else has cut, in order, and their roles.
  package func label(
    _ ranges: [(range: TextRange, paragraph: Int)], _ text: Span<UInt8>, title: Span<UInt8>,
    _ workspace: inout SegmentationWorkspace
  ) {
    workspace.segments.removeAll(keepingCapacity: true)
    for (range, paragraph) in ranges {
      workspace.segments.append(Segment(range: range, role: .body, paragraph: paragraph))
    }
    RoleClassifier.classify(text, title: title, &workspace.segments, lexicon)
  }

  /// The ranges alone.
  private func cut(_ text: Span<UInt8>, _ workspace: inout SegmentationWorkspace) {
    workspace.segments.removeAll(keepingCapacity: true)
    MarkScanner.scan(text, into: &workspace.marks)
    LineSplitter.split(text, workspace.marks, into: &workspace.lines)
    let lines = workspace.lines
    guard !lines.isEmpty else { return }
    var joiner = LineJoiner()
    let joined =
      lines.count > 1 ? joiner.join(text, lines, workspace.marks, lexicon) : [nil]

    var first = 0
    var paragraph = 0
    while first < lines.count {
      var last = first
      while last + 1 < lines.count, let rule = joined[last + 1] {
        workspace.decisions?.append(
          BoundaryDecision(offset: lines[last].range.end, isBoundary: false, rule: rule))
        last += 1
      }
      let marks = lines[first].marks.lowerBound..<lines[last].marks.upperBound
      let range = TextRange(start: lines[first].range.start, end: lines[last].range.end)
      cut(text, range, marks, isLine: first == last, paragraph, &workspace)
      paragraph += 1
      first = last + 1
    }
  }

  /// One paragraph.
  private func cut(
    _ text: Span<UInt8>, _ range: TextRange, _ marks: Range<Int>, isLine: Bool, _ paragraph: Int,
    _ workspace: inout SegmentationWorkspace
  ) {
    var start = range.start
    var isInside = false
    if let label = ShareBar.end(text, range, lexicon) {
      workspace.add(TextRange(start: start, end: label.end), paragraph, .shareBar)
      start = label.next
    }
    if !marks.isEmpty {
      var scene = Scene(
        range: range, marks: workspace.marks[marks], brackets: workspace.takeBrackets(),
        isHeadline: isLine && range.count <= 260 && !text.endsTerminal(range, orColon: true),
        current: marks.lowerBound)
      scene.brackets.index(scene.marks)
      scene.lastCloser = scene.marks.last { $0.kind == .closer || $0.kind == .quote }?.offset ?? 0
      workspace.quotations.reset()
      while let candidate = nextCandidate(text, &scene, &workspace.quotations, start) {
        guard candidate.next < range.end else { break }
        let verdict = decide(candidate, text, scene)
        if verdict.isBoundary {
          let segment = TextRange(start: start, end: candidate.end)
          workspace.add(segment, paragraph, verdict.rule, startsInQuotation: isInside)
          start = candidate.next
          // A quotation that nothing closes any more was a stray mark.
          isInside = candidate.openQuotation != nil && scene.lastCloser >= candidate.end
        } else {
          workspace.decisions?.append(
            BoundaryDecision(offset: candidate.end, isBoundary: false, rule: verdict.rule))
        }
      }
      workspace.brackets = scene.brackets
    }
    workspace.add(
      TextRange(start: start, end: range.end), paragraph, .lineBreak, startsInQuotation: isInside)
  }

  /// The rules in their order: the first that has an opinion decides.
  private func decide(_ candidate: Candidate, _ text: Span<UInt8>, _ scene: Scene) -> Verdict {
    if let verdict = AddressRule.decide(candidate, text) { return verdict }
    let neighbours = Neighbours(candidate, text, lexicon)
    return NumberRule.decide(candidate, neighbours, text)
      ?? FollowingMarkRule.decide(candidate, text)
      ?? InitialsRule.decide(candidate, neighbours, text, lexicon)
      ?? StrayStopRule.decide(candidate, neighbours, text)
      ?? TitleRule.decide(candidate, neighbours, text, lexicon)
      ?? UnitRule.decide(candidate, neighbours, text, lexicon)
      ?? BracketRule.decide(candidate, neighbours, scene, text)
      ?? EllipsisRule.decide(candidate, neighbours, scene, text, lexicon)
      ?? QuotationRule.decide(candidate, neighbours, scene, text, lexicon)
      ?? .keep(.terminalMark)
  }

  /// Reads on to the next cluster of terminal marks and closers.
  private func nextCandidate(
    _ text: Span<UInt8>, _ scene: inout Scene, _ quotations: inout QuotationState, _ start: Int
  ) -> Candidate? {
    while scene.current < scene.marks.endIndex {
      let mark = scene.marks[scene.current]
      if mark.offset < start {
        // Inside a piece that was cut off as a whole (a share bar).
        scene.current += 1
        continue
      }
      if mark.kind.isTerminal {
        return cluster(text, &scene, &quotations, start)
      }
      scene.current += 1
      switch mark.kind {
      case .bracketOpener: quotations.openBracket(mark.offset)
      case .bracketCloser: _ = quotations.closeBracket()
      case .opener, .closer, .quote:
        _ = quotations.quotation(mark, hugsNext: hugsNext(mark, text, scene.range))
      default: break
      }
    }
    return nil
  }

  /// The cluster that begins with the terminal mark at `scene.current`.
  private func cluster(
    _ text: Span<UInt8>, _ scene: inout Scene, _ quotations: inout QuotationState, _ start: Int
  ) -> Candidate {
    let limit = scene.range.end
    let first = scene.marks[scene.current]
    var candidate = Candidate(
      mark: first.offset, end: first.offset, next: first.offset, limit: limit, segmentStart: start)
    var run = 0
    while scene.current < scene.marks.endIndex {
      let mark = scene.marks[scene.current]
      guard mark.kind == .lineBreak || mark.offset >= candidate.end else {
        scene.current += 1
        continue
      }
      guard let gap = gap(text, from: candidate.end, to: mark.offset) else { break }
      if mark.kind.isTerminal {
        candidate.closedQuotation = nil
        candidate.closedBracket = nil
        // ". ." is one cluster, but a mark behind a space is not where a sentence begins with it.
        if gap, candidate.end > candidate.mark, mark.kind == .stop, digitFollows(text, mark, limit)
        {
          break
        }
        if mark.kind == .stop {
          run = gap ? 1 : run + 1
          candidate.stops = max(candidate.stops, run)
        } else if mark.kind == .ellipsis {
          candidate.stops += 3
        } else {
          candidate.isStrong = true
        }
      } else if mark.kind == .bracketCloser {
        if gap, quotations.openBracket == nil { break }
        candidate.closedBracket = quotations.closeBracket()
      } else if mark.kind.isQuotation {
        // Behind a space only a mark that closes belongs here: `" .` and `. "` but not `. "وقال`.
        let hugs = hugsNext(mark, text, scene.range)
        let isOpen = quotations.openQuotation != nil
        if gap, hugs || !isOpen { break }
        if hugs, !isOpen || mark.kind == .opener { break }
        if case .closed(let opener) = quotations.quotation(mark, hugsNext: false) {
          candidate.closedQuotation = min(candidate.closedQuotation ?? opener, opener)
        }
      } else {
        break
      }
      candidate.end = mark.end
      scene.current += 1
    }
    var next = candidate.end
    while next < limit {
      let size = text.whiteSpace(at: next, limit: limit)
      if size == 0 { break }
      next += size
    }
    (candidate.end, next) = takeTrailers(text, candidate.end, next, limit)
    candidate.next = next
    candidate.openQuotation = quotations.openQuotation
    candidate.openBracket = quotations.openBracket
    return candidate
  }

  /// Whether white space stands between two offsets; nil when anything else does.
  private func gap(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool? {
    var offset = start
    while offset < end {
      let size = text.whiteSpace(at: offset, limit: end)
      if size == 0 {
        let (scalar, count) = text.scalar(at: offset, limit: end)
        guard Self.isControl(scalar) else { return nil }
        offset += count
      } else {
        offset += size
      }
    }
    return end > start
  }

  private static func isControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200C...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }

  /// Bidi controls and HTML's `&nbsp;` right behind a mark stay with it, and emoji behind a space too.
  private func takeTrailers(
    _ text: Span<UInt8>, _ end: Int, _ next: Int, _ limit: Int
  ) -> (end: Int, next: Int) {
    var end = end
    var next = next
    while next < limit {
      let (scalar, count) = text.scalar(at: next, limit: limit)
      if text.starts(with: "&nbsp;", at: next, limit: limit) {
        end = next + 6
      } else if Self.isEmoji(scalar) || Self.isControl(scalar) && next == end {
        end = next + count
      } else {
        break
      }
      next = end
      while next < limit {
        let size = text.whiteSpace(at: next, limit: limit)
        if size == 0 { break }
        next += size
      }
    }
    return (end, next)
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0xFE0F, 0x200D, 0x1F1E6...0x1F1FF: true
    default: false
    }
  }

  private func digitFollows(_ text: Span<UInt8>, _ mark: Mark, _ limit: Int) -> Bool {
    mark.end < limit && text.isDigit(at: mark.end, limit: limit)
  }

  /// Whether a quotation mark touches what follows it and not what stands before it.
  private func hugsNext(_ mark: Mark, _ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let touchesNext = mark.end < range.end && text.whiteSpace(at: mark.end, limit: range.end) == 0
    guard touchesNext else { return false }
    guard mark.offset > range.start else { return true }
    let before = text.scalarStart(before: mark.offset, floor: range.start)
    if text.whiteSpace(at: before, limit: mark.offset) > 0 { return true }
    // Both sides touch: a letter before and something else behind means that it closes (أمس"،); the
    // prefixes و، ب، ل، ك، ف and brackets before it mean that it opens (و"باسوك").
    if !text.isWordPart(at: before, limit: mark.offset) {
      let scalar = text.scalar(at: before, limit: mark.offset).value
      if [0x28, 0x5B, 0x3A, 0x060C, 0x2D].contains(scalar) { return true }
      return [0x2E, 0x21, 0x061F].contains(scalar)
        && text.isWordPart(at: mark.end, limit: range.end)
    }
    guard text.isWordPart(at: mark.end, limit: range.end),
      let word = text.word(endingAt: mark.offset, floor: range.start)
    else { return false }
    return word.key.count <= 3
  }
}

/// What segmentation needs while it works, kept to be used for the next text.
package struct SegmentationWorkspace: Sendable {
  var marks: [Mark] = []
  var lines: [Line] = []
  var quotations = QuotationState()
  var brackets = BracketIndex()
  /// The result.
  package var segments: [Segment] = []
  /// Filled when not nil.
  package var decisions: [BoundaryDecision]?

  package init() {}

  /// The index of brackets, so that whoever fills it is its only owner and writes into the room it has.
  fileprivate mutating func takeBrackets() -> BracketIndex {
    let index = brackets
    brackets = BracketIndex()
    return index
  }

  fileprivate mutating func add(
    _ range: TextRange, _ paragraph: Int, _ rule: BoundaryRule, startsInQuotation: Bool = false
  ) {
    guard !range.isEmpty else { return }
    segments.append(
      Segment(
        range: range, role: .body, paragraph: paragraph, startsInQuotation: startsInQuotation))
    decisions?.append(BoundaryDecision(offset: range.end, isBoundary: true, rule: rule))
  }
}
