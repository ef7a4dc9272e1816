import MujazCore

/// Reads the text of subtitles, SubRip (.srt) or WebVTT (.vtt): cues without their numbers, times and tags, joined into
/// sentences.
///
/// A line goes on over cues until one ends in the mark of a sentence, or another speaker begins. Where hardly any cue has a
/// mark, as many subtitlers write, a pause ends it too. What tells a sound ([موسيقى], ♪) is left out, and so are lines that a
/// rolling caption shows again.
///
///     1                                   أعلنت الوزارة اليوم بدء التشغيل.
///     00:00:01,000 --> 00:00:03,000
///     أعلنت الوزارة اليوم
///
///     2
///     00:00:03,000 --> 00:00:05,000
///     بدء التشغيل.
struct Subtitles {
  private struct Cue {
    /// Seconds from the begin to the end.
    var start: Double
    var end: Double
    var lines: [String] = []
  }

  /// A pause of so many seconds ends a line where marks are rare.
  private static let pause = 1.0
  /// Marks are rare where fewer than one cue in so many has one.
  private static let rare = 10

  private var cues: [Cue] = []
  /// Whether lines belong to the last cue: what stands before its times is a number or a name.
  private var isInCue = false

  /// The article of subtitles in UTF-8. Linear.
  static func article(_ text: UnsafeBufferPointer<UInt8>) throws(InputError) -> CleanArticle {
    var reader = Subtitles()
    var lines = ByteLines(text)
    while let line = lines.next() { reader.read(line) }
    let paragraphs = reader.paragraphs()
    guard !paragraphs.isEmpty else {
      throw InputError(.noArticle, "no article: subtitles without a cue")
    }
    return CleanArticle(title: "", paragraphs: paragraphs.map(\.utf8), metadata: Metadata())
  }

  // MARK: Cues

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
    if let (start, end) = Self.times(line) {
      // Between cues without an empty line stands the next one's number.
      if let last = cues.indices.last, isInCue, let number = cues[last].lines.last,
        number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        cues[last].lines.removeLast()
      }
      cues.append(Cue(start: start, end: end))
      isInCue = true
      return
    }
    guard line.contains(where: { $0 > 0x20 }) else {
      isInCue = false
      return
    }
    guard isInCue else { return }
    let text = Self.plain(line)
    if !text.isEmpty { cues[cues.count - 1].lines.append(text) }
  }

  /// The times of a line `00:00:01,000 --> 00:00:03,000`, with settings behind them or not, in seconds.
  private static func times(_ line: UnsafeBufferPointer<UInt8>) -> (start: Double, end: Double)? {
    guard line.contains(UInt8(ascii: ">")), line.count < longestTimes else { return nil }
    let fields = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
    guard fields.count >= 3, fields[1] == "-->", let start = time(fields[0]),
      let end = time(fields[2])
    else { return nil }
    return (start, end)
  }

  private static let longestTimes = 256

  private static func time(_ field: Substring) -> Double? {
    let parts = field.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var seconds = 0.0
    for part in parts {
      guard let number = Double(String(part.map { $0 == "," ? "." : $0 })), number >= 0 else {
        return nil
      }
      seconds = seconds * 60 + number
    }
    return seconds
  }

  /// A line without tags (`<i>`, `<c.news>`, `<00:00:01.000>`, `{\an8}`) and with the characters that entities stand for.
  private static func plain(_ line: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    var closing: UInt8?
    for (index, byte) in line.enumerated() {
      if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: "<"), index + 1 < line.count, opensTag(line[index + 1]) {
        closing = UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "{"), index + 1 < line.count,
        line[index + 1] == UInt8(ascii: "\\")
      {
        closing = UInt8(ascii: "}")
      } else {
        result.append(byte)
      }
    }
    return String(decoding: ByteEscapes.decoded(result, entities), as: UTF8.self).collapsed
  }

  private static func opensTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "/")
  }

  private static let entities: [(String, String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&"),
  ]

  // MARK: Sentences

  private func paragraphs() -> [String] {
    let closed = cues.count { $0.lines.last.map(Self.isClosed) ?? false }
    let endsAtPauses = closed * Self.rare < cues.count
    var result: [String] = []
    var line = ""
    var end = 0.0
    var shown: [String] = []
    func flush() {
      if !line.isEmpty { result.append(line) }
      line = ""
    }
    for cue in cues {
      if endsAtPauses, cue.start - end >= Self.pause { flush() }
      end = cue.end
      for text in cue.lines where !shown.contains(text) && !Self.isSound(text) {
        let words = Self.withoutDash(text)
        // A dash begins what another says.
        if words.count < text.count { flush() }
        line += line.isEmpty ? String(words) : " " + words
        if Self.isClosed(text) { flush() }
      }
      shown = cue.lines
    }
    flush()
    return result
  }

  private static func isClosed(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.span.endsTerminal(TextRange(start: 0, end: bytes.count))
  }

  private static func withoutDash(_ line: String) -> Substring {
    guard let first = line.first, "-–—".contains(first) else { return line[...] }
    return line.dropFirst().drop { $0 == " " }
  }

  /// Whether a line tells a sound: nothing but brackets and what is in them, or notes.
  private static func isSound(_ line: String) -> Bool {
    guard let first = withoutDash(line).first, let last = line.last else { return true }
    if first == "♪" || first == "♫" { return true }
    return (first == "[" && last == "]") || (first == "(" && last == ")")
  }

  // MARK: Telling subtitles

  /// Whether bytes begin as subtitles do: with `WEBVTT`, or with the times of a cue, a number before them or not.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = ByteLines(bytes)
    guard let first = lines.next() else { return false }
    if first.starts(with: "WEBVTT".utf8) {
      return first.count == 6 || first[6] == 0x20 || first[6] == 0x09
    }
    if isTimed(first) { return true }
    let number = first.prefix(longestTimes).filter { $0 > 0x20 }
    guard !number.isEmpty, number.allSatisfy({ (0x30...0x39).contains($0) }),
      let second = lines.next()
    else { return false }
    return isTimed(second)
  }

  /// Whether a line is the times of a cue to the part of a second, which the hours of a timetable are not.
  private static func isTimed(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    times(line) != nil && line.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
  }
}
