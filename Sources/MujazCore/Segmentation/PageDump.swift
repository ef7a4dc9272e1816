/// Text that is a whole page, one block a line: menus, comments and related headlines around an article, and more of
/// them than of it. The article is the densest window.
///
/// Bias: a text is taken as one article unless three lines of five are no sentences and three or more say themselves
/// that they belong to a page. A list in an article stays, and so does a short article with its masthead.
///
///     الرئيسية⏎محليات⏎…⏎أعلنت الوزارة أمس …⏎زائر 3⏎كلام سليم      the middle line alone
///     عنوان⏎رغد السالم – عين المدينة⏎أعلنت الوزارة أمس …            untouched
enum PageDump {
  /// A line of the text: one segment or a few.
  private struct Line {
    var segments: Range<Int>
    var words = 0
    var isClosed = false
    /// How many of its segments say themselves that they are no part of an article.
    var labels = 0

    var isLabel: Bool { labels > 0 && labels * 2 >= segments.count }

    /// Whether it is a sentence by its looks: long, or closed by a mark and not short.
    var isSentence: Bool { !isLabel && (words >= 16 || isClosed && words >= 8) }
  }

  /// Fewer lines are no page.
  private static let smallest = 12
  /// Lines that say themselves that they are no part of an article, at least.
  private static let furniture = 3
  /// Sentences of more bytes are no notices.
  private static let shortNotice = 160
  /// A sentence of more words is not worth more.
  private static let worth = 80
  /// What a line between two sentences costs: three related headlines are read over, a list of comments is not.
  private static let cost = 10
  /// What a line costs that says itself that something else begins.
  private static let labelCost = 40

  /// Where the text is a page, makes every body line outside the window `other`, but for the headline above it.
  static func narrow(
    _ text: Span<UInt8>, _ segments: inout [Segment], _ features: [RoleClassifier.Feature],
    _ lexicon: Lexicon
  ) {
    guard features.count >= smallest, hasFurniture(segments) else { return }
    // Short sentences of notices, which are not looked at in an article.
    RoleClassifier.labelSentences(of: text, upTo: shortNotice, &segments, lexicon)
    let lines = lines(segments, features)
    let sentences = lines.count { $0.isSentence }
    guard lines.count >= smallest, sentences > 0, sentences * 5 < lines.count * 2 else { return }
    let window = densest(lines)
    let headline = headline(text, segments, lines, before: window.lowerBound)
    for place in lines.indices where !window.contains(place) && place != headline {
      for index in lines[place].segments where segments[index].role == .body {
        segments[index].role = .other
      }
    }
  }

  private static func hasFurniture(_ segments: [Segment]) -> Bool {
    var labels = 0
    for segment in segments where segment.role != .body {
      labels += 1
      if labels == furniture { return true }
    }
    return false
  }

  private static func lines(
    _ segments: [Segment], _ features: [RoleClassifier.Feature]
  ) -> [Line] {
    var lines: [Line] = []
    var paragraph = -1
    for feature in features {
      let segment = segments[feature.index]
      if segment.paragraph != paragraph {
        lines.append(Line(segments: feature.index..<feature.index))
        paragraph = segment.paragraph
      }
      var line = lines.removeLast()
      line.segments = line.segments.lowerBound..<(feature.index + 1)
      line.words += feature.words
      line.isClosed = feature.endsTerminal
      if segment.role != .body { line.labels += 1 }
      lines.append(line)
    }
    return lines
  }

  /// The run of lines whose sentences outweigh what stands between them the most. One pass.
  private static func densest(_ lines: [Line]) -> Range<Int> {
    var best = 0..<0
    var most = 0
    var start = 0
    var sum = 0
    for (place, line) in lines.enumerated() {
      if sum <= 0 {
        sum = 0
        start = place
      }
      sum += line.isSentence ? min(line.words, worth) : line.isLabel ? -labelCost : -cost
      if sum > most {
        most = sum
        best = start..<(place + 1)
      }
    }
    return best
  }

  /// The headline above the window: the line nearest to it that the page's first line, its title, repeats; else the
  /// nearest of some length.
  private static func headline(
    _ text: Span<UInt8>, _ segments: [Segment], _ lines: [Line], before window: Int
  ) -> Int? {
    let candidates = (0..<window).reversed().filter { !lines[$0].isLabel && lines[$0].words >= 2 }
    func range(_ place: Int) -> TextRange {
      TextRange(
        start: segments[lines[place].segments.lowerBound].range.start,
        end: segments[lines[place].segments.upperBound - 1].range.end)
    }
    guard let title = candidates.last.map(range) else { return nil }
    for place in candidates.prefix(farthest) {
      let line = range(place)
      if line.start > title.start, text.contains(title, line) { return place }
      // A scraper that ran the headline and its date together.
      if line.start > title.start, text.contains(line, title) { return candidates.last }
    }
    return candidates.first { lines[$0].words >= 3 }
  }

  /// No headline is farther from its text: byline, date, share bar and caption stand between.
  private static let farthest = 12
}

extension Span<UInt8> {
  /// Whether the bytes of one range stand in another, at its beginning or anywhere behind a space.
  fileprivate func contains(_ range: TextRange, _ part: TextRange) -> Bool {
    guard part.count <= range.count, part.count <= 1000, range.count <= 4000 else { return false }
    for start in range.start...(range.end - part.count)
    where start == range.start || self[start - 1] == 0x20 {
      var place = 0
      while place < part.count, self[start + place] == self[part.start + place] { place += 1 }
      if place == part.count { return true }
    }
    return false
  }
}
