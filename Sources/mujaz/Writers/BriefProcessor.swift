import MujazCore
import MujazInput

/// Writes the briefs of articles.
struct BriefProcessor: ArticleProcessor {
  static let showsFacts = true

  private(set) var briefer: Briefer
  let format: BriefFormat
  let explains: Bool
  let isArray: Bool
  let marks: Bool
  let headline: Bool
  /// Whether standard error is told why an article has no brief: JSON tells it itself.
  let notes: Bool
  private(set) var note: String?
  private var workspace = BriefWorkspace()
  private var paragraph: [UInt8] = []

  init(
    briefer: Briefer, format: BriefFormat, explains: Bool, isArray: Bool, marks: Bool = false,
    headline: Bool = false, notes: Bool = false
  ) {
    self.briefer = briefer
    self.format = format
    self.explains = explains
    self.isArray = isArray
    self.marks = marks
    self.headline = headline
    self.notes = notes
  }

  mutating func detach() { briefer.segmenter.lexicon.detach() }

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    let brief = briefer.brief(text, title: title, &workspace)
    // Of an empty text an empty line says it.
    note = notes && brief.noBrief != .empty ? brief.noBrief?.message : nil
    paragraph.removeAll(keepingCapacity: true)
    let insertions = brief.write(text, marks: marks, into: &paragraph)
    switch format {
    case .json, .jsonl: json(text, title, brief, insertions, identity, &output)
    case .text:
      if headline { head(text, title, identity, &output) }
      output.bytes.append(contentsOf: paragraph)
      // A headline without a brief stands alone.
      if !headline || !paragraph.isEmpty { output.raw("\n") }
      if explains { table(text, &output) }
    case .markdown: markdown(text, title, identity, &output)
    }
  }

  mutating func record(
    _ error: InputError, identity: Identity, into output: inout JSONWriter
  ) {
    output.error(error, identity, isArray: isArray)
  }

  /// Writes the headline, the one that came apart from the text or else the one that stands in it; whether there is one.
  @discardableResult
  private func withHeadline(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ write: (Span<UInt8>, TextRange) -> Void
  ) -> Bool {
    if !title.isEmpty {
      write(title, TextRange(start: 0, end: title.count))
    } else if let headline = workspace.segmentation.segments.first(where: { $0.role == .headline })
    {
      write(text, headline.range)
    } else {
      return false
    }
    return true
  }

  /// The headline, or else the article's name, on a line of its own below an empty one.
  private func head(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ identity: Identity, _ output: inout JSONWriter
  ) {
    output.raw("\n")
    if !withHeadline(text, title, { output.line($0, $1) }),
      !withName(identity, { output.line($0, $1) })
    {
      return
    }
    output.raw("\n")
  }

  /// Writes the article's name; whether it has one.
  @discardableResult
  private func withName(_ identity: Identity, _ write: (Span<UInt8>, TextRange) -> Void) -> Bool {
    switch identity.id {
    case .none: return false
    case .token(let name), .string(let name): write(name.span, TextRange(start: 0, end: name.count))
    }
    return true
  }

  private func json(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ brief: Brief, _ insertions: [BriefInsertion],
    _ identity: Identity,
    _ output: inout JSONWriter
  ) {
    output.beginRecord(identity, isArray: isArray)
    if format == .json { output.source(text, of: identity) }
    withHeadline(text, title) { output.member("title", $0, $1) }
    if let metadata = identity.origin?.metadata {
      for (name, value) in Self.head(of: metadata) {
        if let value { output.member(name, value) }
      }
    }
    output.language(of: text, stated: identity.origin?.metadata.language)
    output.member("brief", paragraph.span, TextRange(start: 0, end: paragraph.count))
    if let reason = brief.noBrief {
      output.beginObject("no_brief")
      output.member("reason", reason.rawValue)
      output.member("message", reason.message)
      output.endObject()
    }
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

  private static func head(of metadata: Metadata) -> [(StaticString, String?)] {
    [
      ("date", metadata.date), ("site", metadata.site), ("author", metadata.author),
      ("url", metadata.url),
    ]
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
      if let worth = sentence.worth { adds(worth, &output) }
      if let choice = sentence.choice { output.member("choice", choice.rawValue) }
      output.endObject()
    }
    output.endArray()
  }

  /// What a sentence adds to the lead, and of what.
  private func adds(_ worth: SentenceWorth, _ output: inout JSONWriter) {
    output.beginObject("adds")
    output.member("value", decimal: worth.value)
    output.member("place", worth.place)
    output.member("numbers", worth.numbers)
    output.member("names", worth.names)
    output.member("headline", worth.headline)
    output.member("claims", worth.claims)
    output.member("untold", worth.untold)
    output.member("points_back", worth.pointsBack)
    output.endObject()
  }

  private static func parts(_ score: SentenceScore) -> [(StaticString, Double)] {
    [
      ("position", score.position), ("salience", score.salience),
      ("centrality", score.centrality), ("title", score.title), ("score", score.total),
    ]
  }

  /// The sentences with the parts of their scores, what they add and why they are in or out: `*` marks the chosen, `~` those
  /// that lean on another.
  private func table(_ text: Span<UInt8>, _ output: inout JSONWriter) {
    output.raw(
      "\n  index  position  salience  centrality  title  score   adds  choice      sentence\n")
    for sentence in briefer.explain(text, workspace) {
      output.raw(sentence.choice?.isIn == true ? "*" : " ")
      output.raw(sentence.leans ? "~" : " ")
      output.bytes.append(String(sentence.index).leftPadded(to: 5))
      let widths = [10, 10, 12, 7, 7]
      for ((_, value), width) in zip(Self.parts(sentence.score), widths) {
        output.bytes.append(Self.thousandths(value).leftPadded(to: width))
      }
      output.bytes.append(
        (sentence.worth.map { Self.thousandths($0.value) } ?? "–").leftPadded(to: 7))
      let choice = sentence.choice?.rawValue ?? ""
      output.raw("  ")
      output.bytes.append(choice + String(repeating: " ", count: max(0, 12 - choice.count)))
      output.beginning(text, sentence.range)
      output.raw("\n")
    }
  }

  private static func thousandths(_ value: Double) -> String {
    var number = JSONWriter()
    number.decimal((value * 1000).rounded() / 1000)
    return String(decoding: number.bytes.take(), as: UTF8.self)
  }

  private mutating func markdown(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ identity: Identity, _ output: inout JSONWriter
  ) {
    output.raw("\n")
    if !withHeadline(text, title, { output.heading($0, $1) }), headline {
      withName(identity) { output.heading($0, $1) }
    }
    let facts = identity.origin.map { Self.head(of: $0.metadata).compactMap(\.1) } ?? []
    if !facts.isEmpty {
      for (place, fact) in facts.enumerated() {
        if place > 0 { output.raw(" · ") }
        output.markdown(fact.utf8.span, TextRange(start: 0, end: fact.utf8.count))
      }
      output.raw("\n\n")
    }
    if !paragraph.isEmpty {
      output.markdown(paragraph.span, TextRange(start: 0, end: paragraph.count))
      output.raw("\n")
    }
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
  /// A heading of Markdown.
  fileprivate mutating func heading(_ text: Span<UInt8>, _ range: TextRange) {
    raw("## ")
    markdown(text, range)
    raw("\n\n")
  }

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
