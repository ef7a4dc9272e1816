import MujazCore
import MujazInput

/// Writes the briefs of articles.
struct BriefProcessor: ArticleProcessor {
  let briefer: Briefer
  let format: BriefFormat
  let explains: Bool
  let isArray: Bool
  let marks: Bool
  private var workspace = BriefWorkspace()
  private var paragraph: [UInt8] = []

  init(
    briefer: Briefer, format: BriefFormat, explains: Bool, isArray: Bool, marks: Bool = false
  ) {
    self.briefer = briefer
    self.format = format
    self.explains = explains
    self.isArray = isArray
    self.marks = marks
  }

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    let brief = briefer.brief(text, title: title, &workspace)
    paragraph.removeAll(keepingCapacity: true)
    let insertions = brief.write(text, marks: marks, into: &paragraph)
    switch format {
    case .json, .jsonl: json(text, brief, insertions, identity, &output)
    case .text:
      output.bytes.append(contentsOf: paragraph)
      output.raw("\n")
      if explains { table(text, brief, &output) }
    case .markdown: markdown(text, title, brief, &output)
    }
  }

  mutating func record(
    _ error: InputError, identity: Identity, into output: inout JSONWriter
  ) {
    output.error(error, identity, isArray: isArray)
  }

  private func json(
    _ text: Span<UInt8>, _ brief: Brief, _ insertions: [BriefInsertion], _ identity: Identity,
    _ output: inout JSONWriter
  ) {
    output.beginRecord(identity, isArray: isArray)
    if format == .json, identity.isFile {
      output.raw(",\"source\":")
      output.string(text, TextRange(start: 0, end: text.count))
    }
    output.raw(",\"brief\":")
    output.string(paragraph.span, TextRange(start: 0, end: paragraph.count))
    output.raw(",\"sentences\":[")
    for (place, sentence) in brief.sentences.enumerated() {
      output.raw(place == 0 ? "{\"index\":" : ",{\"index\":")
      output.integer(sentence.index)
      output.raw(",")
      output.place(sentence.range)
      output.raw(",\"text\":")
      output.string(text, sentence.range)
      output.raw(",\"score\":")
      output.decimal(sentence.score)
      output.raw(",\"kept\":[")
      for (place, range) in sentence.kept.enumerated() {
        output.raw(place == 0 ? "{" : ",{")
        output.place(range)
        output.raw("}")
      }
      output.raw("]}")
    }
    output.raw("],\"insertions\":[")
    for (place, insertion) in insertions.enumerated() {
      output.raw(place == 0 ? "{\"sentence\":" : ",{\"sentence\":")
      output.integer(insertion.sentence)
      output.raw(",\"offset\":")
      output.integer(insertion.offset)
      output.raw(",")
      output.place(insertion.source)
      output.raw(",\"text\":")
      output.string(text, insertion.source)
      output.raw("}")
    }
    output.raw("],\"quotes\":[")
    for (place, quote) in brief.quotes.enumerated() {
      if place > 0 { output.raw(",") }
      output.quote(text, quote)
    }
    output.raw("]")
    if explains { ranking(briefer.explain(text, workspace), &output) }
    output.endRecord(isArray: isArray)
  }

  private func ranking(_ ranked: [RankedSentence], _ output: inout JSONWriter) {
    output.raw(",\"ranking\":[")
    for (place, sentence) in ranked.enumerated() {
      output.raw(place == 0 ? "{\"index\":" : ",{\"index\":")
      output.integer(sentence.index)
      output.raw(",")
      output.place(sentence.range)
      output.raw(",\"words\":")
      output.integer(sentence.words)
      for (name, value) in Self.parts(sentence.score) {
        output.raw(",")
        output.string(name)
        output.raw(":")
        output.decimal(value)
      }
      output.raw(sentence.leans ? ",\"leans\":true}" : ",\"leans\":false}")
    }
    output.raw("]")
  }

  private static func parts(_ score: SentenceScore) -> [(String, Double)] {
    [
      ("position", score.position), ("salience", score.salience),
      ("centrality", score.centrality), ("title", score.title), ("score", score.total),
    ]
  }

  /// The sentences with the parts of their scores: `*` marks the chosen, `~` those that lean on another.
  private func table(_ text: Span<UInt8>, _ brief: Brief, _ output: inout JSONWriter) {
    let chosen = Set(brief.sentences.map(\.index))
    output.raw("\n  index  position  salience  centrality  title  score  sentence\n")
    for sentence in briefer.explain(text, workspace) {
      output.raw(chosen.contains(sentence.index) ? "*" : " ")
      output.raw(sentence.leans ? "~" : " ")
      output.bytes.append(String(sentence.index).leftPadded(to: 5))
      let widths = [10, 10, 12, 7, 7]
      for ((_, value), width) in zip(Self.parts(sentence.score), widths) {
        var number = JSONWriter()
        number.decimal((value * 1000).rounded() / 1000)
        output.bytes.append(
          String(decoding: number.bytes.take(), as: UTF8.self).leftPadded(to: width))
      }
      output.raw("  ")
      output.beginning(text, sentence.range)
      output.raw("\n")
    }
  }

  private mutating func markdown(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ brief: Brief, _ output: inout JSONWriter
  ) {
    output.raw("\n")
    let headline = workspace.segmentation.segments.first { $0.role == .headline }?.range
    if !title.isEmpty {
      output.raw("## ")
      output.markdown(title, TextRange(start: 0, end: title.count))
      output.raw("\n\n")
    } else if let headline {
      output.raw("## ")
      output.markdown(text, headline)
      output.raw("\n\n")
    }
    output.markdown(paragraph.span, TextRange(start: 0, end: paragraph.count))
    output.raw("\n")
    if explains {
      output.raw("\n| index | position | salience | centrality | title | score |\n")
      output.raw("| --- | --- | --- | --- | --- | --- |\n")
      for sentence in workspace.ranked {
        output.raw("| ")
        output.integer(sentence.index)
        for (_, value) in Self.parts(sentence.score) {
          output.raw(" | ")
          output.decimal((value * 1000).rounded() / 1000)
        }
        output.raw(" |\n")
      }
    }
  }
}

extension String {
  /// With spaces before it up to a width.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension JSONWriter {
  /// The first sixty characters of a range, as one line.
  fileprivate mutating func beginning(_ text: Span<UInt8>, _ range: TextRange) {
    var end = range.start
    var count = 0
    while end < range.end, count < 60 {
      end += 1
      while end < range.end, text[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    line(text, TextRange(start: range.start, end: end))
    if end < range.end { raw("…") }
  }

  /// A range as one line of Markdown: what would be markup is escaped.
  mutating func markdown(_ text: Span<UInt8>, _ range: TextRange) {
    var offset = range.start
    while offset < range.end {
      let size = text.lineBreakOrTab(at: offset, limit: range.end)
      if size > 0 {
        bytes.append(0x20)
        offset += size
        continue
      }
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "#"), UInt8(ascii: "|"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }
}
