/// A quotation in marks, the outermost where one stands in another.
struct MarkedSpan: Sendable {
  /// What stands between the marks, without white space at its ends.
  var range: TextRange
  /// With the marks.
  var outer: TextRange
  /// Its words.
  var tokens = 0..<0
  var isClosed: Bool

  /// Pairs the marks of every paragraph, in the order of the text. Linear in the marks.
  ///
  /// By direction where a mark has one, by what it touches where it has none; marks of different styles pair («…“), as
  /// print mixes them. Nothing is given up: what nothing closes ends with its sentence. The depth is bounded.
  ///
  ///     إن “أنقرة تريد “شراكة جديدة” مع جيرانها.      from the first mark to the full stop
  ///     فاصلة عليا (')                               none: a single mark that touches no word opens nothing
  static func pair(
    _ text: Span<UInt8>, _ marks: [Mark], _ sentences: [QuoteSentence],
    into spans: inout [MarkedSpan]
  ) {
    spans.removeAll(keepingCapacity: true)
    var index = 0
    var first = 0
    while first < sentences.count {
      var last = first
      while last + 1 < sentences.count,
        sentences[last + 1].paragraph == sentences[first].paragraph
      {
        last += 1
      }
      let range = TextRange(
        start: sentences[first].range.start, end: sentences[last].range.end)
      while index < marks.count, marks[index].offset < range.start { index += 1 }
      var straight = 0
      for mark in marks[index...] {
        if mark.offset >= range.end { break }
        if mark.kind == .quote { straight += 1 }
      }
      var state = Pairing(range: range, isEven: straight % 2 == 0)
      while index < marks.count, marks[index].offset < range.end {
        let mark = marks[index]
        index += 1
        if mark.kind.isQuotation { state.take(mark, text, &spans, marks[index...]) }
      }
      if let open = state.outermost {
        // To the end of the sentence that it opens in, or of the paragraph where it opens that.
        var end = range.end
        if open.offset > range.start {
          for sentence in sentences[first...last] where sentence.range.end > open.offset {
            end = sentence.range.end
            break
          }
        }
        spans.add(text, open, TextRange(start: end, end: end), isClosed: false)
      }
      first = last + 1
    }
  }

  private struct Pairing {
    let range: TextRange
    /// The marks that are open, the outermost first.
    private var open: [Mark] = []
    private static let deepest = 8

    /// Whether the marks without direction may pair by turns.
    private let isEven: Bool

    init(range: TextRange, isEven: Bool) {
      self.range = range
      self.isEven = isEven
    }

    var outermost: Mark? { open.first }

    mutating func take(
      _ mark: Mark, _ text: Span<UInt8>, _ spans: inout [MarkedSpan], _ following: ArraySlice<Mark>
    ) {
      let isSingle = Self.isSingle(text, mark)
      if isSingle, let top = open.first, !Self.isSingle(text, top) { return }
      let opens = opens(mark, text)
      if open.isEmpty {
        if opens { open.append(mark) }
        return
      }
      let isSecond = isEven && mark.kind == .quote && open.count == 1 && open[0].kind == .quote
      if isSecond, opens, isNested(following, text) {
        open.append(mark)
        return
      }
      if opens, !isSecond, mark.kind != .closer, open.count < Self.deepest {
        // " has no direction: where one is open already, that one was never closed.
        if mark.kind == .quote, open.count == 1, open[0].kind == .quote {
          spans.add(
            text, open[0], TextRange(start: mark.offset, end: mark.offset), isClosed: false)
          open[0] = mark
        } else {
          open.append(mark)
        }
        return
      }
      if let opener = open.popLast(), open.isEmpty {
        spans.add(text, opener, TextRange(start: mark.offset, end: mark.end), isClosed: true)
      }
    }

    /// "… أن تصبح "دار النشر" شركة …": whether the next two marks close by their places, this one and the first.
    private func isNested(_ following: ArraySlice<Mark>, _ text: Span<UInt8>) -> Bool {
      var closers = 0
      for mark in following {
        if mark.offset >= range.end || closers == 2 { break }
        guard mark.kind == .quote else { continue }
        let before = text.scalarStart(before: mark.offset, floor: range.start)
        guard text.whiteSpace(at: before, limit: mark.offset) == 0,
          mark.end >= range.end || !text.isWordPart(at: mark.end, limit: range.end)
        else { return false }
        closers += 1
      }
      return closers == 2
    }

    private static func isSingle(_ text: Span<UInt8>, _ mark: Mark) -> Bool {
      switch text.scalar(at: mark.offset, limit: text.count).value {
      case 0x27, 0x2018, 0x2019, 0x201A, 0x2039, 0x203A: true
      default: false
      }
    }

    /// Whether a mark touches what follows it and not what stands before it.
    private func opens(_ mark: Mark, _ text: Span<UInt8>) -> Bool {
      guard mark.end < range.end else { return false }
      let touchesNext = text.isWordPart(at: mark.end, limit: range.end)
      if mark.offset == range.start { return true }
      let before = text.scalarStart(before: mark.offset, floor: range.start)
      if text.whiteSpace(at: before, limit: mark.offset) > 0 {
        // Between two spaces an opening mark opens, and " does where none is open.
        if text.whiteSpace(at: mark.end, limit: range.end) > 0 {
          return mark.kind == .opener || mark.kind == .quote && open.isEmpty
        }
        return touchesNext || opensWithMark(mark, text)
      }
      if mark.kind == .opener { return open.isEmpty || touchesNext }
      guard text.isWordPart(at: before, limit: mark.offset) else {
        let scalar = text.scalar(at: before, limit: mark.offset).value
        return [0x28, 0x5B, 0x3A, 0x060C, 0x2D, 0x23].contains(scalar)
          && (touchesNext || open.isEmpty)
      }
      // Letters on both sides: و"باسوك", قائلا”هذا.
      guard touchesNext else { return false }
      if open.isEmpty { return true }
      guard let word = text.word(endingAt: mark.offset, floor: range.start) else { return false }
      return word.key.count <= 2
    }

    private func opensWithMark(_ mark: Mark, _ text: Span<UInt8>) -> Bool {
      guard open.isEmpty || mark.kind == .opener else { return false }
      let scalar = text.scalar(at: mark.end, limit: range.end).value
      return ![0x060C, 0x2C, 0x2E, 0x3A, 0x061B].contains(scalar)
    }
  }
}

extension [MarkedSpan] {
  /// Adds what stands between two marks, unless that is nothing.
  fileprivate mutating func add(
    _ text: Span<UInt8>, _ opener: Mark, _ closer: TextRange, isClosed: Bool
  ) {
    let content = text.trimmed(
      TextRange(start: opener.end, end: Swift.max(opener.end, closer.start)))
    guard !content.isEmpty else { return }
    append(
      MarkedSpan(
        range: content, outer: TextRange(start: opener.offset, end: closer.end),
        isClosed: isClosed))
  }
}
