internal import CBytes

/// A sentence of a brief.
public struct BriefSentence: Sendable, Hashable {
  /// The number of its segment in the article.
  public var index: Int
  /// Where it stands in the article.
  public var range: TextRange
  /// What it was ranked by.
  public var score: Double
  /// Words of the article, put in square brackets before the sentence: the speaker that its verb does not name.
  public var speaker: TextRange?
  /// The place of the dateline that was left out, put in square brackets before the sentence.
  public var place: TextRange?
  /// The mark that closes its quotation in a later sentence, put in square brackets behind it.
  public var closer: TextRange?
  /// What of the sentence stands in the brief, in order: all of it where nothing was left out.
  public var kept: [TextRange]
}

/// The brief of an article: sentences of it, verbatim, in its order.
public struct Brief: Sendable, Hashable {
  /// The sentences in the article's order; none where the article has no sentence.
  public var sentences: [BriefSentence]
  /// The quotations that its sentences hold, with their speakers; none where none were asked for.
  public var quotes: [Quote] = []
  /// Why there are no sentences; nil where there are.
  public var noBrief: NoBrief?

  /// A brief of sentences that were picked elsewhere.
  public init(sentences: [BriefSentence], quotes: [Quote] = []) {
    self.sentences = sentences
    self.quotes = quotes
  }

  /// None, and why.
  init(_ reason: NoBrief) {
    self.init(sentences: [])
    noBrief = reason
  }
}

/// What is put into a brief and stands elsewhere in the article.
public struct BriefInsertion: Sendable, Hashable {
  /// Which sentence of the brief it stands before or, closing a quotation, behind, counted from 0.
  public var sentence: Int
  /// The offset in the brief's text of its opening bracket.
  public var offset: Int
  /// The words' place in the article.
  public var source: TextRange
}

extension Brief {
  /// The brief as one paragraph without line breaks, in UTF-8 appended to `output`, and its insertions.
  ///
  /// `text` is the article that the brief was made of. Line breaks and tabs inside a sentence become one space. With
  /// `marks` an ellipsis shows where something was left out inside a sentence or at its end.
  @discardableResult
  package func write(
    _ text: Span<UInt8>, marks: Bool = false, into output: inout [UInt8]
  ) -> [BriefInsertion] {
    var insertions: [BriefInsertion] = []
    let base = output.count
    for (number, sentence) in sentences.enumerated() {
      func insert(_ source: TextRange, _ output: inout [UInt8]) {
        insertions.append(
          BriefInsertion(sentence: number, offset: output.count - base, source: source))
        output.append(UInt8(ascii: "["))
        Self.append(text, source, &output)
        output.append(UInt8(ascii: "]"))
      }
      if number > 0 { output.append(0x20) }
      if let place = sentence.place {
        insert(place, &output)
        output.append(0x20)
      }
      if let speaker = sentence.speaker {
        insert(speaker, &output)
        output.append(0x20)
      }
      for (part, range) in sentence.kept.enumerated() {
        if marks, part > 0 { output.append(contentsOf: " …".utf8) }
        Self.append(text, range, &output)
      }
      if let closer = sentence.closer { insert(closer, &output) }
    }
    return insertions
  }

  /// Appends a range with every run of white space that holds a line break or a tab as one space.
  private static func append(_ text: Span<UInt8>, _ range: TextRange, _ output: inout [UInt8]) {
    var start = range.start
    var offset = range.start
    while true {
      offset += text.plainLineCount(TextRange(start: offset, end: range.end))
      guard offset < range.end else { break }
      guard text.lineBreakOrTab(at: offset, limit: range.end) > 0 else {
        offset += 1
        continue
      }
      var runStart = offset
      while runStart > start, text[runStart - 1] == 0x20 { runStart -= 1 }
      output.append(text, runStart: start, end: runStart)
      output.append(0x20)
      while offset < range.end {
        let size = text.whiteSpace(at: offset, limit: range.end)
        if size == 0 { break }
        offset += size
      }
      start = offset
    }
    output.append(text, runStart: start, end: range.end)
  }

  /// The brief as one paragraph without line breaks.
  public func text(of article: Article) -> String {
    var native = article.text
    native.makeContiguousUTF8()
    var bytes: [UInt8] = []
    write(native.utf8.span, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the text holds beyond its sentences.
  public func insertions(in article: Article) -> [BriefInsertion] {
    var native = article.text
    native.makeContiguousUTF8()
    var bytes: [UInt8] = []
    return write(native.utf8.span, into: &bytes)
  }
}

extension Span<UInt8> {
  /// The number of bytes of a range before the first that may begin a line break or a tab.
  fileprivate func plainLineCount(_ range: TextRange) -> Int {
    extracting(range.start..<range.end).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { cbytes_plain_line($0, bytes.count) } ?? 0
    }
  }

  /// The number of bytes of the line break or tab that starts at `offset`, 0 where none does.
  @inline(__always)
  package func lineBreakOrTab(at offset: Int, limit: Int) -> Int {
    let byte = self[offset]
    if (0x09...0x0D).contains(byte) { return 1 }
    // C2 85, E2 80 A8, E2 80 A9: NEL and the Unicode separators.
    guard byte == 0xC2 || byte == 0xE2 else { return 0 }
    let (scalar, count) = scalar(at: offset, limit: limit)
    return scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 ? count : 0
  }
}

extension [UInt8] {
  /// Appends the bytes of a text between two offsets.
  @inline(__always)
  package mutating func append(_ text: Span<UInt8>, runStart: Int, end: Int) {
    guard runStart < end else { return }
    text.extracting(runStart..<end).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
