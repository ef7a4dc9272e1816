/// A line of the text that holds something, without the white space at its ends.
struct Line {
  var range: TextRange
  /// The marks inside the line, as indices into the scanner's list.
  var marks: Range<Int>
  /// Whether an empty line stands before it.
  var followsBlank: Bool
}

/// Cuts the text at its line breaks.
enum LineSplitter {
  /// Fills `lines` with every line that is not blank. Linear.
  static func split(_ text: Span<UInt8>, _ marks: [Mark], into lines: inout [Line]) {
    lines.removeAll(keepingCapacity: true)
    var start = 0
    var firstMark = 0
    var followsBlank = false
    func add(_ end: Int, _ lastMark: Int) {
      let range = text.trimmed(TextRange(start: start, end: end))
      if range.isEmpty {
        followsBlank = true
      } else {
        lines.append(Line(range: range, marks: firstMark..<lastMark, followsBlank: followsBlank))
        followsBlank = false
      }
    }
    for (index, mark) in marks.enumerated() where mark.kind == .lineBreak {
      add(mark.offset, index)
      start = mark.end
      firstMark = index + 1
    }
    add(text.count, marks.count)
  }
}

/// Decides which line breaks end a segment and which only interrupt it.
///
/// Bias: a line break ends a segment. It is read over only where it plainly cuts a clause: a stray mark
/// alone on the next line or a comma at its beginning, a line that ends in a comma, a preposition or a conjunction,
/// hard-wrapped text, and text that was broken wherever a tag stood.
///
///     تسير في⏎بلدة صغيرة.            joined        اتفاق جديد⏎توصل الطرفان إلى اتفاق.      two segments
struct LineJoiner {
  /// From this many bytes on a line is too long for a headline or a label: about eight words.
  private static let long = 80

  /// The widest line of the hard-wrapped blocks found so far, in characters; 0 while there is none.
  private var wrapWidth = 0

  /// For each line whether it carries on the one before, and by which rule. Linear in the lines' bytes.
  mutating func join(
    _ text: Span<UInt8>, _ lines: [Line], _ marks: [Mark], _ lexicon: Lexicon
  ) -> [BoundaryRule?] {
    var joined = [BoundaryRule?](repeating: nil, count: lines.count)
    markWrapped(text, lines, marks, &joined)
    Self.markBroken(text, lines, &joined)
    for index in lines.indices.dropFirst() where joined[index] == nil {
      if Self.cutsClause(text, lines[index - 1], lines[index], marks, lexicon) {
        joined[index] = .brokenLine
      }
    }
    return joined
  }

  // MARK: Hard-wrapped text

  /// Joins the lines of blocks whose lines are of about one width with sentence ends inside them.
  private mutating func markWrapped(
    _ text: Span<UInt8>, _ lines: [Line], _ marks: [Mark], _ joined: inout [BoundaryRule?]
  ) {
    var short: [Range<Int>] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].followsBlank { end += 1 }
      let block = start..<end
      if block.count >= 3, let width = Self.wrapWidth(text, lines, block, marks) {
        wrapWidth = max(wrapWidth, width)
        Self.wrap(text, lines, block, width, &joined)
      } else if block.count == 2 {
        short.append(block)
      }
      start = end
    }
    // Two lines are too few to tell, but beside wrapped blocks of that width they are one too.
    guard wrapWidth > 0 else { return }
    for block in short where !Self.endsTerminal(text, lines[block.lowerBound]) {
      let width = Self.width(text, lines[block.lowerBound].range)
      if width * 4 >= wrapWidth * 3, width <= wrapWidth + 8 {
        Self.wrap(text, lines, block, wrapWidth, &joined)
      }
    }
  }

  private static func wrapWidth(
    _ text: Span<UInt8>, _ lines: [Line], _ block: Range<Int>, _ marks: [Mark]
  ) -> Int? {
    // Cheaper than counting characters, and true of nearly every block of paragraphs.
    for index in block where lines[index].range.count > 4 * 120 { return nil }
    let breaks = block.count - 1
    let closed = block.dropLast().count { endsTerminal(text, lines[$0]) }
    guard closed * 3 <= breaks else { return nil }
    let inner = block.contains { index in
      marks[lines[index].marks].contains {
        $0.kind.isTerminal && $0.end < lines[index].range.end - 1
      }
    }
    guard inner else { return nil }
    // Lines of one width, few of which end in a mark while some sentence ends in mid-line.
    let widths = block.map { width(text, lines[$0].range) }
    guard let widest = widths.max(), (30...120).contains(widest) else { return nil }
    let full = block.dropLast().count { isFull(text, lines[$0], before: lines[$0 + 1], widest) }
    return full * 5 >= breaks * 4 ? widest : nil
  }

  private static func wrap(
    _ text: Span<UInt8>, _ lines: [Line], _ block: Range<Int>, _ width: Int,
    _ joined: inout [BoundaryRule?]
  ) {
    for index in block.dropFirst() {
      let isFull = isFull(text, lines[index - 1], before: lines[index], width)
      if isFull, !startsItem(text, lines[index]) { joined[index] = .hardWrap }
    }
  }

  /// Whether a line was broken because it was full: it is nearly as wide as the widest, or the next line's first word
  /// had no room on it.
  private static func isFull(
    _ text: Span<UInt8>, _ line: Line, before next: Line, _ widest: Int
  ) -> Bool {
    let width = width(text, line.range)
    if width * 4 >= widest * 3 { return true }
    var end = next.range.start
    while end < next.range.end, text[end] != 0x20 { end += 1 }
    return width + 1 + Self.width(text, TextRange(start: next.range.start, end: end)) > widest
  }

  /// The number of characters of a range.
  private static func width(_ text: Span<UInt8>, _ range: TextRange) -> Int {
    var count = 0
    for offset in range.start..<range.end where text[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  // MARK: Text broken at its tags

  /// So many lines that begin with the mark behind a word say that the text was broken wherever a tag stood.
  private static let brokenLines = 3

  /// Joins the lines that begin with a mark to those before; and where there are some, every run of open lines that a
  /// sentence's end closes: a link or a name in bold stood on a line of its own.
  private static func markBroken(
    _ text: Span<UInt8>, _ lines: [Line], _ joined: inout [BoundaryRule?]
  ) {
    var broken = 0
    for index in lines.indices.dropFirst() where beginsWithMark(text, lines[index]) {
      guard !endsTerminal(text, lines[index - 1]) else { continue }
      joined[index] = .brokenLine
      broken += 1
    }
    guard broken >= brokenLines else { return }
    // The first line is the headline or the masthead.
    var first = 1
    while first < lines.count {
      var last = first
      while last + 1 < lines.count, isOpen(text, lines[last], before: lines[last + 1]) {
        last += 1
      }
      if last > first, endsTerminal(text, lines[last]) {
        for index in (first + 1)...last { joined[index] = joined[index] ?? .brokenLine }
      }
      first = last + 1
    }
  }

  /// Whether nothing says that a line ends what it says.
  private static func isOpen(_ text: Span<UInt8>, _ line: Line, before next: Line) -> Bool {
    !next.followsBlank && !endsTerminal(text, line) && !startsItem(text, next)
  }

  /// Whether a line begins with a comma, a semicolon or a full stop, a space and a word.
  private static func beginsWithMark(_ text: Span<UInt8>, _ line: Line) -> Bool {
    let start = line.range.start
    var end: Int
    switch text[start] {
    case UInt8(ascii: "."), UInt8(ascii: ","): end = start + 1
    case 0xD8:
      guard start + 1 < line.range.end, text[start + 1] == 0x8C || text[start + 1] == 0x9B else {
        return false
      }
      end = start + 2
    default: return false
    }
    guard end < line.range.end, text[end] == 0x20 else { return false }
    while end < line.range.end, text[end] == 0x20 { end += 1 }
    return text.isWordPart(at: end, limit: line.range.end)
  }

  // MARK: Single lines

  private static func cutsClause(
    _ text: Span<UInt8>, _ line: Line, _ next: Line, _ marks: [Mark], _ lexicon: Lexicon
  ) -> Bool {
    if isStrayMark(text, next) { return true }
    guard !next.followsBlank, !endsTerminal(text, line), !startsItem(text, next) else {
      return false
    }
    if line.range.count >= long {
      if endsWithComma(text, line) { return true }
      if endsWithLoneVerb(text, line, marks, lexicon) { return true }
      if beginsWithLoneWords(text, next, marks, lexicon) { return true }
    }
    guard let last = text.word(endingAt: line.range.end, floor: line.range.start),
      last.start > line.range.start
    else { return false }
    let classes = lexicon.classes(of: last.key)
    guard !classes.isDisjoint(with: [.preposition, .subordinator, .relative, .coordinator]),
      !classes.contains(.adverb)
    else { return false }
    // A line that breaks off but is followed by a new sentence (وقال …) does end.
    guard let first = text.word(from: next.range.start, limit: next.range.end) else { return false }
    guard let bare = first.key.withoutConjunction else { return true }
    return lexicon.classes(exactly: bare).isDisjoint(with: .saying)
  }

  /// Whether a single word with a و or ف of its own is all that follows the last sentence of the line:
  /// … إلى منزله. وتعرض⏎الفريق لانتقادات.
  private static func endsWithLoneVerb(
    _ text: Span<UInt8>, _ line: Line, _ marks: [Mark], _ lexicon: Lexicon
  ) -> Bool {
    guard let stop = marks[line.marks].last(where: { $0.kind.isTerminal }) else { return false }
    var words = WordScanner(from: stop.end, to: line.range.end)
    guard let word = words.next(text), words.next(text) == nil else { return false }
    return word.key.withoutConjunction != nil && lexicon.classes(exactly: word.key).isEmpty
  }

  /// Whether the first sentence of the line is a word or two, which is none, and another sentence follows:
  /// … في معبد في بلدة⏎فريندافان. وقالت الشرطة إن …
  private static func beginsWithLoneWords(
    _ text: Span<UInt8>, _ line: Line, _ marks: [Mark], _ lexicon: Lexicon
  ) -> Bool {
    guard let stop = marks[line.marks].first, stop.kind == .stop,
      stop.end + 1 < line.range.end, text.whiteSpace(at: stop.end, limit: line.range.end) > 0
    else { return false }
    var words = WordScanner(from: line.range.start, to: stop.offset)
    guard let first = words.next(text), !first.key.isNumber else { return false }
    var last = first
    if let second = words.next(text) { last = second }
    // Not an abbreviation (د. سمير), nor an initial.
    return words.next(text) == nil && last.end == stop.offset && last.key.count >= 3
      && lexicon.classes(exactly: last.key).isDisjoint(with: [.titleAbbreviation, .city])
  }

  /// Whether the line is nothing but marks that belong to the line before: `.`, `".`, `!!`.
  private static func isStrayMark(_ text: Span<UInt8>, _ line: Line) -> Bool {
    guard line.range.count <= 12 else { return false }
    var offset = line.range.start
    while offset < line.range.end {
      let (scalar, count) = text.scalar(at: offset, limit: line.range.end)
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x22, 0xBB, 0x201D, 0x29, 0x060C, 0x20, 0x200F, 0x200E:
        break
      default: return false
      }
      offset += count
    }
    // A row of full stops alone on its line is a ruling.
    return line.range.count <= 3 || text[line.range.start] != UInt8(ascii: ".")
  }

  private static func endsWithComma(_ text: Span<UInt8>, _ line: Line) -> Bool {
    let last = text.scalarStart(before: line.range.end, floor: line.range.start)
    let scalar = text.scalar(at: last, limit: line.range.end).value
    return scalar == 0x060C || scalar == 0x2C
  }

  /// Whether a line begins as an item of a list does: a bullet, a dash, a number or a letter with its mark.
  static func startsItem(_ text: Span<UInt8>, _ line: Line) -> Bool {
    let (scalar, count) = text.scalar(at: line.range.start, limit: line.range.end)
    switch scalar {
    case 0x2D, 0x2013, 0x2014, 0x2A, 0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0xB7, 0x2023, 0x25C6,
      0x2713, 0x2714, 0x25B6, 0x23:
      return true
    default: break
    }
    var offset = line.range.start
    if scalar == 0x28 { offset += count }
    let start = offset
    while offset < line.range.end, text.isDigit(at: offset, limit: line.range.end) {
      offset += text[offset] < 0x80 ? 1 : 2
    }
    guard offset > start, offset < line.range.end else { return false }
    let mark = text.scalar(at: offset, limit: line.range.end).value
    return mark == 0x2E || mark == 0x29 || mark == 0x2D || mark == 0x2F || mark == 0x3A
  }

  /// Whether the last character of the line, closers aside, is a terminal mark or a colon.
  static func endsTerminal(_ text: Span<UInt8>, _ line: Line) -> Bool {
    text.endsTerminal(line.range, orColon: true)
  }
}

extension Span<UInt8> {
  /// Whether the last character of a range, closers and invisible controls aside, is a terminal mark.
  package func endsTerminal(_ range: TextRange, orColon: Bool = false) -> Bool {
    var end = range.end
    while end > range.start {
      let start = scalarStart(before: end, floor: range.start)
      switch scalar(at: start, limit: end).value {
      case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026, 0x203C, 0x2047...0x2049: return true
      case 0x3A: return orColon
      case 0x22, 0xBB, 0xAB, 0x201C, 0x201D, 0x2019, 0x2018, 0x27, 0x29, 0x5D, 0x7D, 0x20, 0xA0,
        0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
        end = start
      default: return false
      }
    }
    return false
  }
}
