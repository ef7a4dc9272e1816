import MujazCore
import MujazInput
import MujazTranslation

/// Writes the segments of articles.
struct SegmentProcessor: ArticleProcessor {
  static let showsFacts = false

  private(set) var segmenter: Segmenter
  /// Cuts instead of the segmenter where the user has rules.
  let srx: SRXSegmenter?
  let srxPath: String
  let format: SegmentFormat
  let explains: Bool
  let isArray: Bool
  /// Whether tables are safe to open in a spreadsheet.
  let isSafe: Bool
  private var workspace = SegmentationWorkspace()
  private var decisions: [Decision] = []

  /// What was decided of a place, and by which rule.
  private struct Decision {
    var offset: Int
    var isBoundary: Bool
    var rule: String
  }

  init(
    segmenter: Segmenter, rules: SRXRules?, format: SegmentFormat, explains: Bool, isArray: Bool,
    isSafe: Bool
  ) throws(Failure) {
    self.segmenter = segmenter
    srx = try rules?.segmenter()
    srxPath = rules?.path ?? ""
    self.format = format
    self.explains = explains
    self.isArray = isArray
    self.isSafe = isSafe
  }

  mutating func detach() { segmenter.lexicon.detach() }

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) throws(InputError) {
    if let srx { try cut(text, title, srx) } else { cut(text, title) }
    switch format {
    case .json, .jsonl: json(text, identity, &output)
    case .text: lines(text, &output)
    case .tsv: table(text, &output)
    }
  }

  private mutating func cut(_ text: Span<UInt8>, _ title: Span<UInt8>) {
    workspace.decisions = explains ? [] : nil
    segmenter.segment(text, title: title, &workspace)
    decisions = (workspace.decisions ?? []).map {
      Decision(offset: $0.offset, isBoundary: $0.isBoundary, rule: $0.rule.rawValue)
    }
  }

  private mutating func cut(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ srx: SRXSegmenter
  ) throws(InputError) {
    var found: [SRXDecision]? = explains ? [] : nil
    do throws(PackageError) {
      let ranges = try srx.segments(of: text, decisions: &found)
      segmenter.label(ranges, text, title: title, &workspace)
    } catch {
      throw InputError(.ruleTooCostly, error.place(in: srxPath))
    }
    decisions = (found ?? []).map {
      Decision(offset: $0.offset, isBoundary: $0.isBoundary, rule: $0.rule)
    }
  }

  mutating func record(
    _ error: InputError, identity: Identity, into output: inout JSONWriter
  ) {
    output.error(error, identity, isArray: isArray)
  }

  private func json(_ text: Span<UInt8>, _ identity: Identity, _ output: inout JSONWriter) {
    output.beginRecord(identity, isArray: isArray)
    if format == .json { output.source(text, of: identity) }
    output.beginArray("segments")
    for (index, segment) in workspace.segments.enumerated() {
      output.beginObject()
      output.member("index", index)
      output.place(segment.range)
      output.member("paragraph", segment.paragraph)
      output.member("role", word: segment.role.rawValue)
      output.member("text", text, segment.range)
      output.endObject()
    }
    output.endArray()
    if explains {
      output.beginArray("decisions")
      for decision in decisions {
        output.beginObject()
        output.member("offset", decision.offset)
        output.member("boundary", decision.isBoundary)
        output.member("rule", decision.rule)
        output.endObject()
      }
      output.endArray()
    }
    output.endRecord(isArray: isArray)
  }

  /// One segment a line, an empty line before each article, which the first loses; a line break inside a segment is shown as a space.
  private mutating func lines(_ text: Span<UInt8>, _ output: inout JSONWriter) {
    output.raw("\n")
    guard explains else {
      for segment in workspace.segments {
        output.line(text, segment.range)
        output.raw("\n")
      }
      return
    }
    // What was cut or left together, with the words around it.
    for decision in decisions {
      output.raw(decision.isBoundary ? "end   " : "no    ")
      output.bytes.append(decision.rule.padded(to: 15))
      output.context(text, around: decision.offset)
      output.raw("\n")
    }
  }

  private func table(_ text: Span<UInt8>, _ output: inout JSONWriter) {
    var row = TableRow(isQuoted: false, isSafe: isSafe)
    for (index, segment) in workspace.segments.enumerated() {
      row.field(index, into: &output)
      row.field(segment.range.start, into: &output)
      row.field(segment.range.end, into: &output)
      row.field(segment.role.rawValue, into: &output)
      row.field(text, segment.range, into: &output)
      row.end(into: &output)
    }
  }
}
