import MujazCore

/// Where a segment stands in its document, as words that people and the reader understand:
/// `segment 3 of 24, paragraph 2, body, then an empty line`.
///
/// Formats without paragraphs carry it beside each segment, so that a package comes back in order and nothing that was
/// deleted goes unnoticed.
struct SegmentPlace: Sendable, Hashable {
  var number: Int
  var count: Int
  var paragraph: Int
  var role: SegmentRole
  /// Whether an empty line stands behind the paragraph.
  var isBeforeEmptyLine: Bool

  init(
    number: Int, count: Int, paragraph: Int, role: SegmentRole, isBeforeEmptyLine: Bool = false
  ) {
    self.number = number
    self.count = count
    self.paragraph = paragraph
    self.role = role
    self.isBeforeEmptyLine = isBeforeEmptyLine
  }

  private static let emptyLine = ", then an empty line"

  var description: String {
    "segment \(number) of \(count), paragraph \(paragraph), \(role.rawValue)"
      + (isBeforeEmptyLine ? Self.emptyLine : "")
  }

  /// Reads a description; nil for anything else.
  init?(_ description: String) {
    var text = description[...]
    let isBeforeEmptyLine = text.hasSuffix(Self.emptyLine)
    if isBeforeEmptyLine { text = text.dropLast(Self.emptyLine.count) }
    let words = text.split(separator: " ")
    guard words.count == 7, words[0] == "segment", words[2] == "of", words[4] == "paragraph",
      let number = Int(words[1]), let count = Int(words[3].dropLast()), words[3].hasSuffix(","),
      let paragraph = Int(words[5].dropLast()), words[5].hasSuffix(","),
      let role = SegmentRole(rawValue: String(words[6])), number > 0, count > 0, paragraph > 0
    else { return nil }
    self.init(
      number: number, count: count, paragraph: paragraph, role: role,
      isBeforeEmptyLine: isBeforeEmptyLine)
  }
}

extension BilingualUnit {
  /// The place of one of its segments in a document of `count` segments.
  func place(of index: Int, in count: Int) -> SegmentPlace {
    let segment = segments[index]
    let feeds = segment.gap.unicodeScalars.count(where: { $0 == "\n" || $0 == "\u{2029}" })
    return SegmentPlace(
      number: segment.number ?? index + 1, count: count, paragraph: number ?? 1,
      role: role, isBeforeEmptyLine: index + 1 == segments.count && feeds > 1)
  }

  /// The notes that concern one of its segments; those on the whole unit are shown with the first.
  func notes(of index: Int) -> [Note] {
    notes.filter { $0.segment == index || $0.segment == nil && index == 0 }
  }
}
