import CBytes
import MujazCore
import MujazInput

/// Writes clean articles.
struct TextProcessor: ArticleProcessor {
  static let showsFacts = true

  private(set) var segmenter: Segmenter
  let format: TextFormat
  let isArray: Bool
  private var workspace = SegmentationWorkspace()

  init(segmenter: Segmenter, format: TextFormat, isArray: Bool) {
    self.segmenter = segmenter
    self.format = format
    self.isArray = isArray
  }

  mutating func detach() { segmenter.lexicon.detach() }

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    let layout = layout(text, title, identity)
    switch format {
    case .json, .jsonl: json(text, title, layout, identity, &output)
    case .text: plain(text, title, layout, &output)
    case .markdown: markdown(text, title, layout, &output)
    }
  }

  mutating func record(_ error: InputError, identity: Identity, into output: inout JSONWriter) {
    output.error(error, identity, isArray: isArray)
  }

  /// The headline and the paragraphs as ranges of a text.
  private struct Layout {
    /// Nil where the title came beside the text, or there is none.
    var title: TextRange?
    var paragraphs: [TextRange]
  }

  private mutating func layout(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ identity: Identity
  ) -> Layout {
    if let paragraphs = identity.origin?.paragraphs { return Layout(paragraphs: paragraphs) }
    segmenter.segment(text, title: title, &workspace)
    var layout = Layout(paragraphs: [])
    var paragraph = -1
    for segment in workspace.segments {
      if segment.role == .headline, title.isEmpty { layout.title = layout.title ?? segment.range }
      guard [.body, .question].contains(segment.role) || segment.isUnmarked else { continue }
      if segment.paragraph == paragraph, let last = layout.paragraphs.popLast() {
        layout.paragraphs.append(TextRange(start: last.start, end: segment.range.end))
      } else {
        layout.paragraphs.append(segment.range)
      }
      paragraph = segment.paragraph
    }
    return layout
  }

  // MARK: Formats

  private func json(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ layout: Layout, _ identity: Identity,
    _ output: inout JSONWriter
  ) {
    output.beginRecord(identity, isArray: isArray)
    if format == .json { output.source(text, of: identity) }
    if let range = layout.title {
      output.member("title")
      output.stringOfLine(text, range)
    } else if !title.isEmpty {
      output.member("title")
      output.stringOfLine(title, TextRange(start: 0, end: title.count))
    } else {
      output.null("title")
    }
    output.beginArray("paragraphs")
    for range in layout.paragraphs {
      output.element()
      output.stringOfLine(text, range)
    }
    output.endArray()
    output.beginObject("metadata")
    output.metadata(identity.origin?.metadata ?? Metadata(), text)
    output.beginArray("repairs")
    for repair in identity.origin?.repairs ?? [] {
      output.element()
      output.string(repair.rawValue)
    }
    output.endArray()
    output.endObject()
    output.member("encoding", identity.origin?.encoding ?? "UTF-8")
    output.endRecord(isArray: isArray)
  }

  /// The headline, a blank line, one paragraph a line; a blank line between articles.
  private mutating func plain(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ layout: Layout, _ output: inout JSONWriter
  ) {
    output.raw("\n")
    if let range = layout.title {
      output.line(text, range)
      output.raw("\n\n")
    } else if !title.isEmpty {
      output.line(title, TextRange(start: 0, end: title.count))
      output.raw("\n\n")
    }
    for range in layout.paragraphs {
      output.line(text, range)
      output.raw("\n")
    }
  }

  private mutating func markdown(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ layout: Layout, _ output: inout JSONWriter
  ) {
    output.raw("\n")
    if layout.title != nil || !title.isEmpty { output.raw("## ") }
    if let range = layout.title {
      output.markdown(text, range)
    } else {
      output.markdown(title, TextRange(start: 0, end: title.count))
    }
    if layout.title != nil || !title.isEmpty { output.raw("\n") }
    for range in layout.paragraphs {
      output.raw("\n")
      output.markdown(text, range)
      output.raw("\n")
    }
  }
}

extension JSONWriter {
  /// A range as a JSON string of one line: line breaks and tabs in it become spaces.
  fileprivate mutating func stringOfLine(_ text: Span<UInt8>, _ range: TextRange) {
    guard holdsBreak(text, range) else { return string(text, range) }
    var line = JSONWriter()
    line.line(text, range)
    let bytes = line.bytes.take()
    string(bytes.span, TextRange(start: 0, end: bytes.count))
  }

  private func holdsBreak(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    var offset = range.start
    while true {
      offset += text.extracting(offset..<range.end).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { cbytes_plain_line($0, bytes.count) } ?? 0
      }
      guard offset < range.end else { return false }
      if text.lineBreakOrTab(at: offset, limit: range.end) > 0 { return true }
      offset += 1
    }
  }

  /// The members of metadata that are known.
  fileprivate mutating func metadata(_ metadata: Metadata, _ text: Span<UInt8>) {
    let members: [(StaticString, String?)] = [
      ("headline", metadata.headline), ("author", metadata.author), ("date", metadata.date),
      ("site", metadata.site), ("url", metadata.url),
    ]
    for (name, value) in members {
      if let value { member(name, value) }
    }
    language(of: text, stated: metadata.language)
    if let section = metadata.section { member("section", section) }
    page(metadata.page)
  }
}
