import MujazCore
import MujazInput

/// Writes the briefs of articles.
struct BriefProcessor: ArticleProcessor {
  private(set) var briefer: Briefer
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

  mutating func detach() { briefer.segmenter.lexicon.detach() }

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
    case .markdown: markdown(text, title, &output)
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
    if format == .json { output.source(text, of: identity) }
    output.member("brief", paragraph.span, TextRange(start: 0, end: paragraph.count))
    output.beginArray("sentences")
    for sentence in brief.sentences { self.sentence(text, sentence, &output) }
    output.endArray()
    output.beginArray("insertions")
    for insertion in insertions {
      output.beginObject()
      output.member("sentence", insertion.sentence)
      output.member("offset", insertion.offset)
      output.place(insertion.source)
      output.member("text", text, insertion.source)
      output.endObject()
    }
    output.endArray()
    output.beginArray("quotes")
    for quote in brief.quotes { output.quote(text, quote) }
    output.endArray()
    if explains { ranking(briefer.explain(text, workspace), &output) }
    output.endRecord(isArray: isArray)
  }

  private func sentence(
    _ text: Span<UInt8>, _ sentence: BriefSentence, _ output: inout JSONWriter
  ) {
    output.beginObject()
    output.member("index", sentence.index)
    output.place(sentence.range)
    output.member("text", text, sentence.range)
    output.member("score", decimal: sentence.score)
    output.beginArray("kept")
    for range in sentence.kept {
      output.beginObject()
      output.place(range)
      output.endObject()
    }
    output.endArray()
    output.endObject()
  }

  private func ranking(_ ranked: [RankedSentence], _ output: inout JSONWriter) {
    output.beginArray("ranking")
    for sentence in ranked {
      output.beginObject()
      output.member("index", sentence.index)
      output.place(sentence.range)
      output.member("words", sentence.words)
      for (name, value) in Self.parts(sentence.score) { output.member(name, decimal: value) }
      output.member("leans", sentence.leans)
      output.endObject()
    }
    output.endArray()
  }

  private static func parts(_ score: SentenceScore) -> [(StaticString, Double)] {
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
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ output: inout JSONWriter
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
}
