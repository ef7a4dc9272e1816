/// Questions of an interview, which stand on lines of their own.
///
/// Bias: a text is taken for an interview only where question and answer take turns: three questions behind the same
/// sign, or four short ones without a sign. A line that ends in a question mark is else the author's own.
///
///     * متى يفتح الجسر؟⏎- في الربيع.      a question and its answer        متى يفتح الجسر؟ لا أحد يعلم.      the author's
enum Interview {
  /// A paragraph of the article.
  private struct Line {
    var segments: Range<Int>
    var isQuestion: Bool
    /// What it begins with: a sign and how often it stands there; 0 where it begins with a word.
    var sign: UInt32
    var bytes: Int
  }

  private static let fewestSigned = 3
  private static let fewestPlain = 4
  /// A question without a sign is not longer, in bytes.
  private static let longestPlain = 400

  /// Gives questions their role. Linear in the segments.
  static func mark(_ text: Span<UInt8>, _ segments: inout [Segment]) {
    guard mayBeOne(text, segments) else { return }
    let lines = lines(text, segments)
    guard let isAsked = signed(lines) ?? plain(lines) else { return }
    for line in lines where isAsked(line) {
      for index in line.segments { segments[index].role = .question }
    }
  }

  private static func isText(_ segment: Segment) -> Bool {
    segment.role == .body || segment.isUnmarked
  }

  /// Whether so many segments end in a question mark.
  private static func mayBeOne(_ text: Span<UInt8>, _ segments: [Segment]) -> Bool {
    var questions = 0
    for segment in segments where isText(segment) && text.isQuestion(segment.range) {
      questions += 1
    }
    return questions >= fewestSigned
  }

  private static func lines(_ text: Span<UInt8>, _ segments: [Segment]) -> [Line] {
    var lines: [Line] = []
    var first = 0
    while first < segments.count {
      var end = first + 1
      while end < segments.count, segments[end].paragraph == segments[first].paragraph { end += 1 }
      if isText(segments[first]) || isText(segments[end - 1]) {
        let range = TextRange(start: segments[first].range.start, end: segments[end - 1].range.end)
        lines.append(
          Line(
            segments: first..<end, isQuestion: text.isQuestion(range),
            sign: text.sign(range), bytes: range.count))
      }
      first = end
    }
    return lines
  }

  /// Which lines are questions, by the sign that most questions begin with; nil where they don't.
  private static func signed(_ lines: [Line]) -> ((Line) -> Bool)? {
    var counts: [UInt32: Int] = [:]
    for line in lines where line.isQuestion && line.sign != 0 {
      counts[line.sign, default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= fewestSigned, takesTurns(lines, { $0.isQuestion && $0.sign == most.key })
    else { return nil }
    // - متى؟⏎- في الربيع.: where answers have the same sign, the question mark tells.
    var answers = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.isQuestion && !next.isQuestion {
      if line.sign == most.key, next.sign == most.key { answers += 1 }
    }
    let isShared = answers * 2 > most.value
    return { $0.sign == most.key && ($0.isQuestion || !isShared) }
  }

  /// Which lines are questions where they have no sign; nil where they don't take turns with answers.
  private static func plain(_ lines: [Line]) -> ((Line) -> Bool)? {
    func isAsked(_ line: Line) -> Bool { line.isQuestion && line.bytes <= longestPlain }
    let questions = lines.count(where: isAsked)
    guard questions >= fewestPlain, let first = lines.firstIndex(where: isAsked), first > 0,
      questions * 4 >= lines.count - first, takesTurns(lines, isAsked),
      lines.count(where: { $0.isQuestion && $0.bytes > longestPlain }) == 0
    else { return nil }
    return isAsked
  }

  /// Whether nearly every question has an answer behind it.
  private static func takesTurns(_ lines: [Line], _ isAsked: (Line) -> Bool) -> Bool {
    var questions = 0
    var answered = 0
    for place in lines.indices where isAsked(lines[place]) {
      questions += 1
      if place + 1 < lines.count, !lines[place + 1].isQuestion { answered += 1 }
    }
    return answered * 5 >= questions * 4
  }
}

extension Span<UInt8> {
  /// Whether a range ends in a question mark, closers aside.
  fileprivate func isQuestion(_ range: TextRange) -> Bool {
    var end = range.end
    if end > range.start, self[end - 1] == UInt8(ascii: ".") { return false }
    while end > range.start {
      let start = scalarStart(before: end, floor: range.start)
      switch scalar(at: start, limit: end).value {
      case 0x3F, 0x061F: return true
      case 0x21, 0x22, 0xBB, 0x201C, 0x201D, 0x29, 0x20, 0xA0, 0x200E, 0x200F: end = start
      default: return false
      }
    }
    return false
  }

  /// The sign that a line begins with, with how often it stands there: *, -, ••, س: and the like; 0 where it begins with a word.
  fileprivate func sign(_ range: TextRange) -> UInt32 {
    var offset = range.start
    var sign: UInt32 = 0
    var times: UInt32 = 0
    while offset < range.end {
      let (scalar, count) = scalar(at: offset, limit: range.end)
      if Interview.isIgnored(scalar) {
        offset += count
        continue
      }
      // س: …, س1- …
      if times == 0, scalar == 0x0633 || scalar == 0x062C {
        return opensLabel(offset + count, range.end) ? scalar : 0
      }
      guard Interview.isSign(scalar), times == 0 || scalar == sign, times < 4 else { break }
      sign = scalar
      times += 1
      offset += count
    }
    return times == 0 ? 0 : sign | times << 24
  }

  /// Whether a letter is a label: a digit or nothing stands between it and a mark.
  private func opensLabel(_ start: Int, _ limit: Int) -> Bool {
    var offset = start
    while offset < limit, offset < start + 6 {
      switch self[offset] {
      case 0x30...0x39, 0x20: offset += 1
      case 0x3A, 0x2F, 0x2D, 0x29: return true
      default: return false
      }
    }
    return false
  }
}

extension Interview {
  /// White space and controls.
  fileprivate static func isIgnored(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A character that may stand before a question or an answer and is no letter, digit, bracket or quotation mark.
  fileprivate static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x2A, 0x2B, 0x2D, 0x3C...0x40, 0x5F, 0x7B, 0x7E, 0xAF, 0xB7, 0x061F, 0x0640: true
    case 0x2010...0x2015, 0x2020...0x2023, 0x203B, 0x2190...0x21FF, 0x25A0...0x27BF: true
    default: false
    }
  }
}
