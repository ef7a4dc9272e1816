/// Reads the marks of a paragraph, keeps its quotations and brackets, and finds the clusters behind which a segment may end.
enum CandidateReader {
  /// Reads on to the next cluster of terminal marks and closers.
  static func next(
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
  private static func cluster(
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
  private static func gap(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool? {
    var offset = start
    while offset < end {
      let size = text.whiteSpace(at: offset, limit: end)
      if size == 0 {
        let (scalar, count) = text.scalar(at: offset, limit: end)
        guard isControl(scalar) else { return nil }
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

  /// Bidi controls, HTML's `&nbsp;` and the end of a tag right behind a mark stay with it, and emoji behind a space too.
  private static func takeTrailers(
    _ text: Span<UInt8>, _ end: Int, _ next: Int, _ limit: Int
  ) -> (end: Int, next: Int) {
    var end = end
    var next = next
    while next < limit {
      let (scalar, count) = text.scalar(at: next, limit: limit)
      if text.starts(with: "&nbsp;", at: next, limit: limit) {
        end = next + 6
      } else if text.starts(with: "/>", at: next, limit: limit) {
        end = next + 2
      } else if isEmoji(scalar) || isControl(scalar) && next == end {
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

  private static func digitFollows(_ text: Span<UInt8>, _ mark: Mark, _ limit: Int) -> Bool {
    mark.end < limit && text.isDigit(at: mark.end, limit: limit)
  }

  /// Whether a quotation mark touches what follows it and not what stands before it.
  private static func hugsNext(_ mark: Mark, _ text: Span<UInt8>, _ range: TextRange) -> Bool {
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
