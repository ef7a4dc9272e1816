/// What a segment is in its article.
public enum SegmentRole: String, Sendable, CaseIterable {
  /// The title, wherever it stands.
  case headline
  /// A sentence of the article.
  case body
  /// What is asked in an interview, on a line of its own.
  case question
  /// The words under a picture.
  case caption
  /// Author, agency, place or date alone on their line.
  case byline
  /// Everything else: masthead, share bar, "read also", tags, subheads, rulings.
  case other
}

/// One sentence, or one line that is no sentence: the unit a translator works on.
public struct Segment: Hashable, Sendable {
  /// Where it stands, without white space at its ends.
  public var range: TextRange
  /// What it is in its article.
  public var role: SegmentRole
  /// The number of its paragraph: segments of one paragraph share it, and it only grows.
  public var paragraph: Int

  /// Whether it begins inside a quotation that an earlier segment of the paragraph opened.
  public var startsInQuotation: Bool

  /// Whether it is `other` only for want of a mark: a subhead, an item of a list, a sentence that is
  /// cut, or marks that belong to what stands before them.
  package var isUnmarked = false
  /// Whether it is `other` by what it says: "read also", a share bar, a notice, what is left of a tag.
  package var isBoilerplate = false

  /// A segment that was cut elsewhere.
  public init(
    range: TextRange, role: SegmentRole, paragraph: Int, startsInQuotation: Bool = false
  ) {
    self.range = range
    self.role = role
    self.paragraph = paragraph
    self.startsInQuotation = startsInQuotation
  }
}

/// Why a place in the text ends a segment, or does not: what `--explain` shows.
public struct BoundaryDecision: Hashable, Sendable {
  /// The offset at which the segment ends or would have ended.
  public var offset: Int
  /// Whether a segment ends there.
  public var isBoundary: Bool
  /// The rule that decided.
  public var rule: BoundaryRule
}

/// What decided whether a segment ends at a place: the families of rules, each in the file of its name.
public enum BoundaryRule: String, Sendable, CaseIterable {
  /// A mark inside a URL, an e-mail address, a host name, a file name or a version.
  case address
  /// A mark inside a number, a date or a time.
  case number
  /// A mark behind a number or a letter that counts a list.
  case listMarker = "list-marker"
  /// A stop behind an initial: جون إف. كينيدي.
  case initials
  /// A stop behind a shortened title: د. سالم.
  case title
  /// A stop in the middle of a clause, or a question mark that stands for a lost letter.
  case strayStop = "stray-stop"
  /// A stop behind another abbreviation.
  case abbreviation
  /// A stop behind a shortened unit: 5 كم.
  case unit
  /// A mark that a comma, a semicolon, a colon or a closing bracket follows.
  case followingMark = "following-mark"
  /// A mark inside brackets.
  case bracket
  /// A mark inside a quotation, or at its end.
  case quotation
  /// Dots that leave something out, or end a sentence.
  case ellipsis
  /// The end of a line.
  case lineBreak = "line-break"
  /// The end of a line that was wrapped at a width.
  case hardWrap = "hard-wrap"
  /// The end of a line that was broken in the middle of a sentence.
  case brokenLine = "broken-line"
  /// The labels of a share bar that ran into the text.
  case shareBar = "share-bar"
  /// No rule objected: a terminal mark ends a segment.
  case terminalMark = "terminal-mark"
}
