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

  /// A segmenter with the word lists of the library, or with others.
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
      while let candidate = CandidateReader.next(text, &scene, &workspace.quotations, start) {
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
