internal import CBytes

/// Says what each segment is in its article: headline, body, caption, byline or other.
///
/// Bias: a line is body unless it shows otherwise: body text lost from a brief is worse than a brief that is a
/// little plainer, but a masthead in a brief is worst, so what is short, has no terminal mark and stands among
/// lines of its kind is not body.
///
///     رغد السالم – عين المدينة       byline        افتتح الوزير المعرض أمس.       body, though short
package enum RoleClassifier {
  /// Lines of up to this many words without a terminal mark are labels, subheads or links.
  private static let shortLine = 12
  /// Lines of up to this many words are labels where they stand twice.
  private static let repeatable = 25
  private static let copyrightSign: UInt32 = 0xA9
  /// Lines of more bytes are text, about forty words; with a terminal mark, about sixteen.
  private static let longLine = 400
  private static let longSentence = 160
  /// No longer line is the headline, in bytes.
  private static let longestTitle = 600
  /// The number of words of a segment that is not counted: more than any rule asks about.
  private static let many = 100
  /// No phrase that a notice begins with has more words.
  private static let longestNotice = 6
  /// A notice is among so many paragraphs at the end of a text.
  private static let lastParagraphs = 3
  /// An open end of a paragraph of up to this many words is no sentence.
  private static let tail = 6

  /// A segment with what the rules ask about it.
  struct Feature {
    var index: Int
    var words: Int
    var endsTerminal: Bool
    /// Whether the segment is all that its paragraph holds.
    var isLine: Bool
    /// Whether it ends in a colon, and so announces what follows.
    var endsWithColon: Bool
    var fingerprint: WordKey
  }

  /// Sets `role` of every segment. Linear in the text of the lines that are looked at.
  static func classify(
    _ text: Span<UInt8>, title: Span<UInt8>, _ segments: inout [Segment], _ lexicon: Lexicon
  ) {
    guard !segments.isEmpty else { return }
    let features = read(text, &segments, lexicon)
    let isUnpunctuated = isUnpunctuated(features)

    markRepeated(&segments, features)
    markPageTitle(text, &segments, features)
    PageDump.narrow(text, &segments, features, lexicon)
    let headlines = title.isEmpty ? HeadlineMarks.count(text, segments) : 0
    let firstBody = firstBody(segments, features, behind: headlines)
    markHead(text, title, &segments, features, (headlines, firstBody), lexicon)
    for feature in features[firstBody...] where segments[feature.index].role == .body {
      if !isBody(feature, isUnpunctuated) || isTail(feature, segments) {
        segments[feature.index].role = .other
        segments[feature.index].isUnmarked = true
      }
    }
    Interview.mark(text, &segments)
    // An article without any body line is one nevertheless: its longest lines are the body.
    if !segments.contains(where: { $0.role == .body }) {
      for feature in features
      where feature.words >= 5
        && [.headline, .other, .caption].contains(segments[feature.index].role)
      {
        segments[feature.index].role = .body
      }
    }
  }

  // MARK: Features

  /// Looks at every segment once, and gives those their roles that say themselves what they are.
  private static func read(
    _ text: Span<UInt8>, _ segments: inout [Segment], _ lexicon: Lexicon
  ) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(segments.count)
    var line = LineWords()
    var isLeftover = false
    for index in segments.indices {
      let segment = segments[index]
      let follows = index > 0 && segments[index - 1].paragraph == segment.paragraph
      let precedes =
        index + 1 < segments.count && segments[index + 1].paragraph == segment.paragraph
      var feature = Feature(
        index: index, words: many, endsTerminal: text.endsTerminal(segment.range),
        isLine: !follows && !precedes,
        endsWithColon: text[segment.range.end - 1] == UInt8(ascii: ":"), fingerprint: .empty)
      // A longer segment is no label, whatever it says: its words need not be counted.
      let longest = !feature.endsTerminal ? longLine : feature.isLine ? longSentence : 0
      if segment.range.count <= longest {
        line.read(text, segment.range)
        feature.words = line.count
        feature.fingerprint = line.fingerprint
        if line.count == 0 {
          segments[index].role = .other
          segments[index].isUnmarked = follows
        } else if let role = label(text, segment.range, feature, line, lexicon) {
          segments[index].role = role
          segments[index].isBoilerplate = role == .other
        }
      }
      // content="… is what a scraper left of a tag, to the end of its line.
      let isLatin = (0x61...0x7A).contains(text[segment.range.start])
      isLeftover = follows && isLeftover || isLatin && text.beginsWithAttribute(segment.range)
      if isLeftover {
        segments[index].role = .other
        segments[index].isBoilerplate = true
      }
      features.append(feature)
    }
    markNotices(text, &segments, &line, lexicon)
    return features
  }

  /// Takes the last paragraphs that begin as the site's word to its readers does.
  private static func markNotices(
    _ text: Span<UInt8>, _ segments: inout [Segment], _ line: inout LineWords, _ lexicon: Lexicon
  ) {
    guard let last = segments.last?.paragraph else { return }
    var end = segments.count
    for index in segments.indices.reversed() {
      let segment = segments[index]
      guard segment.paragraph > last - lastParagraphs else { break }
      if index > 0, segments[index - 1].paragraph == segment.paragraph { continue }
      if beginsNotice(text, segment.range, &line, lexicon) {
        for part in index..<end {
          segments[part].role = .other
          segments[part].isBoilerplate = true
        }
      }
      end = index
    }
  }

  /// Whether a paragraph begins as the site's word to its readers does: on cookies, on comments, on whose opinion this is.
  private static func beginsNotice(
    _ text: Span<UInt8>, _ range: TextRange, _ line: inout LineWords, _ lexicon: Lexicon
  ) -> Bool {
    // And, then, said: a sentence of the article. No phrase of the list begins with و, ف, ق or ك.
    if text[range.start] == 0xD9, (0x81...0x83).contains(text[range.start + 1]) { return false }
    if text[range.start] == 0xD9, text[range.start + 1] == 0x88 { return false }
    var scanner = WordScanner(range)
    guard let first = scanner.next(text), lexicon.beginsNotice(first.key) else { return false }
    line.read(text, range, atMost: longestNotice)
    return lexicon.phrase(at: line.keys.span.extracting(..<line.count), in: .notice) != nil
  }

  /// Whether the article ends its long lines without marks (lists, poems, old corpora), so that a missing mark says
  /// nothing.
  private static func isUnpunctuated(_ features: [Feature]) -> Bool {
    var long = 0
    var open = 0
    for feature in features where feature.words > shortLine {
      long += 1
      if !feature.endsTerminal { open += 1 }
    }
    return long > 0 && open * 2 > long
  }

  private static func isBody(_ feature: Feature, _ isUnpunctuated: Bool) -> Bool {
    if feature.words == 0 { return false }
    if feature.endsTerminal || !feature.isLine { return true }
    if feature.endsWithColon { return feature.words >= 3 }
    return feature.words > (isUnpunctuated ? 6 : shortLine)
  }

  /// Whether the segment is the short open end of a paragraph whose sentences are closed: tags, a credit or a link
  /// that was run into the text.
  private static func isTail(_ feature: Feature, _ segments: [Segment]) -> Bool {
    let next = feature.index + 1
    return !feature.isLine && !feature.endsTerminal && feature.words <= tail
      && (next == segments.count || segments[next].paragraph != segments[feature.index].paragraph)
  }

  // MARK: Boilerplate and bylines

  /// The role of a line that says itself what it is.
  private static func label(
    _ text: Span<UInt8>, _ range: TextRange, _ feature: Feature, _ line: borrowing LineWords,
    _ lexicon: Lexicon
  ) -> SegmentRole? {
    // Long sentences with a final mark are never labels.
    guard line.count < LineWords.capacity, !feature.endsTerminal || line.count <= shortLine else {
      return nil
    }
    let keys = line.keys.span.extracting(..<line.count)
    if text.scalar(at: range.start, limit: range.end).value == copyrightSign { return .other }
    let labels: WordClasses = [.boilerplatePrefix, .boilerplateLabel, .boilerplateLine, .notice]
    if let found = lexicon.phrase(at: keys, in: labels) {
      if !found.classes.isDisjoint(with: [.boilerplatePrefix, .notice]) { return .other }
      if found.classes.contains(.boilerplateLabel),
        text.colonFollows(line.ends[found.count - 1], limit: range.end)
      {
        return .other
      }
    }
    guard !feature.endsTerminal || feature.isLine && feature.words <= 3 else { return nil }
    if let found = lexicon.phrase(at: keys, in: .boilerplateLine),
      // Run into the text behind a full stop, the word opens a list of tags: … محدود. سمات الرياض المرور
      found.count == keys.count || !feature.isLine && feature.words <= shortLine
    {
      return .other
    }
    guard !feature.endsTerminal else { return nil }
    let count = tally(keys, lexicon)
    if count.share >= 3, count.share * 2 >= keys.count { return .other }
    guard feature.isLine else { return nil }
    // 18:27 ت م
    if count.clock + count.numbers == keys.count, count.numbers > 0 { return .other }
    // الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس
    let dates = count.calendar + count.numbers
    if dates >= 2, count.calendar >= 1, (dates + count.place) * 4 >= keys.count * 3 {
      return .byline
    }
    if count.photo > 0, keys.count <= 20 { return .caption }
    if count.credit > 0, keys.count <= 8 { return .byline }
    if count.agency > 0, keys.count <= 6 { return .byline }
    return nil
  }

  /// What a line is, looked at alone, as a web page's blocks are.
  package struct Reading {
    /// How many words it has; of a long one how many its spaces part.
    package var words: Int
    /// One bit for each of its words, by the word's hash; all bits of a long one.
    package var bits = ~UInt64(0)
    /// What it says of itself.
    package var label: SegmentRole?
  }

  /// Reads a line in which single spaces part the words.
  package static func reading(
    of line: TextRange, in text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Reading {
    if line.count <= longLine {
      var words = LineWords()
      words.read(text, line)
      if words.count < LineWords.capacity {
        return Reading(
          words: words.count, bits: words.bits,
          label: label(text, line, isClosed: text.endsTerminal(line), words, lexicon)
            ?? notice(words, lexicon))
      }
    }
    let spaces = text.extracting(line.start..<line.end).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { cbytes_count($0, bytes.count, 0x20) } ?? 0
    }
    return Reading(words: spaces + 1)
  }

  /// The role of a line that is what a site says to its readers.
  private static func notice(_ line: borrowing LineWords, _ lexicon: Lexicon) -> SegmentRole? {
    let keys = line.keys.span.extracting(..<line.count)
    return lexicon.phrase(at: keys, in: .notice) != nil ? .other : nil
  }

  /// Gives short sentences their roles that say themselves what they are: only where a text is not all article are those
  /// looked at.
  static func labelSentences(
    of text: Span<UInt8>, upTo bytes: Int, _ segments: inout [Segment], _ lexicon: Lexicon
  ) {
    var line = LineWords()
    for index in segments.indices
    where segments[index].role == .body && segments[index].range.count <= bytes {
      let range = segments[index].range
      let isClosed = text.endsTerminal(range)
      // One word too many for a label is enough to know.
      line.read(text, range, atMost: isClosed ? shortLine + 1 : LineWords.capacity)
      if let role = label(text, range, isClosed: isClosed, line, lexicon) {
        segments[index].role = role
      }
    }
  }

  /// The role of a line by itself, wherever it stands.
  private static func label(
    _ text: Span<UInt8>, _ range: TextRange, isClosed: Bool, _ line: borrowing LineWords,
    _ lexicon: Lexicon
  ) -> SegmentRole? {
    let feature = Feature(
      index: 0, words: line.count, endsTerminal: isClosed, isLine: true, endsWithColon: false,
      fingerprint: .empty)
    return label(text, range, feature, line, lexicon)
  }

  /// The words of a short line: no more than a label has. One is used for many lines, for its room.
  private struct LineWords: ~Copyable {
    static let capacity = 32
    private(set) var keys = InlineArray<32, WordKey>(repeating: .empty)
    private(set) var ends = InlineArray<32, Int>(repeating: 0)
    private(set) var count = 0

    mutating func read(
      _ text: Span<UInt8>, _ range: TextRange, atMost limit: Int = LineWords.capacity
    ) {
      count = 0
      var scanner = WordScanner(range)
      while count < limit, let word = scanner.next(text) {
        keys[count] = word.key
        ends[count] = word.end
        count += 1
      }
    }

    /// One bit for each word, by its hash.
    var bits: UInt64 {
      var bits: UInt64 = 0
      // Through a span: the array itself is copied at every access.
      let keys = keys.span
      for index in 0..<count { bits |= 1 &<< (keys[index].hash64 & 63) }
      return bits
    }

    /// The same for lines of the same words.
    var fingerprint: WordKey {
      var bits: UInt128 = 0
      let keys = keys.span
      for index in 0..<count {
        bits = (bits ^ keys[index].bits) &* 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835
        bits ^= bits &>> 67
      }
      return WordKey(bits: bits)
    }
  }

  private struct Tally {
    var share = 0
    var clock = 0
    var numbers = 0
    var calendar = 0
    var place = 0
    var agency = 0
    var credit = 0
    var photo = 0
  }

  /// How many words of each kind there are; a phrase counts as its words.
  private static func tally(_ keys: Span<WordKey>, _ lexicon: Lexicon) -> Tally {
    var tally = Tally()
    var position = 0
    let kinds: WordClasses = [
      .shareLabel, .clock, .month, .weekday, .calendarMark, .era, .city, .agency, .credit, .photo,
    ]
    while position < keys.count {
      let key = keys[position]
      if (0x30...0x39).contains(key.first) {
        tally.numbers += 1
        position += 1
        continue
      }
      guard let found = lexicon.phrase(at: keys.extracting(position...), in: kinds) else {
        position += 1
        continue
      }
      let classes = found.classes
      if classes.contains(.shareLabel) { tally.share += found.count }
      if classes.contains(.clock) { tally.clock += found.count }
      if !classes.isDisjoint(with: [.month, .weekday, .calendarMark, .era]) {
        tally.calendar += found.count
      }
      if !classes.isDisjoint(with: [.city, .agency]) { tally.place += found.count }
      if classes.contains(.agency) { tally.agency += 1 }
      // كتب and تقرير are credits at the head of a line, ordinary words elsewhere.
      if classes.contains(.credit), position == 0 { tally.credit += 1 }
      if classes.contains(.photo), position == 0 || position + found.count == keys.count {
        tally.photo += 1
      }
      position += found.count
    }
    return tally
  }

  /// A short line that stands twice or more is a masthead, a caption or a menu.
  private static func markRepeated(_ segments: inout [Segment], _ features: [Feature]) {
    let short = features.filter { $0.isLine && (1...repeatable).contains($0.words) }
    guard short.count > 1 else { return }
    // Sorted by what they say: equal lines stand together, in the order of the article.
    let order = short.sorted { a, b in
      let (x, y) = (a.fingerprint.bits, b.fingerprint.bits)
      return x != y ? x < y : a.index < b.index
    }
    for (one, other) in zip(order, order.dropFirst()) where one.fingerprint == other.fingerprint {
      // Twice in a row it stands under its picture and in its description.
      let role: SegmentRole = other.index == one.index + 1 ? .caption : .other
      for index in [one.index, other.index] where segments[index].role == .body {
        segments[index].role = role
      }
    }
  }

  /// The page's title among the first lines: the headline, which stands alone elsewhere, with the site's name and sections.
  private static func markPageTitle(
    _ text: Span<UInt8>, _ segments: inout [Segment], _ features: [Feature]
  ) {
    // Without another short line there is no headline that it could hold.
    guard features.count(where: { $0.isLine && $0.words <= repeatable }) > 1 else { return }
    var part = LineWords()
    for feature in features.prefix(titleLines) where segments[feature.index].role == .body {
      let range = segments[feature.index].range
      guard feature.isLine, feature.words <= repeatable, text.mayHoldBar(range) else { continue }
      var start = range.start
      var bar = text.bar(from: start, limit: range.end)
      if bar.isEmpty { continue }
      while start < range.end {
        part.read(text, TextRange(start: start, end: bar.start))
        let fingerprint = part.count > 1 ? part.fingerprint : .empty
        if part.count > 1, part.count < feature.words,
          features.contains(where: { $0.isLine && $0.fingerprint == fingerprint })
        {
          segments[feature.index].role = .other
          break
        }
        start = bar.end
        bar = text.bar(from: start, limit: range.end)
      }
    }
  }

  /// A page's title is one of so many first lines.
  private static let titleLines = 3

  // MARK: The head of the article

  /// The first feature that is surely body text and not one of the first `headlines`; the count where there is none.
  private static func firstBody(
    _ segments: [Segment], _ features: [Feature], behind headlines: Int
  ) -> Int {
    for feature in features[headlines...] where segments[feature.index].role == .body {
      if !feature.isLine || feature.words > 24 { return feature.index }
      if feature.endsTerminal, feature.words > 6 { return feature.index }
    }
    return features.count
  }

  /// Headline, captions and bylines: the lines before the first body text, at `head.end`, of which the first may be headlines though
  /// marks close them.
  private static func markHead(
    _ text: Span<UInt8>, _ title: Span<UInt8>, _ segments: inout [Segment], _ features: [Feature],
    _ head: (headlines: Int, end: Int), _ lexicon: Lexicon
  ) {
    // Most texts have no line that may repeat the title, and it is not read.
    var known: [WordKey]?
    func titleTerms() -> [WordKey] {
      let found =
        known
        ?? (title.isEmpty ? [] : terms(title, TextRange(start: 0, end: title.count), lexicon))
      known = found
      return found
    }
    func repeatsTitle(_ range: TextRange) -> Bool {
      range.count <= longestTitle && matches(titleTerms(), text, range, lexicon)
    }
    // The line that says what the title says; without a title the first line of some length.
    var headline: Int?
    if !title.isEmpty {
      headline =
        features.prefix(head.end + 1).first {
          $0.isLine && repeatsTitle(segments[$0.index].range)
        }?.index
    }
    if headline == nil {
      let lines = features.prefix(head.end).filter {
        segments[$0.index].role == .body && ($0.isLine || $0.index < head.headlines)
      }
      let first = lines.first { $0.words >= 3 } ?? lines.first
      if let first, titleTerms().isEmpty { headline = first.index }
    }
    for feature in features.prefix(head.end) where segments[feature.index].role == .body {
      if feature.index == headline { continue }
      let range = segments[feature.index].range
      let isByline =
        isByline(text, range, feature)
        || feature.index - 1 == headline && isName(text, range, feature, lexicon)
      segments[feature.index].role =
        isByline ? .byline : feature.endsWithColon ? .other : .caption
    }
    // A text that is one line, or ends with its first, has no headline.
    if let headline, features.count > 1, headline + 1 < features.count {
      segments[headline].role = .headline
    }
    // The headline again, further down or as the link of the story.
    guard !title.isEmpty else { return }
    for feature in features
    where feature.isLine && feature.index != headline && !feature.endsTerminal
      && segments[feature.index].role == .body && repeatsTitle(segments[feature.index].range)
    {
      segments[feature.index].role = .other
    }
  }

  /// اسم – صحيفة: two or three short parts with a dash or a bar between them.
  private static func isByline(_ text: Span<UInt8>, _ range: TextRange, _ feature: Feature) -> Bool
  {
    guard feature.words <= 8 else { return false }
    var offset = range.start
    while offset < range.end {
      let (scalar, count) = text.scalar(at: offset, limit: range.end)
      if [0x2D, 0x2013, 0x2014, 0x7C, 0x2F].contains(scalar) { return true }
      offset += count
    }
    return false
  }

  /// Whether a line is nothing but a name: two or three words that are no office, no place and no function words.
  private static func isName(
    _ text: Span<UInt8>, _ range: TextRange, _ feature: Feature, _ lexicon: Lexicon
  ) -> Bool {
    guard (2...3).contains(feature.words) else { return false }
    var scanner = WordScanner(range)
    while let word = scanner.next(text) {
      let classes = lexicon.classes(of: word.key)
      if word.key.isNumber || !classes.isDisjoint(with: [.office, .city, .stopWord, .preposition]) {
        return false
      }
    }
    return true
  }

  /// The distinct terms of a line: few, so that a list is searched faster than a set is made.
  private static func terms(
    _ text: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon, atMost limit: Int = 64
  ) -> [WordKey] {
    var scanner = WordScanner(range)
    var terms: [WordKey] = []
    while terms.count < limit, let word = scanner.next(text) {
      guard word.key.count > 1, !lexicon.isStopWord(word.key) else { continue }
      let stem = LightStemmer.stem(word.key)
      if !terms.contains(stem) { terms.append(stem) }
    }
    return terms
  }

  /// Whether nearly all terms of a line are the title's, and most of the title's are the line's.
  private static func matches(
    _ title: [WordKey], _ text: Span<UInt8>, _ range: TextRange, _ lexicon: Lexicon
  ) -> Bool {
    guard !title.isEmpty else { return false }
    // More distinct terms than these can't nearly all be the title's.
    let line = terms(text, range, lexicon, atMost: min(64, title.count * 5 / 4 + 1))
    let common = line.count { title.contains($0) }
    return common > 0 && common * 5 >= line.count * 4 && common * 5 >= title.count * 4
  }
}

extension Span<UInt8> {
  /// The next dash or bar with space before it, and the range's end where there is none.
  fileprivate func bar(from start: Int, limit: Int) -> TextRange {
    var offset = start
    while offset + 1 < limit {
      offset += 1
      guard self[offset - 1] == 0x20 else { continue }
      if self[offset] == 0x2D || self[offset] == 0x7C {
        return TextRange(start: offset, end: offset + 1)
      }
      // E2 80 93, E2 80 94: – and —.
      if self[offset] == 0xE2, offset + 2 < limit, self[offset + 1] == 0x80,
        self[offset + 2] == 0x93 || self[offset + 2] == 0x94
      {
        return TextRange(start: offset, end: offset + 3)
      }
    }
    return TextRange(start: limit, end: limit)
  }

  /// Whether a byte of a dash or a bar stands in a range.
  fileprivate func mayHoldBar(_ range: TextRange) -> Bool {
    extracting(range.start..<range.end).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return cbytes_count(base, bytes.count, 0x2D) + cbytes_count(base, bytes.count, 0x7C)
        + cbytes_count(base, bytes.count, 0xE2) > 0
    }
  }

  /// Whether a range begins with the attribute of a tag: content="
  fileprivate func beginsWithAttribute(_ range: TextRange) -> Bool {
    var offset = range.start
    while offset < range.end, (0x61...0x7A).contains(self[offset]) { offset += 1 }
    return offset > range.start && offset + 1 < range.end && self[offset] == UInt8(ascii: "=")
      && self[offset + 1] == UInt8(ascii: "\"")
  }

  /// Whether a colon stands at `offset`, a space before it or not.
  fileprivate func colonFollows(_ offset: Int, limit: Int) -> Bool {
    var offset = offset
    while offset < limit, self[offset] == 0x20 { offset += 1 }
    return offset < limit && self[offset] == UInt8(ascii: ":")
  }
}
