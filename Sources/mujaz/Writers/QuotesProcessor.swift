import MujazCore
import MujazInput

/// Which quotations are wanted.
struct QuoteFilter: Sendable {
  /// None stands for all.
  var kinds: [QuoteKind]
  var speaker: SpeakerFilter?
  /// Whether it is to be told who else is quoted.
  var tellsOthers = false

  func takes(_ quote: Quote, _ text: Span<UInt8>) -> Bool {
    if !kinds.isEmpty, !kinds.contains(quote.kind) { return false }
    return speaker?.matches(quote.speaker, text) ?? true
  }
}

/// Writes the quotations of articles.
struct QuotesProcessor: ArticleProcessor {
  static let showsFacts = false

  private(set) var finder: QuoteFinder
  let format: QuotesFormat
  let filter: QuoteFilter
  let context: Int
  let explains: Bool
  let isArray: Bool
  private var workspace = QuoteWorkspace()
  private(set) var otherSpeakers = SpeakerNames()

  init(
    finder: QuoteFinder, format: QuotesFormat, filter: QuoteFilter, context: Int, explains: Bool,
    isArray: Bool
  ) {
    self.finder = finder
    self.format = format
    self.filter = filter
    self.context = context
    self.explains = explains
    self.isArray = isArray
  }

  mutating func detach() { finder.lexicon.detach() }

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    workspace.explanations = explains ? [] : nil
    workspace.people = format == .json ? [] : nil
    workspace.tellsParticles = format == .text || format == .markdown
    finder.find(text, title: title, &workspace)
    let quotes = workspace.quotes.filter { filter.takes($0, text) }
    otherSpeakers = SpeakerNames()
    if quotes.isEmpty, filter.tellsOthers { otherSpeakers.add(workspace.quotes, text) }
    switch format {
    case .json, .jsonl: json(text, quotes, identity, &output)
    case .text: if explains { lines(text, &output) } else { blocks(text, quotes, &output) }
    case .markdown: markdown(text, quotes, &output)
    case .csv, .tsv: table(text, quotes, identity, &output)
    }
  }

  mutating func record(
    _ error: InputError, identity: Identity, into output: inout JSONWriter
  ) {
    output.error(error, identity, isArray: isArray)
  }

  private func json(
    _ text: Span<UInt8>, _ quotes: [Quote], _ identity: Identity, _ output: inout JSONWriter
  ) {
    output.beginRecord(identity, isArray: isArray)
    if format == .json { output.source(text, of: identity) }
    output.beginArray("quotes")
    for quote in quotes { output.quote(text, quote, context: context) }
    output.endArray()
    if let people = workspace.people {
      output.beginArray("people")
      for entity in people { output.entity(text, entity) }
      output.endArray()
    }
    if let explanations = workspace.explanations {
      output.beginArray("explanations")
      for explanation in explanations { output.explanation(text, explanation) }
      output.endArray()
    }
    output.endRecord(isArray: isArray)
  }

  /// One block a quotation: speaker — verb — what is said; an empty line between blocks.
  private func blocks(
    _ text: Span<UInt8>, _ quotes: [Quote], _ output: inout JSONWriter
  ) {
    for quote in quotes {
      output.raw("\n")
      output.attribution(text, quote)
      let words = quote.shown
      let context = text.context(of: words, words: context)
      if self.context > 0 {
        output.raw("… ")
        output.line(text, TextRange(start: context.start, end: words.start))
      }
      output.raw(quote.kind == .direct ? "«" : self.context > 0 ? "| " : "")
      output.line(text, words)
      output.raw(quote.kind == .direct ? "»" : self.context > 0 ? " |" : "")
      if self.context > 0 {
        output.line(text, TextRange(start: words.end, end: context.end))
        output.raw(" …")
      }
      output.raw("\n")
    }
  }

  /// What became of every cue, an empty line before each article.
  private func lines(_ text: Span<UInt8>, _ output: inout JSONWriter) {
    output.raw("\n")
    for explanation in workspace.explanations ?? [] { output.explanationLines(text, explanation) }
  }

  private func markdown(
    _ text: Span<UInt8>, _ quotes: [Quote], _ output: inout JSONWriter
  ) {
    for quote in quotes {
      output.raw("\n")
      let words = quote.shown
      let context = text.context(of: words, words: context)
      output.raw("> ")
      output.markdown(text, TextRange(start: context.start, end: words.start))
      output.raw(quote.kind == .direct ? "«" : self.context > 0 ? "**" : "")
      output.markdown(text, words)
      output.raw(quote.kind == .direct ? "»" : self.context > 0 ? "**" : "")
      output.markdown(text, TextRange(start: words.end, end: context.end))
      output.raw("\n>\n> — ")
      if let name = quote.speaker?.canonical ?? quote.medium {
        output.raw(quote.isInferred ? "\\[**" : "**")
        output.markdown(text, name)
        output.raw(quote.isInferred ? "**\\]" : "**")
        if quote.isDoubtful { output.raw(" (؟)") }
      } else {
        output.raw("؟")
      }
      if let role = quote.speaker?.role {
        output.raw("، ")
        output.markdown(text, role)
      }
      if let cue = quote.fullCue {
        output.raw(" (")
        output.markdown(text, cue)
        output.raw(")")
      }
      output.raw("\n")
    }
  }

  /// One line a quotation; the head line is the run's.
  private func table(
    _ text: Span<UInt8>, _ quotes: [Quote], _ identity: Identity, _ output: inout JSONWriter
  ) {
    var row = TableRow(isQuoted: format == .csv)
    for quote in quotes {
      row.field(identity, into: &output)
      row.field(quote.kind.rawValue, into: &output)
      row.field(quote.range.start, into: &output)
      row.field(quote.range.end, into: &output)
      row.field(text, quote.range, into: &output)
      row.field(text, quote.speaker?.range, into: &output)
      row.field(text, quote.speaker?.canonical, into: &output)
      row.field(quote.speaker?.kind.rawValue ?? "", into: &output)
      row.field(text, quote.speaker?.role, into: &output)
      row.field(text, quote.cue, into: &output)
      row.field(quote.isNegated ? "true" : "false", into: &output)
      row.field(text, quote.medium, into: &output)
      row.field(quote.confidence.rawValue, into: &output)
      if context > 0 {
        let around = text.context(of: quote.range, words: context)
        row.field(text, TextRange(start: around.start, end: quote.range.start), into: &output)
        row.field(text, TextRange(start: quote.range.end, end: around.end), into: &output)
      }
      row.end(into: &output)
    }
  }

  /// The head line of a table.
  static func head(_ format: QuotesFormat, hasContext: Bool) -> [UInt8] {
    var output = JSONWriter()
    var row = TableRow(isQuoted: format == .csv)
    for name in columns + (hasContext ? ["before", "after"] : []) { row.field(name, into: &output) }
    row.end(into: &output)
    return output.bytes.take()
  }

  private static let columns = [
    "id", "kind", "start", "end", "text", "speaker", "canonical", "speaker_kind", "role", "cue",
    "negated", "medium", "confidence",
  ]
}

extension Quote {
  /// The words for people: the speaker's own stand in marks, and what the article reports keeps its أن, without which a denial
  /// would read as an admission.
  fileprivate var shown: TextRange { kind == .direct ? range : clause }

  /// Whether the sentence itself names nobody.
  fileprivate var isInferred: Bool { speaker.map { $0.range == nil } ?? false }

  fileprivate var isDoubtful: Bool { speaker != nil && confidence == .low }
}

extension JSONWriter {
  /// Speaker — verb — in one line.
  fileprivate mutating func attribution(_ text: Span<UInt8>, _ quote: Quote) {
    if let speaker = quote.speaker {
      if quote.isInferred { raw("[") }
      line(text, speaker.canonical)
      if quote.isInferred { raw("]") }
      if quote.isDoubtful { raw(" (؟)") }
      if let role = speaker.role {
        raw("، ")
        line(text, role)
      }
    } else if let medium = quote.medium {
      line(text, medium)
    } else {
      raw("؟")
    }
    raw(" — ")
    if let cue = quote.fullCue {
      line(text, cue)
      raw(" — ")
    }
  }
}
